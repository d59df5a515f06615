import { type Span, surface } from '../domain/span.ts';
import type { AnnotatedText, Prediction, QuoteAnnotation } from './annotation.ts';
import type { Fault } from './gold-faults.ts';
import { compareSources, matchContents } from './score.ts';
import { letterIndex } from './score-letters.ts';

/** Every disagreement, text by text, in the order of the text. */
export function listQuoteErrors(
  gold: readonly AnnotatedText[],
  predictions: readonly Prediction[],
): readonly Fault[] {
  const quotesOf = new Map(predictions.map(({ id, quotes }) => [id, quotes]));
  return gold.flatMap(({ id, text, quotes }) => {
    const predicted = quotesOf.get(id) ?? [];
    const index = letterIndex(text);
    const matches = matchContents(index, quotes, predicted);
    const matched = new Set(matches.flat());
    const describe = (quote: QuoteAnnotation) => describeQuote(text, quote);
    const error = (
      fault: Fault['fault'],
      quote: QuoteAnnotation,
      expected: string | null,
      found: string | null,
    ): { start: number; fault: Fault } => ({
      start: quote.content[0]?.start ?? 0,
      fault: { article: id, fault, expected, found, context: markContent(text, quote.content) },
    });
    const errors = [
      ...quotes
        .filter((quote) => !matched.has(quote))
        .map((quote) => error('missed', quote, describe(quote), null)),
      ...predicted
        .filter((quote) => !matched.has(quote))
        .map((quote) => error('extra', quote, null, describe(quote))),
      ...matches
        .filter(([asked, answer]) => compareSources(text, index, asked, answer) === 'different')
        .map(([asked, answer]) => error('speaker', asked, describe(asked), describe(answer))),
    ];
    return errors.toSorted((a, b) => a.start - b.start).map((placed) => placed.fault);
  });
}

/** "direct, source “Ruiz”, cue “said”" */
function describeQuote(text: string, { kind, source, cue }: QuoteAnnotation): string {
  const words = (spans: readonly Span[]) =>
    spans.length === 0 ? 'none' : spans.map((span) => `“${surface(text, span)}”`).join(' + ');
  return `${kind ?? 'kind not said'}, source ${words(source)}, cue ${words(cue)}`;
}

/** From the start of the line that holds the first span to the end of the line that holds the last. */
function markContent(text: string, spans: readonly Span[]): string {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return '';
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
  const lineEnd = text.indexOf('\n', last.end);
  let [marked, at] = ['', lineStart];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    marked += `${text.slice(at, span.start)}⟦${surface(text, span)}⟧`;
    at = span.end;
  }
  return marked + text.slice(at, lineEnd < 0 ? text.length : lineEnd);
}
