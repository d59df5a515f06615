import { parentPort, workerData } from 'node:worker_threads';
import { type ArchiveOptions, createArchive } from '../generation/archive.ts';
import { readResourceFiles } from '../resources.ts';

/** The numbers of the articles that are wanted: `[start, end)`. */
export interface BatchRequest {
  readonly start: number;
  readonly end: number;
}

// The thread that makes up the next articles while the last ones are being written.
const archive = createArchive(readResourceFiles(), workerData as ArchiveOptions);

parentPort?.on('message', ({ start, end }: BatchRequest) => {
  const batch = Array.from({ length: end - start }, (_, index) => {
    const { article, raw } = archive.article(start + index);
    return { article, raw };
  });
  parentPort?.postMessage(batch);
});
