import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { rss, startFeedServer, webPage } from './feed-server.ts';
import {
  at,
  item,
  kindsOf,
  makeDue,
  others,
  outcomesOf,
  poll,
  reasonOf,
  recordOf,
  server,
  store,
} from './polling.ts';
import { storedTexts } from './watching.ts';

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
