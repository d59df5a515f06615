import type { Span } from '../domain/span.ts';
import { isAlphanumeric } from './quote-intervals.ts';

/** Per place in a text: how many letters and digits come before it. One longer than the text. */
export type LetterIndex = Int32Array;

/** The letters and digits under some spans, each counted once. */
export interface Letters {
  /** Ordered and disjoint. */
  readonly spans: readonly Span[];
  readonly count: number;
}

export function letterIndex(text: string): LetterIndex {
  const index = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) index[i + 1] = index[i]! + (isAlphanumeric(text, i) ? 1 : 0);
  return index;
}

export function lettersUnder(index: LetterIndex, spans: readonly Span[]): Letters {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return { spans: merged, count: merged.reduce((sum, span) => sum + countLetters(index, span), 0) };
}

export function countShared(index: LetterIndex, a: Letters, b: Letters): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.spans.length && j < b.spans.length; ) {
    const [left, right] = [a.spans[i]!, b.spans[j]!];
    const common = { start: Math.max(left.start, right.start), end: Math.min(left.end, right.end) };
    if (common.start < common.end) shared += countLetters(index, common);
    if (left.end < right.end) i++;
    else j++;
  }
  return shared;
}

/** The Jaccard index: letters that both hold, of those that either holds; 0 where neither holds any. */
export function similarity(index: LetterIndex, a: Letters, b: Letters): number {
  const shared = countShared(index, a, b);
  const either = a.count + b.count - shared;
  return either === 0 ? 0 : shared / either;
}

/**
 * Pairs of indexes, gold and predicted, one to one: the most similar first, those before `threshold` never. Greedy, as
 * the scorer of the corpus: of equally similar pairs the one with the earliest gold quote wins.
 */
export function matchQuotes(
  index: LetterIndex,
  gold: readonly Letters[],
  predicted: readonly Letters[],
  threshold: number,
): readonly (readonly [number, number])[] {
  const pairs = gold.flatMap((a, i) =>
    predicted
      .map((b, j) => ({ i, j, similarity: similarity(index, a, b) }))
      .filter((pair) => pair.similarity >= threshold),
  );
  const taken = { gold: new Set<number>(), predicted: new Set<number>() };
  const matches: [number, number][] = [];
  for (const { i, j } of pairs.toSorted((a, b) => b.similarity - a.similarity)) {
    if (taken.gold.has(i) || taken.predicted.has(j)) continue;
    taken.gold.add(i);
    taken.predicted.add(j);
    matches.push([i, j]);
  }
  return matches;
}

function countLetters(index: LetterIndex, span: Span): number {
  return index[span.end]! - index[span.start]!;
}
