import type { ResourceLimits } from 'node:worker_threads';
import type { Article } from '../domain/article.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { createAnsweringThread } from '../threads.ts';

/** Threads that structure documents beside each other. */
export interface ExtractionPool {
  /**
   * Structures a document in the thread that is free next. Rejects with `body-too-large` where the memory of a thread is
   * not enough for it; it alone is harmed. What is aborted by its signal gives its place to others at once.
   */
  extract(document: SourceDocument, signal?: AbortSignal): Promise<Article>;
  /** Ends the threads; what still waits is rejected. */
  close(): Promise<void>;
}

interface Job {
  readonly document: SourceDocument;
  readonly signal: AbortSignal | undefined;
  resolve(article: Article): void;
  reject(reason: unknown): void;
}

/** Documents that a thread has before it, so that it need not wait for the next when it is done with one. */
const documentsAhead = 2;

/** The threads run `file`, and each is started when there is work for it, and anew where it broke. */
export function createExtractionPool(
  file: URL,
  threads: number,
  resourceLimits: ResourceLimits = {},
): ExtractionPool {
  const pool = Array.from({ length: threads }, () =>
    createAnsweringThread<SourceDocument, Article>(file, { resourceLimits }),
  );
  const waiting: Job[] = [];

  function handOut(): void {
    while (waiting.length > 0) {
      const thread = pool.reduce((least, each) => (each.waiting < least.waiting ? each : least));
      if (thread.waiting >= documentsAhead) return;
      const { document, signal, resolve, reject } = waiting.shift()!;
      thread
        .ask(document, signal)
        .then(resolve, (error: unknown) => reject(explain(error)))
        .finally(handOut);
    }
  }

  return {
    extract: (document, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const job = { document, signal, resolve, reject };
        waiting.push(job);
        signal?.addEventListener('abort', () => {
          const place = waiting.indexOf(job);
          if (place >= 0) waiting.splice(place, 1);
          reject(signal.reason);
        });
        handOut();
      }),
    close: async () => {
      for (const { reject } of waiting.splice(0)) reject(new Error('The threads were ended'));
      await Promise.all(pool.map((thread) => thread.close()));
    },
  };
}

function explain(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new OnrecordError('body-too-large', 'Structuring it takes more memory than there is: split it.')
    : error;
}
