import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { columnsFolder } from '../columns/columns-file.ts';

/** What SQLite keeps beside a database, for as long as it is open or where it was not closed. */
const beside = ['-wal', '-shm'];

/** Where a database is made before it takes the place of that name, whole. */
export function draftOf(file: string): string {
  return `${file}.draft`;
}

/** Removes a database, or what is left of it, with all that is kept beside it. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', ...beside]) rmSync(file + suffix, { force: true });
  rmSync(columnsFolder(file), { recursive: true, force: true });
}

/**
 * Gives a database that nobody has open another name, with what a crash left beside it. What is counted from it in files
 * is made again, and stays with nobody.
 */
export function moveDatabase(from: string, to: string): void {
  if (existsSync(from)) sync(from);
  for (const suffix of [...beside, '']) if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix);
  rmSync(columnsFolder(from), { recursive: true, force: true });
  // Makes the new name outlive a power failure. Windows opens no folders, and writes names at once.
  if (process.platform !== 'win32') sync(dirname(to));
}

/** Waits until a file, or the names in a folder, are on the disk. */
function sync(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
