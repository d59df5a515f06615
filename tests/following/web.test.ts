import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showAddress } from '../../src/following/web/addresses.ts';
import { createFetch } from '../../src/following/web/fetch.ts';
import { readMediaType } from '../../src/following/web/media-type.ts';
import { isPublicAddress } from '../../src/following/web/public-addresses.ts';
import { readRobots } from '../../src/following/web/robots.ts';
import { createTurns } from '../../src/following/web/turns.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';

const names = vi.hoisted(() => ({ answers: [] as string[][] }));
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>();
  type Callback = (error: Error | null, addresses: LookupAddress[]) => void;
  const lookup = (host: string, options: LookupAllOptions, callback: Callback): void => {
    if (host !== 'rebinding.example') dns.lookup(host, options, callback);
    else
      callback(
        null,
        (names.answers.shift() ?? []).map((address) => ({ address, family: 4 })),
      );
  };
  return { ...dns, lookup };
});

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '192.167.1.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001::1',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ])('takes %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '0:0:0:0:0:ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::8.8.8.8',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'localhost',
    '127.1',
    '',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a name', () => {
  let server: FeedServer;
  beforeEach(async () => {
    server = await startFeedServer();
  });
  afterEach(() => server.close());
  const ask = () => {
    const { signal } = new AbortController();
    const fetch = createFetch({
      userAgent: 'Onrecord',
      allowPrivate: false,
      turns: createTurns(0, signal),
      signal,
      timeLimit: 300,
    });
    return fetch(server.origin.replace('127.0.0.1', 'rebinding.example'), { accept: '*/*' });
  };

  it.each([[['127.0.0.1']], [['192.0.33.8', '127.0.0.1']]])('at %j is refused', async (addresses) => {
    names.answers = [addresses];
    await expect(ask()).rejects.toThrow(
      'rebinding.example is at 127.0.0.1, no address of the public internet',
    );
    expect(server.asked).toEqual([]);
  });

  it('that means something else a moment later leads nowhere', async () => {
    // Nobody is at the first address, which is public; looked up again, it would be this machine.
    names.answers = [['192.0.33.8'], ['127.0.0.1']];
    await expect(ask()).rejects.not.toThrow(/public internet/);
    expect(names.answers).toEqual([['127.0.0.1']]);
    expect(server.asked).toEqual([]);
  });
});

describe('showAddress', () => {
  it.each([
    ['https://desk:s3cret@a.example/feed', 'https://a.example/feed'],
    ['https://a.example/feed?api_key=s3cret&page=2', 'https://a.example/feed?api_key=***&page=2'],
    ['https://a.example/feed?token=s3cret', 'https://a.example/feed?token=***'],
    ['https://a.example/feed?keyword=rain', 'https://a.example/feed?keyword=rain'],
    ['no address', 'no address'],
  ])('shows %s as %s', (address, shown) => expect(showAddress(address)).toBe(shown));
});

describe('readMediaType', () => {
  it.each([
    [undefined, { mediaType: null, charset: null }],
    ['text/HTML', { mediaType: 'text/html', charset: null }],
    ['text/xml; charset=utf-8', { mediaType: 'text/xml', charset: 'utf-8' }],
    ['text/xml;a=b; Charset="ISO-8859-1"; c', { mediaType: 'text/xml', charset: 'ISO-8859-1' }],
    [';', { mediaType: null, charset: null }],
  ])('reads %j', (header, expected) => expect(readMediaType(header)).toEqual(expected));
});

// Among them the examples of RFC 9309.
describe('robots.txt', () => {
  const allows = (text: string, path: string) =>
    readRobots(text, 'Onrecord').isAllowed(new URL(path, 'https://a.example'));

  it.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /a', '/ab', false],
    ['User-agent: *\nDisallow: /a', '/A', true],
    ['user-agent: ONRECORD/2.0\ndisallow: /a', '/a', false],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /b', '/a', true],
    ['User-agent: other\nUser-agent: onrecord\nDisallow: /a', '/a', false],
    ['User-agent: onrecord\nDisallow: /a\nUser-agent: other\nAllow: /a', '/a', false],
    ['User-agent: onrecord\nDisallow: /a\n\nUser-agent: onrecord\nDisallow: /b', '/b', false],
    [
      'User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif',
      '/example/page/disallowed.gif',
      false,
    ],
    [
      'User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif',
      '/example/page/allowed.gif',
      true,
    ],
    ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
    ['User-agent: *\nDisallow: /*.gif$', '/path/a.gif', false],
    ['User-agent: *\nDisallow: /*.gif$', '/path/a.gif?x', true],
    ['User-agent: *\nDisallow: /*.gif$', '/a.gif.gif', false],
    ['User-agent: *\nDisallow: /a$', '/a', false],
    ['User-agent: *\nDisallow: /a$', '/ab', true],
    ['User-agent: *\nDisallow: /*/b/*/d', '/a/b/c/d/e', false],
    ['User-agent: *\nDisallow: /*/b/*/d', '/a/b/d', true],
    ['User-agent: *\nDisallow: /foo/bar/ツ', '/foo/bar/%E3%83%84', false],
    ['User-agent: *\nDisallow: /foo/bar/%e3%83%84', '/foo/bar/ツ', false],
    ['User-agent: *\nDisallow: /%62%61z', '/baz', false],
    ['User-agent: *\nDisallow: /a?b', '/a?b=1', false],
    ['User-agent: * # all\nDisallow: /a # not this', '/a', false],
    ['Disallow: /a', '/a', true],
    ['User-agent: *\nSitemap: https://a.example/s.xml\nDisallow: /a', '/a', false],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
    ['<html>not found</html>', '/a', true],
  ])('%j lets %s be asked for: %s', (text, path, expected) => expect(allows(text, path)).toBe(expected));

  it('asks for pauses, which have an end', () => {
    expect(readRobots('User-agent: *\nCrawl-delay: 2.5', 'Onrecord').pause).toBe(2500);
    expect(readRobots('User-agent: *\nCrawl-delay: 86400', 'Onrecord').pause).toBe(60_000);
    expect(readRobots('User-agent: *\nCrawl-delay: soon', 'Onrecord').pause).toBe(0);
    expect(readRobots('User-agent: other\nCrawl-delay: 5', 'Onrecord').pause).toBe(0);
  });

  it('takes linear time, whatever the pattern', () => {
    const text = `User-agent: *\nDisallow: /${'*a'.repeat(5000)}b`;
    expect(allows(text, `/${'a'.repeat(20_000)}`)).toBe(true);
  });
});
