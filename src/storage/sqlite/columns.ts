import type { Connection } from './connection.ts';
import type { SqlValue } from './driver.ts';
import { endOfRows } from './places.ts';

/**
 * What the rows of a table have, column by column, in memory: counting a value of a million rows takes milliseconds. A row
 * has any number of values in a column, each a number: a place in {@link Column.labels}, or the row of an entity.
 */
export interface Columns {
  /** Ascending. */
  readonly rows: Float64Array;
  readonly columns: Readonly<Record<string, Column>>;
}

export interface Column {
  /** The values of row `i` are `codes[starts[i]]` up to `codes[starts[i + 1]]`; one start more than there are rows. */
  readonly starts: Uint32Array;
  readonly codes: Uint32Array;
  /** One more than the highest code. */
  readonly codeCount: number;
  /** Null: the codes are rows of entities. */
  readonly labels: Labels | null;
}

/** Where the columns of a table are read from. */
export interface ColumnSource {
  readonly table: 'articles' | 'quotes';
  /** SQL for the rows from `:start` on, as `row`, ascending, at most `:limit` of them. */
  readonly rows: string;
  /** SQL for the rows of articles written since `:version`, as `row`. */
  readonly changedRows: string;
  readonly columns: Readonly<
    Record<string, { readonly sql: (rows: RowCondition) => string; readonly ofEntities: boolean }>
  >;
}

/** SQL that says of a column that it holds one of the rows asked for. */
export type RowCondition = (row: string) => string;

/** Numbers for texts. */
export interface Labels {
  codeOf(label: string): number;
  labelOf(code: number): string;
}

/** Runs what takes its time once, and makes many reads quick. */
export type Prepare = <Result>(work: () => Result) => Result;

/** The columns of a table as they are now. Only what has changed since the last call is read. */
export function createColumnReader(
  connection: Connection,
  source: ColumnSource,
  prepare: Prepare,
): () => Columns {
  const labels = Object.fromEntries(
    Object.entries(source.columns).map(([name, { ofEntities }]) => [
      name,
      ofEntities ? null : createLabels(),
    ]),
  );
  let seen: State | null = null;
  let kept: Columns = load(connection, source, labels, new Float64Array(0), []);
  return () => {
    const state = readState(connection);
    if (seen === null || seen.vacancy < state.oldestVacancy - 1) {
      kept = prepare(() => loadAll(connection, source, labels));
    } else if (seen.version !== state.version || seen.vacancy !== state.vacancy) {
      kept = bringUpToDate(connection, source, labels, kept, seen);
    }
    seen = state;
    return kept;
  };
}

interface State {
  readonly version: number;
  readonly vacancy: number;
  readonly oldestVacancy: number;
}

function readState(connection: Connection): State {
  return connection.get<State>(
    `select (select latest from clock) as version, coalesce((select max(number) from vacancies), 0) as vacancy,
            coalesce((select min(number) from vacancies), 0) as oldestVacancy`,
  )!;
}

type LabelsOfColumns = Readonly<Record<string, Labels | null>>;

/** Rows that are read at a time. */
const chunk = 10_000;

function loadAll(connection: Connection, source: ColumnSource, labels: LabelsOfColumns): Columns {
  const { count } = connection.get<{ count: number }>('select count from totals where name = :table', {
    table: source.table,
  })!;
  const rows = createNumbers(Float64Array, count);
  const ranges: Record<string, SqlValue>[] = [];
  for (let start = 1, isMore = true; isMore; ) {
    const part = connection.column(source.rows, { start, limit: chunk });
    for (const row of part) rows.add(row);
    isMore = part.length === chunk;
    const end = isMore ? part.at(-1)! + 1 : endOfRows;
    ranges.push({ start, end });
    start = end;
  }
  return load(connection, source, labels, rows.all(), ranges, (row) => `${row} >= :start and ${row} < :end`);
}

