import type { Connection } from './connection.ts';

/** Takes indexes away while many rows are written: made at the end, in one go, they cost a fraction. */
export interface SuspendedIndexes {
  restore(): void;
}

interface Definition {
  readonly type: 'index' | 'trigger';
  readonly name: string;
  readonly sql: string;
}

/**
 * Suspends all full-text indexes, and the other indexes of these tables. Where the triggers of a row that is written have
 * work of their own, FTS5 writes out what it has gathered: thousands of tiny pieces, which it then merges.
 */
export function suspendIndexes(connection: Connection, tables: readonly string[]): SuspendedIndexes {
  const searches = connection
    .all<{ name: string }>("select name from sqlite_schema where type = 'table' and sql like '%using fts5%'")
    .map(({ name }) => name);
  const definitions = connection
    .all<Definition & { table: string }>(
      "select type, name, tbl_name as \"table\", sql from sqlite_schema where type in ('index', 'trigger') and sql is not null",
    )
    .filter(({ type, table, sql }) =>
      type === 'index'
        ? tables.includes(table)
        : searches.some((search) => sql.includes(`insert into ${search}`)),
    );
  for (const { type, name } of definitions) connection.run(`drop ${type} ${name}`);
  return {
    restore: () => {
      for (const { sql } of definitions) connection.run(sql);
      for (const search of searches) rebuild(connection, search);
    },
  };
}

/** Bytes that FTS5 gathers before it writes a piece of an index: its own default, and what suits a machine that does nothing else. */
const gathered = { default: 1024 ** 2, rebuilding: 64 * 1024 ** 2 };

function rebuild(connection: Connection, search: string): void {
  const gather = (bytes: number) =>
    connection.run(`insert into ${search} (${search}, rank) values ('hashsize', ${bytes})`);
  gather(gathered.rebuilding);
  connection.run(`insert into ${search} (${search}) values ('rebuild')`);
  gather(gathered.default);
  // In one piece: a search would look into each of them, and the larger the store, the more there are.
  connection.run(`insert into ${search} (${search}) values ('optimize')`);
}
