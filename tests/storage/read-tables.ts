import type { Connection } from '../../src/storage/sqlite/connection.ts';

/** All rows of all tables, sorted, so that two stores can be compared: without when it was stored, which is not what was stored. */
export function readTables(connection: Connection): Readonly<Record<string, readonly unknown[]>> {
  const names = connection.all<{ name: string }>(
    `select name from pragma_table_list
     where schema = 'main' and type in ('table') and name not like 'sqlite_%' and name not in ('migrations', 'clock', 'changes_feed')`,
  );
  return Object.fromEntries(names.map(({ name }) => [name, readRows(connection, name)]));
}

const moments = ['ingested_at', 'version', 'at'];

/** In which order things were noted that came at once, and which number a group got, means nothing. */
const numbers: Readonly<Record<string, readonly string[]>> = {
  changes: ['sequence'],
  quote_groups: ['number'],
  quote_places: ['group_number'],
};

/** What a revision was, is kept as JSON. */
const expressions: Readonly<Record<string, string>> = {
  'article_revisions.article': "json_remove(article, '$.ingestedAt', '$.version')",
};

function readRows(connection: Connection, table: string): readonly unknown[] {
  const columns = connection
    .all<{ name: string }>('select name from pragma_table_info(:table)', { table })
    .map(({ name }) => name)
    .filter((name) => !moments.includes(name) && !numbers[table]?.includes(name))
    .map((name) => expressions[`${table}.${name}`] ?? name);
  const order = columns.map((_, index) => index + 1).join(', ');
  return connection.all(`select ${columns.join(', ')} from ${table} order by ${order}`);
}
