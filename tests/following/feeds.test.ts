import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { FeedEvent } from '../../src/following/feeds/events.ts';
import { bookmarkOf, readFeedRecord, writeFeedRecord } from '../../src/following/feeds/feed-record.ts';
import { type PollOptions, pollFeeds } from '../../src/following/feeds/poll.ts';
import { createTaking } from '../../src/following/taking.ts';
import { extract } from '../../src/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { articleQuery, firstPage } from '../contract/queries.ts';
import { type FeedServer, rss, startFeedServer, webPage } from './feed-server.ts';
import { storedTexts } from './watching.ts';

let store: ArticleStore;
let server: FeedServer;
const others: FeedServer[] = [];

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

const at = (path: string) => server.origin + path;
const long = (text: string) =>
  `${text} ${'The council met on Tuesday and talked about it for some hours. '.repeat(4)}`;
const item = (name: string, text = `${name} is told.`) =>
  `<guid>${name}</guid><link>https://courier.example/${name}</link><description>${text}</description>`;

/** Polls once, and answers with what was told. */
async function poll(
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

const kindsOf = (events: readonly FeedEvent[]) => events.map(({ kind }) => kind);
const outcomesOf = (events: readonly FeedEvent[]) =>
  events.flatMap((event) => (event.kind === 'stored' ? [`${event.place}: ${event.outcome}`] : []));
const reasonOf = (events: readonly FeedEvent[]) =>
  events.flatMap((event) => (event.kind === 'feed-failed' ? [event.error.message] : []))[0];
const recordOf = async (address: string) =>
  readFeedRecord((await store.findBookmarks([bookmarkOf(address)])).get(bookmarkOf(address)));
/** Makes a feed due now, as if the time had passed. */
async function makeDue(address: string): Promise<void> {
  const record = { ...(await recordOf(address)), notBefore: 0 };
  await store.keepBookmarks(new Map([[bookmarkOf(address), writeFeedRecord(record)]]));
}

describe('a feed that is polled', () => {
  it('gives its items, then those that are new or have changed, and keeps those that left it', async () => {
    server.pages.set('/feed', rss([item('one'), item('two')]));
    expect(outcomesOf(await poll(at('/feed')))).toEqual([
      'https://courier.example/one: created',
      'https://courier.example/two: created',
    ]);
    server.pages.set('/feed', rss([item('three'), item('two', 'Two is told anew.')]));
    const events = await poll(at('/feed'));
    expect(outcomesOf(events)).toEqual([
      'https://courier.example/three: created',
      'https://courier.example/two: revised',
    ]);
    expect(events.at(-1)).toMatchObject({ kind: 'polled', items: 2, changed: 2 });
    expect(await storedTexts(store)).toEqual(['Two is told anew.', 'one is told.', 'three is told.']);
    expect((await recordOf(at('/feed'))).items.size).toBe(2);
  });

  it('says who asks, and asks only whether it has changed when it was read before', async () => {
    const headers = { etag: '"1"', 'last-modified': 'Tue, 05 Mar 2024 10:00:00 GMT' };
    server.pages.set('/feed', { headers, body: rss([item('one')]) });
    await poll(at('/feed'));
    expect(server.asked[0]!.headers).toMatchObject({
      'user-agent': 'Onrecord/0.0 (+https://desk.example/bot)',
      accept: expect.stringContaining('application/rss+xml'),
    });
    expect(server.asked[0]!.headers).not.toHaveProperty('if-none-match');
    expect(kindsOf(await poll(at('/feed')))).toEqual(['not-modified']);
    expect(server.asked[1]!.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': headers['last-modified'],
    });
    server.pages.set('/feed', { headers: { etag: '"2"' }, body: rss([item('two')]) });
    expect(kindsOf(await poll(at('/feed')))).toEqual(['stored', 'polled']);
    expect((await recordOf(at('/feed'))).etag).toBe('"2"');
    expect(kindsOf(await poll(at('/feed'), { again: true }))).toEqual(['stored', 'polled']);
  });

  it.each([
    ['gzip', (body: string) => gzipSync(body)],
    ['br', (body: string) => brotliCompressSync(body)],
  ])('may be compressed with %s', async (encoding, compress) => {
    server.pages.set('/feed', {
      headers: { 'content-encoding': encoding },
      body: compress(rss([item('one')])),
    });
    expect(outcomesOf(await poll(at('/feed')))).toHaveLength(1);
    expect(server.asked[0]!.headers['accept-encoding']).toContain(encoding);
  });

  it('may be in the charset that only its server names', async () => {
    const body = Buffer.from(rss([item('one', 'Größe ist alles.')]).replace(/<\?.*?\?>/, ''), 'latin1');
    server.pages.set('/feed', { headers: { 'content-type': 'text/xml; charset="ISO-8859-1"' }, body });
    await poll(at('/feed'));
    expect(await storedTexts(store)).toEqual(['Größe ist alles.']);
  });

  it('is left alone for as long as it and its server wish', async () => {
    server.pages.set('/ttl', rss([item('one')], '<ttl>60</ttl>'));
    server.pages.set('/age', { headers: { 'cache-control': 'max-age=7200' }, body: rss([item('two')]) });
    const before = Date.now();
    await poll([at('/ttl'), at('/age')]);
    const events = await poll([at('/ttl'), at('/age')]);
    expect(kindsOf(events)).toEqual(['not-due', 'not-due']);
    expect(server.asked).toHaveLength(2);
    const waits = await Promise.all(
      ['/ttl', '/age'].map(async (path) => (await recordOf(at(path))).notBefore - before),
    );
    expect(waits.map((wait) => Math.round(wait / 60_000))).toEqual([60, 120]);
    expect(kindsOf(await poll(at('/ttl'), { again: true }))).toEqual(['stored', 'polled']);
  });

  it('is asked later and later where it fails, and not before it says', async () => {
    server.pages.set('/feed', { status: 503, headers: { 'retry-after': '7200' } });
    const before = Date.now();
    const [event] = await poll(at('/feed'));
    expect(event).toMatchObject({ kind: 'feed-failed', error: { code: 'unavailable' } });
    expect(Math.round(((await recordOf(at('/feed'))).notBefore - before) / 60_000)).toBe(120);
    server.pages.set('/feed', { status: 500 });
    const waits: number[] = [];
    for (let failure = 0; failure < 3; failure++) {
      await makeDue(at('/feed'));
      await poll(at('/feed'));
      waits.push(Math.round(((await recordOf(at('/feed'))).notBefore - Date.now()) / 60_000));
    }
    expect(waits).toEqual([10, 20, 40]);
    server.pages.set('/feed', rss([item('one')]));
    await makeDue(at('/feed'));
    await poll(at('/feed'));
    expect(await recordOf(at('/feed'))).toMatchObject({ failures: 0 });
  });

  it('is polled again and again until it is stopped', async () => {
    server.pages.set('/feed', rss([item('one')]));
    const controller = new AbortController();
    const done = poll(at('/feed'), {
      once: false,
      interval: 40,
      patience: { signal: controller.signal, longest: 1000, soon: 60, onWait: () => {} },
    });
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(3), { timeout: 4000 });
    server.pages.set('/feed', rss([item('two')]));
    await vi.waitFor(async () => expect(await storedTexts(store)).toHaveLength(2), { timeout: 4000 });
    controller.abort();
    expect(kindsOf(await done).filter((kind) => kind === 'stored')).toHaveLength(2);
  });
});

