import { type FeedSchedule, noSchedule } from '../../readers/feed-schedule.ts';

/** What is remembered of a feed from one poll to the next. */
export interface FeedRecord {
  /** What the server said last of its state, to be asked whether it is still so. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The address that it has moved to for good. */
  readonly movedTo: string | null;
  /** How often it asks to be read. */
  readonly schedule: FeedSchedule;
  /** Whether the pages of its items were asked for. */
  readonly hasPages: boolean;
  /** It said that it is gone. */
  readonly isGone: boolean;
  /** Milliseconds since 1970 before which it is not to be asked. */
  readonly notBefore: number;
  /** Polls that failed in a row. */
  readonly failures: number;
  /** The items that it holds, by what they are known by. */
  readonly items: ReadonlyMap<string, ItemRecord>;
}

/** What is remembered of an item. */
export interface ItemRecord {
  /** A hash of it, as it was when it was taken. */
  readonly hash: string;
  readonly page: PageRecord | null;
}

/** What is remembered of the page of an item. */
export interface PageRecord {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Requests that failed in a row; 0: it was read. */
  readonly failures: number;
  /** Milliseconds since 1970 when it was asked for last. */
  readonly askedAt: number;
  /** Its item has changed since. */
  readonly isStale: boolean;
}

export const newFeed: FeedRecord = {
  etag: null,
  lastModified: null,
  movedTo: null,
  schedule: noSchedule,
  hasPages: false,
  isGone: false,
  notBefore: 0,
  failures: 0,
  items: new Map(),
};

/** The name under which a feed is remembered. */
export function bookmarkOf(address: string): string {
  return `feed:${address}`;
}

export function writeFeedRecord({ items, ...record }: FeedRecord): string {
  return JSON.stringify({ ...record, items: [...items] });
}

/** What cannot be read, of another version, is as if the feed had never been polled: nothing is lost by it but time. */
export function readFeedRecord(text: string | undefined): FeedRecord {
  try {
    const { items, ...record } = JSON.parse(text ?? '') as FeedRecord & { items: [string, ItemRecord][] };
    return { ...newFeed, ...record, items: new Map(items) };
  } catch {
    return newFeed;
  }
}
