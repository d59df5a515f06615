import type { Connection } from './connection.ts';

/**
 * See {@link ArticleStore.findStamp}: the latest version of anything, which no older copy of this store has, and the latest
 * change, since not everything that is served has a version.
 */
export function findStamp(connection: Connection): string {
  return connection.get<{ stamp: string }>(
    `select c.latest || '-' || (select coalesce(max(sequence), 0) from changes) as stamp from clock c`,
  )!.stamp;
}
