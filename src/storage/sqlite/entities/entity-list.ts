import type { EntityQuery, Page, PageRequest, SpeakerQuery } from '../../../domain/queries.ts';
import type { EntitySummary, SpeakerSummary } from '../../../domain/records.ts';
import type { Connection } from '../connection.ts';
import type { SqlParameters } from '../driver.ts';
import { makePage } from '../lists/paging.ts';
import { createRowFinder, type Rankings, readRanking } from '../lists/ranking.ts';
import { rangeOfDays } from '../lists/selection.ts';
import { loadEntities, loadSpeakers } from './entity-read.ts';
import { nameKey } from './names.ts';
import { findNearKeys } from './near-keys.ts';

/**
 * See {@link ArticleStore.listSpeakers}. With days, what is counted, and ranked by, are the quotes of articles of those
 * days.
 */
export function listSpeakers(
  connection: Connection,
  rankings: Rankings,
  query: SpeakerQuery,
  page: PageRequest,
): Page<SpeakerSummary> {
  const range = query.from === null && query.to === null ? null : rangeOfDays(query.from, query.to);
  const orders = {
    '-quoteCount': range === null ? 'e.quote_count desc, e.row desc' : 'count(*) desc, e.row desc',
    '-lastQuotedAt':
      range === null ? 'e.last_quote_row desc, e.row desc' : 'max(s.quote_row) desc, e.row desc',
    name: 'e.key, e.row',
  };
  const from =
    range === null
      ? 'entities e'
      : 'quote_speakers s join entities e on e.row = s.entity_row and s.quote_row >= :start and s.quote_row < :end';
  const { conditions, parameters } = filterByName(connection, query);
  const list: EntityListing = {
    from,
    conditions: ['e.quote_count > 0', ...conditions],
    suffix: range === null ? '' : 'group by e.row',
    order: orders[query.sort],
    parameters: { ...parameters, ...range },
  };
  return listRanked(connection, rankings, list, page, (rows) => loadSpeakers(connection, rows, range));
}

/** See {@link ArticleStore.listEntities}. */
export function listEntities(
  connection: Connection,
  rankings: Rankings,
  query: EntityQuery,
  page: PageRequest,
): Page<EntitySummary> {
  const orders = {
    '-articleCount': 'e.article_count desc, e.row desc',
    '-quoteCount': 'e.quote_count desc, e.article_count desc, e.row desc',
    name: 'e.key, e.row',
  };
  const { conditions, parameters } = filterByName(connection, query);
  const list: EntityListing = {
    from: 'entities e',
    conditions: ['e.article_count > 0', ...conditions],
    suffix: '',
    order: orders[query.sort],
    parameters,
  };
  return listRanked(connection, rankings, list, page, (rows) => loadEntities(connection, rows));
}

/** A list of entities as SQL. */
interface EntityListing {
  readonly from: string;
  readonly conditions: readonly string[];
  /** A "group by", or nothing. */
  readonly suffix: string;
  readonly order: string;
  readonly parameters: SqlParameters;
}

function listRanked(
  connection: Connection,
  rankings: Rankings,
  { from, conditions, suffix, order, parameters }: EntityListing,
  page: PageRequest,
  load: (rows: readonly number[]) => readonly EntitySummary[],
): Page<EntitySummary> {
  const selected = `from ${from} where ${conditions.join(' and ')} ${suffix}`;
  const { rows, next } = rankings.page(
    page,
    () => readRanking(connection, `select e.row ${selected} order by ${order}`, parameters),
    createRowFinder(connection, 'entities'),
  );
  const total = page.withTotal
    ? connection.get<{ count: number }>(
        `select count(*) as count from (select e.row ${selected})`,
        parameters,
      )!.count
    : null;
  return makePage(load(rows), next, total);
}

/** Where `q` is a prefix of a name, or of the rest of a name from one of its words on; if of none, nearly so. */
function filterByName(connection: Connection, { q, type }: Pick<EntityQuery, 'q' | 'type'>) {
  const conditions: string[] = [];
  const parameters: Record<string, string> = {};
  if (type !== null) {
    conditions.push('e.type = :type');
    parameters['type'] = type;
  }
  if (q !== null) {
    const keys = selectKeys(connection, nameKey(q));
    conditions.push(`e.row in (${keys.sql})`);
    Object.assign(parameters, keys.parameters);
  }
  return { conditions, parameters };
}

/** SQL for the rows of those who have a key that starts so, or, where nobody has, one that nearly does. */
export function selectKeys(
  connection: Connection,
  prefix: string,
): { readonly sql: string; readonly parameters: Record<string, string> } {
  // The highest code point ends whatever starts with the prefix, in SQLite's order of bytes.
  const parameters = { prefix, afterPrefix: `${prefix}\u{10ffff}` };
  const sql = 'select entity_row from entity_keys where key >= :prefix and key < :afterPrefix';
  if (prefix === '') return { sql: `${sql} and false`, parameters };
  if (connection.get(`${sql} limit 1`, parameters) !== undefined) return { sql, parameters };
  return {
    sql: 'select entity_row from entity_keys where key in (select value from json_each(:near))',
    parameters: { near: JSON.stringify(findNearKeys(connection, prefix)) },
  };
}
