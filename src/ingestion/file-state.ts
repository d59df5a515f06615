import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/** A file as it was at one moment. */
export interface FileState {
  /** Bytes; 0 where it has no size, as a pipe has none. */
  readonly size: number;
  /** Another where it is another file, or was written to since; null: it is no file. */
  readonly stamp: string | null;
  /** Whether any later change gives it another stamp. */
  readonly isSettled: boolean;
}

export const noFile: FileState = { size: 0, stamp: null, isSettled: false };

/**
 * Milliseconds within which a file may be written twice and show the same times: those of the coarsest file systems. One
 * that was written that lately (or, by a clock that is wrong, in the future) is not settled.
 */
const coarsestTimes = 2_000;

export async function describeState(handle: FileHandle): Promise<FileState> {
  const info = await handle.stat({ bigint: true });
  if (!info.isFile()) return noFile;
  return {
    size: Number(info.size),
    stamp: stampOf(info),
    isSettled: Date.now() - Number(info.ctimeMs) > coarsestTimes,
  };
}

/** Differs where it is another file, or anything was done to it: no program can set `ctime` to what it likes. */
export function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join('-');
}