describe('redirects', () => {
  const redirect = (status: number, location: string) => ({ status, headers: { location } });

  it('that stay are remembered, once a feed was found there; others are not', async () => {
    server.pages.set('/old', redirect(301, '/new'));
    server.pages.set('/new', redirect(308, '/newest'));
    server.pages.set('/newest', redirect(302, '/today'));
    server.pages.set('/today', rss([item('one')]));
    const events = await poll(at('/old'));
    expect(events[0]).toEqual({ kind: 'moved', feed: at('/old'), to: at('/newest') });
    await poll(at('/old'));
    expect(server.paths()).toEqual(['/old', '/new', '/newest', '/today', '/newest', '/today']);
  });

  it('to a page that is no feed are not remembered', async () => {
    server.pages.set('/old', redirect(301, '/login'));
    server.pages.set('/login', webPage('Log in'));
    expect(reasonOf(await poll(at('/old')))).toBe('It is a web page, not a feed, and links to none.');
    expect((await recordOf(at('/old'))).movedTo).toBe(null);
  });

  it('are forgotten where their target fails', async () => {
    server.pages.set('/old', redirect(301, '/new'));
    server.pages.set('/new', rss([item('one')]));
    await poll(at('/old'));
    server.pages.set('/old', rss([item('two')]));
    server.pages.delete('/new');
    expect(reasonOf(await poll(at('/old')))).toBe('The server answers 404: there is no such feed.');
    await makeDue(at('/old'));
    expect(outcomesOf(await poll(at('/old')))).toEqual(['https://courier.example/two: created']);
  });

  it.each([
    ['round in a circle', '/round', /redirects more than 5 times/],
    ['to a file', 'file:///etc/passwd', /only http and https are/],
    ['to nowhere', 'http://', /no address of the web/],
  ])('%s are not followed', async (_, location, reason) => {
    server.pages.set('/round', redirect(302, location));
    expect(reasonOf(await poll(at('/round')))).toMatch(reason);
  });

  it('elsewhere do not take along what gives access', async () => {
    const other = await startFeedServer();
    others.push(other);
    other.pages.set('/feed', rss([item('one')]));
    server.pages.set('/feed', redirect(301, `${other.origin}/feed`));
    const secret = at('/feed').replace('//', '//desk:s3cret@');
    const events = await poll(secret);
    expect(server.asked[0]!.headers.authorization).toBe(
      `Basic ${Buffer.from('desk:s3cret').toString('base64')}`,
    );
    expect(other.asked[0]!.headers.authorization).toBe(undefined);
    expect(JSON.stringify(events)).not.toContain('s3cret');
  });

  it('do not stop at 410: it is gone, and not asked again', async () => {
    server.pages.set('/feed', { status: 410 });
    expect(kindsOf(await poll(at('/feed')))).toEqual(['gone']);
    expect(kindsOf(await poll(at('/feed'), { once: false }))).toEqual(['gone']);
    expect(server.asked).toHaveLength(1);
    server.pages.set('/feed', rss([item('one')]));
    expect(kindsOf(await poll(at('/feed'), { again: true }))).toEqual(['stored', 'polled']);
    expect((await recordOf(at('/feed'))).isGone).toBe(false);
  });
});

