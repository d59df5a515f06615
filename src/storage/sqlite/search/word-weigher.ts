/** Rows, ascending, and what a word weighs in each of them. */
export interface WeightsOfRows {
  readonly rows: Float64Array;
  /** Before: {@link absent} or {@link unneeded}. Afterwards a weight where there is one between {@link absent} and {@link none}. */
  readonly weights: Uint16Array;
}

/** The word has not been met in this row. */
export const absent = 0;
/** The same, and it has only to be counted. */
export const unneeded = 0xffff;
/** It has been counted only, or the row has lost it: a newer list has the last word. */
export const none = 0xfffe;
const greatest = 0xfffd;

/** 1 for a weight between {@link absent} and {@link none}: what is less than nothing has the first of 32 bits. */
export const isWeight = (weight: number): number => ((absent - weight) & (weight - none)) >>> 31;

/** Lists the places of weights, over what stood in `places`. */
export function listWeighed(weights: Uint16Array, places: Uint32Array): Uint32Array {
  let length = 0;
  for (let place = 0; place < weights.length; place++) {
    // A branch that cannot be foreseen would cost more than to write over the place.
    places[length] = place;
    length += isWeight(weights[place]!);
  }
  return places.subarray(0, length);
}

/** Reads lists of FTS5, newest first: what a newer one says of a row holds. */
export interface Weigher {
  /** A list begins, or is begun anew further on. */
  begin(): void;
  /**
   * Reads on over these bytes of a page. `wholeRowAt` is where on it a row stands that is no difference to the one before.
   * Returns true where all rows are passed.
   */
  take(page: Buffer, from: number, to: number, wholeRowAt: number): boolean;
  /** In how many rows the word stands. */
  count(): number;
}

/**
 * A list has for each row the difference to the one before, twice the number of bytes that its positions take, and the
 * positions, which may go on over the page. Where there are none, the row has lost the word.
 */
export function createWeigher({ rows, weights }: WeightsOfRows, columnWeights: readonly number[]): Weigher {
  const end = rows.length;
  let place = 0;
  let row = 0;
  let count = 0;
  /** Positions that go on over the page, and how many bytes of them are to come. */
  let begun: Buffer | null = null;
  let missing = 0;

  return {
    begin: () => {
      place = 0;
      row = 0;
      begun = null;
    },
    count: () => count,
    take: (page, from, to, wholeRowAt) => {
      let at = from;
      if (begun !== null) {
        const rest = page.subarray(at, Math.min(at + missing, to));
        begun = Buffer.concat([begun, rest]);
        missing -= rest.length;
        if (missing > 0) return false;
        if (place < end && rows[place] === row) {
          count += note(weights, place, begun, 0, begun.length, columnWeights);
        }
        begun = null;
        at += rest.length;
      } else if (wholeRowAt > at) at = wholeRowAt;
      // Copies: variables outside of a function take longer to reach, and this is done a million times.
      let rowNow = row;
      let placeNow = place;
      let countNow = count;
      const [all, noted, weightsOfColumns, last] = [rows, weights, columnWeights, end];
      while (at < to) {
        const isWhole = at === wholeRowAt;
        const numberAt = at;
        let byte = page[at++]!;
        let small = byte & 127;
        // In four bytes it is an integer, with which the machine is quicker.
        while (byte >= 128 && at < numberAt + 4) {
          byte = page[at++]!;
          small = (small << 7) | (byte & 127);
        }
        let difference = small;
        while (byte >= 128 && at < numberAt + 8) {
          byte = page[at++]!;
          difference = difference * 128 + (byte & 127);
        }
        if (byte >= 128) difference = readNegative(page, at++);
        rowNow = isWhole ? difference : rowNow + difference;
        byte = page[at++]!;
        let size = byte & 127;
        while (byte >= 128) {
          byte = page[at++]!;
          size = (size << 7) | (byte & 127);
        }
        size >>= 1;
        // Most are near, and how near cannot be foreseen: to count which of the next are passed is quicker than to look.
        if (placeNow + 4 <= last) {
          placeNow +=
            +(all[placeNow]! < rowNow) +
            +(all[placeNow + 1]! < rowNow) +
            +(all[placeNow + 2]! < rowNow) +
            +(all[placeNow + 3]! < rowNow);
        }
        while (placeNow < last && all[placeNow]! < rowNow) placeNow++;
        if (at + size > to) {
          begun = page.subarray(at, to);
          missing = at + size - to;
          break;
        }
        if (placeNow === last) break;
        if (all[placeNow] === rowNow) {
          countNow += note(noted, placeNow, page, at, at + size, weightsOfColumns);
        }
        at += size;
      }
      row = rowNow;
      place = placeNow;
      count = countNow;
      return place === end;
    },
  };
}

/** Returns 1 where the row holds the word. */
function note(
  weights: Uint16Array,
  place: number,
  positions: Buffer,
  from: number,
  to: number,
  columnWeights: readonly number[],
): 0 | 1 {
  const former = weights[place]!;
  if (former !== absent && former !== unneeded) return 0;
  const holds = to > from;
  weights[place] =
    holds && former === absent
      ? Math.min(weighPositions(positions, from, to, columnWeights), greatest)
      : none;
  return holds ? 1 : 0;
}

/** Each position is the difference to the one before, plus two; a one, and a number behind it, lead over to a column. */
function weighPositions(
  positions: Buffer,
  from: number,
  to: number,
  columnWeights: readonly number[],
): number {
  const lastColumn = columnWeights.length - 1;
  let at = from;
  let sum = 0;
  for (let column = 0; column < lastColumn && at < to; ) {
    let byte = positions[at++]!;
    if (byte === 1) column = positions[at++]!;
    else {
      while (byte >= 128) byte = positions[at++]!;
      sum += columnWeights[column]!;
    }
  }
  // In the last column, as many as there are bytes which end a number.
  let count = 0;
  for (; at < to; at++) count += 1 - (positions[at]! >> 7);
  return sum + count * columnWeights[lastColumn]!;
}

/** Only a row below zero takes nine bytes; the ninth, `last`, has eight bits. */
function readNegative(page: Buffer, last: number): number {
  let number = 0n;
  for (let at = last - 8; at < last; at++) number = (number << 7n) | BigInt(page[at]! & 127);
  return Number(BigInt.asIntN(64, (number << 8n) | BigInt(page[last]!)));
}
