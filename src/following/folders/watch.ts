import { resolve } from 'node:path';
import type { ArticleStore } from '../../domain/article-store.ts';
import { explainFault } from '../../ingestion/faults.ts';
import { type Patience, untilStored } from '../../ingestion/patience.ts';
import type { Taking } from '../taking.ts';
import { createAlarm } from './alarm.ts';
import type { FolderEvent } from './events.ts';
import { createFileTaker } from './file-taker.ts';
import { bookmarkOf, type FoundFile, markOf, readRecord } from './found-file.ts';
import { type Destinations, moveAway } from './moving.ts';
import { isWithin, withoutNested } from './paths.ts';
import { type Found, scan, scanFolder } from './scan.ts';
import { createSettling } from './settling.ts';

export interface WatchOptions {
  readonly folders: readonly string[];
  readonly store: Pick<ArticleStore, 'findBookmarks' | 'keepBookmarks' | 'findRaw'>;
  readonly taking: Taking;
  report(event: FolderEvent): Promise<void>;
  /** When it is aborted, what is under way is finished. */
  readonly signal: AbortSignal;
  /** Takes what is there, and ends. */
  readonly once: boolean;
  /** Milliseconds for which a file that was just written has to stay as it is before it is read. */
  readonly settling: number;
  /** Milliseconds between two scans of everything, at least. */
  readonly rescan: number;
  /** Whether something in the folders is none of the articles. */
  isLeftOut(path: string): boolean;
  readonly destinations: Destinations;
}

/** Files that are compared at once with what is remembered of them. */
const batchSize = 500;
/** After a scan of everything there is a rest of so many times its length, however many files there are. */
const restAfterScan = 20;
/** Milliseconds for which a single run waits for the store. */
const longestWait = 60_000;
/** A single run waits for files that go on growing for so many times the settling. */
const onceRounds = 15;

/**
 * Keeps a store current with folders: takes what is in them, then what comes or changes. Scans are what is relied on; what
 * the system tells only makes it sooner. What was read is remembered in the store, behind what came of it: who is killed at
 * any moment loses nothing and stores nothing twice. Files that go take no articles with them.
 */
