import type { Codes, Column, ColumnDefinition, ColumnSource, Columns, Labels } from '../columns.ts';
import type { Connection } from '../connection.ts';
import type { RowRange } from '../lists/selection.ts';
import { endOfRows } from '../places.ts';
import { findCommonWords, readWordBits } from './common-words.ts';

/** Reads the columns of all rows out of the database, and which words are the commonest. */
export function loadColumns(connection: Connection, source: ColumnSource): Columns {
  const { rows, ranges } = readAllRows(connection, source);
  const labels = mapValues(source.columns, ({ values }) => createLabels(values));
  return readColumns(connection, source, labels, findCommonWords(connection, source, rows), rows, ranges);
}

/** Reads those of these rows, which all lie in these ranges. They fit to former ones: labels and words keep their numbers. */
export function loadRows(
  connection: Connection,
  source: ColumnSource,
  former: Columns,
  rows: Float64Array,
  ranges: readonly RowRange[],
): Columns {
  const labels = mapValues(former.columns, (column) => column.labels);
  return readColumns(connection, source, labels, former.words.matches, rows, ranges);
}

function readColumns(
  connection: Connection,
  source: ColumnSource,
  labels: Readonly<Record<string, Labels | null>>,
  matches: readonly string[],
  rows: Float64Array,
  ranges: readonly RowRange[],
): Columns {
  return {
    rows,
    columns: mapValues(source.columns, (definition, name) =>
      loadColumn(connection, definition, labels[name]!, rows, ranges),
    ),
    words: { matches, bits: readWordBits(connection, source.table, matches, rows, ranges) },
  };
}

/** An object with the same keys. */
export function mapValues<Value, Result>(
  object: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

/** Rows that are read at a time. */
const chunk = 10_000;

function readAllRows(connection: Connection, source: ColumnSource) {
  const { count } = connection.get<{ count: number }>('select count from totals where name = :table', {
    table: source.table,
  })!;
  const rows = createNumbers(Float64Array, count);
  const ranges: RowRange[] = [];
  for (let start = 1, isMore = true; isMore; ) {
    const part = connection.column(source.rows, { start, limit: chunk });
    for (const row of part) rows.add(row);
    isMore = part.length === chunk;
    const end = isMore ? part.at(-1)! + 1 : endOfRows;
    ranges.push({ start, end });
    start = end;
  }
  return { rows: rows.all(), ranges };
}

function loadColumn(
  connection: Connection,
  { sql, values }: ColumnDefinition,
  labels: Labels | null,
  rows: Float64Array,
  ranges: readonly RowRange[],
): Column {
  const starts = values === 'label' || values === 'number' ? null : new Uint32Array(rows.length + 1);
  const codes = createNumbers(Uint32Array, rows.length);
  const isNumber = labels === null || labels === numbers;
  let at = 0;
  const goTo = (row: number): void => {
    for (; at < rows.length && rows[at]! < row; at++) {
      if (starts === null && codes.length() === at) codes.add(0);
      else if (starts !== null) starts[at + 1] = codes.length();
    }
  };
  for (const range of ranges) {
    for (const [row, value] of connection.tuples(sql, { ...range })) {
      goTo(row as number);
      if (rows[at] === row) codes.add(isNumber ? (value as number) : labels.codeOf(String(value)));
    }
  }
  goTo(endOfRows);
  return makeColumn(starts, codes.all(), labels);
}

/** A column with codes of any width. */
export function makeColumn(starts: Uint32Array | null, codes: Codes, labels: Labels | null): Column {
  let codeCount = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= codeCount) codeCount = codes[i]! + 1;
  const counts = new Uint32Array(codeCount);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]! += 1;
  return { starts, codes: narrow(codes, codeCount), counts, labels };
}

function narrow(codes: Codes, codeCount: number): Codes {
  const Narrow = codeCount <= 2 ** 8 ? Uint8Array : codeCount <= 2 ** 16 ? Uint16Array : Uint32Array;
  return codes instanceof Narrow ? codes : new Narrow(codes);
}

/** An array of numbers that grows: an array of JavaScript's own would take several times the memory. */
function createNumbers<Numbers extends Float64Array | Uint32Array>(
  type: new (length: number) => Numbers,
  expected: number,
): { add(number: number): void; length(): number; all(): Numbers } {
  let numbers = new type(Math.max(expected, 8));
  let length = 0;
  return {
    add: (number) => {
      if (length === numbers.length) {
        const larger = new type(Math.ceil(1.5 * length));
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length++] = number;
    },
    length: () => length,
    all: () => (length === numbers.length ? numbers : (numbers.slice(0, length) as Numbers)),
  };
}

/** Numbers stand for themselves. */
const numbers: Labels = { codeOf: Number, labelOf: String, all: null };

/** The labels of a column with such values; null where they are entities. `known`: those that have a number already. */
export function createLabels(
  values: ColumnDefinition['values'],
  known: readonly string[] = [],
): Labels | null {
  if (values === 'entities') return null;
  if (values === 'number') return numbers;
  const all = [...known];
  const codes = new Map(all.map((label, index) => [label, index + 1]));
  return {
    codeOf: (label) => {
      const code = codes.get(label) ?? all.push(label);
      codes.set(label, code);
      return code;
    },
    labelOf: (code) => (code === 0 ? null : all[code - 1]!),
    all,
  };
}
