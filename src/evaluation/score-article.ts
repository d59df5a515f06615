import type { Article } from '../domain/article.ts';
import type { Span } from '../domain/span.ts';
import type { AnnotatedText, Prediction, QuoteAnnotation } from './annotation.ts';
import { alignTexts } from './gold-align.ts';
import { findQuoteIntervals, kindFromMarks } from './quote-intervals.ts';
import { compareSources, matchContents } from './score.ts';
import type { Judged } from './score-confidence.ts';
import { letterIndex } from './score-letters.ts';

/** A quote of an extracted article, with the probability that its speaker is right. */
export interface PredictedQuote extends QuoteAnnotation {
  readonly confidence: number;
}

export interface ExtractedText extends Prediction {
  readonly quotes: readonly PredictedQuote[];
}

/**
 * The quotes of an extracted article as predictions about the text that it was made of. Extraction cleans the text, so
 * that every span is carried back to where its words stand in the original. Kinds follow from the marks there, as those
 * of the corpus do: a statement without marks counts as `indirect` on both sides.
 */
export function predictQuotes(id: string, text: string, article: Article): ExtractedText {
  const place = alignTexts(article.text, text);
  const intervals = findQuoteIntervals(text);
  const placeAll = (spans: readonly (Span | null)[]) =>
    spans.flatMap((span) => (span === null ? [] : [place(span)])).filter(({ start, end }) => start < end);
  return {
    id,
    quotes: article.quotes.map((quote) => {
      const content = placeAll(quote.segments);
      return {
        content,
        source: placeAll([quote.source]),
        cue: placeAll([quote.cue]),
        kind: kindFromMarks(text, content, intervals),
        speaker: quote.speaker === null ? null : article.entities[quote.speaker]!.name,
        confidence: quote.confidence,
      };
    }),
  };
}

/**
 * Of every gold quote that was found: the confidence in its speaker, and whether the source is the gold one. A corpus
 * that annotates words and no names cannot say more: "he" for the wrong man counts as right.
 */
export function judgeSpeakers(
  gold: readonly AnnotatedText[],
  extracted: readonly ExtractedText[],
): readonly Judged[] {
  const quotesOf = new Map(extracted.map(({ id, quotes }) => [id, quotes]));
  return gold.flatMap(({ id, text, quotes }) => {
    const index = letterIndex(text);
    return matchContents(index, quotes, quotesOf.get(id) ?? []).map(([asked, answer]) => ({
      confidence: answer.confidence,
      isRight: compareSources(text, index, asked, answer) !== 'different',
    }));
  });
}
