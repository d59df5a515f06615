import { lstat, opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describeFile, type FoundFile } from './found-file.ts';

export interface ScanOptions {
  /** Whether a file or folder is none of the articles: the database itself, what was moved away. */
  isLeftOut(path: string): boolean;
  /** Told of each folder that can be listed, before its entries are read. */
  onFolder(path: string): Promise<void>;
}

/** A file, or a folder that could not be listed. */
export type Found = FoundFile | { readonly path: string; readonly trouble: NodeJS.ErrnoException };

/**
 * The files at a path, which is a folder or a file, as they come: nothing is kept of those that went by, however many
 * there are. Links to folders are not followed, since they may lead round in a circle; what vanishes meanwhile is left out.
 */
export async function* scan(path: string, options: ScanOptions): AsyncIterable<Found> {
  if (isUnfinished(basename(path)) || options.isLeftOut(path)) return;
  try {
    const stats = await lstat(path, { bigint: true });
    if (stats.isDirectory()) yield* scanFolder(path, options);
    else yield* foundAt(path);
  } catch (error) {
    yield { path, trouble: error as NodeJS.ErrnoException };
  }
}

/** As {@link scan}, of what somebody named: a link to it is followed. */
export async function* scanFolder(folder: string, options: ScanOptions): AsyncIterable<Found> {
  try {
    const entries = await opendir(folder, { bufferSize: entriesAtOnce });
    await options.onFolder(folder);
    for await (const entry of entries) {
      const path = join(folder, entry.name);
      if (isUnfinished(entry.name) || options.isLeftOut(path)) continue;
      if (entry.isDirectory()) yield* scanFolder(path, options);
      else if (entry.isFile() || entry.isSymbolicLink()) yield* foundAt(path);
    }
  } catch (error) {
    yield { path: folder, trouble: error as NodeJS.ErrnoException };
  }
}

/** Names that are read from a folder at once. */
const entriesAtOnce = 256;

/**
 * Whether a name is one of those under which programs write what is not whole yet, or that nobody means to be seen:
 * hidden ones (rsync, lftp, editors), ".filepart" (WinSCP), ".part" (curl, wget, Firefox), ".crdownload" (Chromium).
 */
function isUnfinished(name: string): boolean {
  return /^\.|~$|\.(?:part|partial|filepart|tmp|temp|crdownload|download|incomplete|lock|sw[op])$/i.test(
    name,
  );
}

async function* foundAt(path: string): AsyncIterable<Found> {
  const stats = await stat(path, { bigint: true }).catch(() => null);
  if (stats?.isFile()) yield describeFile(path, stats);
}
