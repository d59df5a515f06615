import type { Codes } from '../columns.ts';
import type { WordList } from './word-lists.ts';
import { absent, none, unneeded } from './word-weigher.ts';

/** The constants of FTS5's `bm25`: how soon more of a word adds nothing, and how much the length of a text counts. */
const [k, b] = [1.2, 0.75];
/** What FTS5 takes for a word that more than half of the rows hold, instead of less than nothing. */
const leastIdf = 1e-6;

/** All among which there is a ranking: their rows, ascending, and how many words each has. */
export interface Texts {
  readonly rows: Float64Array;
  readonly lengths: Codes;
}

export interface Scores {
  /** Of texts among all. */
  readonly places: Uint32Array;
  readonly scores: Float64Array;
}

/**
 * Finds the texts that hold all words, and their BM25 as FTS5 computes it: Robertson and Zaragoza, "The Probabilistic
 * Relevance Framework: BM25 and Beyond" (2009). Quickest with the rarest word first. What it returns is overwritten by the
 * next call: to make room for a million rows takes as long as to look at them.
 */
export function createScorer(): (texts: Texts, lists: readonly WordList[]) => Scores {
  let room = makeRoom(0);
  return ({ rows, lengths }, lists) => {
    const count = rows.length;
    if (room.scores.length < count) room = makeRoom(count);
    const weights = room.weights.subarray(0, count);
    const { scores } = room;
    let places = room.places.subarray(0, count);
    let totalLength = 0;
    for (let i = 0; i < count; i++) {
      places[i] = i;
      totalLength += lengths[i]!;
    }
    const meanLength = totalLength / count;
    scores.fill(0, 0, count);
    for (const list of lists) {
      weights.fill(unneeded);
      for (let i = 0; i < places.length; i++) weights[places[i]!] = absent;
      const holders = list.weigh({ rows, weights });
      const idf = Math.max(Math.log((count - holders + 0.5) / (holders + 0.5)), leastIdf);
      let length = 0;
      for (let i = 0; i < places.length; i++) {
        const place = places[i]!;
        const weight = weights[place]!;
        if (weight === absent || weight >= none) continue;
        const saturation = weight + k * (1 - b + (b * lengths[place]!) / meanLength);
        places[length] = place;
        scores[length++] = scores[i]! + idf * ((weight * (k + 1)) / saturation);
      }
      places = places.subarray(0, length);
    }
    return { places, scores: scores.subarray(0, places.length) };
  };
}

function makeRoom(size: number) {
  return {
    weights: new Uint16Array(size),
    places: new Uint32Array(size),
    scores: new Float64Array(size),
  };
}

/** The places of those that score best, best first, of equals the later one; at most so many. */
export function findBest({ places, scores }: Scores, most: number): readonly number[] {
  let greatest = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > greatest) greatest = scores[i]!;
  const least = scores.length > most ? findLeast(scores, greatest, most) : 0;
  const candidates: number[] = [];
  for (let i = 0; i < scores.length; i++) if (scores[i]! >= least) candidates.push(i);
  // Numbers that hold a score, and whose it is: such are sorted in less time than a comparison of scores takes.
  const size = candidates.length;
  const levels = Math.floor(2 ** 53 / (size + 1)) - 1;
  const keys = Float64Array.from(
    candidates,
    (i, index) => Math.floor((scores[i]! / greatest) * levels) * size + index,
  );
  return Array.from(
    keys.sort().subarray(Math.max(0, size - most)),
    (key) => places[candidates[key % size]!]!,
  ).reverse();
}

const steps = 4096;

/** A score that `most` reach, and few more. */
function findLeast(scores: Float64Array, greatest: number, most: number): number {
  const counts = new Uint32Array(steps + 1);
  for (let i = 0; i < scores.length; i++) counts[Math.floor((scores[i]! / greatest) * steps)]! += 1;
  let step = steps;
  for (let count = counts[step]!; count < most; count += counts[step]!) step--;
  // A little less, since what was rounded down may come out above.
  return (step / steps) * greatest * (1 - 1e-9);
}
