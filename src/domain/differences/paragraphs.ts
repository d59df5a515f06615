import { createNumbering, matchSequences } from './sequences.ts';
import { compareWords, splitWords, type WordChange } from './words.ts';

/** What became of a paragraph; its index is that in the text as it is, `formerIndex` that in the text as it was. */
export type ParagraphChange =
  | { readonly change: 'added'; readonly index: number; readonly text: string }
  | { readonly change: 'removed'; readonly formerIndex: number; readonly formerText: string }
  | {
      readonly change: 'changed';
      readonly index: number;
      readonly formerIndex: number;
      readonly text: string;
      readonly formerText: string;
      readonly words: readonly WordChange[];
    };

/** The paragraphs that are not as they were, in the order in which they are read; those removed before what follows them. */
export function compareParagraphs(
  former: readonly string[],
  current: readonly string[],
): readonly ParagraphChange[] {
  return pairParagraphs(former, current).map(([formerIndex, index]): ParagraphChange => {
    if (index === null)
      return { change: 'removed', formerIndex: formerIndex!, formerText: former[formerIndex!]! };
    const text = current[index]!;
    if (formerIndex === null) return { change: 'added', index, text };
    const formerText = former[formerIndex]!;
    return { change: 'changed', index, formerIndex, text, formerText, words: compareWords(formerText, text) };
  });
}

/** How many there are of each, without saying which words changed. */
export function countParagraphChanges(former: readonly string[], current: readonly string[]): ChangeCounts {
  const counts = { added: 0, removed: 0, changed: 0 };
  for (const [formerIndex, index] of pairParagraphs(former, current)) {
    if (formerIndex === null) counts.added++;
    else if (index === null) counts.removed++;
    else counts.changed++;
  }
  return counts;
}

export interface ChangeCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Null: it was not there, or is not there any more. */
type Pair = readonly [formerIndex: number | null, index: number | null];

function pairParagraphs(former: readonly string[], current: readonly string[]): readonly Pair[] {
  const numberOf = createNumbering();
  const matches = matchSequences(Int32Array.from(former, numberOf), Int32Array.from(current, numberOf));
  const pairs: Pair[] = [];
  let [start, next] = [0, 0];
  for (let place = 0; place <= former.length; place++) {
    const match = place < former.length ? matches[place]! : current.length;
    if (match === -1) continue;
    pairs.push(...pairAlike(former, [start, place], current, [next, match]));
    [start, next] = [place + 1, match + 1];
  }
  return pairs;
}

type Range = readonly [start: number, end: number];

/**
 * How much of the words of two paragraphs has to be in both for the one to be the other, changed (Dice's coefficient, of
 * words as often as they occur). Different paragraphs of one article reach 0.30 in one of a hundred pairs, and 0.48 at most
 * (those of eight words and more in data/gold; a test holds that none is taken for another).
 */
const leastAlike = 0.5;
/** Words that are compared at most to find out which of several paragraphs is which: a tenth of a second. */
const mostCompared = 1_000_000;

/** Of paragraphs all of which changed, which are the same one: as many words as can be stay in order. */
function pairAlike(
  former: readonly string[],
  [start, end]: Range,
  current: readonly string[],
  [otherStart, otherEnd]: Range,
): readonly Pair[] {
  const [rows, columns] = [end - start, otherEnd - otherStart];
  const alone = [
    ...Array.from({ length: rows }, (_, row): Pair => [start + row, null]),
    ...Array.from({ length: columns }, (_, column): Pair => [null, otherStart + column]),
  ];
  if (rows === 0 || columns === 0) return alone;
  const numberOf = createNumbering();
  const bags = former.slice(start, end).map((text) => countWords(text, numberOf));
  const otherBags = current.slice(otherStart, otherEnd).map((text) => countWords(text, numberOf));
  const size = (of: readonly WordBag[]) => of.reduce((sum, { counts }) => sum + counts.size, of.length);
  if (size(bags) * columns + size(otherBags) * rows > mostCompared) return alone;

  /** The most that the paragraphs from here on can be alike. */
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const alike = bags.map((bag) => otherBags.map((other) => similarityOf(bag, other)));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const similarity = alike[row]![column]!;
      const paired = similarity < leastAlike ? 0 : similarity + best[row + 1]![column + 1]!;
      best[row]![column] = Math.max(paired, best[row + 1]![column]!, best[row]![column + 1]!);
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const here = best[row]?.[column] ?? 0;
    if (row < rows && best[row + 1]![column] === here) pairs.push([start + row++, null]);
    else if (column < columns && best[row]![column + 1] === here) pairs.push([null, otherStart + column++]);
    else pairs.push([start + row++, otherStart + column++]);
  }
  return pairs;
}

interface WordBag {
  readonly total: number;
  readonly counts: ReadonlyMap<number, number>;
}

/** Words alone: marks are in every paragraph. */
function countWords(text: string, numberOf: (word: string) => number): WordBag {
  const counts = new Map<number, number>();
  let total = 0;
  for (const word of splitWords(text)) {
    const bare = word.trimEnd().toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(bare)) continue;
    const number = numberOf(bare);
    counts.set(number, (counts.get(number) ?? 0) + 1);
    total++;
  }
  return { total, counts };
}

function similarityOf(one: WordBag, other: WordBag): number {
  if (one.total + other.total === 0) return 0;
  const [fewer, more] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, count] of fewer.counts) shared += Math.min(count, more.counts.get(word) ?? 0);
  return (2 * shared) / (one.total + other.total);
}
