import { parse } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../src/readers/index.ts';
import { startTestApp, stories } from './support/app.ts';

const served = await startTestApp();
const { http } = served;
const ids: string[] = [];

beforeAll(async () => {
  for (const story of stories) ids.push((await served.ingest(story)).id);
  await served.ingest({
    guid: 'formula',
    publishedAt: '2024-03-04',
    headline: '=HYPERLINK("http://evil.example") & <b>',
    text: '"+1 <b>and</b>, \'yes\'; we won," Lena Ruiz said.',
  });
});

const accepting = (address: string, mediaType: string) => http.get(address).set('Accept', mediaType);
const formatted = (address: string, format: string) =>
  http.get(`${address}${address.includes('?') ? '&' : '?'}format=${format}`);

describe('the choice of a format', () => {
  it.each([
    ['application/x-ndjson', 'application/x-ndjson'],
    ['text/csv;q=0.5, application/atom+xml', 'application/atom+xml'],
    ['application/feed+json', 'application/feed+json'],
    ['text/html, */*;q=0.1', 'application/json'],
    ['application/*', 'application/json'],
  ])('Accept: %s gives %s', async (accept, mediaType) => {
    const { headers } = await accepting('/v1/quotes', accept).expect(200);
    expect(headers['content-type']).toMatch(new RegExp(`^${mediaType.replace('+', '\\+')}`));
    expect(headers['vary']).toContain('Accept');
  });

  it('refuses what it cannot produce, and says what it can', async () => {
    const { body } = await accepting('/v1/quotes', 'image/png').expect(406);
    expect(body.detail).toContain('application/atom+xml');
    await formatted('/v1/quotes', 'ninjs').expect(400);
    await formatted(`/v1/articles/${ids[0]}`, 'csv').expect(400);
  });
});

describe('exports', () => {
  it('have the whole result, whatever a page holds, unless a limit is given', async () => {
    const all = (await http.get('/v1/quotes?limit=100').expect(200)).body.items;
    const lines = (await formatted('/v1/quotes', 'ndjson').expect(200)).text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(all);
    const two = await formatted('/v1/quotes?limit=2', 'ndjson').expect(200);
    expect(two.text.trimEnd().split('\n')).toHaveLength(2);
    expect(two.headers['link']).toContain('rel="next"');
  });

  it('go on over many pages', async () => {
    for (let number = 0; number < 105; number += 1)
      await served.ingest({ guid: `many-${number}`, text: `"Number ${number} is here," Omar Haddad said.` });
    const lines = (await formatted('/v1/articles?q=number', 'ndjson').expect(200)).text.trimEnd().split('\n');
    expect(new Set(lines.map((line) => JSON.parse(line).id)).size).toBe(105);
  });

  it('trim lines by fields', async () => {
    const { text } = await formatted('/v1/quotes?fields=speaker.name&limit=1', 'ndjson').expect(200);
    expect(Object.keys(JSON.parse(text))).toEqual(['speaker']);
  });

  it('are tables that no spreadsheet runs', async () => {
    const { text, headers } = await formatted('/v1/articles?from=2024-03-04', 'csv').expect(200);
    const [header, row] = text.split('\r\n');
    expect(header).toMatch(/^id,guid,url,headline,/);
    expect(row).toContain(`"'=HYPERLINK(""http://evil.example"") & <b>"`);
    expect(headers['content-disposition']).toBe('attachment; filename="articles.csv"');
  });

  it('are tables of the fields that are asked for, in their order', async () => {
    const header = async (address: string) =>
      (await formatted(address, 'csv').expect(200)).text.split('\r\n', 1)[0];
    expect(await header('/v1/quotes?fields=text,speaker.name,article')).toBe(
      'text,speaker,publishedAt,publisher,headline,url',
    );
    expect(await header('/v1/speakers?fields=quoteCount,name')).toBe('quoteCount,name');
    const { text } = await formatted('/v1/quotes?speaker=lena%20ruiz&fields=speaker,about', 'csv').expect(
      200,
    );
    expect(text).toMatch(
      /^speaker,speakerId,speakerType,speakerRole,about\r\nLena Ruiz,ent_\w+,person,,\r\n/,
    );
    const { body } = await formatted('/v1/quotes?fields=text,segments', 'csv').expect(400);
    expect(body.errors).toMatchObject([
      { parameter: 'fields', detail: expect.stringContaining('(segments)') },
    ]);
  });

  it.each(['atom', 'jsonfeed'])('as %s have no fields to leave out', async (format) => {
    const { body } = await formatted('/v1/quotes?fields=text', format).expect(400);
    expect(body.errors).toMatchObject([{ parameter: 'fields' }]);
  });

  it('are not sent again where nothing has changed', async () => {
    const first = await formatted('/v1/quotes', 'csv').expect(200);
    const etag = first.headers['etag']!;
    await formatted('/v1/quotes', 'csv').set('If-None-Match', etag).expect(304);
    await served.ingest({ guid: 'later', text: '"Later," Lena Ruiz said.' });
    await formatted('/v1/quotes', 'csv').set('If-None-Match', etag).expect(200);
  });

  it('refuse a bad cursor before the first line', async () => {
    await formatted('/v1/quotes?cursor=abc', 'csv').expect(400);
  });

  it('answer HEAD without reading everything', async () => {
    const { headers, text } = await http.head('/v1/quotes?format=csv').expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(text ?? '').toBe('');
  });
});