describe('what is no feed', () => {
  it.each([
    ['a web page', webPage('News', 'Rain.'), 'It is a web page, not a feed, and links to none.'],
    [
      'a web page with a feed',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b"></head></html>',
      /^It is a web page, not a feed; it links to the feed http:\/\/127\.0\.0\.1:\d+\/rss\?a=1&b\.$/,
    ],
    ['a sentence', 'Service unavailable', /^It is none of the feeds that are read/],
    ['an article', '{"text":"Rain fell."}', /^It is none of the feeds that are read/],
    [
      'an article in XML',
      '<nitf><body><body.content><p>Rain.</p></body.content></body></nitf>',
      /none of the feeds/,
    ],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'It is no feed, and no text at all.'],
    ['nothing', '', 'It is empty.'],
    ['a feed without items', rss([]), 'There is no item in the feed.'],
    ['malformed JSON', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":', /JSON/],
    [
      'an index of sitemaps',
      '<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>',
      'It is an index of 1 sitemaps: name those that are to be read (https://a.example/1.xml).',
    ],
  ])('%s gives no article, and a word', async (_, body, reason) => {
    server.pages.set('/feed', { body });
    const events = await poll(at('/feed'));
    expect(kindsOf(events)).toEqual(['feed-failed']);
    if (typeof reason === 'string') expect(reasonOf(events)).toBe(reason);
    else expect(reasonOf(events)).toMatch(reason);
    expect(await storedTexts(store)).toEqual([]);
  });

  it('is told of where a feed breaks off, which is asked for as a whole again', async () => {
    const whole = rss([item('one'), item('two')]);
    server.pages.set('/feed', { headers: { etag: '"1"' }, body: whole.slice(0, whole.indexOf('two is')) });
    const events = await poll(at('/feed'));
    expect(events).toContainEqual({
      kind: 'feed-flawed',
      feed: at('/feed'),
      reason: expect.stringMatching(/^The element <\w+> of line 1 is not closed/),
    });
    server.pages.set('/feed', { headers: { etag: '"1"' }, body: whole });
    await poll(at('/feed'));
    expect(await storedTexts(store)).toEqual(['one is told.', 'two is told.']);
  });

  it.each([
    [
      'a connection that breaks off',
      (_: unknown, response: import('node:http').ServerResponse) => {
        response.writeHead(200, { 'content-length': '5000' }).write(rss([item('one')]));
        setTimeout(() => response.destroy(), 20);
      },
      /broke off/,
    ],
    [
      'a stream that breaks off',
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync(rss([item('one')])).subarray(0, 60) },
      /broke off/,
    ],
    [
      'bad compression',
      { headers: { 'content-encoding': 'gzip' }, body: 'plain' },
      /not compressed as it says/,
    ],
    ['an unknown compression', { headers: { 'content-encoding': 'zz' }, body: 'x' }, /encoded as zz/],
    [
      'an answer that never ends',
      (_: unknown, response: import('node:http').ServerResponse) => {
        const timer = setInterval(() => response.write('<!-- still there -->'), 10);
        response.on('close', () => clearInterval(timer));
      },
      /did not answer in time/,
    ],
    ['no answer', () => {}, /did not answer in time/],
    ['too large an answer', 'x'.repeat(300_000), /larger than/],
    [
      'a bomb',
      { headers: { 'content-encoding': 'br' }, body: brotliCompressSync(Buffer.alloc(5_000_000)) },
      /larger than/,
    ],
    ['a refusal', { status: 403 }, /does not let us read it/],
  ])('is told of: %s', async (_, page, reason) => {
    server.pages.set('/feed', page);
    const events = await poll(at('/feed'), { timeLimit: 400, sizeLimit: 200_000 });
    expect(reasonOf(events)).toMatch(reason);
    expect(await storedTexts(store)).toEqual([]);
  });

  it('is told of: no host, no server', async () => {
    const gone = await startFeedServer();
    await gone.close();
    expect(reasonOf(await poll(`${gone.origin}/feed`))).toBe('The host refuses connections.');
    expect(reasonOf(await poll('http://no-such-host.invalid/feed'))).toMatch(/host.*name|name.*host/);
  });
});

