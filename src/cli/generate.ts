import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type ArchiveOptions, createArchive, type GeneratedArticle } from '../generation/archive.ts';
import { moduleFile } from '../package-files.ts';
import { readResourceFiles } from '../resources.ts';
import { startBulkLoad } from '../storage/sqlite/bulk-load.ts';
import { startThread } from '../threads.ts';
import { exitCodes, exitWith } from './exit.ts';
import type { BatchRequest } from './generate-worker.ts';
import { readCount } from './options.ts';
import { note, plural } from './output.ts';
import { type Progress, startProgress } from './progress.ts';

interface GenerateOptions {
  readonly articles: number;
  readonly seed: number;
  readonly output: string;
  readonly raw?: string;
}

/** `onrecord generate [--articles <n>] [--seed <n>] [--output <file> | --raw <folder>]` */
export function addGenerate(program: Command): void {
  program
    .command('generate')
    .summary('make up an archive of news to measure with')
    .description(
      'Makes up articles with words, names, quotes, dates and copies spread as in real news, the same for the same seed,\n' +
        'and writes their records into a new database, or their raw copy into a folder. Nothing of it is true.',
    )
    .option('-n, --articles <count>', 'how many', readCount, 20_000)
    .option('--seed <number>', 'another number makes other articles', readCount, 1)
    .option('-o, --output <file>', 'the new SQLite database', 'made-up.db')
    .option('--raw <folder>', 'write raw copy, a file an article, in place of a database')
    .addHelpText(
      'after',
      `
Examples:
  onrecord generate --articles 200000 --output large.db && onrecord serve --database large.db
  onrecord generate --articles 1000 --raw copy/ && onrecord ingest copy/`,
    )
    .action(exitWith(runGenerate));
}

async function runGenerate({ articles: size, seed, output, raw }: GenerateOptions): Promise<number> {
  const progress = startProgress(size);
  const started = performance.now();
  try {
    if (raw === undefined) await generateDatabase(output, { seed, size }, progress);
    else await generateCopy(raw, { seed, size }, progress);
  } finally {
    progress.end();
  }
  const seconds = (performance.now() - started) / 1000;
  note(`${plural(size, 'article')} made up in ${seconds.toFixed(1)} s (${raw ?? output})`);
  return exitCodes.ok;
}

/** Articles a transaction. */
const batchSize = 1000;

/** Rejects where the file exists. */
export async function generateDatabase(
  file: string,
  options: ArchiveOptions,
  progress: Progress,
): Promise<void> {
  const load = await startBulkLoad(file);
  try {
    let written = 0;
    for await (const batch of makeBatches(options)) {
      load.add(batch);
      written += batch.length;
      progress.show(written, plural(written, 'article'));
    }
    await load.finish();
  } catch (error) {
    load.abandon();
    throw error;
  }
}

type Batch = readonly Pick<GeneratedArticle, 'article' | 'raw'>[];

/** Each batch is made in another thread while the one before is being written. */
async function* makeBatches(options: ArchiveOptions): AsyncIterable<Batch> {
  const worker = startThread(workerFile, { workerData: options });
  const ask = async (start: number): Promise<Batch> => {
    if (start >= options.size) return [];
    worker.postMessage({ start, end: Math.min(start + batchSize, options.size) } satisfies BatchRequest);
    const [batch] = (await once(worker, 'message')) as [Batch];
    return batch;
  };
  try {
    let next = ask(0);
    for (let start = 0; start < options.size; start += batchSize) {
      const batch = await next;
      next = ask(start + batchSize);
      yield batch;
    }
  } finally {
    await worker.terminate();
  }
}

const workerFile = moduleFile('cli/generate-worker');

async function generateCopy(folder: string, options: ArchiveOptions, progress: Progress): Promise<void> {
  const archive = createArchive(readResourceFiles(), options);
  await mkdir(folder, { recursive: true });
  for (let number = 0; number < options.size; number++) {
    await writeFile(
      join(folder, `${String(number).padStart(7, '0')}.txt`),
      archive.article(number).dirtyCopy(),
    );
    progress.show(number + 1, plural(number + 1, 'file'));
  }
}
