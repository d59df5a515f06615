import type { SaveOutcome } from '../../domain/article-store.ts';
import type { OnrecordError } from '../../domain/errors.ts';

/** What is told of feeds; addresses are without what gives access to them. */
export type FeedEvent =
  /** An item was stored, or was there already; `place`: its address, otherwise what else it is known by. */
  | {
      readonly kind: 'stored';
      readonly feed: string;
      readonly place: string;
      readonly outcome: SaveOutcome['outcome'];
      readonly id: string;
    }
  /** An item could not be read or stored; the others were. */
  | { readonly kind: 'failed'; readonly feed: string; readonly place: string; readonly error: OnrecordError }
  /** The page of an item could not be had: what the feed holds of it is stored, and the page asked for again. */
  | { readonly kind: 'page-failed'; readonly feed: string; readonly place: string; readonly reason: string }
  /** A feed was read; of its items, those that are new or have changed. Not before `next` it is asked again. */
  | {
      readonly kind: 'polled';
      readonly feed: string;
      readonly items: number;
      readonly changed: number;
      readonly next: string;
    }
  /** It is as it was. */
  | { readonly kind: 'not-modified'; readonly feed: string; readonly next: string }
  | {
      readonly kind: 'feed-failed';
      readonly feed: string;
      readonly error: OnrecordError;
      readonly next: string;
    }
  /** It is malformed, or breaks off; what could be read of it was. */
  | { readonly kind: 'feed-flawed'; readonly feed: string; readonly reason: string }
  /** It has another address for good, which is asked from now on. */
  | { readonly kind: 'moved'; readonly feed: string; readonly to: string }
  /** It says that there will be nothing more: it is not asked again. */
  | { readonly kind: 'gone'; readonly feed: string }
  /** It asked to be left alone for longer, or it failed the last time. */
  | {
      readonly kind: 'not-due';
      readonly feed: string;
      readonly hasFailed: boolean;
      readonly next: string;
    }
  | { readonly kind: 'store-waits'; readonly reason: string };
