import type { Command } from 'commander';
import { backUp } from '../storage/sqlite/backups/backup.ts';
import { databaseOption, refuseMissing } from './database.ts';
import { exitCodes, exitWith } from './exit.ts';
import { note, plural } from './output.ts';
import { watchCopy } from './progress.ts';

interface BackupCommandOptions {
  readonly database: string;
  readonly force?: true;
}

/** `onrecord backup <file>` */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .summary('copy the database into a file, also while it is in use')
    .description(
      'Copies the database as it is at this moment, while whoever uses it goes on reading and writing, and reads the\n' +
        'copy to see that it is whole. Only then there is a file of that name.',
    )
    .argument('<file>', 'where to')
    .addOption(databaseOption())
    .option('--force', 'put it in the place of a file that is there')
    .addHelpText(
      'after',
      `
Exit code: 0 the backup is there and whole, 1 there is none (standard error says why), 2 wrong usage.

Examples:
  onrecord backup monday.db
  onrecord backup --database archive.db --force /mnt/backups/archive.db`,
    )
    .action(exitWith(runBackup));
}

async function runBackup(file: string, { database, force }: BackupCommandOptions): Promise<number> {
  refuseMissing(database);
  const progress = watchCopy();
  try {
    const { articles, quotes } = await backUp(database, file, { force: force === true, ...progress });
    progress.end();
    note(`${file}: ${plural(articles, 'article')} with ${plural(quotes, 'quote')} (of ${database})`);
  } finally {
    progress.end();
  }
  return exitCodes.ok;
}
