import { createHash } from 'node:crypto';
import type { PageRequest } from '../../../domain/queries.ts';
import type { Connection } from '../connection.ts';
import type { SqlParameters } from '../driver.ts';
import { findLatestMove, readMoves } from '../moves.ts';
import type { RelevanceReader } from '../search/relevance.ts';
import { invalidCursor, type PageOfRows } from './paging.ts';
import { type Selection, selectRows } from './selection.ts';

/**
 * Rankings that are being paged through. Relevance and counts change with every article that comes in, so a list in such
 * an order is ranked once, at its first page; the pages after it walk that ranking, and meet every item exactly once.
 */
export interface Rankings {
  /** A ranking by relevance has so many at most. */
  readonly mostConsidered: number;
  /**
   * A page of the rows that `rank` brings, best first. `find` says where some rows of the ranking are now; those that are
   * nowhere are passed over.
   */
  page(page: PageRequest, rank: () => Ranking, find: FindRows): RankedRows;
}

/** Rows, best first. */
export interface Ranking {
  readonly rows: readonly number[];
  /** How many these are, where that are not all; otherwise null. */
  readonly considered: number | null;
  /** Which of some rows belong to the ranking, where that is not known of them all; otherwise null. */
  readonly keep: KeepRows | null;
  /** What had moved by then: see {@link findLatestMove}. */
  readonly since: number;
}

export interface KeepRows {
  /** What they are kept by: the same text, the same rows. */
  readonly by: string;
  readonly among: (rows: readonly number[]) => readonly number[];
}

/** Where rows are that stood there once. */
export type FindRows = (rows: readonly number[], since: number) => ReadonlyMap<number, number>;

export interface RankedRows extends PageOfRows, Pick<Ranking, 'considered'> {}

/** Rows kept over all rankings: 8 MB. */
const maxRowsKept = 1_000_000;

/** Hits that FTS5 ranks in some 30 ms. */
const affordable = 20_000;

/** The rankings of one store. They are kept in memory, the least recently used goes first. */
export function createRankings(mostConsidered = affordable): Rankings {
  const kept = new Map<string, Ranking>();

  const keep = (token: string, ranking: Ranking): void => {
    kept.delete(token);
    kept.set(token, ranking);
    let total = 0;
    for (const each of kept.values()) total += each.rows.length;
    for (const [oldest, each] of kept) {
      if (total <= maxRowsKept || oldest === token) break;
      kept.delete(oldest);
      total -= each.rows.length;
    }
  };

  return {
    mostConsidered,
    page: (page, rank, find) => {
      const position = page.after === null ? null : readPosition(page.after);
      const before = position === null ? undefined : kept.get(position.token);
      const ranking = before ?? rank();
      let offset = before === undefined ? 0 : position!.offset;
      // A ranking that is no longer kept is made anew, and goes on behind the last row that was seen.
      if (before === undefined && position !== null) {
        offset = ranking.rows.indexOf(position.lastRow) + 1 || position.offset;
      }
      const { rows: ranked, considered, keep: keepRows, since } = ranking;
      const rows: number[] = [];
      while (rows.length < page.limit && offset < ranked.length) {
        const candidates = ranked.slice(offset, offset + page.limit - rows.length);
        offset += candidates.length;
        const rowsNow = find(candidates, since);
        const found = candidates.flatMap((row) => rowsNow.get(row) ?? []);
        rows.push(...(keepRows === null ? found : keepRows.among(found)));
      }
      if (offset >= ranked.length) return { rows, next: null, considered };
      const token = before === undefined ? tokenOf(ranking) : position!.token;
      keep(token, ranking);
      return { rows, next: [token, offset, ranked[offset - 1]!], considered };
    },
  };
}

/** The same for equal rankings: a page has the same cursor, and so the same ETag, as long as nothing changes. */
function tokenOf({ rows, considered, keep, since }: Ranking): string {
  return createHash('sha1')
    .update(JSON.stringify([considered, since, keep?.by]))
    .update(Float64Array.from(rows))
    .digest('base64url')
    .slice(0, 16);
}

/** Runs SQL that orders a column `row`. */
export function readRanking(connection: Connection, sql: string, parameters: SqlParameters): Ranking {
  return makeRanking(connection, readRows(connection, sql, parameters), null);
}

