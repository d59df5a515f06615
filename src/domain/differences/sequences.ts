/**
 * Which elements of two sequences are the same, in order: for each of `one` its place in `other`, or -1. As many as there
 * are where the sequences differ in little; where they differ in much, those around elements that occur but once.
 *
 *     one     A B C A B B A
 *     other   C B A B A C
 */
export function matchSequences(one: Sequence, other: Sequence): Int32Array {
  const matches = new Int32Array(one.length).fill(-1);
  const budget = { steps: mostSteps };
  matchWithin({ one, other, matches, budget }, [0, one.length, 0, other.length], deepest);
  return matches;
}

/** Elements as numbers: the same number is the same element. */
export type Sequence = ArrayLike<number>;

/** Numbers for words: the same for the same word. */
export function createNumbering(): (word: string) => number {
  const numbers = new Map<string, number>();
  return (word) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
}

/** Comparisons that one matching takes at most, beside those that every element needs: a tenth of a second. */
const mostSteps = 20_000_000;
/** Elements that are in one alone, up to which all others are found: what is remembered on the way grows with its square. */
const mostEdits = 1000;
/** How often what lies between elements that occur once is looked at in its turn. */
const deepest = 6;

interface Matching {
  readonly one: Sequence;
  readonly other: Sequence;
  readonly matches: Int32Array;
  readonly budget: { steps: number };
}

/** A stretch of each: `[start, end)` of the one, `[start, end)` of the other. */
type Stretches = readonly [start: number, end: number, otherStart: number, otherEnd: number];

function matchWithin(matching: Matching, stretches: Stretches, depth: number): void {
  const { one, other, matches } = matching;
  let [start, end, otherStart, otherEnd] = stretches;
  for (; start < end && otherStart < otherEnd && one[start] === other[otherStart]; start++, otherStart++) {
    matches[start] = otherStart;
  }
  for (; start < end && otherStart < otherEnd && one[end - 1] === other[otherEnd - 1]; end--, otherEnd--) {
    matches[end - 1] = otherEnd - 1;
  }
  if (start === end || otherStart === otherEnd || depth === 0) return;
  const inner: Stretches = [start, end, otherStart, otherEnd];
  if (findFewestEdits(matching, inner)) return;
  let [from, otherFrom] = [start, otherStart];
  for (const [place, otherPlace] of findAnchors(one, other, inner)) {
    matches[place] = otherPlace;
    matchWithin(matching, [from, place, otherFrom, otherPlace], depth - 1);
    [from, otherFrom] = [place + 1, otherPlace + 1];
  }
  if (from > start) matchWithin(matching, [from, end, otherFrom, otherEnd], depth - 1);
}

/**
 * The greedy algorithm of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986). False, and nothing is matched,
 * where it takes too many edits.
 */
function findFewestEdits({ one, other, matches, budget }: Matching, stretches: Stretches): boolean {
  if (budget.steps < 0) return false;
  const [start, end, otherStart, otherEnd] = stretches;
  const [length, otherLength] = [end - start, otherEnd - otherStart];
  const most = Math.min(length + otherLength, mostEdits);
  const offset = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const isDown = comesFromAbove(furthest, offset, diagonal, edits);
      let x = isDown ? furthest[offset + diagonal + 1]! : furthest[offset + diagonal - 1]! + 1;
      const before = x;
      while (x < length && x - diagonal < otherLength && one[start + x] === other[otherStart + x - diagonal])
        x++;
      furthest[offset + diagonal] = x;
      budget.steps -= 1 + x - before;
      if (x < length || x - diagonal < otherLength) continue;
      noteMatches(trace, edits, [length, otherLength], (place, otherPlace) => {
        matches[start + place] = otherStart + otherPlace;
      });
      return true;
    }
    if (budget.steps < 0) return false;
  }
  return false;
}

function comesFromAbove(furthest: Int32Array, offset: number, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return furthest[offset + diagonal - 1]! < furthest[offset + diagonal + 1]!;
}

/** Goes the way back. `trace` has how far each diagonal had come before each edit. */
function noteMatches(
  trace: readonly Int32Array[],
  edits: number,
  [x, y]: readonly [number, number],
  note: (place: number, otherPlace: number) => void,
): void {
  for (let left = edits; left >= 0; left--) {
    const furthest = trace[left]!;
    const offset = left + 1;
    const diagonal = x - y;
    const isDown = comesFromAbove(furthest, offset, diagonal, left);
    const formerX = left === 0 ? 0 : furthest[offset + diagonal + (isDown ? 1 : -1)]!;
    const formerY = left === 0 ? 0 : formerX - diagonal - (isDown ? 1 : -1);
    const [endX, endY] = left === 0 ? [0, 0] : isDown ? [formerX, formerY + 1] : [formerX + 1, formerY];
    while (x > endX && y > endY) note(--x, --y);
    [x, y] = [formerX, formerY];
  }
}

/**
 * Elements that occur once in both stretches, as many as stand in one order: the anchors of the "patience diff" of Bram
 * Cohen.
 */
function findAnchors(
  one: Sequence,
  other: Sequence,
  [start, end, otherStart, otherEnd]: Stretches,
): readonly (readonly [place: number, otherPlace: number])[] {
  const places = findSingles(one, start, end);
  const otherPlaces = findSingles(other, otherStart, otherEnd);
  const pairs: [number, number][] = [];
  for (const [element, place] of places) {
    const otherPlace = otherPlaces.get(element);
    if (otherPlace !== undefined) pairs.push([place, otherPlace]);
  }
  return longestRising(pairs.sort(([a], [b]) => a - b));
}

function findSingles(sequence: Sequence, start: number, end: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const several = new Set<number>();
  for (let place = start; place < end; place++) {
    const element = sequence[place]!;
    if (places.has(element)) several.add(element);
    else places.set(element, place);
  }
  for (const element of several) places.delete(element);
  return places;
}

/** The longest part of pairs whose second numbers rise, too. */
function longestRising(pairs: readonly [number, number][]): readonly [number, number][] {
  /** For each length, the pair with the lowest number that ends a part of it. */
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, number], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < number) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = ends[low - 1]!;
    ends[low] = index;
  });
  const found: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) found.push(pairs[index]!);
  return found.reverse();
}
