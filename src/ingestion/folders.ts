import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to be read. */
export interface InputFile {
  readonly path: string;
  /** False where it was found in a folder. */
  readonly isNamed: boolean;
}

/** What stands for standard input among names of files. */
export const standardInput = '-';

/** Names of one folder that are in memory at once: a folder of more is gone through several times. */
const namesAtOnce = 20_000;

/**
 * The files that these paths name, as they are found: files as they are, folders with all that they hold, sorted by name,
 * without hidden entries. A path that names nothing is kept: reading it says so.
 */
export async function* listFiles(
  paths: readonly string[],
  mostNames = namesAtOnce,
): AsyncGenerator<InputFile, void, undefined> {
  for (const path of paths) {
    const isFolder = path !== standardInput && (await statOrNull(path))?.isDirectory();
    if (isFolder) yield* listFolder(path, mostNames);
    else yield { path, isNamed: true };
  }
}

async function* listFolder(folder: string, mostNames: number): AsyncGenerator<InputFile, void, undefined> {
  let last = '';
  for (;;) {
    const entries = await readNamesAfter(last, folder, mostNames).catch(() => null);
    // Reading it says what is wrong with it.
    if (entries === null) yield { path: folder, isNamed: false };
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name);
      // A link to a folder is not followed: it may lead round in a circle.
      if (entry.isDirectory()) yield* listFolder(path, mostNames);
      else if (entry.isFile() || (entry.isSymbolicLink() && (await statOrNull(path))?.isFile()))
        yield { path, isNamed: false };
    }
    const end = entries?.at(-1);
    if (entries === null || end === undefined || entries.length < mostNames) return;
    last = end.name;
  }
}

/** The next names of a folder in their order, however many it holds. */
async function readNamesAfter(last: string, folder: string, count: number): Promise<readonly Dirent[]> {
  let next: Dirent[] = [];
  for await (const entry of await opendir(folder, { bufferSize: entriesAtOnce })) {
    if (entry.name.startsWith('.') || entry.name <= last) continue;
    next.push(entry);
    if (next.length === 2 * count) next = next.sort(byName).slice(0, count);
  }
  return next.sort(byName).slice(0, count);
}

/** Entries that are asked of the system at once: one at a time takes ten times as long. */
const entriesAtOnce = 1024;

async function statOrNull(path: string) {
  return stat(path).catch(() => null);
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
