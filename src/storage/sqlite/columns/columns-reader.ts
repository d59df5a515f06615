import type { ColumnSource, Columns } from '../columns.ts';
import type { Connection } from '../connection.ts';
import type { RowRange } from '../lists/selection.ts';
import { rowsPerDay } from '../places.ts';
import { openColumnsFile } from './columns-file.ts';
import { loadColumns, loadRows } from './columns-load.ts';
import { mergeColumns, replaceEntities } from './columns-merge.ts';

/** How columns are read. */
export interface ColumnOptions {
  readonly prepare: Prepare;
  /** Where they are kept from one start to the next; null: nowhere. */
  readonly files: ColumnFiles | null;
}

/** Runs what takes its time once, and makes many reads quick. */
export type Prepare = <Result>(work: () => Result) => Result;

export interface ColumnFiles {
  readonly folder: string;
  /** Fewer rows than these are read from the database in a moment. */
  readonly fewestRows: number;
}

/** Columns, and the state of the database that they show. */
export interface DatedColumns {
  readonly columns: Columns;
  readonly asOf: State;
  /** How many rows there were when it was found out which words are the commonest. */
  readonly rowsAtFirst: number;
  /** Rows that are not, or not so, in the file that keeps them. */
  readonly unsaved: number;
}

/** Everything that was written by then has a version, and left a vacancy, up to these. */
export interface State {
  readonly version: number;
  readonly vacancy: number;
}

/** The columns of a table as they are now. Only what has changed since the last call is read, or since they were kept. */
export function createColumnReader(
  connection: Connection,
  source: ColumnSource,
  { prepare, files }: ColumnOptions,
): () => Columns {
  const file = files === null ? null : openColumnsFile(connection, files.folder, source);
  let known: DatedColumns | null = null;

  function readNow(asOf: State): DatedColumns {
    const former = known ?? file?.read() ?? null;
    const current =
      former === null || isTooOld(connection, former)
        ? loadAnew(connection, source, asOf)
        : bringUpToDate(connection, source, former, asOf);
    if (file === null || current.unsaved <= savedLate * current.columns.rows.length) return current;
    if (current.columns.rows.length >= files!.fewestRows) file.write(current);
    return { ...current, unsaved: 0 };
  }

  return () => {
    const asOf = readState(connection);
    if (known?.asOf.version !== asOf.version || known.asOf.vacancy !== asOf.vacancy) {
      known = prepare(() => readNow(asOf));
    }
    return known.columns;
  };
}

/** The share of rows that may have to be read again after a start. */
const savedLate = 1 / 20;

function readState(connection: Connection): State {
  return connection.get<State>(
    'select latest as version, coalesce((select max(number) from vacancies), 0) as vacancy from clock',
  )!;
}

/** Whether it is no longer told what has changed since, or, of twice as many rows, other words may be the commonest. */
function isTooOld(connection: Connection, { columns, asOf, rowsAtFirst }: DatedColumns): boolean {
  const { oldest } = connection.get<{ oldest: number }>(
    'select coalesce(min(number), 0) as oldest from vacancies',
  )!;
  return asOf.vacancy < oldest - 1 || columns.rows.length > 2 * rowsAtFirst;
}

function loadAnew(connection: Connection, source: ColumnSource, asOf: State): DatedColumns {
  const columns = loadColumns(connection, source);
  return { columns, asOf, rowsAtFirst: columns.rows.length, unsaved: columns.rows.length };
}

function bringUpToDate(
  connection: Connection,
  source: ColumnSource,
  former: DatedColumns,
  asOf: State,
): DatedColumns {
  const changed = Float64Array.from(
    connection.column(source.changedRows, { version: former.asOf.version }),
  ).sort();
  const vacancies = connection.all<{ kind: string; row: number; into_row: number | null }>(
    'select kind, row, into_row from vacancies where number > :vacancy order by number',
    { vacancy: former.asOf.vacancy },
  );
  const merged = vacancies.filter(({ kind, into_row }) => kind === 'entities' && into_row !== null);
  const left = vacancies.filter(({ kind }) => kind === source.table);
  const current = replaceEntities(
    former.columns,
    merged.map(({ row, into_row }) => [row, into_row!]),
  );
  const gone = new Set([...changed, ...left.map(({ row }) => row)]);
  const columns =
    gone.size === 0
      ? current
      : mergeColumns(current, gone, loadRows(connection, source, current, changed, rangesOf(changed)));
  return { ...former, columns, asOf, unsaved: former.unsaved + gone.size };
}

/** Few ranges that hold all these rows: what lies within a day is read as one, with what else is there. */
function rangesOf(rows: Float64Array): readonly RowRange[] {
  const ranges: RowRange[] = [];
  let start = rows[0];
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    if (next !== undefined && next - row < rowsPerDay) return;
    ranges.push({ start: start!, end: row + 1 });
    start = next;
  });
  return ranges;
}
