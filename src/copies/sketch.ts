import { fewestWords } from './overlap.ts';
import { findShingles } from './shingles.ts';

/**
 * A few shingles that stand for a text: those with the lowest hashes (Broder's min-wise sampling, 1997, as a sketch of the
 * lowest k), of the whole and of its beginning. A copy has most of them; one that is cut to a tenth has those of its
 * beginning. Empty where there are too few words to tell.
 */
export function sketch(words: Uint32Array, { ofWhole, ofOpening } = usualSize): readonly number[] {
  if (words.length < fewestWords) return [];
  const lowest = [
    ...findShingles(words).subarray(0, ofWhole),
    ...findShingles(words.subarray(0, openingWords)).subarray(0, ofOpening),
  ];
  return [...new Set(lowest)];
}

/** So many shingles. See `tests/copies/study.ts` for what fewer and more of them find. */
const usualSize = { ofWhole: 8, ofOpening: 4 };

/** A lede and the sentence after it. */
const openingWords = 50;
