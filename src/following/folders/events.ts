import type { SaveOutcome } from '../../domain/article-store.ts';
import type { OnrecordError } from '../../domain/errors.ts';

/** What is told of what happens in folders. */
export type FolderEvent =
  /** A document of a file was stored, or was there already. */
  | {
      readonly kind: 'stored';
      readonly file: string;
      readonly place: string | null;
      readonly outcome: SaveOutcome['outcome'];
      readonly id: string;
    }
  | {
      readonly kind: 'failed';
      readonly file: string;
      readonly place: string | null;
      readonly error: OnrecordError;
    }
  /** What holds no text: a picture, a program. */
  | { readonly kind: 'passed-over'; readonly file: string; readonly place: string | null }
  /** A file has been read to its end, for now. */
  | { readonly kind: 'read'; readonly file: string }
  /** A file that was read has been moved away; or it could not be, and stays. */
  | { readonly kind: 'moved'; readonly file: string; readonly to: string }
  | { readonly kind: 'not-moved'; readonly file: string; readonly reason: string }
  /** A folder cannot be listed, and is tried again with each scan; then that it can. */
  | { readonly kind: 'folder-unlisted'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'folder-back'; readonly folder: string }
  /** The system tells no more of what happens in folders. */
  | { readonly kind: 'deaf'; readonly reason: string }
  /** All files that were there at the start have been looked at; some are read when they have settled. */
  | { readonly kind: 'looked'; readonly files: number; readonly waiting: number }
  /** A file that was still being written when the looking ended. */
  | { readonly kind: 'unfinished'; readonly file: string }
  | { readonly kind: 'store-waits'; readonly reason: string };
