import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { bookmarkOf, writeFeedRecord } from '../../src/following/feeds/feed-record.ts';
import { articleQuery, firstPage } from '../contract/queries.ts';
import { rss, startFeedServer, webPage } from './feed-server.ts';
import { at, item, kindsOf, long, others, outcomesOf, poll, recordOf, server, store } from './polling.ts';
import { storedTexts } from './watching.ts';

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

  it('are canceled where the feed says that they were taken back', async () => {
    const entry = (id: string) =>
      `<entry><id>tag:courier.example,2024:${id}</id><updated>2024-03-05T10:00:00Z</updated><content>${long(id)}</content></entry>`;
    const tombstone = (id: string, when: string) =>
      `<at:deleted-entry ref="tag:courier.example,2024:${id}" when="2024-03-0${when}T10:00:00Z"/>`;
    const atom = (...entries: readonly string[]) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">${entries.join('')}</feed>`;
    server.pages.set('/feed', atom(entry('one'), entry('two'), entry('three')));
    await poll(at('/feed'));
    // The third was written anew after it was taken back.
    server.pages.set('/feed', atom(tombstone('two', '6'), entry('one'), tombstone('three', '4')));
    expect(outcomesOf(await poll(at('/feed')))).toEqual([
      'tag:courier.example,2024:two: revised',
      'tag:courier.example,2024:three: outdated',
    ]);
    const texts = await storedTexts(store);
    expect(texts.map((text) => text.split(' ')[0])).toEqual(['one', 'three']);
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
