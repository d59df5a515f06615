import type { Connection } from './connection.ts';

/**
 * See {@link ArticleStore.findStamp}: the latest version of anything, and how many there are, since what is deleted leaves
 * no version behind.
 */
export function findStamp(connection: Connection): string {
  return connection.get<{ stamp: string }>(
    `select c.latest || '-' || (select group_concat(count, '-') from (select count from totals order by name)) as stamp
     from clock c`,
  )!.stamp;
}