export async function watchFolders(options: WatchOptions): Promise<void> {
  const { store, report, signal, once } = options;
  const roots = withoutNested(options.folders.map((folder) => resolve(folder)));
  const { read, failed } = options.destinations;
  const destinations = [read, failed].flatMap((folder) => (folder === null ? [] : resolve(folder)));
  const settling = createSettling(options.settling);
  const alarm = createAlarm(({ message }) => void report({ kind: 'deaf', reason: message }));
  const patience: Patience = {
    signal,
    longest: once ? longestWait : Number.POSITIVE_INFINITY,
    soon: Number.POSITIVE_INFINITY,
    onWait: ({ message }) => void report({ kind: 'store-waits', reason: message }),
  };
  const taker = createFileTaker({ ...options, patience, onChange: settling.add, putAway });
  /** Folders that cannot be listed, so that it is told once. */
  const unlisted = new Set<string>();
  const scanOptions = {
    isLeftOut: (path: string) => options.isLeftOut(path) || destinations.some((each) => isWithin(path, each)),
    async onFolder(folder: string) {
      if (!once) alarm.listen(folder);
      if (unlisted.delete(folder)) await report({ kind: 'folder-back', folder });
    },
  };
  let nextScan = 0;
  /** Milliseconds that reading and storing took, of all that was done. */
  let busy = 0;

  /** Takes those of these files that are settled and were not read as they are. */
  async function takeBatch(files: readonly FoundFile[], isScan: boolean): Promise<void> {
    const started = performance.now();
    const known = await store.findBookmarks(files.map(({ path }) => bookmarkOf(path)));
    for (const file of files) {
      if (signal.aborted) break;
      const record = readRecord(known.get(bookmarkOf(file.path)));
      const isKnown = record.mark === markOf(file);
      if (isKnown) settling.forget(file.path);
      // What could not be read is tried again with each scan.
      if (isKnown ? isScan && record.trouble !== null : settling.isSettled(file)) {
        await taker.take(file, record);
      }
    }
    await taker.finish();
    busy += performance.now() - started;
  }

  async function takeAll(found: AsyncIterable<Found>, isScan: boolean): Promise<number> {
    let files: FoundFile[] = [];
    let count = 0;
    for await (const one of found) {
      if (signal.aborted) break;
      if ('trouble' in one) await tellTrouble(one.path, one.trouble);
      else {
        files.push(one);
        count++;
      }
      if (files.length < batchSize) continue;
      await takeBatch(files, isScan);
      files = [];
      // What has just come need not wait until a large folder has been gone through.
      if (isScan) await takeNews();
    }
    await takeBatch(files, isScan);
    return count;
  }

  async function takeNews(): Promise<void> {
    const told = alarm.take();
    // More than is kept: a scan finds it.
    if (told === null) nextScan = 0;
    await takeAll(lookAt(new Set([...(told ?? []), ...settling.takeDue()])), false);
  }

  async function* lookAt(paths: ReadonlySet<string>): AsyncIterable<Found> {
    const gone: string[] = [];
    for (const path of paths) {
      let isThere = false;
      for await (const found of scan(path, scanOptions)) {
        isThere ||= !('trouble' in found);
        yield found;
      }
      if (!isThere) gone.push(path);
    }
    await forget(gone);
  }

  /** Of folders that come and go there would be ever more to remember. */
  async function forget(gone: readonly string[]): Promise<void> {
    for (const path of gone) settling.forget(path);
    const known = await store.findBookmarks(gone.map(bookmarkOf));
    const forgotten = new Map([...known.keys()].map((source) => [source, null]));
    if (forgotten.size > 0) await untilStored(() => store.keepBookmarks(forgotten), patience);
  }

  async function putAway(file: FoundFile, hasFailed: boolean): Promise<boolean> {
    const destination = hasFailed ? failed : read;
    if (destination === null) return false;
    const root = roots.find((each) => isWithin(file.path, each))!;
    try {
      const to = await moveAway(file, root, resolve(destination));
      if (to !== null) await report({ kind: 'moved', file: file.path, to });
      return to !== null;
    } catch (error) {
      await report({ kind: 'not-moved', file: file.path, reason: (error as Error).message });
      return false;
    }
  }

  async function* scanRoots(): AsyncIterable<Found> {
    for (const root of roots) yield* scanFolder(root, scanOptions);
  }

  async function tellTrouble(path: string, trouble: NodeJS.ErrnoException): Promise<void> {
    const isRoot = roots.includes(path);
    // What goes while it is looked at has gone.
    if (unlisted.has(path) || (!isRoot && /^(?:ENOENT|ENOTDIR)$/.test(trouble.code ?? ''))) return;
    unlisted.add(path);
    const reason = trouble.code === 'ENOENT' ? 'It is not there.' : explainFault(trouble).message;
    await report({ kind: 'folder-unlisted', folder: path, reason });
  }

  async function scanEverything(): Promise<number> {
    const started = performance.now();
    busy = 0;
    nextScan = Number.POSITIVE_INFINITY;
    const files = await takeAll(scanRoots(), true);
    alarm.sweep();
    const now = performance.now();
    const rest = settling.takeOverflow() ? options.settling : options.rescan;
    nextScan = Math.min(nextScan, now + Math.max(rest, restAfterScan * (now - started - busy)));
    return files;
  }

  signal.addEventListener('abort', alarm.close);
  try {
    const files = await scanEverything();
    await report({ kind: 'looked', files, waiting: settling.paths().length });
    for (let round = 0; !signal.aborted; round++) {
      if (once && (settling.paths().length === 0 || round === onceRounds)) break;
      const next = Math.min(once ? Number.POSITIVE_INFINITY : nextScan, settling.nextDue());
      await alarm.wait(Math.max(0, next - performance.now()));
      if (signal.aborted) break;
      if (!once && performance.now() >= nextScan) await scanEverything();
      else await takeNews();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', alarm.close);
    alarm.close();
  }
  for (const file of settling.paths()) await report({ kind: 'unfinished', file });
}
