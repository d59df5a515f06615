import type { Worker } from 'node:worker_threads';
import type { ArticleStore } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import { moduleFile } from '../../package-files.ts';
import { startThread } from '../../threads.ts';
import { type Refusal, readRefusal } from './refusals.ts';

/** Methods of the port that only read, and may take long. */
export type SlowMethod = keyof Pick<
  ArticleStore,
  | 'listArticles'
  | 'listQuotes'
  | 'listQuoteVersions'
  | 'listSpeakers'
  | 'listEntities'
  | 'listRelated'
  | 'listSimilar'
  | 'listRevisions'
  | 'findRevision'
  | 'countQuotesByDay'
  | 'suggest'
  | 'findStatistics'
  | 'prepare'
>;

export interface ReaderThread {
  /**
   * Calls a method of the store in the thread. `isWanted` is asked when its turn comes: where nobody waits any more,
   * nothing is done. Rejects with `unavailable` where it takes too long, or too many wait already.
   */
  call<Result>(method: SlowMethod, parameters: readonly unknown[], isWanted?: () => boolean): Promise<Result>;
  /** Ends the thread; what still waits is rejected. */
  close(): Promise<void>;
}

/** What the thread is sent, one at a time, and what it answers. */
export interface ReadJob {
  readonly method: SlowMethod;
  readonly parameters: readonly unknown[];
}
export type ReadAnswer =
  /** Not yet an answer: it starts or ends what later reads will gain from. */
  | { readonly isPreparing: boolean }
  | { readonly result: unknown }
  | { readonly refusal: Refusal }
  | { readonly error: unknown };

export interface ReaderLimits {
  /** Milliseconds that a read may take. */
  readonly longest: number;
  readonly mostWaiting: number;
}

const usualLimits: ReaderLimits = { longest: 5_000, mostWaiting: 64 };
/** Seconds, for those who are turned away. */
const retryAfter = 2;

interface Waiting extends ReadJob {
  readonly isWanted: () => boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Reads that leave the event loop free: one thread with a connection of its own, one read after the other. One that takes
 * too long is given up together with its thread, which SQLite lets go of only at the end of a statement; another thread
 * takes its place. Only while it prepares for later reads, the thread goes on, and those who wait are turned away. It is
 * started when the first read comes.
 */
export function createReaderThread(file: string, limits: ReaderLimits = usualLimits): ReaderThread {
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let running: { readonly job: Waiting; timer: NodeJS.Timeout } | null = null;
  let isPreparing = false;

  function next(): void {
    if (running !== null) return;
    const job = waiting.shift();
    if (job === undefined) {
      // An idle thread keeps no process alive.
      worker?.unref();
      return;
    }
    if (!job.isWanted()) {
      job.reject(tooLate('Nobody waits for this answer any more.'));
      next();
      return;
    }
    worker ??= start();
    worker.ref();
    running = { job, timer: setTimeout(giveUp, limits.longest) };
    worker.postMessage({ method: job.method, parameters: job.parameters } satisfies ReadJob);
  }

  function finish(settle: (job: Waiting) => void): void {
    if (running === null) return;
    const { job, timer } = running;
    clearTimeout(timer);
    running = null;
    settle(job);
    next();
  }

  function start(): Worker {
    const started = startThread(workerFile, { workerData: file, resourceLimits });
    started.on('message', (answer: ReadAnswer) => {
      if (worker !== started) return;
      if ('isPreparing' in answer) prepare(answer.isPreparing);
      else finish((job) => settle(job, answer));
    });
    const end = (reason: unknown) => {
      if (worker !== started) return;
      worker = null;
      isPreparing = false;
      finish((job) => job.reject(reason));
    };
    started.on('error', end);
    started.on('exit', () => end(new Error('The thread for searches has ended')));
    return started;
  }

  function prepare(now: boolean): void {
    isPreparing = now;
    if (running === null) return;
    clearTimeout(running.timer);
    running.timer = setTimeout(giveUp, limits.longest);
  }

  function giveUp(): void {
    if (isPreparing) {
      turnAway();
      running!.timer = setTimeout(giveUp, limits.longest);
      return;
    }
    const seconds = limits.longest / 1000;
    void worker?.terminate();
    worker = null;
    finish((job) =>
      job.reject(tooLate(`This took longer than ${seconds} s. Ask for less: add a filter, or a rarer word.`)),
    );
  }

  /** Who asked for the preparation itself waits for its end. */
  function turnAway(): void {
    const reason = tooLate('What this is answered from is being read still.');
    const jobs = [running!.job, ...waiting.splice(0)];
    for (const job of jobs) if (job.method !== 'prepare') job.reject(reason);
    waiting.push(...jobs.slice(1).filter(({ method }) => method === 'prepare'));
  }

  return {
    call: (method, parameters, isWanted = () => true) => {
      if (waiting.length >= limits.mostWaiting) {
        return Promise.reject(tooLate(`${waiting.length} searches wait already.`));
      }
      return new Promise((resolve, reject) => {
        waiting.push({ method, parameters, isWanted, resolve: resolve as Waiting['resolve'], reject });
        next();
      });
    },
    close: async () => {
      const ended = worker;
      worker = null;
      const reason = new Error('The store was closed');
      for (const job of waiting.splice(0)) job.reject(reason);
      finish((job) => job.reject(reason));
      await ended?.terminate();
    },
  };
}

function settle({ resolve, reject }: Waiting, answer: Exclude<ReadAnswer, { isPreparing: boolean }>): void {
  if ('result' in answer) resolve(answer.result);
  else if ('error' in answer) reject(answer.error);
  else reject(readRefusal(answer.refusal));
}

export function tooLate(detail: string): OnrecordError {
  return new OnrecordError('unavailable', detail, { retryAfter });
}

const workerFile = moduleFile('storage/sqlite/reader-worker');
/** Rows pass through and are forgotten: room for more of them at a time makes no read faster (measured up to 64 MB). */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };
