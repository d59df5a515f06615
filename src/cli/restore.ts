import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { restore } from '../storage/sqlite/backups/restore.ts';
import { databaseOption } from './database.ts';
import { exitCodes, exitWith } from './exit.ts';
import { note, plural } from './output.ts';
import { watchCopy } from './progress.ts';

interface RestoreOptions {
  readonly database: string;
  readonly force?: true;
}

/** `onrecord restore <file>` */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .summary('make the database what it was when a backup was taken')
    .description(
      'Copies a backup, reads the copy to see that it is a whole Onrecord database, and makes it the database. One that\n' +
        'is there is replaced only with --force, never while a server has it open, and is kept aside under another name.',
    )
    .argument('<file>', 'the backup, which stays as it is')
    .addOption(databaseOption())
    .option('--force', 'put it in the place of a database that is there')
    .addHelpText(
      'after',
      `
Exit code: 0 it is restored, 1 nothing was changed (standard error says why), 2 wrong usage.

Examples:
  onrecord restore monday.db
  onrecord restore --database archive.db --force /mnt/backups/archive.db`,
    )
    .action(exitWith(runRestore));
}

async function runRestore(file: string, { database, force }: RestoreOptions): Promise<number> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const progress = watchCopy();
  try {
    const { articles, quotes, keptAside } = await restore(file, database, {
      force: force === true,
      ...progress,
    });
    progress.end();
    note(`${database}: ${plural(articles, 'article')} with ${plural(quotes, 'quote')} (of ${file})`);
    if (keptAside !== null) note(`The database that was there is ${keptAside}.`);
  } finally {
    progress.end();
  }
  return exitCodes.ok;
}