describe('private addresses', () => {
  it.each([
    ['by address', (origin: string) => origin],
    ['by name', (origin: string) => origin.replace('127.0.0.1', 'localhost')],
    ['in another notation', (origin: string) => origin.replace('127.0.0.1', '0x7f.1')],
    ['within IPv6', (origin: string) => origin.replace('127.0.0.1', '[::ffff:127.0.0.1]')],
  ])('are asked %s only where that is allowed', async (_, rewrite) => {
    server.pages.set('/feed', rss([item('one')]));
    const events = await poll(`${rewrite(server.origin)}/feed`, { allowPrivate: false });
    expect(reasonOf(events)).toMatch(
      /no address of the public internet: it is asked only with --allow-private/,
    );
    expect(server.asked).toEqual([]);
  });
});

describe('items', () => {
  it('that share an id, or an address, are not one', async () => {
    const of = (guid: string, link: string, text: string) =>
      `<guid>${guid}</guid><link>${link}</link><description>${text}</description>`;
    server.pages.set(
      '/guid',
      rss([of('same', 'https://a.example/1', 'One.'), of('same', 'https://a.example/2', 'Two.')]),
    );
    server.pages.set(
      '/link',
      rss([of('a', 'https://a.example/', 'Three.'), of('b', 'https://a.example/', 'Four.')]),
    );
    await poll([at('/guid'), at('/link')]);
    expect(await storedTexts(store)).toEqual(['Four.', 'One.', 'Three.', 'Two.']);
    const again = await poll([at('/guid'), at('/link')]);
    expect(again.filter(({ kind }) => kind === 'stored')).toEqual([]);
  });

  it('are known by their addresses without tracking, in each feed of an outlet', async () => {
    const of = (medium: string) =>
      `<link>https://courier.example/rain?id=7&amp;utm_source=${medium}</link><description>Rain.</description>`;
    server.pages.set('/top', rss([of('top')]));
    server.pages.set('/world', rss([of('world')]));
    expect(outcomesOf(await poll([at('/top'), at('/world')]))).toEqual([
      'https://courier.example/rain?id=7: created',
      'https://courier.example/rain?id=7: unchanged',
    ]);
  });

  it('without text are told of, and harm no other', async () => {
    server.pages.set('/feed', rss(['<guid>empty</guid><title>Empty</title>', item('one')]));
    const events = await poll(at('/feed'));
    expect(kindsOf(events)).toEqual(['failed', 'stored', 'polled']);
    expect(events[0]).toMatchObject({ place: 'empty', error: { code: 'empty-article' } });
    expect(kindsOf(await poll(at('/feed')))).toEqual(['polled']);
  });

  it('of a poll that was killed between storing and remembering are stored once', async () => {
    server.pages.set('/feed', rss(Array.from({ length: 40 }, (_, number) => item(`item${number}`))));
    let kept = 0;
    const killed: ArticleStore = {
      ...store,
      keepBookmarks: async (bookmarks) => {
        if (++kept === 2) throw new Error('killed');
        return store.keepBookmarks(bookmarks);
      },
    };
    await expect(poll(at('/feed'), { store: killed })).rejects.toThrow('killed');
    const events = await poll(at('/feed'));
    // The first batch was remembered; the second is stored, and not remembered.
    expect(outcomesOf(events).map((line) => line.split(': ')[1])).toEqual([
      ...Array.from({ length: 16 }, () => 'unchanged'),
      ...Array.from({ length: 8 }, () => 'created'),
    ]);
    expect(await storedTexts(store)).toHaveLength(40);
  });
});

