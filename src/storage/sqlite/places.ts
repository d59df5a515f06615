import type { Connection } from './connection.ts';

/**
 * Where articles and quotes stand among their kind: the row number is the place in time. Newest first is then the order
 * of the rows backwards, a day is a range of rows, and a page starts where the last one ended, at the same cost in a
 * store of any size (also for a search, since FTS5 walks its hits by row).
 *
 *     below zero          withheld and canceled articles, which no list visits
 *     1 … 2^45            articles without a date, in the order of arrival
 *     2^45 … 2^53         2^18 rows for each second from 1600 to 2683; a plain date is the first second of its day, UTC
 *
 * Within a second the order is that of arrival. Should one second's rows be used up, the next second's are taken.
 */
export const firstDatedRow = 2 ** 45;
export const endOfRows = 2 ** 53;
const rowsPerSecond = 2 ** 18;
/** Seconds from the first dated row's year, 1600, to 1970. */
const secondsTo1970 = -Date.UTC(1600, 0, 1) / 1000;
const seconds = (endOfRows - firstDatedRow) / rowsPerSecond;
export const rowsPerDay = 86_400 * rowsPerSecond;

/** The row at which articles of that time start. Null, and what is no date, is without a date. */
export function firstRowAt(publishedAt: string | null): number {
  const time = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  if (Number.isNaN(time)) return 1;
  const second = Math.floor(time / 1000) + secondsTo1970;
  return firstDatedRow + Math.min(Math.max(second, 0), seconds - 1) * rowsPerSecond;
}

/** The first row after the day `YYYY-MM-DD`. */
export function firstRowAfterDay(day: string): number {
  return firstRowAt(day) + rowsPerDay;
}

/** The second of a row, counted from 1970; null where it has no date. */
export function secondOfRow(row: number): number | null {
  return row < firstDatedRow ? null : Math.floor((row - firstDatedRow) / rowsPerSecond) - secondsTo1970;
}

/** Sorts rows by time; those without a date come last. */
export function compareInTime(a: number, b: number): number {
  return Number(a < firstDatedRow) - Number(b < firstDatedRow) || a - b;
}

/** The month of a dated row as `YYYY-MM`. */
export function monthOfRow(row: number): string {
  const second = Math.floor((row - firstDatedRow) / rowsPerSecond) - secondsTo1970;
  return new Date(second * 1000).toISOString().slice(0, 'YYYY-MM'.length);
}

/** SQL for the day of a row as `YYYY-MM-DD`; null where it has no date. */
export function dayOfRow(row: string): string {
  return `case when ${row} >= ${firstDatedRow} then strftime('%Y-%m-%d', (${row} - ${firstDatedRow}) / ${rowsPerSecond} - ${secondsTo1970}, 'unixepoch') end`;
}

/** Rows for what is to be written together: none is given twice, though nothing of it is written yet. */
export class FreeRows {
  readonly #connection: Connection;
  readonly #table: 'articles' | 'quotes';
  readonly #taken: { readonly start: number; readonly end: number }[] = [];

  constructor(connection: Connection, table: 'articles' | 'quotes') {
    this.#connection = connection;
    this.#table = table;
  }

  /** The first of `count` free rows side by side for something of that time. */
  take(publishedAt: string | null, listed: boolean, count: number): number {
    const start = listed ? this.#findInTime(firstRowAt(publishedAt), count) : this.#findLowest() - count;
    this.#taken.push({ start, end: start + count });
    return start;
  }

  /** This one is given already. */
  occupy(row: number): void {
    this.#taken.push({ start: row, end: row + 1 });
  }

  #findLowest(): number {
    const { lowest } = this.#connection.get<{ lowest: number | null }>(
      `select min(row) as lowest from ${this.#table}`,
    )!;
    return this.#taken.reduce((min, { start }) => Math.min(min, start), Math.min(lowest ?? 0, 0));
  }

  #findInTime(from: number, count: number): number {
    for (let start = from; ; ) {
      const end = start < firstDatedRow ? firstDatedRow : start + rowsPerSecond;
      const { last, later } = this.#connection.get<{ last: number | null; later: number | null }>(
        `select (select max(row) from ${this.#table} where row >= :start and row < :end) as last,
                (select min(row) from ${this.#table} where row >= :end) as later`,
        { start, end },
      )!;
      let free = last === null ? start : last + 1;
      for (const taken of this.#taken)
        if (taken.end > start && taken.start < end) free = Math.max(free, taken.end);
      let next = later ?? Number.POSITIVE_INFINITY;
      for (const taken of this.#taken) if (taken.start >= free) next = Math.min(next, taken.start);
      if (free + count <= next) return free;
      start = end;
    }
  }
}
