import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { FeedEvent } from '../../src/following/feeds/events.ts';
import { bookmarkOf } from '../../src/following/feeds/feed-record.ts';
import { pollFeed } from '../../src/following/feeds/poll-feed.ts';
import type { Answer, Fetch } from '../../src/following/web/fetch.ts';
import { Random } from '../../src/generation/random.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { makeStories, storiesFormats, storyFormats } from '../support/formats.ts';
import { mutate } from '../support/mutations.ts';
import { rss } from './feed-server.ts';
import { takeSimply } from './watching.ts';

const stories = makeStories(3);
const feeds: readonly Uint8Array[] = [
  ...[...Object.values(storyFormats)].map((write) => Buffer.from(write(stories[0]!))),
  ...[...Object.values(storiesFormats)].map((write) => write(stories)),
  Buffer.from(
    rss(['<guid>1</guid><link>https://a.example/1</link><description>Rain.</description>'], '<ttl>5</ttl>'),
  ),
  Buffer.from('<urlset><url><loc>https://a.example/2</loc></url></urlset>'),
];

describe('whatever a server answers', () => {
  let store: ArticleStore;
  beforeAll(async () => {
    store = await openSqliteStore(':memory:');
  });
  afterAll(() => store.close());

  async function poll(feed: string, fetch: Fetch): Promise<readonly FeedEvent[]> {
    const events: FeedEvent[] = [];
    const { signal } = new AbortController();
    const now = Date.now();
    const next = await pollFeed(feed, {
      store,
      taking: takeSimply(store),
      patience: { signal, longest: 0, soon: 60, onWait: () => {} },
      report: async (event) => {
        events.push(event);
      },
      fetch,
      pages: { fetch, findRobotRules: async () => ({ isAllowed: () => true, pause: 0 }) },
      again: false,
      interval: 0,
    });
    expect(next === null || (next >= now && next <= now + 8 * 86_400_000)).toBe(true);
    return events;
  }

  const headers = fc.dictionary(
    fc.constantFrom(
      'etag',
      'last-modified',
      'cache-control',
      'retry-after',
      'content-type',
      'age',
      'expires',
    ),
    fc.oneof(fc.string(), fc.constantFrom('max-age=99999999999', 'text/html; charset=x-none', '"')),
  );
  const status = fc.oneof(
    { weight: 6, arbitrary: fc.constant(200) },
    { weight: 1, arbitrary: fc.constantFrom(204, 300, 304, 401, 410, 429, 500, 599) },
  );

  it('ends in one word about the feed, and throws nothing', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(fc.tuple(status, headers), { minLength: 1 }),
        async (seed, answers) => {
          const random = new Random(seed, 1);
          const feed = `https://feed.example/${asked++}`;
          const fetch: Fetch = async (address): Promise<Answer> => {
            const [answered, said] = random.pick(answers);
            const bytes = mutate(random.pick(feeds), feeds, random);
            return { status: answered, headers: said, bytes, address, movedTo: null };
          };
          for (let round = 0; round < 3; round++) {
            const events = await poll(feed, fetch);
            const endings = events.filter(({ kind }) =>
              /^(?:polled|not-modified|feed-failed|gone|not-due)$/.test(kind),
            );
            expect(endings).toHaveLength(1);
            expect(endings[0]).toBe(events.at(-1));
            for (const event of events) {
              if ('error' in event) expect(event.error.code).not.toBe('internal');
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a feed is polled anew where what is remembered of it cannot be read', async () => {
    const fetch: Fetch = async (address) => ({
      status: 200,
      headers: {},
      bytes: Buffer.from(rss(['<guid>x</guid><description>Rain.</description>'])),
      address,
      movedTo: null,
    });
    for (const state of [
      '',
      'null',
      '[]',
      '{"items":{}}',
      '{"items":[["x",null]]}',
      '{"notBefore":"x","items":[]}',
    ]) {
      const feed = `https://feed.example/state/${state.length}`;
      await store.keepBookmarks(new Map([[bookmarkOf(feed), state]]));
      expect((await poll(feed, fetch)).at(-1)).toMatchObject({ kind: 'polled', items: 1 });
    }
  });
});
