import { Readable } from 'node:stream';
import type { ArticleStore, SaveResult } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import { type FileReading, readFileDocuments } from '../../ingestion/files.ts';
import { type Patience, type TakeDocuments, untilStored } from '../taking.ts';
import type { FolderEvent } from './events.ts';
import { bookmarkOf, type FoundFile, isSameFile, lookAtFile, markOf, writeRecord } from './found-file.ts';

export interface FileTakerOptions {
  readonly store: Pick<ArticleStore, 'keepBookmarks'>;
  readonly takeDocuments: TakeDocuments;
  readonly patience: Patience;
  report(event: FolderEvent): Promise<void>;
  /** Told of a file that has changed since it was looked at: nothing more of it is stored before it is read again. */
  onChange(file: FoundFile): void;
}

/** Reads files, and stores what is in them: several small files at once, large ones piece by piece. */
export interface FileTaker {
  /** `trouble`: why it could not be read the last time. */
  take(file: FoundFile, trouble: string | null): Promise<void>;
  /** Stores what has been read and is not stored yet. */
  finish(): Promise<void>;
}

/** What is stored at once: so many documents, or so many UTF-16 code units of raw copy. */
const mostDocuments = 64;
const mostLength = 1_000_000;

interface Step {
  readonly file: FoundFile;
  /** Null: it has been read to its end. */
  readonly reading: FileReading | null;
}

export function createFileTaker(options: FileTakerOptions): FileTaker {
  const { store, takeDocuments, patience, report, onChange } = options;
  const { signal } = patience;
  const troubles = new Map<FoundFile, { readonly former: string | null; now: string | null }>();
  let steps: Step[] = [];
  let length = 0;

  /** A file is remembered only behind all that was in it: who is killed in between reads it again, and changes nothing. */
  async function finish(): Promise<ReadonlySet<FoundFile>> {
    const batch = steps;
    steps = [];
    length = 0;
    const changed = await findChanged(batch);
    const sound = batch.filter(({ file }) => !changed.has(file));
    const documents = sound.flatMap(({ reading }) =>
      reading !== null && 'document' in reading ? [reading.document] : [],
    );
    const results = documents.length === 0 ? [] : await untilStored(() => takeDocuments(documents), patience);
    const ended = new Map<string, string>();
    let stored = 0;
    for (const { file, reading } of sound) {
      if (reading === null) ended.set(bookmarkOf(file.path), endOf(file));
      else await tell(file, reading, 'document' in reading ? results[stored++]! : null);
    }
    if (ended.size > 0) await untilStored(() => store.keepBookmarks(ended), patience);
    for (const { file, reading } of sound) {
      if (reading === null) await report({ kind: 'read', file: file.path });
    }
    for (const file of changed) {
      troubles.delete(file);
      onChange(file);
    }
    return changed;
  }

  function endOf(file: FoundFile): string {
    const trouble = troubles.get(file)?.now ?? null;
    troubles.delete(file);
    return writeRecord({ mark: markOf(file), trouble });
  }

  async function tell(file: FoundFile, reading: FileReading, result: SaveResult | null): Promise<void> {
    const at = { file: file.path, place: reading.place };
    if ('passedOver' in reading) return report({ kind: 'passed-over', ...at });
    const error = 'fault' in reading ? reading.fault : result instanceof OnrecordError ? result : null;
    if (error === null) {
      const { outcome, id } = result as Exclude<SaveResult, OnrecordError>;
      return report({ kind: 'stored', ...at, outcome, id });
    }
    const isWhole = reading.place === null && 'fault' in reading;
    // It has gone since it was found: there is nothing to tell.
    if (isWhole && error.code === 'not-found') return;
    const trouble = troubles.get(file)!;
    if (isWhole && error.code === 'unavailable') trouble.now = error.message;
    if (trouble.now === null || trouble.now !== trouble.former)
      await report({ kind: 'failed', ...at, error });
  }

  return {
    async take(file, trouble) {
      troubles.set(file, { former: trouble, now: null });
      for await (const reading of readFileDocuments({ path: file.path, isNamed: false }, Readable.from([]))) {
        steps.push({ file, reading });
        if ('document' in reading) length += reading.document.raw.text.length;
        if (steps.length < mostDocuments && length < mostLength) continue;
        const changed = await finish();
        if (changed.has(file) || signal.aborted) return;
      }
      steps.push({ file, reading: null });
    },
    async finish() {
      await finish();
    },
  };
}

/** What has vanished since it was read was whole. */
async function findChanged(steps: readonly Step[]): Promise<ReadonlySet<FoundFile>> {
  const changed = new Set<FoundFile>();
  for (const file of new Set(steps.map((step) => step.file))) {
    const now = await lookAtFile(file.path).catch(() => null);
    if (now !== null && !isSameFile(file, now)) changed.add(file);
  }
  return changed;
}
