import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FeedServer, rss, startFeedServer, webPage } from '../following/feed-server.ts';
import { onrecord, startOnrecord } from './run.ts';

// Processes of their own, each of which loads its models: on a busy machine that takes long.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
let server: FeedServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-poll-'));
  server = await startFeedServer();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const at = (path: string) => server.origin + path;
const database = () => ['-d', join(folder, 'a.db')];
const pollOnce = (...words: string[]) => onrecord(['poll', '--once', ...words, ...database()]);
const jsonOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const item = (path: string) =>
  `<link>${at(path)}</link><description>"Story ${path} is told," Ana Ruiz said.</description>`;

describe('onrecord poll', () => {
  it('stores what is new in feeds, with the pages that they lead to, until it is stopped', async () => {
    server.pages.set('/feed', rss([item('/one')]));
    const paragraphs = ['"The bridge is open to everybody from today," Ana Ruiz said on Tuesday.'];
    server.pages.set('/one', webPage('Bridge', ...paragraphs, 'The council had talked about it for years.'));
    const polling = startOnrecord([
      ...['poll', at('/feed'), '--full', '--interval', '300ms', '--contact', 'desk@courier.example'],
      ...['--allow-private', '--json', ...database()],
    ]);
    await vi.waitFor(() => expect(polling.said.err).toContain('1 new of 1 item'), { timeout: 90_000 });
    server.pages.set('/feed', rss([item('/two')]));
    await vi.waitFor(() => expect(polling.said.out).toContain(at('/two')), { timeout: 90_000 });
    polling.child.kill('SIGINT');
    const { code, out, err } = await polling.ended;
    expect([code, err]).toEqual([0, expect.stringContaining('1 feed read: 2 new')]);
    expect(jsonOf(out)[0]).toEqual({
      feed: at('/feed'),
      place: at('/one'),
      outcome: 'created',
      id: expect.any(String),
    });
    expect(jsonOf(out)).toContainEqual({
      event: 'page-failed',
      feed: at('/feed'),
      place: at('/two'),
      reason: 'Its host answers 404.',
    });
    expect(server.asked[0]!.headers['user-agent']).toMatch(/^Onrecord\/\S+ \(\+desk@courier\.example\)$/);
    const quotes = jsonOf((await onrecord(['quotes', '--speaker', 'ruiz', ...database()])).out);
    expect(quotes.map(({ text }) => text).toSorted()).toEqual([
      'Story /two is told',
      'The bridge is open to everybody from today',
    ]);
  });

  it('goes on from where it was with --once, and answers 1 where a feed fails', async () => {
    const headers = { etag: '"1"' };
    server.pages.set('/feed', { headers, body: rss([item('/one')]) });
    server.pages.set(
      '/page',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></html>',
    );
    writeFileSync(
      join(folder, 'feeds.opml'),
      `<opml version="2.0"><body><outline text="News"><outline xmlUrl="${at('/feed')}"/></outline></body></opml>`,
    );
    const list = ['--list', join(folder, 'feeds.opml'), '--allow-private'];
    const first = await pollOnce(...list);
    expect([first.code, first.err]).toEqual([
      0,
      expect.stringContaining(`${at('/feed')}: 1 new of 1 item\n`),
    ]);
    const second = await pollOnce(...list, at('/page'));
    expect(second.code).toBe(1);
    expect(second.err).toContain(`${at('/feed')}: as it was\n`);
    expect(second.err).toContain(
      `It is a web page, not a feed; it links to the feed ${at('/feed')}. Next try at`,
    );
    expect((await pollOnce(at('/page'), '--allow-private')).err).toContain(
      'it failed, and is tried again at',
    );
  });

  it('asks nobody on this machine unless that is allowed, and takes only addresses of the web', async () => {
    server.pages.set('/feed', rss([item('/one')]));
    const { code, err } = await pollOnce(at('/feed').replace('//', '//desk:s3cret@'));
    expect([code, err]).toEqual([1, expect.stringContaining('no address of the public internet')]);
    expect(err).not.toContain('s3cret');
    expect(server.asked).toEqual([]);
    // Who may is not made to wait for it.
    expect(await pollOnce(at('/feed'), '--allow-private')).toMatchObject({
      code: 0,
      err: expect.stringContaining('1 new of 1 item'),
    });
    expect(await pollOnce('feed.xml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('must begin with http'),
    });
    expect(await pollOnce(at('/feed'), '--contact', 'the desk')).toMatchObject({
      code: 2,
      err: expect.stringContaining('without blanks'),
    });
    expect(await pollOnce()).toMatchObject({ code: 2, err: expect.stringContaining('Name a feed') });
    expect(await pollOnce('--list', 'nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('nowhere'),
    });
  });
});
