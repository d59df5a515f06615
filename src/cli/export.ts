import { createWriteStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Command } from 'commander';
import type { ExportRecord } from '../domain/export.ts';
import { draftOf, moveDatabase, removeDatabase } from '../storage/sqlite/backups/files.ts';
import { exportStore } from '../storage/sqlite/exports/export.ts';
import { databaseOption, refuseMissing } from './database.ts';
import { exitCodes, exitWith } from './exit.ts';
import { note, plural } from './output.ts';
import { type Progress, startProgress } from './progress.ts';

interface ExportOptions {
  readonly database: string;
  readonly output?: string;
  readonly force?: true;
}

/** `onrecord export [--output <file>]` */
export function addExport(program: Command): void {
  program
    .command('export')
    .summary('write everything that is stored as NDJSON')
    .description(
      'Writes all that the database holds, as it is at this moment, one JSON object a line: articles with their raw copy\n' +
        'and history, entities, quotes, deletions, and what people corrected. onrecord ingest makes an equal database of\n' +
        'it, with the same ids. Whoever uses the database goes on reading and writing.',
    )
    .addOption(databaseOption())
    .option(
      '-o, --output <file>',
      'write into this file, packed where it ends in .gz (default: standard output)',
    )
    .option('--force', 'write it in the place of a file that is there')
    .addHelpText(
      'after',
      `
Exit code: 0 the export is whole, 1 it is not (standard error says why), 2 wrong usage.

Examples:
  onrecord export --output monday.ndjson.gz
  onrecord ingest --database other.db monday.ndjson.gz
  onrecord export | jq -r 'select(.onrecord == "article") | .headline'`,
    )
    .action(exitWith(runExport));
}

async function runExport({ database, output, force }: ExportOptions): Promise<number> {
  refuseMissing(database);
  if (output !== undefined && force !== true && existsSync(output)) {
    throw new Error(`${output} exists. Choose another name, or say --force to put the export in its place.`);
  }
  const run = { articles: 0, progress: null as Progress | null };
  const chunks = Readable.from(chunksOf(exportStore(database), run), { objectMode: false });
  try {
    if (output === undefined) await pipeline(chunks, process.stdout, { end: false });
    else await writeFile(output, chunks);
  } finally {
    run.progress?.end();
  }
  note(`${output ?? 'standard output'}: ${plural(run.articles, 'article')} (of ${database})`);
  return exitCodes.ok;
}

/** Only a whole export gets its name. */
async function writeFile(file: string, chunks: Readable): Promise<void> {
  const draft = draftOf(file);
  try {
    const written = createWriteStream(draft);
    if (file.endsWith('.gz')) await pipeline(chunks, createGzip(), written);
    else await pipeline(chunks, written);
    moveDatabase(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new Error(`The disk that is to hold ${file} is full.`, { cause: error });
  } finally {
    removeDatabase(draft);
  }
}

/** Characters that are written at once. */
const chunkLength = 64 * 1024;

async function* chunksOf(
  records: AsyncIterable<ExportRecord>,
  run: { articles: number; progress: Progress | null },
): AsyncIterable<string> {
  let chunk = '';
  for await (const record of records) {
    if (record.onrecord === 'export') run.progress = startProgress(record.articles);
    if (record.onrecord === 'article') run.progress?.show(++run.articles, 'articles');
    chunk += `${JSON.stringify(record)}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
