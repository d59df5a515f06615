import { afterEach, beforeEach, vi } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { FeedEvent } from '../../src/following/feeds/events.ts';
import { bookmarkOf, readFeedRecord, writeFeedRecord } from '../../src/following/feeds/feed-record.ts';
import { type PollOptions, pollFeeds } from '../../src/following/feeds/poll.ts';
import { createTaking } from '../../src/following/taking.ts';
import { extract } from '../../src/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';

/** Fresh for each test of a file that imports them. */
export let store: ArticleStore;
export let server: FeedServer;
/** Further servers of a test, which are stopped after it. */
export const others: FeedServer[] = [];

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  server = await startFeedServer();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await Promise.all([server, ...others.splice(0)].map((each) => each.close()));
  await store.close();
});

export const at = (path: string) => server.origin + path;
export const long = (text: string) =>
  `${text} ${'The council met on Tuesday and talked about it for some hours. '.repeat(4)}`;
export const item = (name: string, text = `${name} is told.`) =>
  `<guid>${name}</guid><link>https://courier.example/${name}</link><description>${text}</description>`;

/** Polls once, and answers with what was told. */
export async function poll(
  feeds: string | readonly string[],
  options: Partial<PollOptions> = {},
): Promise<readonly FeedEvent[]> {
  const events: FeedEvent[] = [];
  const controller = new AbortController();
  await pollFeeds({
    feeds: [feeds].flat(),
    store,
    taking: createTaking(async (document) => extract(document), store),
    patience: { signal: controller.signal, longest: 1000, soon: 60, onWait: () => {} },
    report: async (event) => {
      events.push(event);
    },
    once: true,
    full: false,
    again: false,
    allowPrivate: true,
    interval: 0,
    pause: 0,
    product: 'Onrecord/0.0',
    contact: 'https://desk.example/bot',
    ...options,
  });
  return events;
}

export const kindsOf = (events: readonly FeedEvent[]) => events.map(({ kind }) => kind);
export const outcomesOf = (events: readonly FeedEvent[]) =>
  events.flatMap((event) => (event.kind === 'stored' ? [`${event.place}: ${event.outcome}`] : []));
export const reasonOf = (events: readonly FeedEvent[]) =>
  events.flatMap((event) => (event.kind === 'feed-failed' ? [event.error.message] : []))[0];
export const recordOf = async (address: string) =>
  readFeedRecord((await store.findBookmarks([bookmarkOf(address)])).get(bookmarkOf(address)));
/** Makes a feed due now, as if the time had passed. */
export async function makeDue(address: string): Promise<void> {
  const record = { ...(await recordOf(address)), notBefore: 0 };
  await store.keepBookmarks(new Map([[bookmarkOf(address), writeFeedRecord(record)]]));
}
