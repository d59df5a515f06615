import { Readable } from 'node:stream';
import type { ArticleStore, SaveResult } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import type { SourceDocument } from '../../domain/source-document.ts';
import { type FileReading, readFileDocuments } from '../../ingestion/files.ts';
import { type Patience, untilStored } from '../../ingestion/patience.ts';
import type { Taking } from '../taking.ts';
import type { FolderEvent } from './events.ts';
import {
  bookmarkOf,
  type FileRecord,
  type FoundFile,
  lookAtFile,
  markOf,
  writeRecord,
} from './found-file.ts';
import { isBeginningOf, isKnownByWords } from './grown-files.ts';

export interface FileTakerOptions {
  readonly store: Pick<ArticleStore, 'keepBookmarks' | 'findRaw'>;
  readonly taking: Taking;
  readonly patience: Patience;
  report(event: FolderEvent): Promise<void>;
  /** Told of a file that has changed since it was looked at: nothing more of it is stored before it is read again. */
  onChange(file: FoundFile): void;
  /** Moves a file away that was read to its end, where that is wished; whether something of it failed. */
  putAway(file: FoundFile, hasFailed: boolean): Promise<boolean>;
}

/** Reads files, and stores what is in them: several small files at once, large ones piece by piece. */
export interface FileTaker {
  /** `former`: what is remembered of it. */
  take(file: FoundFile, former: FileRecord): Promise<void>;
  /** Stores what has been read and is not stored yet. */
  finish(): Promise<void>;
}

/** What is stored at once: so many documents, or so many UTF-16 code units of raw copy; and what holds none is noted. */
const mostDocuments = 64;
const mostLength = 1_000_000;
const mostSteps = 1000;

/** A file that is being read. */
interface OpenFile extends FoundFile {
  readonly former: FileRecord;
  /** Documents of it so far. */
  documents: number;
  hasFailed: boolean;
  trouble: string | null;
  articleId: string | null;
}

interface Step {
  readonly file: OpenFile;
  /** Null: it has been read to its end. */
  readonly reading: FileReading | null;
}

export function createFileTaker(options: FileTakerOptions): FileTaker {
  const { store, taking, patience, report, onChange, putAway } = options;
  let steps: Step[] = [];
  /** Documents in them, and the length of these. */
  let count = 0;
  let length = 0;

  /**
   * A file is remembered, or moved away, only behind all that was in it: who is killed in between reads it again, and
   * changes nothing.
   */
  async function finish(): Promise<ReadonlySet<OpenFile>> {
    const batch = steps;
    steps = [];
    count = 0;
    length = 0;
    const changed = await findChanged(batch);
    const sound = batch.filter(({ file }) => !changed.has(file));
    const results = await storeAll(sound);
    const ended = new Map<string, string | null>();
    for (const step of sound) {
      const { file, reading } = step;
      if (reading !== null) await tell(file, reading, results.get(step) ?? null);
      else ended.set(bookmarkOf(file.path), await end(file));
    }
    if (ended.size > 0) await untilStored(() => store.keepBookmarks(ended), patience);
    for (const file of changed) onChange(file);
    return changed;
  }

  /** What is to be remembered of a file that was read to its end. */
  async function end(file: OpenFile): Promise<string | null> {
    await report({ kind: 'read', file: file.path });
    const isMoved = file.trouble === null && (await putAway(file, file.hasFailed));
    return isMoved ? null : writeRecord({ ...file, mark: markOf(file) });
  }

  async function storeAll(sound: readonly Step[]): Promise<ReadonlyMap<Step, SaveResult>> {
    const results = new Map<Step, SaveResult>();
    const others: Step[] = [];
    for (const step of sound) {
      const document = documentOf(step);
      if (document === null) continue;
      const grown = await untilStored(() => findGrown(step.file, document), patience);
      if (grown === null) others.push(step);
      else results.set(step, await untilStored(() => taking.complete(grown, document), patience));
    }
    if (others.length === 0) return results;
    const taken = await untilStored(() => taking.take(others.map((step) => documentOf(step)!)), patience);
    return new Map([...results, ...others.map((step, index) => [step, taken[index]!] as const)]);
  }

  /** The article that was made of a file before it was whole. */
  async function findGrown(
    { former, documents }: OpenFile,
    document: SourceDocument,
  ): Promise<string | null> {
    const { articleId } = former;
    if (articleId === null || documents > 1 || !isKnownByWords(document)) return null;
    return (await isBeginningOf(articleId, document, store)) ? articleId : null;
  }

  async function tell(file: OpenFile, reading: FileReading, result: SaveResult | null): Promise<void> {
    const at = { file: file.path, place: reading.place };
    if ('passedOver' in reading) return report({ kind: 'passed-over', ...at });
    const error = 'fault' in reading ? reading.fault : result instanceof OnrecordError ? result : null;
    if (error === null) {
      const { outcome, id } = result as Exclude<SaveResult, OnrecordError>;
      const isAll = file.documents === 1 && 'document' in reading && isKnownByWords(reading.document);
      file.articleId = isAll ? id : null;
      return report({ kind: 'stored', ...at, outcome, id });
    }
    const isWhole = reading.place === null && 'fault' in reading;
    // It has gone since it was found: there is nothing to tell.
    if (isWhole && error.code === 'not-found') return;
    if (isWhole && error.code === 'unavailable') file.trouble = error.message;
    file.hasFailed = true;
    if (file.trouble === null || file.trouble !== file.former.trouble) {
      await report({ kind: 'failed', ...at, error });
    }
  }

  return {
    async take(found, former) {
      const file: OpenFile = {
        ...found,
        former,
        documents: 0,
        hasFailed: false,
        trouble: null,
        articleId: null,
      };
      for await (const reading of readFileDocuments({ path: file.path, isNamed: false }, Readable.from([]))) {
        steps.push({ file, reading });
        if ('document' in reading) {
          file.documents++;
          count++;
          length += reading.document.raw.text.length;
        }
        if (count < mostDocuments && length < mostLength && steps.length < mostSteps) continue;
        const changed = await finish();
        if (changed.has(file) || patience.signal.aborted) return;
      }
      steps.push({ file, reading: null });
    },
    async finish() {
      await finish();
    },
  };
}

function documentOf({ reading }: Step): SourceDocument | null {
  return reading !== null && 'document' in reading ? reading.document : null;
}

/** What has vanished since it was read was whole. */
async function findChanged(steps: readonly Step[]): Promise<ReadonlySet<OpenFile>> {
  const changed = new Set<OpenFile>();
  for (const file of new Set(steps.map((step) => step.file))) {
    const now = await lookAtFile(file.path).catch(() => null);
    if (now !== null && now.stamp !== file.stamp) changed.add(file);
  }
  return changed;
}
