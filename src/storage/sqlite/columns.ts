import { type ColumnLoader, createColumnLoader } from './columns/columns-load.ts';
import { mergeColumns, replaceEntities } from './columns/columns-merge.ts';
import type { Connection } from './connection.ts';
import type { RowRange } from './lists/selection.ts';
import { rowsPerDay } from './places.ts';

/**
 * What the rows of a table have, column by column, in memory: filtering and counting a million rows by a value takes
 * milliseconds. Values are numbers: places in {@link Column.labels}, or the rows of entities.
 */
export interface Columns {
  /** Ascending. */
  readonly rows: Float64Array;
  readonly columns: Readonly<Record<string, Column>>;
  readonly words: WordBits;
}

export interface Column {
  /**
   * The values of row `i` are `codes[starts[i]]` up to `codes[starts[i + 1]]`; one start more than there are rows.
   * Null: row `i` has `codes[i]` alone.
   */
  readonly starts: Uint32Array | null;
  readonly codes: Codes;
  /** How often each code occurs. */
  readonly counts: Uint32Array;
  /** Null: the codes are rows of entities. */
  readonly labels: Labels | null;
}

/** As narrow as the codes allow. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Numbers for texts; 0 is none. */
export interface Labels {
  codeOf(label: string): number;
  /** Null for 0. */
  labelOf(code: number): string | null;
}

/** Which rows hold the commonest words: to walk the hits of such a word in the index takes longer than all else. */
export interface WordBits {
  /** As FTS5 is asked for them. */
  readonly matches: readonly string[];
  /** For each row, a bit for each word; for each 32 words an array. */
  readonly bits: readonly Uint32Array[];
}

/** Where the columns of a table are read from. */
export interface ColumnSource extends RowSource {
  readonly columns: Readonly<Record<string, ColumnDefinition>>;
  /** SQL for the words of some rows, `:rows` as JSON. */
  readonly texts: string;
  /** Of so many words, the commonest, the bits are kept. */
  readonly mostWords: number;
}

/** The rows of a table that lists show. */
export interface RowSource {
  readonly table: 'articles' | 'quotes';
  /** SQL for those from `:start` on, as `row`, ascending, at most `:limit` of them. */
  readonly rows: string;
  /** SQL for those of articles written since `:version`, as `row`. */
  readonly changedRows: string;
}

export const articleRows: RowSource = {
  table: 'articles',
  rows: 'select row from articles where row >= :start order by row limit :limit',
  changedRows: 'select row from articles where version > :version and row > 0',
};

export const quoteRows: RowSource = {
  table: 'quotes',
  rows: 'select row from quotes indexed by quotes_narrow where row >= :start order by row limit :limit',
  changedRows: `select q.row from articles a cross join quotes q on q.article_row = a.row
                where a.version > :version and q.row > 0`,
};

export interface ColumnDefinition {
  /** SQL for row and value, from the row `:start` up to `:end`, by row. */
  readonly sql: string;
  /** What the values are, and whether a row has one at most. */
  readonly values: 'label' | 'labels' | 'entities' | 'number';
}

/** Runs what takes its time once, and makes many reads quick. */
export type Prepare = <Result>(work: () => Result) => Result;

/** The columns of a table as they are now. Only what has changed since the last call is read. */
export function createColumnReader(
  connection: Connection,
  source: ColumnSource,
  prepare: Prepare,
): () => Columns {
  const loader = createColumnLoader(connection, source);
  let kept: { readonly columns: Columns; readonly asOf: State; readonly rowsAtFirst: number } | null = null;
  return () => {
    const asOf = readState(connection);
    // Of twice as many rows, other words may be the commonest.
    if (
      kept === null ||
      kept.asOf.vacancy < asOf.oldestVacancy - 1 ||
      kept.columns.rows.length > 2 * kept.rowsAtFirst
    ) {
      const columns = prepare(() => loader.loadAll());
      kept = { columns, asOf, rowsAtFirst: columns.rows.length };
    } else if (kept.asOf.version !== asOf.version || kept.asOf.vacancy !== asOf.vacancy) {
      kept = { ...kept, columns: bringUpToDate(connection, source, loader, kept.columns, kept.asOf), asOf };
    }
    return kept.columns;
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

function bringUpToDate(
  connection: Connection,
  source: ColumnSource,
  loader: ColumnLoader,
  former: Columns,
  seen: State,
): Columns {
  const changed = Float64Array.from(connection.column(source.changedRows, { version: seen.version })).sort();
  const vacancies = connection.all<{ kind: string; row: number; into_row: number | null }>(
    'select kind, row, into_row from vacancies where number > :vacancy order by number',
    { vacancy: seen.vacancy },
  );
  const merged = vacancies.filter(({ kind, into_row }) => kind === 'entities' && into_row !== null);
  const left = vacancies.filter(({ kind }) => kind === source.table);
  const current = replaceEntities(
    former,
    merged.map(({ row, into_row }) => [row, into_row!]),
  );
  const gone = new Set([...changed, ...left.map(({ row }) => row)]);
  if (gone.size === 0) return current;
  return mergeColumns(current, gone, loader.load(changed, rangesOf(changed)));
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
