import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/readers/index.ts';
import type { Reading } from '../../src/readers/reader.ts';

const g2Item = (guid: string, content: string, itemClass = 'ninat:text') =>
  `<newsItem guid="${guid}"><itemMeta><itemClass qcode="${itemClass}"/></itemMeta><contentSet>${content}</contentSet></newsItem>`;
const g2Story = (guid: string) =>
  g2Item(guid, `<inlineXML><html><body><p>It rained on ${guid}.</p></body></html></inlineXML>`);
const g2Message = (...items: string[]) =>
  `<?xml version="1.0"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en-GB"><header/><itemSet><packageItem guid="p"/>${items.join('\n')}</itemSet></newsMessage>`;
const newsMl1Item = (id: string) =>
  `<NewsItem><Identification><NewsIdentifier><PublicIdentifier>${id}</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><ContentItem><DataContent><p>It rained on ${id}.</p></DataContent></ContentItem></NewsComponent></NewsItem>`;

describe('the guid of NewsML 1', () => {
  it.each([
    ['urn:newsml:a.org:20240501:rain:3', '3', 'urn:newsml:a.org:20240501:rain'],
    ['urn:newsml:a.org:20240501:rain:3N', '3', 'urn:newsml:a.org:20240501:rain'],
    ['urn:newsml:a.org:20240501:rain:13', '3', 'urn:newsml:a.org:20240501:rain:13'],
    ['urn:newsml:a.org:20240501:rain', '', 'urn:newsml:a.org:20240501:rain'],
  ])('is %s without the revision %s', (id, revision, guid) => {
    const revised = newsMl1Item(id).replace('<PublicI', `<RevisionId>${revision}</RevisionId><PublicI`);
    expect(read(`<NewsML>${revised}</NewsML>`)).toMatchObject([{ document: { metadata: { guid } } }]);
  });
});

describe('messages of several items', () => {
  it.each([
    [
      'NewsML-G2',
      g2Message(g2Story('a'), g2Item('p', '<remoteContent href="x"/>', 'ninat:picture'), g2Story('b')),
    ],
    ['NewsML 1', `<NewsML>${newsMl1Item('a')}${newsMl1Item('b')}</NewsML>`],
  ])('of %s give each its own stretch as raw copy', (_, message) => {
    const readings = read(message);
    expect(readings.map(({ place }) => place)).toEqual(['item 1', 'item 2']);
    for (const [index, reading] of readings.entries()) {
      if ('fault' in reading) throw reading.fault;
      const { raw, blocks, metadata } = reading.document;
      const [block] = blocks!;
      expect(metadata.guid).toBe('ab'[index]);
      expect(raw.text).toMatch(/^<newsItem[\s\S]*<\/newsItem>$/i);
      expect(raw.text.slice(block!.rawStart, block!.rawEnd)).toBe(`It rained on ${'ab'[index]}.`);
    }
  });

  it('have the whole message as raw copy where one item is all there is, and its language', () => {
    const message = g2Message(g2Story('a'));
    expect(read(message)).toMatchObject([
      { place: null, document: { raw: { text: message }, metadata: { language: 'en-GB' } } },
    ]);
  });

  it('lose no item to one that breaks off', () => {
    const [first, second] = read(
      `${g2Message(g2Story('a')).replace('</itemSet></newsMessage>', '')}<newsItem guid="b"><contentSet><inlineData>It rai`,
    );
    expect(first).toMatchObject({ document: { metadata: { guid: 'a' } } });
    expect(second).toMatchObject({ document: { problems: [{ code: 'invalid-markup' }] } });
  });
});

