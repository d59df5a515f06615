import type { Column, Columns } from '../columns.ts';
import type { SelectedRows } from '../lists/selected-rows.ts';
import { firstDatedRow, firstRowAt, monthOfRow } from '../places.ts';

/** How often each code occurs among the selected rows. */
export function countCodes(column: Column, { first, end, places, others }: SelectedRows): Uint32Array {
  if (places !== null) return countAt(column, places);
  const all = countInRange(column, first, end);
  return others === null ? all : subtract(all, countAt(column, others));
}

function subtract(from: Uint32Array, counts: Uint32Array): Uint32Array {
  return counts.map((count, code) => from[code]! - count);
}

function countInRange(column: Column, first: number, end: number): Uint32Array {
  const { starts, codes, counts: all } = column;
  const [start, stop] = starts === null ? [first, end] : [starts[first]!, starts[end]!];
  if (stop - start === codes.length) return all;
  const counts = new Uint32Array(all.length);
  for (let i = start; i < stop; i++) counts[codes[i]!]! += 1;
  return counts;
}

function countAt({ starts, codes, counts: all }: Column, places: Uint32Array): Uint32Array {
  const counts = new Uint32Array(all.length);
  if (starts === null) {
    for (let i = 0; i < places.length; i++) counts[codes[places[i]!]!]! += 1;
    return counts;
  }
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const start = starts[place]!;
    if (start === codes.length) break;
    const size = starts[place + 1]! - start;
    // Most have one value or none: to count one or nothing of what stands there is quicker than to ask.
    counts[codes[start]!]! += 1 - ((size - 1) >>> 31);
    for (let value = 1; value < size; value++) counts[codes[start + value]!]! += 1;
  }
  return counts;
}

/** How many of the selected rows each month has, the latest one first. */
export function countMonths(
  { rows }: Columns,
  { first, end, places, others }: SelectedRows,
): ReadonlyMap<string, number> {
  const rowsAt = (list: Uint32Array) => ({
    count: list.length,
    rowAt: (index: number) => rows[list[index]!]!,
  });
  if (places !== null) return countRowsByMonth(rowsAt(places));
  const all = countRowsByMonth({ count: end - first, rowAt: (index) => rows[first + index]! });
  if (others === null) return all;
  const less = countRowsByMonth(rowsAt(others));
  return new Map(Array.from(all, ([month, count]) => [month, count - (less.get(month) ?? 0)]));
}

/** Rows that ascend. */
interface Rows {
  readonly count: number;
  readonly rowAt: (index: number) => number;
}

/** Rows ascend in time, so that a month ends where the next one starts. */
function countRowsByMonth(selected: Rows): ReadonlyMap<string, number> {
  const months: [month: string, count: number][] = [];
  for (let start = findFirst(selected, firstDatedRow, 0); start < selected.count; ) {
    const month = monthOfRow(selected.rowAt(start));
    const end = findFirst(selected, firstRowAt(monthAfter(month)), start);
    months.push([month, end - start]);
    start = end;
  }
  return new Map(months.reverse());
}

/** The first, from one on, that is not before this row. */
function findFirst({ count, rowAt }: Rows, row: number, from: number): number {
  let [low, high] = [from, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rowAt(middle) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 1)).toISOString();
}
