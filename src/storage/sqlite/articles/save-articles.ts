import type { ArticleToSave, SaveResult } from '../../../domain/article-store.ts';
import { faultOf } from '../../../domain/errors.ts';
import type { Connection } from '../connection.ts';
import { isStoreFault } from '../errors.ts';
import { saveWithin } from './article-write.ts';

/**
 * See {@link ArticleStore.saveMany}. Only where one of them is refused, each has a savepoint of its own: at every savepoint
 * the full-text indexes write out what they have gathered, which takes a sixth of the time of all.
 */
export function saveArticles(connection: Connection, items: readonly ArticleToSave[]): SaveResult[] {
  try {
    return connection.transaction(() => [...saveWithin(connection, items)]);
  } catch (error) {
    if (isStoreFault(error)) throw error;
    return connection.transaction(() => items.map((item) => saveApart(connection, item)));
  }
}

function saveApart(connection: Connection, item: ArticleToSave): SaveResult {
  try {
    return connection.transaction(() => saveWithin(connection, [item])[0]!);
  } catch (error) {
    if (isStoreFault(error)) throw error;
    return faultOf(error);
  }
}
