import type { Connection } from './connection.ts';

/** SQL for the version of the article `a`; `clock c` is joined. See migrations/sqlite/0006-versions.sql. */
export const articleVersion = latestOf(
  `select max(e.version) from article_entities x
   cross join entities e on e.row = x.entity_row where x.article_row = a.row`,
  `select max(own.version, coalesce(first.version, 0)) from article_copies own
   left join article_copies first on first.row = own.first_row where own.row = a.row`,
);

/** SQL for the version of the quote `q` in the article `a`; `clock c` is joined. */
export const quoteVersion = latestOf(
  `select max(e.version) from (
     select entity_row from quote_speakers where quote_row = q.row
     union all select entity_row from quote_subjects where quote_row = q.row
   ) l cross join entities e on e.row = l.entity_row`,
  `select g.version from quote_places p cross join quote_groups g on g.number = p.group_number where p.row = q.row`,
);

/** The last of `count` versions that nothing has had. */
export function raiseVersion(connection: Connection, count = 1): number {
  return connection.get<{ latest: number }>(
    `update clock set latest = max(latest + :count, cast(unixepoch('subsec') * 1000 as integer)) returning latest`,
    { count },
  )!.latest;
}

/** Names are looked at only where some name, anywhere, has changed since the article was written. */
function latestOf(latestRenaming: string, latestOfCopies: string): string {
  return `max(case when c.latest_renaming > a.version then max(a.version, coalesce((${latestRenaming}), 0)) else a.version end,
    coalesce((${latestOfCopies}), 0))`;
}
