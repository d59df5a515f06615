import type { Codes } from '../columns.ts';
import type { WordList } from './word-lists.ts';
import { absent, isWeight, listWeighed, unneeded } from './word-weigher.ts';

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
    const meanLength = sumOf(lengths) / count;
    let places: Uint32Array | null = null;
    for (const list of lists) {
      weights.fill(places === null ? absent : unneeded);
      if (places !== null) for (let i = 0; i < places.length; i++) weights[places[i]!] = absent;
      const holders = list.weigh({ rows, weights });
      const idf = Math.max(Math.log((count - holders + 0.5) / (holders + 0.5)), leastIdf);
      if (places === null) {
        places = listWeighed(weights, room.places);
        scores.fill(0, 0, places.length);
      } else places = keepWeighed(places, scores, weights);
      for (let i = 0; i < places.length; i++) {
        const place = places[i]!;
        const weight = weights[place]!;
        const saturation = weight + k * (1 - b + (b * lengths[place]!) / meanLength);
        scores[i]! += idf * ((weight * (k + 1)) / saturation);
      }
    }
    places ??= new Uint32Array(0);
    return { places, scores: scores.subarray(0, places.length) };
  };
}

function sumOf(numbers: Codes): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!;
  return sum;
}

/** Those that hold this word too, with what they have scored so far. */
function keepWeighed(places: Uint32Array, scores: Float64Array, weights: Uint16Array): Uint32Array {
  let length = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    places[length] = place;
    scores[length] = scores[i]!;
    length += isWeight(weights[place]!);
  }
  return places.subarray(0, length);
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
