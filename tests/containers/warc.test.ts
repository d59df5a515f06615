import { Readable } from 'node:stream';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFileDocuments } from '../../src/ingestion/files.ts';
import { makeWarcRecord, makeWarcResponse } from '../support/archives.ts';
import { sharedPath } from '../support/shared.ts';
import { readNamed, readPiped } from './read.ts';

const ok = 'HTTP/1.1 200 OK\nContent-Type: text/plain; charset=utf-8';
const story = 'Rain fell on the café.';

const piped = { path: '-', isNamed: true };
const info = makeWarcRecord({ 'WARC-Type': 'warcinfo' }, 'software: none\r\n');
const answer = (path: string, head: string, body: string | Uint8Array) =>
  makeWarcResponse(`https://example.org/${path}`, head, body);

const records: readonly Buffer[] = [
  info,
  answer('plain', ok, story),
  makeWarcRecord(
    {
      'WARC-Type': 'request',
      'WARC-Target-URI': 'https://example.org/plain',
      'Content-Type': 'application/http',
    },
    'GET / HTTP/1.1\r\nHost: example.org\r\n\r\n',
  ),
  answer('gzip', `${ok}\nContent-Encoding: gzip`, gzipSync(story)),
  answer('br', `${ok}\nContent-Encoding: br`, brotliCompressSync(story)),
  answer('deflate', `${ok}\nContent-Encoding: deflate`, deflateSync(story)),
  answer(
    'chunked',
    `${ok}\nTransfer-Encoding: chunked`,
    `5;x=y\r\nRain \r\n12\r\nfell on the café.\r\n\r\n0\r\n\r\n`,
  ),
  answer('decoded', `${ok}\nTransfer-Encoding: chunked\nContent-Encoding: gzip`, story),
  answer(
    'latin',
    'HTTP/1.0 200 OK\nContent-Type: text/plain; charset=iso-8859-1',
    Buffer.from(story, 'latin1'),
  ),
  answer('missing', 'HTTP/1.1 404 Not Found\nContent-Type: text/plain', 'Nothing here.'),
  answer('moved', 'HTTP/1.1 301 Moved\nLocation: /plain', ''),
  answer('robots.txt', ok, 'User-agent: *'),
  answer('style.css', 'HTTP/1.1 200 OK\nContent-Type: text/css', 'p { color: red }'),
  answer('picture', 'HTTP/1.1 200 OK', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])),
  answer('nonsense', 'nonsense', 'nonsense'),
  makeWarcRecord(
    {
      'WARC-Type': 'revisit',
      'WARC-Target-URI': 'https://example.org/plain',
      'Content-Type': 'application/http',
    },
    `${ok.replace('\n', '\r\n')}\r\n\r\n`,
  ),
  makeWarcRecord(
    {
      'WARC-Type': 'resource',
      'WARC-Target-URI': '<https://example.org/resource>',
      'Content-Type': 'text/plain',
    },
    story,
  ),
  makeWarcRecord(
    { 'WARC-Type': 'resource', 'WARC-Target-URI': 'dns:example.org', 'Content-Type': 'text/dns' },
    '1',
  ),
];
const pages = ['plain', 'gzip', 'br', 'deflate', 'chunked', 'decoded', 'latin'];
const readings = [
  ...pages.map((path) => `https://example.org/${path}: ${story}`),
  'https://example.org/style.css: passed over',
  'https://example.org/picture: passed over',
  `https://example.org/resource: ${story}`,
];

describe('crawls', () => {
  it.each([
    ['as they are', Buffer.concat(records)],
    ['with a gzip member for each record', Buffer.concat(records.map((record) => gzipSync(record)))],
    ['in one gzip member', gzipSync(Buffer.concat(records))],
  ])('%s: the pages that were answered are read', async (_, bytes) => {
    expect(await readPiped(bytes, 100)).toEqual(readings);
  });

  it('gives a page that does not state its address the one that it was fetched from', async () => {
    const article = JSON.stringify({ text: 'Rain fell.', url: 'https://example.org/stated' });
    const json = 'HTTP/1.1 200 OK\nContent-Type: application/json';
    const bytes = Buffer.concat([answer('plain', ok, story), answer('json', json, article)]);
    const urls: unknown[] = [];
    for await (const reading of readFileDocuments(piped, Readable.from([bytes]))) {
      urls.push('document' in reading && reading.document.metadata.url);
    }
    expect(urls).toEqual(['https://example.org/plain', 'https://example.org/stated']);
  });

  it('says of a page that the crawler stopped within it', async () => {
    const fields = { 'WARC-Type': 'resource', 'Content-Type': 'text/plain', 'WARC-Truncated': 'length' };
    const bytes = makeWarcRecord(
      { ...fields, 'WARC-Target-URI': 'https://example.org/cut' },
      'Rain fell on the',
    );
    for await (const reading of readFileDocuments(piped, Readable.from([bytes]))) {
      expect(reading).toMatchObject({ document: { problems: [{ code: 'truncated-input' }] } });
    }
    expect.assertions(1);
  });

  it('that break off: what is whole is read, and one fault says where it ends', async () => {
    const bytes = Buffer.concat(records.map((record) => gzipSync(record)));
    for (let end = 200; end < bytes.length; end += 97) {
      const cut = await readPiped(bytes.subarray(0, end));
      const fault = cut.at(-1)?.includes('invalid-body') ? cut.pop() : null;
      expect(cut).toEqual(readings.slice(0, cut.length));
      if (fault !== null) expect(fault).toMatch(/: invalid-body: .*(breaks off|cut short)/);
    }
  });

  it('says where something else stands in place of a record', async () => {
    const bytes = Buffer.concat([answer('plain', ok, story), Buffer.from('something else')]);
    expect(await readPiped(bytes)).toEqual([
      readings[0],
      '(file): invalid-body: The crawl is damaged, or breaks off: no record begins where one should.',
    ]);
  });

  it('refuses a page that unpacks without end', async () => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 2 };
    const page = brotliCompressSync(Buffer.alloc(100 * 1024 * 1024, 'a'), { params });
    expect(page.length).toBeLessThan(2000);
    expect(await readPiped(answer('bomb', `${ok}\nContent-Encoding: br`, page))).toEqual([
      expect.stringMatching(/^https:\/\/example.org\/bomb: (body-too-large|invalid-body)/),
    ]);
  });
});

const sample = sharedPath('samples/warc/example.warc.gz');
describe.skipIf(sample === null)('a crawl as a recorder of the web wrote it', () => {
  it('holds one page, without the requests and revisits', async () => {
    const readings = await readNamed(sample!);
    expect(readings).toEqual([expect.stringMatching(/^http:\/\/example\.com\/: <!doctype html>/)]);
  });
});