function makeRanking(connection: Connection, rows: readonly number[], considered: number | null): Ranking {
  return { rows, considered, keep: null, since: findLatestMove(connection) };
}

/**
 * Ranks what a search selects by relevance: all of it, or {@link Rankings.mostConsidered} where it is more. These are the
 * most relevant ones where words alone are searched for, otherwise the latest.
 * Null where no words bring the rows, and nothing is more relevant than anything else.
 */
export function relevanceRanking(
  connection: Connection,
  { mostConsidered }: Rankings,
  relevanceReader: RelevanceReader,
  selection: Selection,
): (() => Ranking) | null {
  const [source] = selection.sources;
  if (source === undefined || source.relevance === null) return null;
  const { row, relevance } = source;
  const parameters = { ...selection.parameters, ...selection.range };
  return () => {
    const { words } = relevance;
    const best =
      words === null || selection.conditions.length > 0
        ? null
        : relevanceReader.rank(words, selection.range, mostConsidered);
    if (best !== null) {
      const ranking = makeRanking(connection, best.rows, best.isPart ? best.rows.length : null);
      return best.isUntested
        ? {
            ...ranking,
            keep: {
              by: JSON.stringify([selection.table.name, selection.parameters]),
              among: (rows) => keepFound(connection, selection, rows),
            },
          }
        : ranking;
    }
    const all = `select row from (${selectRows(selection, source)} limit ${mostConsidered + 1})`;
    const { found } = connection.get<{ found: number }>(
      `select count(*) as found from (${all})`,
      parameters,
    )!;
    if (found <= mostConsidered) {
      const ranked = selectRows(selection, source, `order by ${relevance.sql}, ${row} desc`);
      return makeRanking(connection, readRows(connection, ranked, parameters), null);
    }
    const latest = selectRows(
      selection,
      source,
      `order by ${row} desc limit ${mostConsidered}`,
      `${relevance.sql} as relevance`,
    );
    const ranked = `select row from (${latest}) order by relevance, row desc`;
    return makeRanking(connection, readRows(connection, ranked, parameters), mostConsidered);
  };
}

/** The rows that the search of a selection finds among these, in their order. */
function keepFound(
  connection: Connection,
  { table, parameters }: Selection,
  rows: readonly number[],
): readonly number[] {
  const index = `${table.name}_search`;
  const found = connection.column(
    `select s.rowid from json_each(:rows) j cross join ${index} s where s.${index} match :match and s.rowid = j.value`,
    { ...parameters, rows: JSON.stringify(rows) },
  );
  const kept = new Set(found);
  return rows.filter((row) => kept.has(row));
}

/** Brings a column `row` over at once: a tenth of the cost of objects. */
function readRows(connection: Connection, sql: string, parameters: SqlParameters): readonly number[] {
  const { rows } = connection.get<{ rows: string }>(
    `select json_group_array(row) as rows from (${sql})`,
    parameters,
  )!;
  return JSON.parse(rows) as number[];
}

/** Finds rows of a table that are still there, or have moved. */
export function createRowFinder(connection: Connection, table: 'articles' | 'quotes' | 'entities'): FindRows {
  return (rows, since) => {
    // An entity that was merged into another is not met there: the other has a place of its own.
    const moves = table === 'entities' ? new Map<number, number>() : readMoves(connection, table, since);
    const movedHere = new Set(moves.values());
    const rowsNow = new Map<number, number>();
    for (const row of rows) {
      const now = moves.get(row);
      // What stood where something has moved to since, is gone.
      if (now !== undefined) rowsNow.set(row, now);
      else if (!movedHere.has(row)) rowsNow.set(row, row);
    }
    const present = connection.all<{ row: number }>(
      `select row from ${table} where row in (select value from json_each(:rows))`,
      { rows: JSON.stringify([...rowsNow.values()]) },
    );
    const there = new Set(present.map(({ row }) => row));
    return new Map([...rowsNow].filter(([, row]) => there.has(row)));
  };
}

function readPosition(after: readonly (string | number | null)[]) {
  const [token, offset, lastRow] = after;
  if (
    typeof token !== 'string' ||
    typeof offset !== 'number' ||
    typeof lastRow !== 'number' ||
    !Number.isSafeInteger(offset) ||
    offset < 0
  ) {
    throw invalidCursor();
  }
  return { token, offset, lastRow };
}
