import type { Command } from 'commander';
import type { ArticleToSave } from '../domain/article-store.ts';
import { OnrecordError } from '../domain/errors.ts';
import { createExtractionThreads } from '../extraction-threads.ts';
import { type FileProgress, openFileProgress } from '../ingestion/file-progress.ts';
import { type FileEnd, type FileReading, type FindInputsKnown, readFile } from '../ingestion/files.ts';
import { listFiles } from '../ingestion/folders.ts';
import { type Ingested, ingestAll } from '../ingestion/ingest.ts';
import { briefPatience, untilStored } from '../ingestion/patience.ts';
import { collectGarbageEarly } from '../memory.ts';
import { giveWay } from '../threads.ts';
import { databaseOption, leavesOut, openStore } from './database.ts';
import { tellDryRun } from './dry-run.ts';
import { exitCodes, exitWith } from './exit.ts';
import { holdsExport, ingestExport } from './ingest-export.ts';
import { startIngestProgress } from './ingest-progress.ts';
import { createIngestSummary } from './ingest-summary.ts';
import { readThreads } from './options.ts';
import { isTerminal, note, placeOf, printable, writeJsonLine } from './output.ts';
import { stopOnSignals } from './stopping.ts';

/** `onrecord ingest <files, folders or ->` */
export function addIngest(program: Command): void {
  program
    .command('ingest')
    .summary('store articles from files, folders or standard input')
    .description(
      'Reads every article of the files and folders named (- is standard input), structures it and stores it.\n' +
        'Reads plain text, Markdown, HTML, feeds, the formats of news agencies (ninjs, NITF, NewsML and others), JSON\n' +
        '({ "text": … }), NDJSON, and gzip, tar, zip and WARC of any of them, each by its content.\n' +
        'The same article again changes nothing. Of an export (onrecord export) it makes a new database, equal to the one\n' +
        'that was exported. It gives way to others: a server beside it answers as before.',
    )
    .argument('<paths...>', 'files, folders or -')
    .addOption(databaseOption())
    .option('--json', 'one line of JSON for each article on standard output, also on a terminal')
    .option('--resume', 'pass over what an earlier run has stored of files that have not changed since')
    .option('--threads <count>', 'threads that structure articles (default: one for each core)', readThreads)
    .option('--dry-run', 'store nothing; print what would be stored, and what was taken out')
    .addHelpText(
      'after',
      `
Exit code: 0 all stored, 1 some were not (each is named on standard error), 2 wrong usage, 130 interrupted: what had been
read is stored.

Examples:
  onrecord ingest articles/
  onrecord ingest --database archive.db story.txt more.ndjson
  onrecord ingest --resume archive.tar.gz     go on where the last run was stopped
  onrecord ingest --dry-run page.html
  curl -s https://example.org/story.txt | onrecord ingest -`,
    )
    .action(exitWith(runIngest));
}

interface IngestOptions {
  readonly database: string;
  readonly json?: true;
  readonly dryRun?: true;
  readonly resume?: true;
  readonly threads?: number;
}

async function runIngest(paths: string[], options: IngestOptions): Promise<number> {
  const [only] = paths;
  if (paths.length === 1 && (await holdsExport(only!)))
    return ingestExport(only!, options.dryRun === true ? null : options.database);
  giveWay();
  collectGarbageEarly();
  const store = options.dryRun === true ? null : await openStore(options.database, { create: true });
  const pool = createExtractionThreads(options.threads);
  const files = store === null ? null : openFileProgress(store);
  const asJson = options.json === true || !isTerminal();
  const summary = createIngestSummary();
  const progress = startIngestProgress(paths);
  const { signal, release } = stopOnSignals();
  // Nothing more is waited for.
  signal.addEventListener('abort', () => process.stdin.destroy());
  const found = options.resume === true ? files?.findInputsKnown : undefined;
  const items = readAll(paths, leavesOut(options.database), found, signal);
  let failure: OnrecordError | null = null;
  const saveMany =
    store === null
      ? null
      : (items: readonly ArticleToSave[]) => untilStored(() => store.saveMany(items), briefPatience);
  const say = (line: string): void => {
    progress.end();
    note(printable(line));
  };
  try {
    for await (const batch of ingestAll(items, { extract: pool.extract, saveMany })) {
      failure = batch.map(storeFailureOf).find((error) => error !== null) ?? null;
      if (failure !== null) break;
      for (const ingested of batch) {
        summary.count(ingested);
        await tell(ingested, asJson, say);
      }
      failure = await noteProgress(files, batch);
      if (failure !== null) break;
      progress.show(
        batch.map(({ item }) => item),
        summary.articles,
      );
    }
  } finally {
    progress.end();
    release();
    await pool.close();
    await store?.close();
  }
  for (const line of summary.show(store === null ? 'nothing was stored' : options.database)) note(line);
  if (failure !== null || signal.aborted) {
    const reason = failure?.message ?? 'It was interrupted.';
    note(`${reason} What is counted here is stored; the same command with --resume goes on from there.`);
    return failure === null ? exitCodes.interrupted : exitCodes.failed;
  }
  return summary.failed > 0 ? exitCodes.failed : exitCodes.ok;
}

/** What is in the files, until it is stopped. */
async function* readAll(
  paths: readonly string[],
  isLeftOut: (path: string) => boolean,
  findInputsKnown: FindInputsKnown | undefined,
  signal: AbortSignal,
): AsyncIterable<FileReading | FileEnd> {
  for await (const file of listFiles(paths)) {
    if (!file.isNamed && isLeftOut(file.path)) continue;
    for await (const event of readFile(file, process.stdin, findInputsKnown)) {
      if (signal.aborted) return;
      yield event;
    }
  }
}

/** Why the store could not be written: then it is no use to go on. */
function storeFailureOf({ article, result }: Ingested<FileReading | FileEnd>): OnrecordError | null {
  const isFailure = article !== null && result instanceof OnrecordError && result.code === 'unavailable';
  return isFailure ? result : null;
}

/** Notes how far files were taken in; answers with why the store could not be written. */
async function noteProgress(
  files: FileProgress | null,
  batch: readonly Ingested<FileReading | FileEnd>[],
): Promise<OnrecordError | null> {
  try {
    await files?.note(batch);
    return null;
  } catch (error) {
    if (error instanceof OnrecordError && error.code === 'unavailable') return error;
    throw error;
  }
}

/** Says what became of something: in a line of JSON for programs, and where something is wrong, in a line for people. */
async function tell(
  { item, article, result }: Ingested<FileReading | FileEnd>,
  asJson: boolean,
  say: (line: string) => void,
): Promise<void> {
  const { file, place } = item;
  const name = placeOf(file, place);
  if ('end' in item) {
    if (item.end === 'changed')
      say(`${name}: it changed while it was read. What was read is stored; ingest it again.`);
  } else if (result instanceof OnrecordError) {
    const { code, message } = result;
    say(`${name}: ${message}`);
    if (asJson) await writeJsonLine({ file, place, outcome: 'failed', code, message });
  } else if (result !== null) {
    const { outcome, id } = result;
    if (outcome === 'deleted') say(`${name}: it was deleted as ${id}, and stays so`);
    if (asJson) await writeJsonLine({ file, place, outcome, id });
  } else if (article !== null) await tellDryRun(item, article, asJson);
  else if (asJson) await writeJsonLine({ file, place, outcome: 'passed-over' });
}
