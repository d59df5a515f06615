import { parentPort, workerData } from 'node:worker_threads';
import { OnrecordError } from '../../domain/errors.ts';
import { createSqliteStore } from './article-store.ts';
import { columnsFolder } from './columns/columns-file.ts';
import { openReadOnly } from './connection.ts';
import type { ReadAnswer, ReadJob } from './reader-thread.ts';
import { copyRefusal } from './refusals.ts';

// The thread for reads that may take long: a store like any other, which nobody writes to.
const database = workerData as string;
const store = createSqliteStore(openReadOnly(database), {
  columns: { prepare, files: { folder: columnsFolder(database), fewestRows: 10_000 } },
});
const methods = store as unknown as Readonly<
  Record<string, (...parameters: readonly unknown[]) => Promise<unknown>>
>;

parentPort?.on('message', async ({ method, parameters }: ReadJob) => {
  parentPort?.postMessage(await answer(method, parameters));
});

function prepare<Result>(work: () => Result): Result {
  parentPort?.postMessage({ isPreparing: true } satisfies ReadAnswer);
  try {
    return work();
  } finally {
    parentPort?.postMessage({ isPreparing: false } satisfies ReadAnswer);
  }
}

async function answer(method: string, parameters: readonly unknown[]): Promise<ReadAnswer> {
  try {
    return { result: await methods[method]!(...parameters) };
  } catch (error) {
    return error instanceof OnrecordError ? { refusal: copyRefusal(error) } : { error };
  }
}
