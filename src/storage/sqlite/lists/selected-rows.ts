import type { Codes, Columns } from '../columns.ts';
import type { Connection } from '../connection.ts';
import { keepFirstPlaces } from '../copies/first-places.ts';
import type { FindHolders } from '../search/holders.ts';
import { combineFilters } from './filters.ts';
import { takeRoom } from './room.ts';
import { type Filter, type RowTest, type Selection, selectNextRows } from './selection.ts';

/** What is selected among all rows, by their places; until the next is selected. */
export interface SelectedRows extends Places {
  readonly count: number;
  /** Those in the range that are not selected, ascending, where they are listed in place of those that are. */
  readonly others: Uint32Array | null;
}

interface Places {
  /** `[first, end)` */
  readonly first: number;
  readonly end: number;
  /** Those of them that are meant, ascending; null: all. */
  readonly places: Uint32Array | null;
}

/** Filters are tested in memory where they can be, and asked of the database where not. */
export function selectInMemory(
  connection: Connection,
  selection: Selection,
  columns: Columns,
  findHolders: FindHolders,
): SelectedRows {
  const { rows } = columns;
  const end = findPlace(rows, selection.range.end);
  const first = Math.min(findPlace(rows, selection.range.start), end);
  const range: Places = { first, end, places: null };
  let selected: SelectedRows = { ...range, count: end - first, others: null };
  const tests = new Map(selection.filters.map((filter) => [filter, findTest(columns, filter.test)]));
  const untested = selection.filters.filter((filter) => tests.get(filter) === null);
  const holders = findSearched(untested, rows.subarray(first, end), findHolders);
  if (holders !== null) {
    for (let i = 0; i < holders.length; i++) holders[i]! += first;
    selected = listed(range, holders);
  } else if (untested.length > 0) {
    const { sources, conditions } = combineFilters(untested, selection.all);
    selected = listed(range, readPlaces(connection, { ...selection, sources, conditions }, rows));
  }
  for (const test of tests.values()) if (test !== null) selected = keepPassing(selected, test);
  return selection.isOnce ? listed(range, keepFirstPlaces(listAll(selected), columns)) : selected;
}

function listed(range: Places, places: Uint32Array): SelectedRows {
  return { ...range, places, count: places.length, others: null };
}

/** The rows that hold the words, where these are all that is asked of the database. */
function findSearched(
  filters: readonly Filter[],
  rows: Float64Array,
  findHolders: FindHolders,
): Uint32Array | null {
  const [filter, ...others] = filters;
  if (filter?.test === undefined || others.length > 0 || !('match' in filter.test)) return null;
  const { words } = filter.test;
  return words === null ? null : findHolders(words, rows);
}

/** Lists those of some places whose rows pass, or with 0 those whose rows do not: in their stead, where they are listed. */
type Test = (places: Places, wanted: 0 | 1) => Uint32Array;

/** What most pass of millions is told by those that do not. */
function keepPassing(selected: SelectedRows, test: Test): SelectedRows {
  if (selected.places === null && selected.others === null && doMostPass(selected, test)) {
    const others = test(selected, 0);
    return { ...selected, others, count: selected.count - others.length };
  }
  const places = selected.others === null ? selected.places : listAllBut(selected.others, selected);
  return listed(selected, test({ ...selected, places }, 1));
}

const sampleSize = 1000;

function doMostPass({ first, end, count }: SelectedRows, test: Test): boolean {
  const size = Math.min(sampleSize, count);
  const places = Uint32Array.from({ length: size }, (_, i) => first + Math.floor((i * count) / size));
  return 2 * test({ first, end, places }, 1).length > size;
}

function listAll({ places, others, ...range }: SelectedRows): Uint32Array {
  return places ?? listAllBut(others ?? new Uint32Array(0), range);
}

function listAllBut(others: Uint32Array, { first, end }: Pick<Places, 'first' | 'end'>): Uint32Array {
  const places = new Uint32Array(end - first - others.length);
  let next = 0;
  let length = 0;
  for (let place = first; place < end; place++) {
    if (others[next] === place) next++;
    else places[length++] = place;
  }
  return places;
}

/** Null where what is in memory cannot tell. */
function findTest({ columns, words }: Columns, test: RowTest | undefined): Test | null {
  if (test === undefined) return null;
  if ('match' in test) {
    const number = words.matches.indexOf(test.match.toLowerCase());
    if (number === -1) return null;
    const held = test.negated ? 0 : 1;
    return (places, wanted) =>
      findByBit(places, words.bits[number >> 5]!, number & 31, held === wanted ? 1 : 0);
  }
  const column = columns[test.column];
  if (column === undefined || column.starts !== null) return null;
  const { codes, counts, labels } = column;
  const passes = Uint8Array.from(counts, (_, code) => {
    const label = labels!.labelOf(code);
    return label !== null && test.accepts(label) ? 1 : 0;
  });
  return (places, wanted) =>
    findByCode(places, codes, wanted === 1 ? passes : passes.map((each) => 1 - each));
}

// Whether a row passes cannot be foreseen, and a branch would cost several times as much: each place is written, and the
// next one over it where it has not passed.

function findByCode({ first, end, places }: Places, codes: Codes, wanted: Uint8Array): Uint32Array {
  const count = places === null ? end - first : places.length;
  const found = places ?? takeRoom(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    const place = places === null ? first + i : places[i]!;
    found[length] = place;
    length += wanted[codes[place]!]!;
  }
  return found.subarray(0, length);
}

function findByBit(
  { first, end, places }: Places,
  bits: Uint32Array,
  number: number,
  wanted: 0 | 1,
): Uint32Array {
  const count = places === null ? end - first : places.length;
  const found = places ?? takeRoom(count);
  const flip = 1 - wanted;
  let length = 0;
  for (let i = 0; i < count; i++) {
    const place = places === null ? first + i : places[i]!;
    found[length] = place;
    length += ((bits[place]! >>> number) & 1) ^ flip;
  }
  return found.subarray(0, length);
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
