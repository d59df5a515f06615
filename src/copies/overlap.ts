import { countShared, findShingles } from './shingles.ts';

/**
 * How much of the shorter of two texts the longer one has where it begins, as the share of its shingles: 0 to 1. Stories
 * are cut from their end, so that a cut copy begins like the whole, while a round-up that quotes another story somewhere,
 * and a follow-up that ends with the same background, share no beginning.
 */
export function measureOverlap(one: Uint32Array, other: Uint32Array): number {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length < fewestWords) return 0;
  const shingles = findShingles(shorter);
  return countShared(shingles, findShingles(longer.subarray(0, reach(shorter.length)))) / shingles.length;
}

/** Whether two texts are the same story, as two outlets print it. */
export function areCopies(one: Uint32Array, other: Uint32Array): boolean {
  return measureOverlap(one, other) >= leastOverlap;
}

/**
 * Between the edited copies and the reports in one form, of quakes and matches, of `data/gold/copies`: the least overlap of
 * the ones is 0.609, the greatest of the others 0.543 (`npx tsx tests/copies/study.ts`).
 */
export const leastOverlap = 0.58;

/** A sentence. Fewer words may be the same by chance, and are no story. */
export const fewestWords = 20;

/** How far the beginning of a longer text goes that may have been cut to so many words, a local paragraph put in. */
function reach(words: number): number {
  return Math.ceil(1.5 * words) + 60;
}
