import type { Codes, Column, Columns } from '../columns.ts';
import type { Connection } from '../connection.ts';
import { combineFilters } from './filters.ts';
import { type RowTest, type Selection, selectNextRows } from './selection.ts';

/** What is selected among all rows, by their places: those of a list, ascending, or all from `first` on. */
export interface SelectedRows {
  readonly count: number;
  readonly first: number;
  readonly places: Uint32Array | null;
  /** The places that are not selected, where they are fewer. */
  readonly others: Uint32Array | null;
}

/** Filters are tested in memory where they can be, and asked of the database where not. */
export function selectInMemory(connection: Connection, selection: Selection, columns: Columns): SelectedRows {
  const { rows } = columns;
  const first = findPlace(rows, selection.range.start);
  let selected: Selected = { first, count: findPlace(rows, selection.range.end) - first, places: null };
  const tests = new Map(selection.filters.map((filter) => [filter, findTest(columns, filter.test)]));
  const untested = selection.filters.filter((filter) => tests.get(filter) === null);
  if (untested.length > 0) {
    const { sources, conditions } = combineFilters(untested, selection.all);
    selected = listed(readPlaces(connection, { ...selection, sources, conditions }, rows));
  }
  for (const keep of tests.values()) if (keep !== null) selected = listed(keep(selected));
  const { places, count } = selected;
  return {
    ...selected,
    others: places !== null && 2 * count > rows.length ? findOthers(places, rows.length) : null,
  };
}

type Selected = Omit<SelectedRows, 'others'>;

function listed(places: Uint32Array): Selected {
  return { first: 0, count: places.length, places };
}

/** Null where what is in memory cannot tell. */
function findTest(
  { columns, words }: Columns,
  test: RowTest | undefined,
): ((selected: Selected) => Uint32Array) | null {
  if (test === undefined) return null;
  if ('match' in test) {
    const number = words.matches.indexOf(test.match.toLowerCase());
    if (number === -1) return null;
    return (selected) => keepByBit(selected, words.bits[number >> 5]!, number & 31, test.negated ? 1 : 0);
  }
  const column = columns[test.column];
  if (column === undefined || column.starts !== null) return null;
  const { codes, counts, labels } = column;
  const passes = Uint8Array.from(counts, (_, code) => {
    const label = labels!.labelOf(code);
    return label !== null && test.accepts(label) ? 1 : 0;
  });
  return (selected) => keepByCode(selected, codes, passes);
}

// Whether a row passes cannot be foreseen, and a branch would cost several times as much: each place is written, and the
// next one over it where it has not passed.

function keepByCode({ first, count, places }: Selected, codes: Codes, passes: Uint8Array): Uint32Array {
  const kept = new Uint32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    const place = places === null ? first + i : places[i]!;
    kept[length] = place;
    length += passes[codes[place]!]!;
  }
  return kept.subarray(0, length);
}

function keepByBit(
  { first, count, places }: Selected,
  bits: Uint32Array,
  number: number,
  unwanted: 0 | 1,
): Uint32Array {
  const kept = new Uint32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    const place = places === null ? first + i : places[i]!;
    kept[length] = place;
    length += ((bits[place]! >>> number) & 1) ^ unwanted;
  }
  return kept.subarray(0, length);
}

function findOthers(places: Uint32Array, rowCount: number): Uint32Array {
  const isOther = new Uint8Array(rowCount).fill(1);
  for (let i = 0; i < places.length; i++) isOther[places[i]!] = 0;
  const others = new Uint32Array(rowCount);
  let length = 0;
  for (let place = 0; place < rowCount; place++) {
    others[length] = place;
    length += isOther[place]!;
  }
  return others.subarray(0, length);
}

/** Rows that are read at a time: many more would have to stay in memory together. */
const chunk = 10_000;

function readPlaces(connection: Connection, selection: Selection, rows: Float64Array): Uint32Array {
  const { sources, parameters, range } = selection;
  if (sources.length === 0) return new Uint32Array(0);
  const sql = selectNextRows(selection, 'asc');
  const parts: Uint32Array[] = [];
  let { start } = range;
  let place = 0;
  for (let isMore = true; isMore; ) {
    const found = connection.column(sql, { ...parameters, start, end: range.end, limit: chunk });
    const part = new Uint32Array(found.length);
    for (let i = 0; i < found.length; i++) {
      place = findPlace(rows, found[i]!, place);
      part[i] = place;
    }
    parts.push(part);
    isMore = found.length === chunk;
    start = found.at(-1)! + 1;
  }
  return join(parts);
}

function join(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const part of parts) {
    all.set(part, length);
    length += part.length;
  }
  return all;
}

/** The place of the first row that is not before this one; `from`: looked for from there on, nearest first. */
export function findPlace(rows: Float64Array, row: number, from = 0): number {
  let low = from;
  let step = 1;
  while (low + step <= rows.length && rows[low + step - 1]! < row) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, rows.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How often each code occurs among the selected rows. */
export function countCodes(column: Column, { first, count, places, others }: SelectedRows): Uint32Array {
  if (places === null) return countInRange(column, first, first + count);
  if (others === null) return countAt(column, places);
  const counts = countAt(column, others);
  for (let code = 0; code < counts.length; code++) counts[code] = column.counts[code]! - counts[code]!;
  return counts;
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
    const end = starts[place + 1]!;
    for (let value = starts[place]!; value < end; value++) counts[codes[value]!]! += 1;
  }
  return counts;
}
