import type { Worker } from 'node:worker_threads';
import type { Article } from '../domain/article.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { startThread } from '../threads.ts';
import type { Extract } from './ingest.ts';

export interface ExtractionThread {
  /** Structures a document, large ones elsewhere. Rejects with `unavailable` where too many wait already. */
  extract(document: SourceDocument): Promise<Article>;
  /** Ends the thread; what still waits is rejected. */
  close(): Promise<void>;
}

/** What a thread is sent, and what it answers; jobs are answered in their order. */
export interface ExtractionJob {
  readonly id: number;
  readonly document: SourceDocument;
}
export type ExtractionAnswer = { readonly id: number } & (
  | { readonly article: Article }
  | { readonly error: unknown }
);

/**
 * UTF-16 code units of raw copy that are structured at once: few articles are longer, and these take a tenth of a
 * second, in which nothing else is answered.
 */
const longestAtOnce = 16_384;
/** Documents that may wait for the thread; each is held in memory. */
const mostWaiting = 8;
/** Seconds, for those who come when that many wait. */
const retryAfter = 10;

/**
 * Extraction that leaves the event loop free: large documents are structured in one thread, one after the other. The
 * thread runs `file`, is started when the first of them comes, and started anew where it broke.
 */
export function createExtractionThread(extract: Extract, file: URL): ExtractionThread {
  const waiting = new Map<number, { resolve(article: Article): void; reject(reason: unknown): void }>();
  let worker: Worker | null = null;
  let jobs = 0;

  function start(): Worker {
    const started = startThread(file);
    started.on('message', (answer: ExtractionAnswer) => {
      const job = waiting.get(answer.id);
      waiting.delete(answer.id);
      // An idle thread keeps no process alive.
      if (waiting.size === 0) started.unref();
      if ('article' in answer) job?.resolve(answer.article);
      else job?.reject(answer.error);
    });
    started.on('error', (error) => giveUp(started, explain(error)));
    started.on('exit', () => giveUp(started, new Error('The thread for large articles has ended')));
    return started;
  }

  function giveUp(ended: Worker, reason: unknown): void {
    if (worker !== ended) return;
    worker = null;
    for (const job of waiting.values()) job.reject(reason);
    waiting.clear();
  }

  return {
    extract: async (document) => {
      if (document.raw.text.length <= longestAtOnce) return extract(document);
      if (waiting.size >= mostWaiting) {
        throw new OnrecordError(
          'unavailable',
          `${waiting.size} large articles are being structured already. Try again in ${retryAfter} s.`,
          { retryAfter },
        );
      }
      worker ??= start();
      worker.ref();
      const id = jobs++;
      worker.postMessage({ id, document } satisfies ExtractionJob);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}

function explain(error: Error & { code?: string }): unknown {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new OnrecordError('body-too-large', 'Structuring it takes more memory than there is: split it.')
    : error;
}
