import type { Article } from '../domain/article.ts';
import type { Span } from '../domain/span.ts';
import type { Prediction } from './annotation.ts';
import { alignTexts } from './gold-align.ts';

/**
 * The quotes of an extracted article as predictions about the text that it was made of. Extraction cleans the text, so
 * that every span is carried back to where its words stand in the original.
 */
export function predictQuotes(id: string, text: string, article: Article): Prediction {
  const place = alignTexts(article.text, text);
  const placeAll = (spans: readonly (Span | null)[]) =>
    spans.flatMap((span) => (span === null ? [] : [place(span)])).filter(({ start, end }) => start < end);
  return {
    id,
    quotes: article.quotes.map((quote) => ({
      content: placeAll(quote.segments),
      source: placeAll([quote.source]),
      cue: placeAll([quote.cue]),
      kind: quote.kind,
      speaker: quote.speaker === null ? null : article.entities[quote.speaker]!.name,
    })),
  };
}
