import type { ArticleStore } from '../../../domain/article-store.ts';
import type { Connection } from '../connection.ts';
import { loadText, noteRegrouped, settleCopies } from './article-copies.ts';
import { insertPlaces, type ListedQuote, settleQuotes } from './quote-groups.ts';

/** The same store, that does in the background what is left to be done: see {@link ArticleStore.catchUp}. */
export function catchUpBeside(store: ArticleStore): ArticleStore {
  let isClosed = false;
  let timer: NodeJS.Timeout;
  const goOnIn = (milliseconds: number) => {
    timer = setTimeout(step, milliseconds);
    // It keeps no process alive: the next start goes on.
    timer.unref();
  };
  const step = async () => {
    try {
      if ((await store.catchUp()) && !isClosed) goOnIn(pause);
    } catch {
      // Another process writes, or the store cannot be written now.
      if (!isClosed) goOnIn(afterRefusal);
    }
  };
  goOnIn(0);
  return {
    ...store,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await store.close();
    },
  };
}

/** Milliseconds for which those who read and write are left alone. */
const pause = 20;
const afterRefusal = 5_000;

/** Milliseconds that a step takes of theirs. */
const longestStep = 10;

/**
 * See {@link ArticleStore.catchUp}: looks at articles that were stored before copies were told, which until then are copies
 * of none, and their quotes.
 */
export function readCopies(connection: Connection): boolean {
  if (connection.get('select 1 from unread_copies limit 1') === undefined) return false;
  const end = performance.now() + longestStep;
  return connection.transaction(() => {
    do {
      const next = connection.get<{ row: number }>('select row from unread_copies order by row limit 1');
      if (next === undefined) return false;
      readArticle(connection, next.row);
      connection.run('delete from unread_copies where row = :row', next);
    } while (performance.now() < end);
    return true;
  });
}

function readArticle(connection: Connection, row: number): void {
  // It may have been deleted, or written anew.
  if (connection.get('select 1 from articles where row = :row', { row }) === undefined) return;
  settleCopies(connection, row, { row, text: loadText(connection, row) });
  const isCopy = 'select 1 from article_copies where row = :row and first_row is not null';
  if (connection.get(isCopy, { row }) !== undefined) noteRegrouped(connection, row);
  const quotes = connection.all<ListedQuote>(
    `select q.row, q.text,
            (select entity_row from quote_speakers where quote_row = q.row order by number limit 1) as speakerRow
     from quotes q where q.article_row = :row and q.row > 0
       and not exists (select 1 from quote_places where row = q.row)`,
    { row },
  );
  insertPlaces(connection, quotes);
  settleQuotes(connection);
}
