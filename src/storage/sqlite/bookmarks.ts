import type { Bookmarks } from '../../domain/bookmarks.ts';
import type { Connection } from './connection.ts';

/** See {@link ArticleStore.findBookmarks}. */
export function findBookmarks(
  connection: Connection,
  sources: readonly string[],
): ReadonlyMap<string, string> {
  const found = connection.all<{ source: string; state: string }>(
    'select source, state from bookmarks where source in (select value from json_each(:sources))',
    { sources: JSON.stringify(sources) },
  );
  return new Map(found.map(({ source, state }) => [source, state]));
}

/** See {@link ArticleStore.keepBookmarks}. */
export function keepBookmarks(connection: Connection, bookmarks: Bookmarks): void {
  connection.transaction(() => {
    for (const [source, state] of bookmarks) {
      if (state === null) connection.run('delete from bookmarks where source = :source', { source });
      else
        connection.run('insert or replace into bookmarks (source, state) values (:source, :state)', {
          source,
          state,
        });
    }
  });
}
