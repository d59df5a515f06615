import type { ArticleStore, ArticleToSave, SaveResult } from '../../domain/article-store.ts';
import type { OnrecordError } from '../../domain/errors.ts';
import { moduleFile } from '../../package-files.ts';
import { createAnsweringThread } from '../../threads.ts';
import { type Refusal, readRefusal } from './refusals.ts';

/** What the thread answers; an error of its own where none of the articles was stored. */
export type WriteAnswer = { readonly results: readonly WriteResult[] } | { readonly refusal: Refusal };
export type WriteResult = Exclude<SaveResult, OnrecordError> | { readonly refusal: Refusal };

/** The methods that write here, and have to wait while the thread does: SQLite takes one writer at a time. */
const writingHere = [
  'save',
  'replace',
  'reextractMany',
  'deleteArticle',
  'correctEntity',
  'mergeEntities',
  'splitEntity',
  'correctQuote',
  'keepBookmarks',
  'catchUp',
] as const;

/** The same store, with many articles at once written in a thread, so that the event loop stays free. */
export function writeElsewhere(store: ArticleStore, file: string): ArticleStore {
  const thread = createAnsweringThread<readonly ArticleToSave[], WriteAnswer>(workerFile, {
    workerData: file,
    resourceLimits,
  });
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(write: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(write);
    last = turn.catch(() => {});
    return turn;
  };
  const writing = writingHere.map((method) => {
    const write = store[method] as (...parameters: unknown[]) => Promise<unknown>;
    return [method, (...parameters: unknown[]) => inTurn(() => write(...parameters))];
  });
  return {
    ...store,
    ...(Object.fromEntries(writing) as Pick<ArticleStore, (typeof writingHere)[number]>),
    saveMany: (items) =>
      inTurn(async () => {
        // The thread opens what bears the name when it starts.
        await store.check();
        return readAnswer(await thread.ask(items));
      }),
    close: async () => {
      await last;
      await thread.close();
      await store.close();
    },
  };
}

function readAnswer(answer: WriteAnswer): readonly SaveResult[] {
  if ('refusal' in answer) throw readRefusal(answer.refusal);
  return answer.results.map((result) => ('refusal' in result ? readRefusal(result.refusal) : result));
}

const workerFile = moduleFile('storage/sqlite/writer-worker');
/** Articles pass through and are forgotten. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };
