import type { SqlParameters } from '../driver.ts';
import { endOfRows, firstDatedRow, firstRowAfterDay, firstRowAt } from '../places.ts';

/**
 * What a list holds, as SQL: rows of `articles` or `quotes` that at least one source brings and all conditions allow.
 *
 * A source is an index that already stands in the order of the rows (everything a speaker said, every hit of a word), so
 * that a page is read off its end and nothing is sorted. Several of them are merged, each read no further than a page.
 */
export interface Selection {
  /** None: the list is empty. */
  readonly sources: readonly Source[];
  /** SQL over the alias of {@link Selection.table}, joined by "and". */
  readonly conditions: readonly string[];
  readonly parameters: SqlParameters;
  /** The table that the conditions speak of, and its alias in them. */
  readonly table: { readonly name: 'articles' | 'quotes'; readonly alias: 'a' | 'q' };
  readonly range: RowRange;
  /** What {@link Selection.sources} and {@link Selection.conditions} are made of, and what brings rows without filters. */
  readonly filters: readonly Filter[];
  readonly all: Source;
  /** Whether, of places of one quote or copies of one story, the earliest alone is selected: one of the conditions, too. */
  readonly isOnce: boolean;
  /** SQL for how many are selected, as `count`, where that is kept somewhere; null where they have to be counted. */
  readonly counter: string | null;
}

export interface Source {
  /** A table with its alias. */
  readonly from: string;
  /** The column that holds the row. */
  readonly row: string;
  readonly where: string | null;
  /** Where words bring the rows; otherwise null. */
  readonly relevance: Relevance | null;
}

export interface Relevance {
  /** SQL for how little relevant a row is. */
  readonly sql: string;
  /** What has to be in a row, where that are words alone; otherwise null. */
  readonly words: readonly string[] | null;
}

/** A filter, in all of its roles: as that which brings the rows, and as a condition on rows that another brings. */
export interface Filter {
  /** Null where it can only be a condition. */
  readonly sources: readonly Source[] | null;
  readonly condition: string;
  /** The same in memory; none where only SQL can tell. */
  readonly test?: RowTest;
}

/** What tells of a row whether it passes, by what is in memory of it: see {@link Columns}. */
export type RowTest =
  | { readonly column: string; readonly accepts: (label: string) => boolean }
  /** FTS5's expression for a word; what is in memory may not tell of one so rare. `words`: see {@link Relevance.words}. */
  | { readonly match: string; readonly negated: boolean; readonly words: readonly string[] | null };

/** `[start, end)` */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** The rows of these days, both included; without days all rows that lists show, also those without a date. */
export function rangeOfDays(from: string | null, to: string | null): RowRange {
  if (from === null && to === null) return { start: 1, end: endOfRows };
  return {
    start: from === null ? firstDatedRow : Math.max(firstRowAt(from), firstDatedRow),
    end: to === null ? endOfRows : firstRowAfterDay(to),
  };
}

/**
 * SQL for the rows of one source, as a column `row`, within `:start` and `:end`; `order` ends the
 * statement, `column` is one more that it brings.
 */
export function selectRows(
  selection: Selection,
  source: Source,
  order = '',
  column: string | null = null,
): string {
  const { name, alias } = selection.table;
  const ownTable = source.row === `${alias}.row`;
  const joined = ownTable || selection.conditions.length === 0;
  // A cross join keeps the source on the outside, whatever SQLite's planner thinks of it.
  const from = joined
    ? source.from
    : `${source.from} cross join ${name} ${alias} on ${alias}.row = ${source.row}`;
  const conditions = [
    ...(source.where === null ? [] : [source.where]),
    isInRange(source.row),
    ...selection.conditions,
  ];
  return `select ${source.row} as row${column === null ? '' : `, ${column}`} from ${from} where ${conditions.join(' and ')} ${order}`;
}

/** SQL that a row lies within `:start` and `:end`. FTS5 goes there at once where they are integers; the driver binds reals. */
export function isInRange(row: string): string {
  return `${row} >= cast(:start as integer) and ${row} < cast(:end as integer)`;
}

export type Direction = 'asc' | 'desc';

/** SQL for the next `:limit` selected rows in this order, each once, as a column `row`, within `:start` and `:end`. */
export function selectNextRows(selection: Selection, direction: Direction): string {
  const parts = selection.sources.map((source) =>
    selectRows(selection, source, `order by ${source.row} ${direction} limit :limit`),
  );
  if (parts.length === 1) return parts[0]!;
  return `${parts.map((part) => `select row from (${part})`).join(' union ')} order by row ${direction} limit :limit`;
}

/** SQL for all selected rows, each once, as a column `row`, within `:start` and `:end`. */
export function selectAllRows(selection: Selection): string {
  return selection.sources.map((source) => selectRows(selection, source)).join(' union ');
}
