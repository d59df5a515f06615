import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Extraction } from '../domain/extractions.ts';
import { createExtractionThreads } from '../extraction-threads.ts';
import { extract } from '../index.ts';
import { isDifferent } from '../ingestion/difference.ts';
import { briefPatience, untilStored } from '../ingestion/patience.ts';
import { type Reextracted, reextractAll } from '../ingestion/reextract.ts';
import { giveWay } from '../threads.ts';
import { databaseOption, openStore } from './database.ts';
import { exitCodes, exitWith } from './exit.ts';
import { readThreads } from './options.ts';
import { isTerminal, note, plural, printable, write, writeJsonLine } from './output.ts';
import { startProgress } from './progress.ts';
import { createReextractTally, showDifference } from './reextract-report.ts';
import { stopOnSignals } from './stopping.ts';

interface ReextractOptions {
  readonly database: string;
  readonly all?: true;
  readonly olderThan?: string;
  readonly dryRun?: true;
  readonly json?: true;
  readonly threads: number;
}

/** A server beside it has a core for itself, where there are several. */
const usualThreads = Math.max(1, availableParallelism() - 1);

/** `onrecord reextract [--all | --older-than <extractor>] [--dry-run]` */
export function addReextract(program: Command): void {
  program
    .command('reextract')
    .summary('apply the rules of this version to what is stored')
    .description(
      'Structures the raw copies in the database again: those that other rules or models structured, unless told otherwise.\n' +
        'No article becomes another revision; ids of quotes whose words are the same, and what people decided, stay. A\n' +
        'server may answer meanwhile. Stopped at any moment, the same command goes on where it was.',
    )
    .addOption(databaseOption())
    .option('--all', 'those, too, that this version structured')
    .option(
      '--older-than <extractor>',
      'only those whose rules have a lower number (GET /v1/stats lists them)',
    )
    .addOption(
      new Option('--threads <count>', 'threads that structure articles')
        .argParser(readThreads)
        .default(usualThreads, 'all cores but one'),
    )
    .option('--dry-run', 'write nothing; print what would change')
    .option('--json', 'one line of JSON for each article that changes, also on a terminal')
    .addHelpText(
      'after',
      `
Exit code: 0 all done, 1 some stay as they were (each is named on standard error) or it was stopped, 2 wrong usage.

Examples:
  onrecord reextract
  onrecord reextract --dry-run | jq -r '.gained[].text'
  onrecord reextract --database archive.db --older-than 2`,
    )
    .action(exitWith(runReextract));
}

async function runReextract(options: ReextractOptions): Promise<number> {
  giveWay();
  const opened = await openStore(options.database, { create: false });
  const store: ArticleStore = {
    ...opened,
    reextractMany: (articles) => untilStored(() => opened.reextractMany(articles), briefPatience),
    keepBookmarks: (bookmarks) => untilStored(() => opened.keepBookmarks(bookmarks), briefPatience),
  };
  const pool = createExtractionThreads(options.threads);
  const stopping = stopOnSignals();
  const tally = createReextractTally();
  try {
    const { extractor } = extract('');
    const isWanted = chooseWanted(options, extractor);
    const progress = startProgress(await countWanted(store, isWanted));
    const place = options.all === true && options.dryRun !== true ? openPlace(store, extractor) : null;
    const after = (await place?.find()) ?? null;
    if (after !== null) note('Going on where the last run was stopped.');
    const isDry = options.dryRun === true;
    try {
      for await (const batch of reextractAll({ store, extract: pool.extract, isWanted, after, isDry })) {
        for (const done of batch) {
          tally.count(done);
          if (worthTelling(done)) progress.end();
          await tell(done, isDry, options.json === true || !isTerminal());
        }
        progress.show(tally.done, plural(tally.changed, 'change'));
        await place?.keep(batch.at(-1)!.id);
        if (stopping.signal.aborted) return exitCodes.failed;
      }
    } finally {
      progress.end();
    }
    await place?.forget();
  } finally {
    stopping.release();
    note(tally.describe(options.dryRun === true ? 'nothing was written' : options.database));
    await pool.close();
    await store.close();
  }
  return tally.failed > 0 ? exitCodes.failed : exitCodes.ok;
}

function chooseWanted({ all, olderThan }: ReextractOptions, current: string) {
  if (all === true) return () => true;
  if (olderThan === undefined) return ({ extractor }: Extraction) => extractor !== current;
  return ({ extractor }: Extraction) => rulesOf(extractor) < rulesOf(olderThan);
}

/** "2-0123456789abcdef" is of the rules 2; what names none is older than any. */
function rulesOf(extractor: string): number {
  return Number(/^\d+(?=-|$)/.exec(extractor)?.[0] ?? -1);
}

async function countWanted(
  store: ArticleStore,
  isWanted: (extraction: Extraction) => boolean,
): Promise<number> {
  const { extractors } = await store.findStatistics();
  return extractors
    .filter(({ extractor }) => isWanted({ id: '', extractor }))
    .reduce((sum, { articleCount }) => sum + articleCount, 0);
}

/** How often it is noted how far a run has come. */
const batchesANote = 8;

/** Where a run is that the extractor of an article does not tell. */
function openPlace(store: ArticleStore, extractor: string) {
  const source = `reextract --all ${extractor}`;
  let since = 0;
  return {
    find: async () => (await store.findBookmarks([source])).get(source) ?? null,
    keep: async (id: string) => {
      if (++since % batchesANote === 0) await store.keepBookmarks(new Map([[source, id]]));
    },
    forget: () => store.keepBookmarks(new Map([[source, null]])),
  };
}

function worthTelling(done: Reextracted): boolean {
  return done.outcome === 'failed' || ('difference' in done && isDifferent(done.difference));
}

async function tell(done: Reextracted, isDry: boolean, asJson: boolean): Promise<void> {
  if (done.outcome === 'failed') {
    const { id, fault } = done;
    note(printable(`${id}: ${fault.message}`));
    if (asJson) await writeJsonLine({ id, outcome: 'failed', code: fault.code, message: fault.message });
  } else if ('difference' in done && isDifferent(done.difference)) {
    const { difference, ...rest } = done;
    if (asJson) await writeJsonLine({ ...rest, ...difference });
    else if (isDry) await write(showDifference(done.id, difference));
  }
}