describe('feeds', () => {
  it('are Atom', async () => {
    const { text } = await formatted('/v1/quotes?speaker=lena%20ruiz&limit=2', 'atom').expect(200);
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' }).parse(
      text,
    );
    expect(feed.entry).toHaveLength(2);
    expect(feed.link.map((link: Record<string, string>) => link['@_rel'])).toEqual(['self', 'next']);
    for (const entry of feed.entry) {
      expect(entry.author.name).toBe('Lena Ruiz');
      expect(entry.id).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/quotes\/quo_/);
      expect(entry.updated).toMatch(/Z$/);
    }
    const next = feed.link[1]['@_href'].replace(/^http:\/\/[^/]+/, '');
    await http.get(next).expect(200).expect('Content-Type', /atom/);
  });

  it('escape what XML reads as its own, and replace what it cannot say', async () => {
    await served.ingest({
      guid: 'odd',
      publishedAt: '2024-05-05',
      headline: 'A <b> & \uffff',
      text: 'Nothing.',
    });
    const { text } = await formatted('/v1/articles?from=2024-05-05', 'atom').expect(200);
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain('<title>A &lt;b&gt; &amp; \ufffd</title>');
  });

  it('say when an article was changed, as all formats do', async () => {
    const modifiedAt = '2024-06-07T08:00:00Z';
    const { id } = await served.ingest({
      guid: 'changed',
      publishedAt: '2024-06-06T08:00:00Z',
      modifiedAt,
      text: 'Nothing happened.',
    });
    const list = '/v1/articles?from=2024-06-06&to=2024-06-06';
    const atom = new XMLParser().parse((await formatted(list, 'atom')).text);
    expect(atom.feed.updated).toBe(modifiedAt);
    expect(atom.feed.entry).toMatchObject({ published: '2024-06-06T08:00:00Z', updated: modifiedAt });
    const { body } = await formatted(list, 'jsonfeed');
    expect(body.items).toMatchObject([{ date_published: '2024-06-06T08:00:00Z', date_modified: modifiedAt }]);
    expect((await formatted(list, 'csv')).text).toContain(modifiedAt);
    const article = `/v1/articles/${id}`;
    expect((await formatted(article, 'jsonld')).body).toMatchObject({ dateModified: modifiedAt });
    expect((await formatted(article, 'ninjs')).body).toMatchObject({
      versionCreated: modifiedAt,
      contentCreated: '2024-06-06T08:00:00Z',
    });
  });

  it('are JSON Feed', async () => {
    const { body } = await accepting('/v1/articles?limit=1', 'application/feed+json').expect(200);
    expect(body.version).toBe('https://jsonfeed.org/version/1.1');
    expect(body.items[0]).toMatchObject({ content_text: expect.any(String), url: expect.any(String) });
    expect(parse(body.feed_url).base).toContain('articles');
  });
});

