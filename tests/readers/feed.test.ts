import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/readers/index.ts';
import { cleanCopy } from '../../src/text/clean.ts';

/** Of each item its place, guid, completeness and paragraphs; or what is wrong with it. */
function itemsOf(feed: string) {
  const hint = { mediaType: null, charset: null, name: null };
  return [...readDocuments(Buffer.from(feed), hint)].map((reading) => {
    if ('fault' in reading) return `${reading.place}: ${reading.fault.code}`;
    const { raw, metadata } = reading.document;
    const { text } = cleanCopy(raw.text, { ...reading.document, headline: metadata.headline ?? null });
    return `${reading.place}: ${metadata.guid ?? 'no id'}, ${metadata.completeness ?? 'full'}: ${text.replaceAll('\n\n', ' | ')}`;
  });
}

const rss = (...items: readonly string[]) =>
  `<rss version="2.0"><channel><title>News</title>${items.map((item) => `<item>${item}</item>`).join('\n')}</channel></rss>`;

describe('a feed', () => {
  it('gives an article an item, and a bad item harms no other', () => {
    const feed = rss(
      '<guid>1</guid><description>Rain fell.</description>',
      '<title>Wind</title>',
      '<description>&lt;p&gt;It&amp;#8217;s cold.&lt;/p&gt;</description>',
    );
    expect(itemsOf(feed)).toEqual([
      'item 1: 1, summary: Rain fell.',
      'item 2: empty-article',
      'item 3: no id, summary: It’s cold.',
    ]);
  });

  it('keeps of each item its own stretch as the raw copy', () => {
    const items = ['<description>Rain fell.</description>', '<description>Wind blew.</description>'];
    const readings = [
      ...readDocuments(Buffer.from(rss(...items)), { mediaType: 'text/xml', charset: null, name: null }),
    ];
    expect(readings.map((reading) => 'document' in reading && reading.document.raw.text)).toEqual(
      items.map((item) => `<item>${item}</item>`),
    );
  });

  it.each<[string, string, string]>([
    [
      'content that says more than the summary',
      '<description>Rain fell.</description><content:encoded>&lt;p&gt;Rain fell.&lt;/p&gt;&lt;p&gt;Wind blew.&lt;/p&gt;</content:encoded>',
      'full: Rain fell. | Wind blew.',
    ],
    [
      'content that only repeats the summary',
      '<description>Rain fell.</description><content:encoded>&lt;p&gt;Rain fell.&lt;/p&gt;</content:encoded>',
      'summary: Rain fell.',
    ],
    [
      'content that breaks off',
      '<content:encoded><![CDATA[<p>Rain fell on the […]</p>]]></content:encoded>',
      'summary: Rain fell on the […]',
    ],
    [
      'a summary with where to read on',
      '<description><![CDATA[Rain fell.<p><a href="x">Continue reading</a></p>]]></description>',
      'summary: Rain fell.',
    ],
    [
      'a long description',
      `<description>${'Rain fell on the sea. '.repeat(100)}</description>`,
      `full: ${'Rain fell on the sea. '.repeat(100).trim()}`,
    ],
    [
      'a description with markup of its own',
      '<description><p>Rain <b>fell</b>.</p><p>Wind blew.</p></description>',
      'summary: Rain fell. | Wind blew.',
    ],
  ])('knows %s', (_, item, expected) => {
    expect(itemsOf(rss(item))).toEqual([`null: no id, ${expected}`]);
  });

  it('may be RDF, or Atom in any type', () => {
    const rdf =
      '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel/><item rdf:about="https://example.org/1"><description>Rain fell.</description></item></rdf:RDF>';
    expect(itemsOf(rdf)).toEqual(['null: https://example.org/1, summary: Rain fell.']);
    const entry = (type: string, content: string) =>
      `<feed><entry><id>1</id><content type="${type}">${content}</content></entry></feed>`;
    expect(itemsOf(entry('text', 'Rain &lt;5 mm&gt; fell.\n\nWind blew.'))).toEqual([
      'null: 1, full: Rain <5 mm> fell. | Wind blew.',
    ]);
    expect(itemsOf(entry('html', '&lt;p&gt;Rain&lt;/p&gt;'))).toEqual(['null: 1, full: Rain']);
    expect(itemsOf(entry('xhtml', '<div><p>Rain</p></div>'))).toEqual(['null: 1, full: Rain']);
  });

  it('may be what WordPress exports: drafts are withheld, pictures passed over, authors named, line breaks kept', () => {
    const post = (type: string, status: string) =>
      `<dc:creator>jd</dc:creator><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status><content:encoded><![CDATA[Rain fell on\n<b>the sea.</b>\n\nWind blew.]]></content:encoded>`;
    const wxr = rss(post('post', 'publish'), post('attachment', 'inherit'), post('post', 'draft')).replace(
      '<item>',
      '<wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>jd</wp:author_login><wp:author_first_name>Jane</wp:author_first_name><wp:author_last_name>Doe</wp:author_last_name></wp:author><item>',
    );
    expect(itemsOf(wxr)).toEqual(
      [1, 2].map((number) => `item ${number}: no id, full: Rain fell on the sea. | Wind blew.`),
    );
    const documents = [
      ...readDocuments(Buffer.from(wxr), { mediaType: null, charset: null, name: null }),
    ].flatMap((reading) => ('document' in reading ? [reading.document.metadata] : []));
    expect(documents.map(({ byline, status }) => [byline, status])).toEqual([
      [['Jane Doe'], undefined],
      [['Jane Doe'], 'withheld'],
    ]);
  });

  it.each(['Tue, 31 Feb 2024 10:00:00 GMT', '0000-00-00', 'yesterday'])('says that %j is no date', (date) => {
    const [reading] = readDocuments(
      Buffer.from(rss(`<pubDate>${date}</pubDate><description>Rain.</description>`)),
      { mediaType: null, charset: null, name: null },
    );
    expect(reading).toMatchObject({ document: { problems: [{ code: 'invalid-date' }] } });
    expect(reading).not.toMatchObject({ document: { metadata: { publishedAt: expect.anything() } } });
  });

  it.each([
    rss(),
    '<feed/>',
    '{ "version": "https://jsonfeed.org/version/1", "items": [] }',
    '{ "version": "https://jsonfeed.org/version/1" ',
  ])('without items is refused: %s', (feed) => {
    expect(itemsOf(feed)).toHaveLength(1);
    expect(itemsOf(feed)[0]).toMatch(/^null: (?:empty-article|invalid-body)$/);
  });
});
