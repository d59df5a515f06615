import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { createExtractionThreads } from '../extraction-threads.ts';
import { isWithin } from '../following/folders/paths.ts';
import { watchFolders } from '../following/folders/watch.ts';
import { createTaking } from '../following/taking.ts';
import { giveWay } from '../threads.ts';
import { databaseOption, leavesOut, openStore } from './database.ts';
import { exitCodes, exitWith, UsageError } from './exit.ts';
import { createFolderLog } from './folder-log.ts';
import { durationOption } from './options.ts';
import { note } from './output.ts';
import { stopOnSignals } from './stopping.ts';

/** `onrecord watch <folders>` */
export function addWatch(program: Command): void {
  program
    .command('watch')
    .summary('keep the database current with folders')
    .description(
      'Stores every article of the files in these folders, and of each file that comes or changes, until it is stopped.\n' +
        'Reads what onrecord ingest reads. A file is read when it has been left alone for a while; hidden files, and those\n' +
        'whose names say that they are not whole yet (.part, .tmp), wait until they are renamed. Files that go take no\n' +
        'articles with them. What has been read is remembered in the database, so that nothing is read again after a\n' +
        'restart, and nothing is lost, however it ended. It may run beside onrecord serve.',
    )
    .argument('<folders...>', 'folders, with all that is in them')
    .addOption(databaseOption())
    .option('--once', 'take what is there, and end')
    .addOption(durationOption('--settle <duration>', 'how long a new file has to stay as it is', '2s'))
    .addOption(
      durationOption(
        '--rescan <duration>',
        'how often everything is looked at anew, beside what the system tells (of a network mount, nothing)',
        '10s',
      ),
    )
    .option('--move-to <folder>', 'move files there that have been read')
    .option('--failed-to <folder>', 'move files there of which something failed')
    .option('--json', 'one line of JSON on standard output for each article, and for all else that happens')
    .addHelpText(
      'after',
      `
A duration is a number with ms, s, m, h or d: 500ms, 30s, 15m.
SIGINT (Ctrl-C) and SIGTERM end it when what is under way is stored; a second one ends it at once.

Exit code: 0 it was stopped, or --once is done; 1 something failed (with --once also: a file could not be read);
2 wrong usage.

Examples:
  onrecord watch incoming/
  onrecord watch --database archive.db /srv/wires /mnt/ftp --rescan 1m
  onrecord watch incoming/ --move-to done/ --failed-to failed/
  onrecord watch --once incoming/      for cron: only what is new or has changed is read`,
    )
    .action(exitWith(runWatch));
}

interface WatchCommandOptions {
  readonly database: string;
  readonly once?: true;
  readonly settle: number;
  readonly rescan: number;
  readonly moveTo?: string;
  readonly failedTo?: string;
  readonly json?: true;
}

async function runWatch(folders: string[], options: WatchCommandOptions): Promise<number> {
  folders.forEach(checkFolder);
  checkDestinations(folders, options);
  giveWay();
  const store = await openStore(options.database, { create: true });
  const threads = createExtractionThreads();
  const { signal, release } = stopOnSignals();
  const log = createFolderLog(options.json === true);
  if (options.once !== true) note(`Watching ${folders.join(', ')} (${options.database}). Ctrl-C stops it.`);
  try {
    await watchFolders({
      folders,
      store,
      taking: createTaking(threads.extract, store),
      report: log.report,
      signal,
      once: options.once === true,
      settling: options.settle,
      rescan: options.rescan,
      isLeftOut: leavesOut(options.database),
      destinations: { read: options.moveTo ?? null, failed: options.failedTo ?? null },
    });
  } finally {
    release();
    await threads.close();
    await store.close();
  }
  note(`${log.summarize()} (${options.database})`);
  return options.once === true && log.hasFailures() ? exitCodes.failed : exitCodes.ok;
}

/** What lies in a destination is not read: nothing would be. */
function checkDestinations(folders: readonly string[], { moveTo, failedTo }: WatchCommandOptions): void {
  for (const destination of [moveTo, failedTo]) {
    const folder = folders.find(
      (each) => destination !== undefined && isWithin(resolve(each), resolve(destination)),
    );
    if (folder !== undefined)
      throw new UsageError(`${folder} lies in ${destination}, where files are moved to: name another.`);
  }
}

function checkFolder(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`There is no folder ${folder}.`);
  if (!stats.isDirectory()) {
    throw new UsageError(`${folder} is a file: name the folder that it is in, or use onrecord ingest.`);
  }
}
