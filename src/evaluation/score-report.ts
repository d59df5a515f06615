import { quoteKinds } from '../domain/quote.ts';
import type { AnnotatedText, Prediction } from './annotation.ts';
import { type QuoteScore, scoreQuotes } from './score.ts';
import type { Rate } from './score-rate.ts';

/** The four tables that are published for PolNeAR: what is asked for, and how it scored. */
export function scoreByKind(
  gold: readonly AnnotatedText[],
  predictions: readonly Prediction[],
): ReadonlyMap<string, QuoteScore> {
  return new Map([
    ['all', scoreQuotes(gold, predictions, null)],
    ['direct+mixed', scoreQuotes(gold, predictions, ['direct', 'mixed'])],
    ...quoteKinds.map((kind) => [kind, scoreQuotes(gold, predictions, [kind])] as const),
  ]);
}

/** A score as lines of a table: a label and its figures, in per cent. */
export function scoreRows(score: QuoteScore): readonly (readonly [label: string, figures: string])[] {
  const { matched, overlapping, exact } = score.speakers;
  return [
    ['content spans', showRate(score.segments)],
    ['content letters', showRate(score.letters)],
    ['quotes', showRate(score.quotes)],
    [
      'speaker, of matched quotes',
      `${showPercent(percentOf(overlapping, matched))}  exact ${showPercent(percentOf(exact, matched))}  (n=${matched})`,
    ],
    ['quote and speaker', showRate(score.endToEnd)],
    ['source spans', showRate(score.sources)],
    ['cue spans', showRate(score.cues)],
    ['quotes predicted/gold', `${score.predicted}/${score.gold}`],
  ];
}

export function showRate({ precision, recall, f1 }: Rate): string {
  return `P ${showPercent(100 * precision)} R ${showPercent(100 * recall)} F1 ${showPercent(100 * f1)}`;
}

/**
 * With one decimal, five characters wide. Halves go to the even digit, as Python prints them, so that our figures and
 * those of the corpus's own scorer are the same to the last digit.
 */
export function showPercent(percent: number): string {
  const tenths = percent * 10;
  const isHalf = Number.isInteger(percent * 4) && tenths % 1 === 0.5;
  return (isHalf ? (2 * Math.round(tenths / 2)) / 10 : percent).toFixed(1).padStart(5);
}

/** Multiplies before it divides: the order that keeps a half a half. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
