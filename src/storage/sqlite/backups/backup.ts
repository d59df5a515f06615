import { existsSync } from 'node:fs';
import { type Driver, openDriver } from '../driver.ts';
import { translateError } from '../errors.ts';
import { type Checked, checkDatabase, explainDamage, isDamage } from './check.ts';
import { draftOf, moveDatabase, removeDatabase } from './files.ts';

export interface BackupOptions {
  /** Whether it may take the place of a file that is there. */
  readonly force: boolean;
  /** Is told how many bytes of the database are copied. */
  readonly watch: (done: number, total: number) => void;
}

/**
 * Copies a database that may be in use, as it is at this moment, into a file, and reads the copy to see that it is whole.
 * Only then the file is there: a backup is whole, or it is none.
 */
export async function backUp(
  database: string,
  file: string,
  { force, watch }: BackupOptions,
): Promise<Checked> {
  if (!force && existsSync(file)) {
    throw new Error(`${file} exists. Choose another name, or say --force to put the backup in its place.`);
  }
  const draft = draftOf(file);
  try {
    const checked = await copyChecked(database, draft, database, watch);
    removeDatabase(file);
    moveDatabase(draft, file);
    return checked;
  } finally {
    removeDatabase(draft);
  }
}

/** Makes a copy of a database, in use or not, that was found whole; `name` is what people call it where it is not. */
export async function copyChecked(
  from: string,
  to: string,
  name: string,
  watch: BackupOptions['watch'],
): Promise<Checked> {
  removeDatabase(to);
  const source = openSource(from, name);
  try {
    await source.copyTo(to, watch);
  } catch (error) {
    throw isDamage(error) ? explainDamage(error, name) : translateError(error, to);
  } finally {
    source.close();
  }
  return checkDatabase(to, name);
}

function openSource(file: string, name: string): Driver {
  try {
    return openDriver(file, busyTimeoutMs);
  } catch (error) {
    throw translateError(error, name);
  }
}

/** Readers wait for nobody, but while a database that was not closed is put right by another process. */
const busyTimeoutMs = 5_000;