describe('items that lead to more', () => {
  const summary = (path: string, text = 'In short.') =>
    `<guid>${path}</guid><link>${at(path)}</link><title>Rain</title><description>${text}</description>`;
  const articles = async () => (await store.listArticles(articleQuery(), firstPage)).items;

  it('are fetched as a whole, as one article with what the feed says', async () => {
    server.pages.set('/feed', rss([summary('/one')]));
    server.pages.set('/one', webPage('Rain falls', long('Rain fell in Lisbon.')));
    await poll(at('/feed'));
    expect(await articles()).toMatchObject([{ completeness: 'summary', lede: 'In short.' }]);
    expect(outcomesOf(await poll(at('/feed'), { full: true }))).toEqual([`${at('/one')}: revised`]);
    expect(await articles()).toMatchObject([
      {
        completeness: 'full',
        guid: '/one',
        url: at('/one'),
        lede: expect.stringMatching(/^Rain fell in Lisbon/),
        publisher: { name: 'The Courier' },
      },
    ]);
    expect(server.paths()).toEqual(['/feed', '/feed', '/robots.txt', '/one']);
  });

  it('are fetched once, and again only where their item changes, and then only where they have', async () => {
    server.pages.set('/feed', { headers: { etag: '"f"' }, body: rss([summary('/one')]) });
    server.pages.set('/one', { headers: { etag: '"p"' }, body: webPage('Rain', long('Rain fell.')) });
    await poll(at('/feed'), { full: true });
    expect(kindsOf(await poll(at('/feed'), { full: true }))).toEqual(['not-modified']);
    server.pages.set('/feed', { headers: { etag: '"g"' }, body: rss([summary('/one', 'In other words.')]) });
    await poll(at('/feed'), { full: true });
    expect(server.paths().filter((path) => path === '/one')).toHaveLength(1);
    // An hour later it is asked whether it has changed.
    const record = await recordOf(at('/feed'));
    const [[key, known]] = [...record.items] as [[string, NonNullable<ReturnType<typeof record.items.get>>]];
    const page = { ...known.page!, askedAt: known.page!.askedAt - 3_700_000 };
    await store.keepBookmarks(
      new Map([
        [
          bookmarkOf(at('/feed')),
          writeFeedRecord({ ...record, items: new Map([[key, { ...known, page }]]) }),
        ],
      ]),
    );
    await poll(at('/feed'), { full: true });
    const asked = server.asked.filter(({ path }) => path === '/one');
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"p"']);
    expect(kindsOf(await poll(at('/feed'), { full: true }))).toEqual(['not-modified']);
  });

  it('are not fetched where another feed brought the whole of them', async () => {
    server.pages.set('/top', rss([summary('/one')]));
    server.pages.set('/world', rss([summary('/one')]));
    server.pages.set('/one', webPage('Rain', long('Rain fell.')));
    await poll(at('/top'), { full: true });
    await poll(at('/world'), { full: true });
    expect(server.paths().filter((path) => path === '/one')).toHaveLength(1);
    expect(await articles()).toMatchObject([{ completeness: 'full' }]);
  });

  it('are fetched also where the feed holds no text of them, as a news sitemap', async () => {
    server.pages.set(
      '/sitemap.xml',
      `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${at('/one')}?utm_source=map</loc>
       <news:news><news:publication><news:name>The Courier</news:name><news:language>en</news:language></news:publication>
       <news:publication_date>2024-03-05T10:00:00Z</news:publication_date><news:title>Rain</news:title></news:news></url></urlset>`,
    );
    server.pages.set('/one', webPage('Rain', long('Rain fell.')));
    const events = await poll(at('/sitemap.xml'));
    expect(events[0]).toMatchObject({ kind: 'failed', place: at('/one'), error: { code: 'empty-article' } });
    await poll(at('/sitemap.xml'), { full: true });
    expect(await articles()).toMatchObject([
      {
        url: at('/one'),
        publishedAt: '2024-03-05T10:00:00Z',
        publisher: { name: 'The Courier' },
        completeness: 'full',
      },
    ]);
  });

  it.each([
    [
      'robots.txt does not allow it',
      'User-agent: *\nDisallow: /one',
      webPage('Rain', long('Rain.')),
      /robots\.txt of its host does not allow it/,
    ],
    ['robots.txt cannot be had', { status: 500 }, webPage('Rain', long('Rain.')), /does not allow it/],
    ['it is not there', '', { status: 404 }, /answers 404/],
    [
      'it is a picture',
      '',
      { headers: { 'content-type': 'image/png' }, body: 'x' },
      /no web page, but image\/png/,
    ],
    ['it holds no article', '', '<!doctype html><p>Rain</p>', /holds no article/],
    [
      'it redirects to another protocol',
      '',
      { status: 302, headers: { location: 'ftp://a.example/' } },
      /only http and https/,
    ],
  ])('keep their summary where %s', async (_, robots, page, reason) => {
    server.pages.set('/feed', rss([summary('/one')]));
    server.pages.set('/robots.txt', robots);
    server.pages.set('/one', page);
    const events = await poll(at('/feed'), { full: true });
    expect(events[0]).toMatchObject({
      kind: 'page-failed',
      place: at('/one'),
      reason: expect.stringMatching(reason),
    });
    expect(await articles()).toMatchObject([{ completeness: 'summary', lede: 'In short.' }]);
    // Not asked at each poll, and told once.
    const count = server.paths().filter((path) => path === '/one').length;
    expect(kindsOf(await poll(at('/feed'), { full: true }))).toEqual(['polled']);
    expect(server.paths().filter((path) => path === '/one')).toHaveLength(count);
  });

  it('keep what the feed holds where the page shows less of it', async () => {
    server.pages.set('/feed', rss([summary('/one', `${long('Rain fell.')}…`)]));
    server.pages.set('/one', webPage('Rain', 'Subscribe to read on, it costs only one euro.'));
    await poll(at('/feed'), { full: true });
    expect(await articles()).toMatchObject([
      { completeness: 'summary', lede: expect.stringMatching(/^Rain fell/) },
    ]);
  });

  it('are asked for no more where their host has had too many requests', async () => {
    server.pages.set('/feed', rss([summary('/one'), summary('/two'), summary('/three')]));
    server.pages.set('/one', webPage('Rain', long('Rain fell.')));
    server.pages.set('/two', { status: 429, headers: { 'retry-after': '900' } });
    const events = await poll(at('/feed'), { full: true });
    expect(server.paths()).toEqual(['/feed', '/robots.txt', '/one', '/two']);
    expect(events.flatMap((event) => (event.kind === 'page-failed' ? [event.reason] : []))).toEqual([
      'Its host answers 429.',
      '127.0.0.1 asks to be left alone for another 900 s.',
    ]);
    expect((await articles()).map(({ completeness }) => completeness).toSorted()).toEqual([
      'full',
      'summary',
      'summary',
    ]);
  });

  it('are asked for one after the other, with a pause between, and longer ones where the host wishes', async () => {
    const slow = await startFeedServer(30);
    others.push(slow);
    const of = (path: string) => `<link>${slow.origin}${path}</link><description>In short.</description>`;
    slow.pages.set('/robots.txt', 'User-agent: *\nCrawl-delay: 0.2');
    for (const path of ['/1', '/2', '/3']) slow.pages.set(path, webPage('Rain', long(`Rain ${path}.`)));
    slow.pages.set('/a', rss([of('/1'), of('/2')]));
    slow.pages.set('/b', rss([of('/3')]));
    await poll([`${slow.origin}/a`, `${slow.origin}/b`], { full: true, pause: 50 });
    expect(slow.most()).toBe(1);
    const times = slow.asked.map(({ at: time }) => time);
    for (const [index, time] of times.entries())
      if (index > 0) expect(time - times[index - 1]!).toBeGreaterThanOrEqual(75);
    const pages = slow.asked.filter(({ path }) => /^\/\d$/.test(path)).map(({ at: time }) => time);
    for (const [index, time] of pages.entries())
      if (index > 0) expect(time - pages[index - 1]!).toBeGreaterThanOrEqual(200);
  });
});
