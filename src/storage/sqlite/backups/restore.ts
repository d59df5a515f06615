import { existsSync, realpathSync } from 'node:fs';
import { startAnotherFeed } from '../changes.ts';
import { type Driver, openDriver, sqliteCode } from '../driver.ts';
import { type BackupOptions, copyChecked } from './backup.ts';
import { type Checked, isDamage } from './check.ts';
import { draftOf, moveDatabase, removeDatabase } from './files.ts';

export interface Restored extends Checked {
  /** Where the database is that was there before; null: there was none. */
  readonly keptAside: string | null;
}

/**
 * Puts a copy of a backup in the place of a database, which is kept aside. Nothing is touched before the copy is there and
 * was found whole; a database that another process has open is refused.
 */
export async function restore(
  backup: string,
  database: string,
  { force, watch }: BackupOptions,
): Promise<Restored> {
  const isThere = existsSync(database);
  if (isThere && realpathSync(backup) === realpathSync(database)) {
    throw new Error(`${backup} is the database itself: name a backup of it.`);
  }
  if (isThere && !force) {
    throw new Error(
      `${database} exists. Name another with --database, or say --force to put the backup in its place; the database ` +
        'that is there is kept aside.',
    );
  }
  if (isThere) takeAlone(database)?.close();
  const draft = draftOf(database);
  try {
    const checked = await copyChecked(backup, draft, backup, watch);
    tellFollowers(draft);
    return { ...checked, keptAside: exchange(database, draft) };
  } finally {
    removeDatabase(draft);
  }
}

/** Whoever follows the changes of this store may know some that the backup does not. */
function tellFollowers(draft: string): void {
  const driver = openDriver(draft, 0);
  try {
    startAnotherFeed(driver);
  } finally {
    driver.close();
  }
}

/** Puts `draft` in the place of a database. What another one left beside it must never be taken for part of this one. */
function exchange(database: string, draft: string): string | null {
  const isThere = existsSync(database);
  const owner = isThere ? takeAlone(database) : null;
  const aside = `${database}.replaced-${new Date().toISOString().replace(/[:.]/g, '')}`;
  try {
    moveDatabase(database, aside);
  } finally {
    owner?.close();
  }
  moveDatabase(draft, database);
  return isThere ? aside : null;
}

/**
 * Opens a database for nobody else, with nothing left beside its file. Throws where another process has it open. Null: it
 * is so damaged that it cannot be opened, which may be why it is replaced.
 */
function takeAlone(database: string): Driver | null {
  const driver = openDriver(database, 0);
  try {
    // Whoever has it open holds it in this mode, from their first read on.
    driver.exec('pragma journal_mode = delete');
    driver.exec('begin exclusive');
    return driver;
  } catch (error) {
    driver.close();
    if (isDamage(error)) return null;
    if (!/^SQLITE_(?:BUSY|LOCKED)/.test(sqliteCode(error) ?? '')) throw error;
    throw new Error(
      `${database} is in use: stop the server, and whatever else has it open, or restore into another file with --database.`,
      { cause: error },
    );
  }
}
