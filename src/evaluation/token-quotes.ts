import type { Span } from '../domain/span.ts';
import type { Stretch } from '../extraction/quotes/reading.ts';
import type { QuoteAnnotation } from './annotation.ts';

/** An annotated quote in tokens. */
export interface TokenQuote {
  readonly contents: readonly Stretch[];
  readonly cue: Stretch | null;
  readonly source: Stretch | null;
}

export function inTokens(
  tokens: readonly Span[],
  { content, cue, source }: Pick<QuoteAnnotation, 'content' | 'cue' | 'source'>,
): TokenQuote {
  const stretches = (spans: readonly Span[]) =>
    spans.map((span) => tokensUnder(tokens, span)).filter((stretch) => stretch !== null);
  return {
    contents: stretches(content),
    cue: stretches(cue)[0] ?? null,
    source: stretches(source)[0] ?? null,
  };
}

/** The tokens whose middle lies in a span, since annotators cut words in two; null for none. */
export function tokensUnder(tokens: readonly Span[], span: Span): Stretch | null {
  const middle = (token: number): number => (tokens[token]!.start + tokens[token]!.end) / 2;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const place = (low + high) >> 1;
    if (middle(place) < span.start) low = place + 1;
    else high = place;
  }
  let end = low;
  while (end < tokens.length && middle(end) < span.end) end += 1;
  return end > low ? { first: low, end } : null;
}
