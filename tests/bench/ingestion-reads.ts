import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { request as sendRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { openConnection } from '../../dist/storage/sqlite/connection.js';
import { openClient } from './client.ts';
import { timeEach } from './load.ts';
import { makeQuestions, mix } from './questions.ts';
import { startServerProcess } from './server-process.ts';
import { type BenchStore, provideStore } from './stores.ts';
import { percentile, type Row, showMs, showRatio } from './table.ts';

/** Milliseconds within which 99 of 100 reads of all kinds are answered: alone, and while very many articles come in or are extracted again. */
export async function measureReads(size: number): Promise<readonly Row[]> {
  const made = await provideStore(size);
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const file = join(folder, 'served.db');
  copyFileSync(made.file, file);
  const server = await startServerProcess(file, { pinned: false });
  try {
    const client = await openClient(server.ours);
    const paths = await readPaths(made);
    const read = async (asked = paths) => percentile(await timeEach(client, asked), 0.99);
    await read();
    const alone = await read();
    const ingest = await whileFed(made, startIngest(file), read);
    const batch = await whileFed(made, startBatch(server.ours), read);
    // Quotes that a made-up article has and extraction does not find are gone then. They are among the fastest reads.
    const lasting = paths.filter((path) => !path.startsWith('/v1/quotes/'));
    const reextract = await whileReextracted(file, () => read(lasting));
    client.close();
    const row = (question: string, p99: number): Row => ({
      question,
      figures: [`${showMs(p99)}, ${showRatio(p99 / alone)}`],
      target: '2 × at most',
      isMet: p99 <= 2 * alone,
    });
    return [
      {
        question: `reads of a store of ${size.toLocaleString('en')}, nothing else to do: p99`,
        figures: [showMs(alone)],
      },
      row('  while onrecord ingest runs beside', ingest),
      row('  while the same server takes a batch', batch),
      row('  while onrecord reextract runs beside', reextract),
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Articles, quotes, speakers and searches, no address twice. */
async function readPaths({ file, archive }: BenchStore): Promise<readonly string[]> {
  const connection = await openConnection(file);
  const ids = (sql: string) => connection.all<{ id: string }>(sql).map(({ id }) => id);
  const articles = ids('select id from articles where row > 0 order by id limit 150');
  const quotes = ids('select id from quotes where row > 0 order by id limit 100');
  const speakers = ids('select id from entities where quote_count > 0 order by quote_count desc limit 60');
  connection.close();
  const { medium, rare } = makeQuestions(archive);
  return mix(
    articles.map((id) => `/v1/articles/${id}`),
    quotes.map((id) => `/v1/quotes/${id}`),
    speakers.flatMap((id) => [`/v1/speakers/${id}`, `/v1/speakers/${id}/quotes`]),
    [...medium, ...rare].map((question) => `/v1/articles?q=${encodeURIComponent(question)}&total=false`),
  );
}

/** What takes NDJSON until it is stopped. */
interface Taker {
  readonly input: Writable;
  stop(): void;
}

const command = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

function startIngest(database: string): Taker {
  const child = spawn(process.execPath, [command, 'ingest', '-', '-d', database], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return { input: child.stdin, stop: () => child.kill('SIGKILL') };
}

function startBatch(address: string): Taker {
  const request = sendRequest(`${address}/v1/articles/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  });
  request.on('response', (response) => response.resume());
  return { input: request, stop: () => request.destroy() };
}

/** Milliseconds until the threads have compiled what they need, and are at work. */
const warmUp = 10_000;

async function whileFed(
  store: BenchStore,
  { input, stop }: Taker,
  read: () => Promise<number>,
): Promise<number> {
  let isOver = false;
  input.setMaxListeners(0).on('error', () => {});
  const feeding = (async () => {
    for (let number = 0; !isOver; number++) {
      const text = store.archive.article(number % store.size).dirtyCopy();
      const line = `${JSON.stringify({ guid: `more-${number}`, text })}\n`;
      if (!input.write(line)) await Promise.race([once(input, 'drain'), once(input, 'close')]);
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, warmUp));
  const figure = await read();
  isOver = true;
  stop();
  await feeding.catch(() => {});
  return figure;
}

/** Made-up articles are of other rules than extraction's, so that all of them are extracted again. */
async function whileReextracted(database: string, read: () => Promise<number>): Promise<number> {
  const child = spawn(process.execPath, [command, 'reextract', '-d', database], { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, warmUp));
  const figure = await read();
  if (child.exitCode !== null)
    throw new Error('The articles were all extracted again before the reads were over.');
  child.kill('SIGKILL');
  await once(child, 'close');
  return figure;
}
