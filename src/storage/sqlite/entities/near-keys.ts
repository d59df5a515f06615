import type { Connection } from '../connection.ts';

/** A key is compared where its first letters are those typed: a typing error is rarely there. */
const sureLetters = [2, 1];
/** More keys than this are not compared: a thousand take about a millisecond. */
const mostCompared = 20_000;
const mostKeys = 50;

/**
 * The keys of names that start with nearly what was typed, the nearest ones: "zelenski" finds "zelenskyy". One letter may
 * be wrong, missing, too many or swapped with its neighbour in words of four letters, two in words of seven.
 */
export function findNearKeys(connection: Connection, typed: string): readonly string[] {
  const allowed = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
  if (allowed === 0) return [];
  for (const letters of sureLetters) {
    const start = typed.slice(0, letters);
    const keys = connection.all<{ key: string }>(
      'select distinct key from entity_keys where key >= :start and key < :end limit :most',
      { start, end: `${start}\u{10ffff}`, most: mostCompared },
    );
    const near = keys
      .map(({ key }) => ({ key, distance: prefixDistance(typed, key, allowed) }))
      .filter(({ distance }) => distance <= allowed)
      .sort((a, b) => a.distance - b.distance);
    if (near.length > 0) {
      const least = near[0]!.distance;
      return near
        .filter(({ distance }) => distance === least)
        .slice(0, mostKeys)
        .map(({ key }) => key);
    }
  }
  return [];
}

/**
 * The least number of letters to change, add, leave out or swap with their neighbour so that `typed` is the beginning of
 * `key` (Damerau 1964, without edits inside a swap); anything above `most` where it is more.
 */
function prefixDistance(typed: string, key: string, most: number): number {
  const width = Math.min(key.length, typed.length + most);
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const same = typed[row - 1] === key[column - 1];
      let distance = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && typed[row - 1] === key[column - 2] && typed[row - 2] === key[column - 1];
      if (isSwap) distance = Math.min(distance, beforeLast[column - 2]! + 1);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(...last);
}
