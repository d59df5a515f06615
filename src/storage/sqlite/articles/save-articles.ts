import type { ArticleToSave, SaveResult } from '../../../domain/article-store.ts';
import { OnrecordError } from '../../../domain/errors.ts';
import type { Connection } from '../connection.ts';
import { isStoreFault } from '../errors.ts';
import { saveArticle } from './article-write.ts';

/** See {@link ArticleStore.saveMany}. Each article has a savepoint of its own within the one transaction. */
export function saveArticles(connection: Connection, items: readonly ArticleToSave[]): SaveResult[] {
  return connection.transaction(() => items.map((item) => saveOne(connection, item)));
}

function saveOne(connection: Connection, { article, raw }: ArticleToSave): SaveResult {
  try {
    const { outcome, id } = saveArticle(connection, article, raw);
    return { outcome, id };
  } catch (error) {
    if (isStoreFault(error)) throw error;
    return error instanceof OnrecordError ? error : brokenBy(error);
  }
}

/** No article should come to this, and none keeps the others from being stored. */
function brokenBy(cause: unknown): OnrecordError {
  const broken = new OnrecordError('internal', `Something is broken on our side: ${cause}.`);
  broken.cause = cause;
  return broken;
}
