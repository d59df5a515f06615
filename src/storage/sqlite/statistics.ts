import type { StoreCounts, StoreStatistics } from '../../domain/records.ts';
import type { Connection } from './connection.ts';
import { firstDatedRow } from './places.ts';
import { findStamp } from './stamp.ts';

const counted = new WeakMap<Connection, { readonly stamp: string; readonly statistics: StoreStatistics }>();

/** See {@link ArticleStore.findStatistics}. Every article is visited; so it is done once for each state of the store. */
export function findStatistics(connection: Connection): StoreStatistics {
  const stamp = findStamp(connection);
  const known = counted.get(connection);
  if (known?.stamp === stamp) return known.statistics;
  const statistics = readStatistics(connection);
  counted.set(connection, { stamp, statistics });
  return statistics;
}

/** See {@link ArticleStore.counts}: they are kept, and cost nothing to read. */
export function countEverything(connection: Connection): StoreCounts {
  const totals = connection.all<{ name: string; count: number }>('select name, count from totals');
  const of = (name: string): number => totals.find((total) => total.name === name)?.count ?? 0;
  return { articles: of('articles'), quotes: of('quotes'), entities: of('entities') };
}

function readStatistics(connection: Connection): StoreStatistics {
  const count = (sql: string): number => connection.get<{ count: number }>(sql)!.count;
  const dated = (order: string): string | null =>
    connection.get<{ published_at: string }>(
      `select published_at from articles where row >= ${firstDatedRow} order by row ${order} limit 1`,
    )?.published_at ?? null;
  return {
    ...countEverything(connection),
    speakers: count('select count(*) as count from entities where quote_count > 0'),
    firstPublishedAt: dated('asc'),
    lastPublishedAt: dated('desc'),
    extractors: connection.all(
      'select extractor, count(*) as articleCount from articles where row > 0 group by extractor order by extractor',
    ),
  };
}
