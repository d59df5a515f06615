import type { FoundFile } from './found-file.ts';

/** Knows which files are still being written: those that are read only when they have stayed as they are for a while. */
export interface Settling {
  /** Whether it may be read; where not, it is due for another look later. */
  isSettled(file: FoundFile): boolean;
  /** Makes it wait: it has just changed. */
  add(file: FoundFile): void;
  /** It has gone, or was read as it is. */
  forget(path: string): void;
  /** The files that are due for another look. */
  takeDue(): readonly string[];
  /** When the next of them is due, as `performance.now()` counts. */
  nextDue(): number;
  /** All that wait. */
  paths(): readonly string[];
  /** Whether there are more than are kept, since the last call: a scan finds them again. */
  takeOverflow(): boolean;
}

/**
 * Milliseconds for which nothing has happened to files that are read at the first look. Clocks of file servers differ from
 * ours by less.
 */
const quiet = 60_000;
/** Files that are kept. */
const mostWaiting = 10_000;

/** `duration`: milliseconds for which a file has to stay as it is. */
export function createSettling(duration: number): Settling {
  const waiting = new Map<string, { readonly file: FoundFile; readonly since: number; due: number }>();
  let isOverfull = false;

  function add(file: FoundFile): void {
    const now = performance.now();
    if (!waiting.has(file.path) && waiting.size >= mostWaiting) isOverfull = true;
    else waiting.set(file.path, { file, since: now, due: now + duration });
  }

  return {
    isSettled(file) {
      const known = waiting.get(file.path);
      const isQuiet = Date.now() - Math.max(file.modifiedAt, file.changedAt) >= quiet;
      const isSame = known?.file.stamp === file.stamp;
      // An upload may make an empty file long before its first bytes come.
      const hasStayed = isSame && file.size > 0 && performance.now() - known.since >= duration;
      if (isQuiet || hasStayed) {
        waiting.delete(file.path);
        return true;
      }
      if (!isSame) add(file);
      return false;
    },
    add,
    forget: (path) => void waiting.delete(path),
    takeDue() {
      const now = performance.now();
      const due = [...waiting].filter(([, file]) => file.due <= now);
      for (const [, file] of due) file.due = now + duration;
      return due.map(([path]) => path);
    },
    nextDue: () =>
      [...waiting.values()].reduce((next, { due }) => Math.min(next, due), Number.POSITIVE_INFINITY),
    paths: () => [...waiting.keys()],
    takeOverflow() {
      const was = isOverfull;
      isOverfull = false;
      return was;
    },
  };
}
