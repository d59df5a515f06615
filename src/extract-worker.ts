import { parentPort } from 'node:worker_threads';
import { extract } from './index.ts';
import type { ExtractionAnswer, ExtractionJob } from './ingestion/extraction-thread.ts';

// The thread in which large articles are structured.
const answer = (message: ExtractionAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ id, document }: ExtractionJob) => {
  try {
    answer({ id, article: extract(document) });
  } catch (error) {
    answer({ id, error });
  }
});
