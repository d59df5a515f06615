/** SQL for the version of the article `a`; `clock c` is joined. See migrations/sqlite/0006-versions.sql. */
export const articleVersion = latestOf(`select max(e.version) from article_entities x
  cross join entities e on e.row = x.entity_row where x.article_row = a.row`);

/** SQL for the version of the quote `q` in the article `a`; `clock c` is joined. */
export const quoteVersion = latestOf(`select max(e.version) from (
    select entity_row from quote_speakers where quote_row = q.row
    union all select entity_row from quote_subjects where quote_row = q.row
  ) l cross join entities e on e.row = l.entity_row`);

/** Names are looked at only where some name, anywhere, has changed since the article was written. */
function latestOf(latestRenaming: string): string {
  return `case when c.latest_renaming > a.version then max(a.version, coalesce((${latestRenaming}), 0)) else a.version end`;
}
