import { OnrecordError } from '../../../domain/errors.ts';
import type { Page, PagePosition, PageRequest } from '../../../domain/queries.ts';
import type { Connection } from '../connection.ts';
import { findLatestMove, readMoves } from '../moves.ts';
import { firstDatedRow } from '../places.ts';
import { type Direction, type RowRange, type Selection, selectAllRows, selectNextRows } from './selection.ts';

/** A page of rows; the caller loads what stands in them. */
export interface PageOfRows {
  readonly rows: readonly number[];
  readonly next: PagePosition | null;
}

/**
 * A page in the order of time, by keyset: it starts where the one before ended, whatever came in since. What has no date
 * stands last in both directions. What was given another date since the first page is met where it stood then: otherwise
 * it would be met twice, or never.
 */
export function pageByTime(
  connection: Connection,
  selection: Selection,
  direction: Direction,
  page: PageRequest,
): PageOfRows {
  return connection.snapshot(() => {
    const position = page.after === null ? null : readPosition(page.after);
    const since = position?.since ?? findLatestMove(connection);
    const moves = position === null ? noMoves : readMoves(connection, selection.table.name, since);
    const found: PlacedRow[] = [];
    for (const range of rangesAfter(selection.range, direction, position?.place ?? null)) {
      if (found.length <= page.limit && range.start < range.end) {
        found.push(
          ...readPlaces(connection, selection, direction, range, page.limit + 1 - found.length, moves),
        );
      }
    }
    const rows = found.slice(0, page.limit).map(({ row }) => row);
    const last = found[page.limit - 1];
    return { rows, next: found.length > page.limit && last !== undefined ? [last.place, since] : null };
  });
}

/** A row, and where it stood when the walk through the list began. */
interface PlacedRow {
  readonly row: number;
  readonly place: number;
}

const noMoves: ReadonlyMap<number, number> = new Map();

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
function rangesAfter({ start, end }: RowRange, direction: Direction, at: number | null): readonly RowRange[] {
  if (direction === 'desc') return [{ start, end: at === null ? end : Math.min(end, at) }];
  const dated = { start: Math.max(start, firstDatedRow), end };
  const undated = { start, end: Math.min(end, firstDatedRow) };
  if (at === null) return [dated, undated];
  if (at < firstDatedRow) return [{ start: Math.max(start, at + 1), end: undated.end }];
  return [{ start: Math.max(dated.start, at + 1), end: dated.end }, undated];
}

function readPosition(after: PagePosition): { readonly place: number; readonly since: number } {
  const [place, since] = after;
  if (!isWhole(place) || !isWhole(since) || after.length !== 2) throw invalidCursor();
  return { place, since };
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/** The next rows in a range of places. `moves` leads from the place of a row to where it is now. */
function readPlaces(
  connection: Connection,
  selection: Selection,
  direction: Direction,
  range: RowRange,
  limit: number,
  moves: ReadonlyMap<number, number>,
): readonly PlacedRow[] {
  const inPlace = (row: number) => ({ row, place: row });
  if (moves.size === 0) return readRows(connection, selection, direction, range, limit).map(inPlace);
  const movedHere = new Set(moves.values());
  const stayed = readRows(connection, selection, direction, range, limit + moves.size)
    .filter((row) => !movedHere.has(row))
    .map(inPlace);
  const moved = Array.from(moves, ([place, row]) => ({ row, place })).filter(
    ({ row, place }) => place >= range.start && place < range.end && isSelected(connection, selection, row),
  );
  const sign = direction === 'asc' ? 1 : -1;
  return [...moved, ...stayed].sort((a, b) => sign * (a.place - b.place)).slice(0, limit);
}

function isSelected(connection: Connection, selection: Selection, row: number): boolean {
  const { start, end } = selection.range;
  if (row < start || row >= end) return false;
  return readRows(connection, selection, 'asc', { start: row, end: row + 1 }, 1).length > 0;
}

function readRows(
  connection: Connection,
  selection: Selection,
  direction: Direction,
  range: RowRange,
  limit: number,
): readonly number[] {
  if (selection.sources.length === 0) return [];
  return connection
    .all<{ row: number }>(selectNextRows(selection, direction), { ...selection.parameters, ...range, limit })
    .map(({ row }) => row);
}
