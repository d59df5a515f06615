import { getPriority, setPriority } from 'node:os';
import { isMainThread, parentPort, Worker, type WorkerOptions } from 'node:worker_threads';

/** Runs a module in a thread. */
export function startThread(file: URL, options: WorkerOptions = {}): Worker {
  if (!file.pathname.endsWith('.ts')) return new Worker(file, options);
  // In a checkout, where the sources run as they are, tsx reads them, whatever the working folder.
  const run = `import('${import.meta.resolve('tsx/esm/api')}').then(({ register }) => { register(); return import('${file}'); })`;
  return new Worker(run, { ...options, eval: true });
}

/** A thread that answers what it is asked, one question after the other. */
export interface AnsweringThread<Question, Answer> {
  /** Questions that are not answered yet. */
  readonly waiting: number;
  /** A question whose signal is aborted is rejected at once; the thread that is at work on it is ended, and started anew. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** Ends the thread; what still waits is rejected. */
  close(): Promise<void>;
}

type Reply<Answer> = { readonly answer: Answer } | { readonly error: unknown };

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly signal: AbortSignal | undefined;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/**
 * A thread that runs a module which calls {@link answerEach}. It is started when the first question comes. The question at
 * which it breaks is rejected, and a new thread is asked those that waited behind it.
 */
export function createAnsweringThread<Question, Answer>(
  file: URL,
  options: WorkerOptions = {},
): AnsweringThread<Question, Answer> {
  const asked: Asked<Question, Answer>[] = [];
  let worker: Worker | null = null;

  function start(): Worker {
    const started = startThread(file, options);
    started.on('message', (reply: Reply<Answer>) => {
      if (worker !== started) return;
      const first = asked.shift();
      // An idle thread keeps no process alive.
      if (asked.length === 0) started.unref();
      if ('answer' in reply) first?.resolve(reply.answer);
      else first?.reject(reply.error);
      endAbandoned();
    });
    started.on('error', (error) => giveUp(started, error));
    started.on('exit', () => giveUp(started, new Error('The thread has ended')));
    return started;
  }

  function giveUp(ended: Worker, reason: unknown): void {
    if (worker !== ended) return;
    worker = null;
    asked.shift()?.reject(reason);
    for (const each of asked.splice(0)) {
      if (each.signal?.aborted) continue;
      send(each.question);
      asked.push(each);
    }
  }

  /** Ends the thread where it is at work on what nobody waits for. */
  function endAbandoned(): void {
    const ended = worker;
    if (ended === null || !asked[0]?.signal?.aborted) return;
    giveUp(ended, asked[0].signal.reason);
    void ended.terminate();
  }

  function send(question: Question): void {
    worker ??= start();
    worker.ref();
    worker.postMessage(question);
  }

  return {
    get waiting() {
      return asked.length;
    },
    ask: (question, signal) =>
      new Promise((resolve, reject) => {
        send(question);
        asked.push({ question, signal, resolve, reject });
        signal?.addEventListener('abort', () => {
          reject(signal.reason);
          endAbandoned();
        });
      }),
    close: async () => {
      const ended = worker;
      worker = null;
      for (const { reject } of asked.splice(0)) reject(new Error('The thread was closed'));
      await ended?.terminate();
    },
  };
}

/** Answers whoever started this thread by {@link createAnsweringThread}. */
export function answerEach<Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>): void {
  let last = Promise.resolve();
  const reply = async (question: Question): Promise<void> => {
    const message: Reply<Answer> = await Promise.resolve(question)
      .then(answer)
      .then(
        (given) => ({ answer: given }),
        (error: unknown) => ({ error }),
      );
    parentPort?.postMessage(message);
  };
  parentPort?.on('message', (question: Question) => {
    last = last.then(() => reply(question));
  });
}

/** How far below the usual a priority is that never holds up who serves or reads (19 is the lowest there is). */
const niceness = 10;

/**
 * Lets others go first: a thread of its own gives way to the process's other threads where threads have priorities (on
 * Linux), the main thread with the whole process to other processes.
 */
export function giveWay(): void {
  if (isMainThread || process.platform === 'linux') setPriority(Math.max(getPriority(), niceness));
}