function bringUpToDate(
  connection: Connection,
  source: ColumnSource,
  labels: LabelsOfColumns,
  former: Columns,
  seen: State,
): Columns {
  const changed = Float64Array.from(connection.column(source.changedRows, { version: seen.version })).sort();
  const vacancies = connection.all<{ kind: string; row: number; into_row: number | null }>(
    'select kind, row, into_row from vacancies where number > :vacancy order by number',
    { vacancy: seen.vacancy },
  );
  for (const { kind, row, into_row } of vacancies) {
    if (kind === 'entities' && into_row !== null) replaceEntity(former, row, into_row);
  }
  const gone = new Set(changed);
  for (const { kind, row } of vacancies) if (kind === source.table) gone.add(row);
  if (gone.size === 0) return former;
  const parameters = { rows: JSON.stringify([...changed]) };
  const isChanged: RowCondition = (row) => `${row} in (select value from json_each(:rows))`;
  return merge(former, gone, load(connection, source, labels, changed, [parameters], isChanged));
}

/** Loads the columns of these rows, which one statement for each of `parts` brings. */
function load(
  connection: Connection,
  source: ColumnSource,
  labels: LabelsOfColumns,
  rows: Float64Array,
  parts: readonly Readonly<Record<string, SqlValue>>[],
  condition: RowCondition = () => 'false',
): Columns {
  const columns = Object.entries(source.columns).map(([name, { sql }]): [string, Column] => {
    const ofColumn = labels[name] ?? null;
    const starts = new Uint32Array(rows.length + 1);
    const codes = createNumbers(Uint32Array, rows.length);
    let at = 0;
    for (const parameters of parts) {
      for (const [row, value] of connection.tuples(sql(condition), parameters)) {
        while (at < rows.length && rows[at]! < (row as number)) starts[++at] = codes.length();
        codes.add(ofColumn === null ? (value as number) : ofColumn.codeOf(String(value)));
      }
    }
    while (at < rows.length) starts[++at] = codes.length();
    return [name, makeColumn(starts, codes.all(), ofColumn)];
  });
  return { rows, columns: Object.fromEntries(columns) };
}

/** The rows of both; those that are gone are left out of the former ones. */
function merge(former: Columns, gone: ReadonlySet<number>, added: Columns): Columns {
  const rows = new Float64Array(former.rows.length + added.rows.length);
  /** Where each row comes from: a place among the added ones, or a place among the former ones, below zero. */
  const from = new Int32Array(rows.length);
  let length = 0;
  let next = 0;
  const take = (row: number, place: number): void => {
    rows[length] = row;
    from[length++] = place;
  };
  former.rows.forEach((row, place) => {
    for (; next < added.rows.length && added.rows[next]! < row; next++) take(added.rows[next]!, next);
    if (!gone.has(row)) take(row, -1 - place);
  });
  for (; next < added.rows.length; next++) take(added.rows[next]!, next);
  const places = from.subarray(0, length);
  const columns = Object.entries(added.columns).map(([name, column]): [string, Column] => [
    name,
    mergeColumn(former.columns[name]!, column, places),
  ]);
  return { rows: rows.slice(0, length), columns: Object.fromEntries(columns) };
}

function mergeColumn(former: Column, added: Column, places: Int32Array): Column {
  const starts = new Uint32Array(places.length + 1);
  const codes = new Uint32Array(former.codes.length + added.codes.length);
  let length = 0;
  places.forEach((place, i) => {
    const column = place < 0 ? former : added;
    const at = place < 0 ? -1 - place : place;
    for (let code = column.starts[at]!; code < column.starts[at + 1]!; code++)
      codes[length++] = column.codes[code]!;
    starts[i + 1] = length;
  });
  return makeColumn(starts, codes.slice(0, length), added.labels);
}

function makeColumn(starts: Uint32Array, codes: Uint32Array, labels: Labels | null): Column {
  return {
    starts,
    codes,
    codeCount: codes.reduce((highest, code) => Math.max(highest, code + 1), 0),
    labels,
  };
}

/** A merge of entities writes no quote anew, unless both stood in it. */
function replaceEntity({ columns }: Columns, from: number, into: number): void {
  for (const { codes, labels } of Object.values(columns)) {
    if (labels !== null) continue;
    for (let i = codes.indexOf(from); i !== -1; i = codes.indexOf(from, i + 1)) codes[i] = into;
  }
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

function createLabels(): Labels {
  const codes = new Map<string, number>();
  const labels: string[] = [];
  return {
    codeOf: (label) => {
      const code = codes.get(label) ?? labels.push(label) - 1;
      codes.set(label, code);
      return code;
    },
    labelOf: (code) => labels[code]!,
  };
}
