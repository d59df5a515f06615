import type { QuoteKind } from '../domain/quote.ts';
import type { Span } from '../domain/span.ts';
import type { AnnotatedText, Prediction, QuoteAnnotation } from './annotation.ts';
import { findQuoteIntervals, kindFromMarks } from './quote-intervals.ts';
import { countShared, type LetterIndex, letterIndex, lettersUnder, matchQuotes } from './score-letters.ts';
import { type Rate, Tally } from './score-rate.ts';

/** How well predicted quotes agree with the gold ones: the metrics of PolNeAR's `score.py`, to the same figures. */
export interface QuoteScore {
  /** Content spans that are equal after white space and punctuation are trimmed off both ends. */
  readonly segments: Rate;
  /** Letters and digits of the contents. */
  readonly letters: Rate;
  /** Quotes, matched one to one where they share at least half of their letters. */
  readonly quotes: Rate;
  /** Of the `matched` quotes: how many sources overlap the gold one, and how many equal it after trimming. */
  readonly speakers: { readonly matched: number; readonly overlapping: number; readonly exact: number };
  /** Quotes that are matched and whose source overlaps the gold one: the figure that counts. */
  readonly endToEnd: Rate;
  readonly sources: Rate;
  readonly cues: Rate;
  readonly predicted: number;
  readonly gold: number;
}

/** The share of letters from which on two contents are the same quote, as in the published figures. */
export const sameQuoteSimilarity = 0.5;

/**
 * Scores predictions against the gold texts of the same ids; a text without a prediction counts as nothing found.
 * `kinds`, where not null, keeps the predicted quotes of these kinds, and asks for the gold quotes of these kinds; what
 * is predicted is right also where it matches a gold quote of another kind.
 */
export function scoreQuotes(
  gold: readonly AnnotatedText[],
  predictions: readonly Prediction[],
  kinds: readonly QuoteKind[] | null,
): QuoteScore {
  const quotesOf = new Map(predictions.map(({ id, quotes }) => [id, quotes]));
  const segments = new Tally();
  const letters = new Tally();
  const quotes = new Tally();
  const endToEnd = new Tally();
  const sources = new Tally();
  const cues = new Tally();
  const speakers = { matched: 0, overlapping: 0, exact: 0 };
  const total = { predicted: 0, gold: 0 };

  for (const { id, text, quotes: all } of gold) {
    const predicted = ofKinds(text, quotesOf.get(id) ?? [], kinds);
    const asked = new Set(all.filter((quote) => kinds === null || isOneOf(quote.kind, kinds)));
    addSpans(segments, text, all, asked, predicted, (quote) => quote.content);
    addSpans(sources, text, all, asked, predicted, (quote) => quote.source);
    addSpans(cues, text, all, asked, predicted, (quote) => quote.cue);

    const index = letterIndex(text);
    addLetters(letters, index, all, asked, predicted);

    const matches = matchContents(index, all, predicted);
    const askedMatches = matches.filter(([match]) => asked.has(match));
    let attributed = 0;
    for (const [match, prediction] of askedMatches) {
      const agreement = compareSources(text, index, match, prediction);
      if (agreement !== 'different') attributed++;
      if (agreement === 'equal') speakers.exact++;
    }
    speakers.matched += askedMatches.length;
    speakers.overlapping += attributed;
    quotes.add(matches.length, predicted.length, askedMatches.length, asked.size);
    endToEnd.add(attributed, predicted.length, attributed, asked.size);
    total.predicted += predicted.length;
    total.gold += asked.size;
  }

  return {
    segments: segments.rate(),
    letters: letters.rate(),
    quotes: quotes.rate(),
    speakers,
    endToEnd: endToEnd.rate(),
    sources: sources.rate(),
    cues: cues.rate(),
    ...total,
  };
}

/** Pairs of a gold quote and the predicted one that has its words, one to one. */
export function matchContents<Predicted extends QuoteAnnotation>(
  index: LetterIndex,
  gold: readonly QuoteAnnotation[],
  predicted: readonly Predicted[],
): readonly (readonly [QuoteAnnotation, Predicted])[] {
  const contents = (quotes: readonly QuoteAnnotation[]) =>
    quotes.map((quote) => lettersUnder(index, quote.content));
  return matchQuotes(index, contents(gold), contents(predicted), sameQuoteSimilarity).map(
    ([i, j]) => [gold[i]!, predicted[j]!] as const,
  );
}

/** `overlapping` is enough to name the right speaker; two quotes without a source agree. */
export function compareSources(
  text: string,
  index: LetterIndex,
  gold: QuoteAnnotation,
  predicted: QuoteAnnotation,
): 'equal' | 'overlapping' | 'different' {
  const [expected, actual] = [lettersUnder(index, gold.source), lettersUnder(index, predicted.source)];
  if (expected.count === 0 && actual.count === 0) return 'equal';
  if (countShared(index, expected, actual) === 0) return 'different';
  const [a, b] = [trimmedSpans(text, gold.source), trimmedSpans(text, predicted.source)];
  return a.size === b.size && countCommon(a, b) === a.size ? 'equal' : 'overlapping';
}

function ofKinds(
  text: string,
  quotes: readonly QuoteAnnotation[],
  kinds: readonly QuoteKind[] | null,
): readonly QuoteAnnotation[] {
  if (kinds === null) return quotes;
  const intervals = findQuoteIntervals(text);
  return quotes.filter((quote) =>
    isOneOf(quote.kind ?? kindFromMarks(text, quote.content, intervals), kinds),
  );
}

function isOneOf(kind: QuoteKind | null, kinds: readonly QuoteKind[]): boolean {
  return kind !== null && kinds.includes(kind);
}

function addSpans(
  tally: Tally,
  text: string,
  all: readonly QuoteAnnotation[],
  asked: ReadonlySet<QuoteAnnotation>,
  predicted: readonly QuoteAnnotation[],
  role: (quote: QuoteAnnotation) => readonly Span[],
): void {
  const gold = trimmedSpans(text, all.flatMap(role));
  const wanted = trimmedSpans(text, [...asked].flatMap(role));
  const found = trimmedSpans(text, predicted.flatMap(role));
  tally.add(countCommon(gold, found), found.size, countCommon(wanted, found), wanted.size);
}

function addLetters(
  tally: Tally,
  index: LetterIndex,
  all: readonly QuoteAnnotation[],
  asked: ReadonlySet<QuoteAnnotation>,
  predicted: readonly QuoteAnnotation[],
): void {
  const contents = (quotes: Iterable<QuoteAnnotation>) =>
    lettersUnder(
      index,
      [...quotes].flatMap((quote) => quote.content),
    );
  const [gold, wanted, found] = [contents(all), contents(asked), contents(predicted)];
  tally.add(countShared(index, gold, found), found.count, countShared(index, wanted, found), wanted.count);
}

/** Spans without the white space and punctuation at their ends, so that conventions about marks do not matter. */
function trimmedSpans(text: string, spans: readonly Span[]): ReadonlySet<string> {
  return new Set(
    spans.map(({ start, end }) => {
      while (start < end && trimmed.has(text[start]!)) start++;
      while (end > start && trimmed.has(text[end - 1]!)) end--;
      return `${start}-${end}`;
    }),
  );
}

const trimmed = new Set(' \t\r\n\u00a0.,;:\u201c\u201d"\u2018\u2019\'!?()[]-\u2013\u2014');

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const value of a) if (b.has(value)) common++;
  return common;
}
