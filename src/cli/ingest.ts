import type { Command } from 'commander';
import { OnrecordError } from '../domain/errors.ts';
import { presentArticle } from '../http/presenters.ts';
import { extract } from '../index.ts';
import { listFiles, readFileDocuments } from '../ingestion/files.ts';
import { ingest } from '../ingestion/ingest.ts';
import { databaseOption, openStore } from './database.ts';
import { showDryRun } from './dry-run.ts';
import { exitCodes, exitWith } from './exit.ts';
import { holdsExport, ingestExport } from './ingest-export.ts';
import { isTerminal, note, placeOf, plural, printable, write, writeJsonLine } from './output.ts';
import { startProgress } from './progress.ts';

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
        'that was exported.',
    )
    .argument('<paths...>', 'files, folders or -')
    .addOption(databaseOption())
    .option('--json', 'one line of JSON for each article on standard output, also on a terminal')
    .option('--dry-run', 'store nothing; print what would be stored, and what was taken out')
    .addHelpText(
      'after',
      `
Exit code: 0 all stored, 1 some were not (each is named on standard error), 2 wrong usage.

Examples:
  onrecord ingest articles/
  onrecord ingest --database archive.db story.txt more.ndjson
  onrecord ingest --dry-run page.html
  curl -s https://example.org/story.txt | onrecord ingest -`,
    )
    .action(exitWith(runIngest));
}

interface IngestOptions {
  readonly database: string;
  readonly json?: true;
  readonly dryRun?: true;
}

async function runIngest(paths: string[], options: IngestOptions): Promise<number> {
  const [only] = paths;
  if (paths.length === 1 && (await holdsExport(only!)))
    return ingestExport(only!, options.dryRun === true ? null : options.database);
  const files = await listFiles(paths);
  const store = options.dryRun === true ? null : await openStore(options.database, { create: true });
  const counts = {
    read: 0,
    created: 0,
    revised: 0,
    unchanged: 0,
    outdated: 0,
    deleted: 0,
    failed: 0,
    passedOver: 0,
  };
  const asJson = options.json === true || !isTerminal();
  const progress = startProgress(files.length);
  try {
    for (const [index, input] of files.entries()) {
      for await (const reading of readFileDocuments(input, process.stdin)) {
        const { file } = reading;
        const place = placeOf(file, reading.place);
        try {
          if ('fault' in reading) throw reading.fault;
          if ('passedOver' in reading) {
            counts.passedOver++;
            if (asJson) await writeJsonLine({ file, place: reading.place, outcome: 'passed-over' });
            continue;
          }
          if (store === null) {
            counts.read++;
            progress.end();
            const article = extract(reading.document);
            if (!asJson) await write(showDryRun(place, article));
            else
              await writeJsonLine({
                file,
                place: reading.place,
                outcome: 'dry-run',
                article: presentArticle(article),
              });
            continue;
          }
          const { outcome, id } = await ingest(store, extract, reading.document);
          counts[outcome]++;
          if (outcome === 'deleted') report(progress, `${place}: it was deleted as ${id}, and stays so`);
          if (asJson) await writeJsonLine({ file, place: reading.place, outcome, id });
        } catch (error) {
          if (!(error instanceof OnrecordError)) throw error;
          counts.failed++;
          report(progress, `${place}: ${error.message}`);
          if (asJson) {
            const { code, message } = error;
            await writeJsonLine({ file, place: reading.place, outcome: 'failed', code, message });
          }
        }
        progress.show(index, plural(counts.created + counts.revised, 'article'));
      }
    }
  } finally {
    progress.end();
    await store?.close();
  }
  note(summarize(counts, files.length, store === null ? 'nothing was stored' : options.database));
  return counts.failed > 0 ? exitCodes.failed : exitCodes.ok;
}

function report(progress: { end(): void }, line: string): void {
  progress.end();
  note(printable(line));
}

function summarize(counts: Readonly<Record<string, number>>, files: number, where: string): string {
  const words = {
    read: 'read',
    created: 'new',
    revised: 'revised',
    unchanged: 'unchanged',
    outdated: 'older than what is stored',
    deleted: 'deleted before',
    failed: 'failed',
    passedOver: 'passed over',
  };
  const parts = Object.entries(words).flatMap(([key, word]) =>
    counts[key] ? [`${counts[key]} ${word}`] : [],
  );
  return `${plural(files, 'file')}: ${parts.join(', ') || 'no articles'} (${where})`;
}
