import { existsSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import type { ArticleStore } from './domain/article-store.ts';
import { createExtractionThreads } from './extraction-threads.ts';
import type { Readiness } from './http/endpoint.ts';
import { extract } from './index.ts';
import { createExtractOnDemand } from './ingestion/extract-on-demand.ts';
import { readFileDocuments } from './ingestion/files.ts';
import { type InputFile, listFiles } from './ingestion/folders.ts';
import { collectGarbageEarly } from './memory.ts';
import { packageFile } from './package-files.ts';
import { stopBySignals } from './signals.ts';
import { openSqliteStore } from './storage/sqlite/article-store.ts';

export interface ServeOptions {
  readonly config: Config;
  /** Whether a database that this start creates gets the articles of `data/samples`. */
  readonly samples: boolean;
  /** Takes the lines that are for the person at the terminal. */
  readonly say: (line: string) => void;
  /** Adds what is to be served beside the API, behind the same hooks. */
  readonly extend?: (app: FastifyInstance) => void;
}

export interface RunningServer {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** Settled when the samples are in, or where there are none to take, when the first article can be structured. */
  readonly ready: Promise<void>;
  /** Stops listening, finishes what is under way, and closes the store. */
  stop(): Promise<void>;
}

/**
 * Starts the service: it listens at once, and is ready when the samples are in. Rejects with a message for a person
 * where the database cannot be opened or the port is taken.
 */
export async function startServer({ config, samples, say, extend }: ServeOptions): Promise<RunningServer> {
  collectGarbageEarly();
  const isNew = !existsSync(config.database);
  const store = await openSqliteStore(config.database);
  const readiness: Readiness = { waitingFor: samples && isNew ? 'the samples are being taken in' : null };
  // Silent at first: on a terminal, what is said to the person comes before any log.
  const logger = pino({ level: 'silent' });
  const pool = createExtractionThreads();
  const app = await buildApp({
    store,
    extract: createExtractOnDemand(extract, pool),
    extractBeside: (document) => pool.extract(document),
    readiness,
    config,
    logger,
  });
  extend?.(app);
  let stopping = false;

  const address = await app.listen({ host: config.host, port: config.port }).catch(async (error: Error) => {
    await app.close();
    await store.close();
    throw explainListenError(error, config);
  });
  const ready = readiness.waitingFor === null ? warmUp() : takeSamples();
  ready
    .then(() => store.prepare())
    .catch((error: unknown) => {
      if (!stopping) logger.warn({ err: error }, 'not prepared');
    });
  say(`Onrecord listens at ${address}`);
  say(`  Swagger UI: ${address}/docs`);
  say(`  Try:        curl '${address}/v1/quotes?speaker=peskov&kind=direct'`);

  logger.level = config.logLevel;
  logger.info({ address }, 'listening');

  /** Loads lexicons and models, so that the first article need not wait for them: behind the answer to who waits for the start. */
  async function warmUp(): Promise<void> {
    await pause(firstAnswers);
    if (!stopping) extract('');
  }

  async function takeSamples(): Promise<void> {
    const started = performance.now();
    for await (const file of listFiles([samplesFolder])) {
      if (stopping) return;
      await takeSample(store, file);
      // Requests have their turn between two samples.
      await nextTurn();
    }
    readiness.waitingFor = null;
    const { articles, quotes } = await store.counts();
    say(
      `  ${articles} sample articles with ${quotes} quotes taken in (${Math.round(performance.now() - started)} ms).`,
    );
  }

  return {
    address,
    ready,
    stop: async () => {
      stopping = true;
      await app.close();
      await pool.close();
      await ready.catch(() => {});
      await store.close();
    },
  };
}

/**
 * Starts the service and ends the process with it: the first SIGINT or SIGTERM stops it gently, the second at once.
 * What `npm start` and `onrecord serve` do.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const server = await startServer(options);
  const stop = (): void => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        options.say(String(error));
        process.exit(1);
      },
    );
  };
  stopBySignals(stop, options.say);
  await server.ready;
}

/** Milliseconds in which whoever waits for the start has asked again. */
const firstAnswers = 300;

const samplesFolder = fileURLToPath(packageFile('data/samples/'));

async function takeSample(store: ArticleStore, file: InputFile): Promise<void> {
  for await (const reading of readFileDocuments(file, process.stdin)) {
    if ('fault' in reading) throw reading.fault;
    if ('document' in reading) await store.save(extract(reading.document), reading.document.raw);
  }
}

function explainListenError(error: Error & { code?: string }, { host, port }: Config): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} of ${host} is taken: stop what listens there, or set PORT (--port) to another.`,
    EACCES: `Port ${port} may not be opened by this user: set PORT (--port) to one above 1023.`,
    EADDRNOTAVAIL: `${host} is no address of this machine: set HOST (--host) to one that is.`,
    ENOTFOUND: `The name ${host} is not known: set HOST (--host) to an address of this machine.`,
  };
  return new Error(reasons[error.code ?? ''] ?? error.message, { cause: error });
}
