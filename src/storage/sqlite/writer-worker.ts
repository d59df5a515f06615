import { workerData } from 'node:worker_threads';
import type { ArticleToSave } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import { answerEach, giveWay } from '../../threads.ts';
import { saveArticles } from './articles/save-articles.ts';
import { type Connection, openConnection } from './connection.ts';
import { translateError } from './errors.ts';
import { copyRefusal } from './refusals.ts';
import type { WriteAnswer } from './write-elsewhere.ts';

// The thread that writes many articles at once. Whoever waits for an answer of the server goes before it.
giveWay();
const file = workerData as string;
let connection: Connection | null = null;

answerEach<readonly ArticleToSave[], WriteAnswer>(async (items) => {
  try {
    connection ??= await openConnection(file);
    const results = saveArticles(connection, items);
    return {
      results: results.map((result) =>
        result instanceof OnrecordError ? { refusal: copyRefusal(result) } : result,
      ),
    };
  } catch (error) {
    return { refusal: copyRefusal(asRefusal(error)) };
  }
});

/** Seconds after which it is worth trying again to open what could be opened at the start. */
const retryAfter = 30;

function asRefusal(error: unknown): OnrecordError {
  const translated = translateError(error, file);
  return translated instanceof OnrecordError
    ? translated
    : new OnrecordError('unavailable', (error as Error).message, { retryAfter });
}
