import type { Span } from '../domain/span.ts';
import { isAlphanumeric } from './quote-intervals.ts';

/**
 * Letters and digits that must agree before two texts count as together again: first many, since a headline that was
 * cleaned away has the names of the paragraph behind it; then few, for texts that part again soon.
 */
const anchorLengths = [32, 8];
/** How far, in letters and digits, to look for such a place. */
const searchDistance = 400;

/**
 * Where the places of one text are in another that differs only in what was cleaned away: spans of the first as spans of
 * the second. Both are read letter by letter; where they part, the nearest place where they agree again is looked for.
 */
export function alignTexts(from: string, to: string): (span: Span) => Span {
  if (from === to) return (span) => span;
  const [a, b] = [letterPlaces(from), letterPlaces(to)];
  const place = new Int32Array(from.length + 1).fill(-1);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (from[a[i]!] === to[b[j]!]) {
      place[a[i]!] = b[j]!;
      i++;
      j++;
    } else [i, j] = rejoin(from, a, i, to, b, j);
  }
  return (span) => {
    let first = span.start;
    while (first < span.end && place[first]! < 0) first++;
    let last = span.end - 1;
    while (last > first && place[last]! < 0) last--;
    return first >= span.end ? { start: 0, end: 0 } : { start: place[first]!, end: place[last]! + 1 };
  };
}

function letterPlaces(text: string): number[] {
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) if (isAlphanumeric(text, i)) places.push(i);
  return places;
}

function rejoin(from: string, a: number[], i: number, to: string, b: number[], j: number): [number, number] {
  for (const length of anchorLengths)
    for (let sum = 1; sum < searchDistance; sum++)
      for (let skipped = 0; skipped <= sum; skipped++)
        if (agree(length, from, a, i + skipped, to, b, j + sum - skipped))
          return [i + skipped, j + sum - skipped];
  return [i + 1, j + 1];
}

function agree(
  length: number,
  from: string,
  a: number[],
  i: number,
  to: string,
  b: number[],
  j: number,
): boolean {
  for (let k = 0; k < length; k++) {
    if (i + k >= a.length || j + k >= b.length) return k > 0 && i + k >= a.length && j + k >= b.length;
    if (from[a[i + k]!] !== to[b[j + k]!]) return false;
  }
  return true;
}
