import { type FSWatcher, watch } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Tells where something happens in folders, where the system tells it: sooner than the next scan would find it. It may miss
 * anything (network mounts tell nothing, events get lost when there are many), so that scans alone are relied on.
 */
export interface Alarm {
  /** Listens to a folder, not to those in it. */
  listen(folder: string): void;
  /** Stops listening to those that were not named since the last call. */
  sweep(): void;
  /** Where something has happened since the last call; null: in more places than are kept. */
  take(): ReadonlySet<string> | null;
  /** Waits until something happens, but no longer than this; at once where something has. */
  wait(milliseconds: number): Promise<void>;
  close(): void;
}

/** Folders that are listened to: each takes a handle of the system, of which it may have only some thousand. */
const mostFolders = 4096;
/** Paths that are kept until they are looked at. */
const mostPaths = 10_000;
/** Milliseconds for which more is waited for: what writes a file causes many events. */
const gathering = 50;

/** `onDeaf` is told once, where the system refuses to listen to more folders. */
export function createAlarm(onDeaf: (reason: Error) => void): Alarm {
  const listeners = new Map<string, { readonly watcher: FSWatcher; isNamed: boolean }>();
  let paths: Set<string> | null = new Set();
  let wake: (() => void) | null = null;
  let isDeaf = false;

  const drop = (folder: string): void => {
    listeners.get(folder)?.watcher.close();
    listeners.delete(folder);
  };
  const ring = (path: string): void => {
    // What takes the place of a folder has to be listened to anew.
    drop(path);
    paths?.add(path);
    if (paths !== null && paths.size > mostPaths) paths = null;
    wake?.();
  };
  const fail = (error: Error): void => {
    if (!isDeaf) onDeaf(error);
    isDeaf = true;
  };

  return {
    listen(folder) {
      const known = listeners.get(folder);
      if (known !== undefined) known.isNamed = true;
      if (known !== undefined || isDeaf || listeners.size >= mostFolders) return;
      try {
        const watcher = watch(folder, { persistent: false }, (event, name) => {
          // A folder that goes tells its own name.
          const isItself = event === 'rename' && name === basename(folder);
          ring(name === null ? folder : isItself ? folder : join(folder, name));
        });
        watcher.on('error', () => drop(folder));
        listeners.set(folder, { watcher, isNamed: true });
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // A folder that has just gone, or may not be read, is the scan's to tell.
        if (code === 'ENOSPC' || code === 'EMFILE' || code === 'ENOSYS') fail(error as Error);
      }
    },
    sweep() {
      for (const [folder, listener] of listeners) {
        if (!listener.isNamed) drop(folder);
        listener.isNamed = false;
      }
    },
    take() {
      const taken = paths;
      paths = new Set();
      return taken;
    },
    wait(milliseconds) {
      return new Promise((resolve) => {
        let timer = setTimeout(() => end(), milliseconds);
        const end = (): void => {
          clearTimeout(timer);
          wake = null;
          resolve();
        };
        wake = () => {
          wake = () => {};
          clearTimeout(timer);
          timer = setTimeout(end, Math.min(gathering, milliseconds));
        };
        if (paths === null || paths.size > 0) wake();
      });
    },
    close() {
      for (const folder of [...listeners.keys()]) drop(folder);
      wake?.();
    },
  };
}
