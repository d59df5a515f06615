import { resolve } from 'node:path';
import type { ArticleStore } from '../domain/article-store.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { FileState } from './file-state.ts';
import type { FileEnd, FileReading, FindInputsKnown } from './files.ts';
import type { Ingested } from './ingest.ts';
import { briefPatience, untilStored } from './patience.ts';

/** How far files were taken in, in the store itself: whoever goes on after an interruption need not begin again. */
export interface FileProgress {
  readonly findInputsKnown: FindInputsKnown;
  /** Notes what was stored; call it once that is so, in the order in which it was read. */
  note(batch: readonly Ingested<FileReading | FileEnd>[]): Promise<void>;
}

/** What is noted of a file, for as long as it has this stamp. */
interface Noted {
  readonly stamp: string;
  /** So many of its inputs were taken in; null: all of them, and nothing failed. */
  readonly inputs: number | null;
  /** Those of them that could not be taken in. They were told of, and fail again in the same way. */
  readonly failed: number;
}

/**
 * The note follows the articles of which it tells, in a transaction of its own: killed between the two, what is not noted is
 * read again and found unchanged. A file in which something failed is read again as a whole once it was read to its end, and
 * so is one that changed since, or was written so lately that a change might not show.
 */
export function openFileProgress(store: Pick<ArticleStore, 'findBookmarks' | 'keepBookmarks'>): FileProgress {
  /** Of the files that are being read. */
  const failures = new Map<string, number>();

  async function findNoted(file: string, { stamp, isSettled }: FileState): Promise<Noted | null> {
    if (!isSettled) return null;
    const source = sourceOf(file);
    const text = (await store.findBookmarks([source])).get(source);
    const noted: Noted | null = text === undefined ? null : JSON.parse(text);
    return noted?.stamp === stamp ? noted : null;
  }

  /** What is to be noted once this became of something in a file; undefined: nothing can be. */
  function noteOf({ item, result }: Ingested<FileReading | FileEnd>): Noted | null | undefined {
    const { file, state } = item;
    const failed = (failures.get(file) ?? 0) + (result instanceof OnrecordError ? 1 : 0);
    const { stamp, isSettled } = state;
    if ('end' in item) failures.delete(file);
    else failures.set(file, failed);
    if (stamp === null || !isSettled) return undefined;
    if (!('end' in item)) return { stamp, inputs: item.inputsBefore, failed };
    if (item.end === 'known') return undefined;
    return item.end === 'read' && failed === 0 ? { stamp, inputs: null, failed } : null;
  }

  return {
    findInputsKnown: async (file, state) => {
      const noted = await findNoted(file, state);
      if (noted === null) return 0;
      failures.set(file, noted.failed);
      return noted.inputs ?? Number.POSITIVE_INFINITY;
    },
    note: async (batch) => {
      const bookmarks = new Map<string, string | null>();
      for (const each of batch) {
        const noted = noteOf(each);
        if (noted === undefined) continue;
        bookmarks.set(sourceOf(each.item.file), noted === null ? null : JSON.stringify(noted));
      }
      if (bookmarks.size > 0) await untilStored(() => store.keepBookmarks(bookmarks), briefPatience);
    },
  };
}

/** The name of a file among the bookmarks of the store. */
function sourceOf(file: string): string {
  return `ingest:${resolve(file)}`;
}
