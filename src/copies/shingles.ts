import { mix } from './words.ts';

/** Hashes of all runs of so many words, each once, in ascending order (Broder, 1997). */
export function findShingles(words: Uint32Array, width = usualWidth): Uint32Array {
  const count = Math.max(words.length - width + 1, 0);
  const shingles = new Uint32Array(count);
  for (let start = 0; start < count; start++) {
    let hash = 0;
    for (let i = start; i < start + width; i++)
      hash = Math.imul((hash << 5) ^ (hash >>> 27) ^ words[i]!, 0x9e3779b1);
    shingles[start] = mix(hash);
  }
  shingles.sort();
  let distinct = 0;
  for (let i = 0; i < count; i++) {
    if (i === 0 || shingles[i] !== shingles[i - 1]) shingles[distinct++] = shingles[i]!;
  }
  return shingles.subarray(0, distinct);
}

/** How many two lists of shingles have in common. */
export function countShared(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i]!, other[j]!];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return shared;
}

/** In words: five tell edited copies from reports in one form a little better than three, four or six. */
const usualWidth = 5;