describe('an article', () => {
  it('is a NewsArticle with its quotations', async () => {
    const { body } = await accepting(`/v1/articles/${ids[0]}`, 'application/ld+json').expect(200);
    expect(body).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Bridge to open in May',
      publisher: { '@type': 'Organization', name: 'The Example' },
    });
    expect(body.hasPart[0]).toMatchObject({
      '@type': 'Quotation',
      text: 'The bridge will open in May',
      spokenByCharacter: [{ '@type': 'Person', name: 'Lena Ruiz' }],
    });
  });

  it('is ninjs 3', async () => {
    const { body } = await formatted(`/v1/articles/${ids[0]}`, 'ninjs').expect(200);
    Ninjs.parse(body);
    expect(body.uri).toBe('https://news.example/bridge');
    expect(body.people).toContainEqual(expect.objectContaining({ name: 'Lena Ruiz', rel: 'speaker' }));
  });

  it('is the same article, and of the same time, where it is read again', async () => {
    const story = {
      url: 'https://news.example/again',
      headline: 'Rain',
      byline: ['Jane Doe'],
      publishedAt: '2024-03-04T08:30:00Z',
      publisher: { name: 'The Example', url: null },
    };
    const { id } = await served.ingest({ ...story, text: 'It rained.' });
    const exported = (await formatted(`/v1/articles/${id}`, 'ninjs').expect(200)).text;
    const input = { mediaType: 'application/vnd.iptc.ninjs+json', charset: null, name: null };
    expect(readDocument(Buffer.from(exported), input).metadata).toMatchObject(story);
  });

  it('has no fields to leave out in the formats of others', async () => {
    for (const format of ['ninjs', 'jsonld']) {
      const { body } = await formatted(`/v1/articles/${ids[0]}?fields=text`, format).expect(400);
      expect(body.errors).toMatchObject([{ parameter: 'fields' }]);
    }
  });

  it('has our address as its uri where it has no other', async () => {
    const { body } = await formatted(`/v1/articles/${ids[2]}`, 'ninjs').expect(200);
    expect(body.uri).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/v1/articles/${ids[2]}$`));
    expect(body.altIds).toEqual([{ role: 'guid', value: 'undated' }]);
  });
});

/** What the schema of ninjs 3.0 allows of the properties that are served; it allows no others. */
const instant = z.iso.datetime({ offset: true });
const concept = z.strictObject({ name: z.string(), rel: z.string(), uri: z.url() });
const Ninjs = z.strictObject({
  uri: z.url(),
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.0'), schema: z.url() }),
  type: z.literal('text'),
  version: z.string(),
  versionCreated: instant.optional(),
  contentCreated: instant.optional(),
  embargoed: instant.optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']),
  language: z.string(),
  by: z.string().optional(),
  located: z.string().optional(),
  headlines: z.array(z.strictObject({ role: z.string(), value: z.string() })).optional(),
  bodies: z.array(
    z.strictObject({
      role: z.string(),
      contentType: z.string(),
      charCount: z.int(),
      wordCount: z.int(),
      value: z.string(),
    }),
  ),
  people: z.array(concept).optional(),
  organisations: z.array(concept).optional(),
  places: z.array(concept).optional(),
  events: z.array(concept).optional(),
  objects: z.array(concept).optional(),
  subjects: z.array(concept).optional(),
  infoSources: z.array(z.strictObject({ name: z.string() })).optional(),
  altIds: z.array(z.strictObject({ role: z.string(), value: z.string() })).optional(),
});
