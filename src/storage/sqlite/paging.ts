import type { Page, PagePosition, PageRequest } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import type { Connection } from './connection.ts';
import { firstDatedRow } from './places.ts';
import { type RowRange, type Selection, selectAllRows, selectRows } from './selection.ts';

/** A page of rows; the caller loads what stands in them. */
export interface PageOfRows {
  readonly rows: readonly number[];
  readonly next: PagePosition | null;
}

/**
 * A page in the order of time, by keyset: it starts where the one before ended, whatever came in since. What has no date
 * stands last in both directions.
 */
export function pageByTime(
  connection: Connection,
  selection: Selection,
  direction: 'asc' | 'desc',
  page: PageRequest,
): PageOfRows {
  const rows: number[] = [];
  for (const range of rangesAfter(selection.range, direction, page.after)) {
    if (rows.length <= page.limit && range.start < range.end) {
      rows.push(...readRows(connection, selection, direction, range, page.limit + 1 - rows.length));
    }
  }
  const last = rows[page.limit - 1];
  return rows.length > page.limit && last !== undefined
    ? { rows: rows.slice(0, page.limit), next: [last] }
    : { rows, next: null };
}

/** How many are selected, exactly. */
export function countSelected(connection: Connection, selection: Selection): number {
  if (selection.sources.length === 0) return 0;
  const counter = selection.counter ?? `select count(*) as count from (${selectAllRows(selection)})`;
  return connection.get<{ count: number }>(counter, { ...selection.parameters, ...selection.range })!.count;
}

/** Puts a page together. */
export function makePage<Item>(
  items: readonly Item[],
  next: PagePosition | null,
  total: number | null,
  facets: Page<Item>['facets'] = null,
): Page<Item> {
  return { items, total, next, facets };
}

/** A position that no page of this kind of list can have ended at. */
export function invalidCursor(): OnrecordError {
  return new OnrecordError(
    'invalid-cursor',
    'The cursor does not belong to this query. Start at the first page.',
  );
}

/** The ranges that are still to be visited, in the order in which they are. */
function rangesAfter(
  { start, end }: RowRange,
  direction: 'asc' | 'desc',
  after: PagePosition | null,
): readonly RowRange[] {
  const at = after?.[0];
  if (after !== null && (typeof at !== 'number' || !Number.isSafeInteger(at) || after.length !== 1)) {
    throw invalidCursor();
  }
  if (direction === 'desc') return [{ start, end: typeof at === 'number' ? Math.min(end, at) : end }];
  const dated = { start: Math.max(start, firstDatedRow), end };
  const undated = { start, end: Math.min(end, firstDatedRow) };
  if (typeof at !== 'number') return [dated, undated];
  if (at < firstDatedRow) return [{ start: Math.max(start, at + 1), end: undated.end }];
  return [{ start: Math.max(dated.start, at + 1), end: dated.end }, undated];
}

function readRows(
  connection: Connection,
  selection: Selection,
  direction: 'asc' | 'desc',
  range: RowRange,
  limit: number,
): readonly number[] {
  if (selection.sources.length === 0) return [];
  const parts = selection.sources.map((source) =>
    selectRows(selection, source, `order by ${source.row} ${direction} limit :limit`),
  );
  const sql =
    parts.length === 1
      ? parts[0]!
      : `${parts.map((part) => `select row from (${part})`).join(' union ')} order by row ${direction} limit :limit`;
  return connection
    .all<{ row: number }>(sql, { ...selection.parameters, ...range, limit })
    .map(({ row }) => row);
}