describe('what is no article', () => {
  it.each([
    ['pictures alone', g2Message(g2Item('p', '', 'ninat:picture')), 'None of its news items is a text'],
    [
      'a package of references',
      '<packageItem guid="p"><itemRef residref="x"/></packageItem>',
      'no news item',
    ],
    [
      'a story that is elsewhere',
      g2Item('a', '<remoteContent href="https://example.org/a.html"/>'),
      'https://example.org/a.html',
    ],
    [
      'data in XML',
      g2Item('a', '<inlineXML><sports-content><team>3</team></sports-content></inlineXML>'),
      'no text',
    ],
    [
      'what is encoded',
      g2Item('a', '<inlineData encoding="enc:base64">SXQgcmFpbmVk</inlineData>'),
      'no text',
    ],
    ['NewsML 1 without items', '<NewsML><NewsEnvelope/></NewsML>', 'no news item'],
    [
      'NITF without words',
      '<nitf><body><body.content><table><tr><td>1</td></tr></table></body.content></body></nitf>',
      'no text',
    ],
  ])('is told of %s', (_, input, words) => {
    expect(read(input)).toMatchObject([
      { fault: { code: 'empty-article', message: expect.stringContaining(words) } },
    ]);
  });
});

it('says of XML in another vocabulary that it is in none that is read', () => {
  const hint = { mediaType: 'application/xml', charset: null, name: null };
  const [reading] = readDocuments(new TextEncoder().encode('<recipe><p>Stir.</p></recipe>'), hint);
  expect(reading).toMatchObject({ fault: { code: 'invalid-body', message: expect.stringContaining('XML') } });
});

describe('what stands in for a body', () => {
  it.each([
    ['NITF', '<nitf><body><body.head><abstract><p>It rained.</p></abstract></body.head></body></nitf>'],
    [
      'NewsML-G2',
      '<newsItem guid="a"><contentMeta><description role="drol:summary">It rained.</description></contentMeta></newsItem>',
    ],
  ])('in %s is its summary', (_, input) => {
    const [reading] = read(input);
    expect(reading).toMatchObject({ document: { metadata: { completeness: 'summary' } } });
    if (reading === undefined || 'fault' in reading) throw reading?.fault;
    const [block] = reading.document.blocks!;
    expect(input.slice(block!.rawStart, block!.rawEnd)).toBe('It rained.');
  });
});

describe('text that XML escapes', () => {
  it.each([
    [
      '<inlineData contenttype="text/html">&lt;p&gt;It &amp;amp; I.&lt;/p&gt;&lt;p&gt;Rain.&lt;/p&gt;</inlineData>',
    ],
    ['<inlineData><![CDATA[<p>It &amp; I.</p><p>Rain.</p>]]></inlineData>'],
    ['<inlineData contenttype="text/plain">It &amp; I.\n\nRain.</inlineData>'],
  ])('is read as what it is: %s', (content) => {
    const [reading] = read(g2Item('a', content));
    if (reading === undefined || 'fault' in reading) throw reading?.fault;
    expect(reading.document.blocks).toHaveLength(2);
  });
});

describe('wire text', () => {
  const message = (words: string) =>
    `\u0001abc0001 3 i 9 AFP 0001\r\n\r\nrain/\r\n\u0002Rain =\r\n\r\n${words}\r\n\r\n\u0003011200 GMT Feb 24\r\n\u0004`;

  it('may have several messages', () => {
    const readings = read(message('It rained.') + message('It snowed.'));
    expect(readings).toMatchObject([
      {
        place: 'message 1',
        document: {
          raw: { text: message('It rained.') },
          metadata: { headline: 'Rain', publishedAt: '2024-02-01T12:00:00Z' },
        },
      },
      {
        place: 'message 2',
        document: { raw: { text: message('It snowed.') }, metadata: { agencies: ['AFP'] } },
      },
    ]);
  });

  it('is known without the control characters that gateways take out', () => {
    const [reading] = read(
      'abc0001 3 i 9 dpa 0001\n\nrain/\nEXTRA\nRain in Rome =\n\nIt rained.\n\n311200 Feb 24\n',
    );
    expect(reading).toMatchObject({
      document: { metadata: { headline: 'Rain in Rome', agencies: ['dpa'] } },
    });
  });

  it('is told from prose', () => {
    const [reading] = read('abc 123 boxes were sent, he said.');
    expect(reading).toMatchObject({ document: { blocks: null } });
  });
});

function read(text: string): readonly Reading[] {
  return [...readDocuments(new TextEncoder().encode(text), { mediaType: null, charset: null, name: null })];
}
