import { overlaps } from '../domain/span.ts';
import type { AnnotatedText, Prediction, QuoteAnnotation } from './annotation.ts';

/** The person behind the source of one gold quote, by hand: PolNeAR's `resolved` files. */
export interface ResolvedSource {
  /** Of the text. */
  readonly id: string;
  /** Index of the quote in its text. */
  readonly quote: number;
  readonly speaker: string;
}

export interface SpeakerScore {
  /** How many predicted names hold the surname of the right one. */
  readonly right: number;
  /** How many quotes were not found, or have no speaker. */
  readonly silent: number;
  readonly total: number;
}

/** Is the person behind "he", "she", "it" named rightly? PolNeAR's `score_resolved.py`, to the same figures. */
export function scoreResolvedSpeakers(
  gold: readonly AnnotatedText[],
  resolved: readonly ResolvedSource[],
  predictions: readonly Prediction[],
): SpeakerScore {
  const textOf = new Map(gold.map((annotated) => [annotated.id, annotated]));
  const quotesOf = new Map(predictions.map(({ id, quotes }) => [id, quotes]));
  let right = 0;
  let silent = 0;
  for (const { id, quote, speaker } of resolved) {
    const asked = textOf.get(id)?.quotes[quote];
    const named = asked === undefined ? null : (closest(asked, quotesOf.get(id) ?? [])?.speaker ?? null);
    if (named === null || named === '') silent++;
    else if (named.toLowerCase().includes(surname(speaker))) right++;
  }
  return { right, silent, total: resolved.length };
}

/** The prediction that shares the most characters with this quote; the first of several; null where none shares any. */
function closest(quote: QuoteAnnotation, predicted: readonly QuoteAnnotation[]): QuoteAnnotation | null {
  let best: QuoteAnnotation | null = null;
  let most = 0;
  for (const candidate of predicted) {
    const shared = countSharedCharacters(quote, candidate);
    if (shared > most) [best, most] = [candidate, shared];
  }
  return best;
}

/** Contents do not overlap themselves, so that the overlaps of their spans add up. */
function countSharedCharacters(a: QuoteAnnotation, b: QuoteAnnotation): number {
  let shared = 0;
  for (const left of a.content)
    for (const right of b.content)
      if (overlaps(left, right)) shared += Math.min(left.end, right.end) - Math.max(left.start, right.start);
  return shared;
}

/** The last word that is no suffix, in lower case. */
function surname(name: string): string {
  const words = name
    .replaceAll(',', '')
    .split(/\s+/)
    .filter((word) => !/^(?:|(?:Jr|Sr|II|III)\.*)$/.test(word));
  return (words.at(-1) ?? name).toLowerCase();
}
