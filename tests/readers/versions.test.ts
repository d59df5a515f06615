import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/readers/index.ts';

/** What a document says of its version. */
function versionIn(text: string, mediaType: string | null = null) {
  const hint = { mediaType, charset: null, name: null };
  const { modifiedAt, sourceVersion } = readDocument(Buffer.from(text), hint).metadata;
  return [modifiedAt, sourceVersion];
}

const at = '2024-05-02T10:00:00Z';
const words = 'Rain fell on the harbour on Tuesday, and nobody minded.';

describe('the version of an article', () => {
  it.each([
    ['ninjs 1', { uri: 'urn:1', version: '3', versioncreated: at, body_text: words }, 3],
    [
      'ninjs 3',
      {
        uri: 'urn:1',
        version: '3',
        versionCreated: at,
        bodies: [{ contentType: 'text/plain', value: words }],
      },
      3,
    ],
    [
      'AP',
      { altids: { itemid: '1' }, version: 0, versioncreated: at, type: 'text', body_nitf: `<p>${words}</p>` },
      0,
    ],
    [
      'dpa digital wires',
      {
        format: 'digitalwires-1',
        urn: 'urn:1',
        version: 2,
        version_created: at,
        article_html: `<p>${words}</p>`,
      },
      2,
    ],
    [
      'the Guardian',
      { webPublicationDate: '2024-05-01T10:00:00Z', id: '1', fields: { lastModified: at, bodyText: words } },
      undefined,
    ],
    [
      'JSON Feed',
      {
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ id: '1', date_published: '2024-05-01T10:00:00Z', date_modified: at, content_text: words }],
      },
      undefined,
    ],
    ['JSON', { text: words, modifiedAt: at, sourceVersion: 7 }, 7],
  ])('is read from %s', (_, item, number) => {
    expect(versionIn(JSON.stringify(item))).toEqual([at, number]);
  });

  it.each([
    [
      'NewsML-G2',
      `<newsItem guid="urn:1" version="4"><itemMeta><versionCreated>${at}</versionCreated></itemMeta>` +
        `<contentSet><inlineXML><html><body><p>${words}</p></body></html></inlineXML></contentSet></newsItem>`,
      4,
    ],
    [
      'NewsML 1',
      '<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>1</NewsItemId><RevisionId>2</RevisionId>' +
        '</NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20240502T100000Z</ThisRevisionCreated>' +
        `</NewsManagement><NewsComponent><ContentItem><DataContent><p>${words}</p></DataContent></ContentItem>` +
        '</NewsComponent></NewsItem></NewsML>',
      2,
    ],
    [
      'NITF',
      '<nitf><head><docdata><doc-id id-string="1"/><date.issue norm="20240502T100000Z"/></docdata></head>' +
        `<body><body.content><p>${words}</p></body.content></body></nitf>`,
      undefined,
    ],
    [
      'Atom',
      `<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:1</id><published>2024-05-01T10:00:00Z</published>` +
        `<updated>${at}</updated><content>${words}</content></entry>`,
      undefined,
    ],
    [
      'RSS',
      `<rss><channel><item><guid>1</guid><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate>` +
        `<atom:updated>${at}</atom:updated><description>${words}</description></item></channel></rss>`,
      undefined,
    ],
    [
      'WXR',
      '<rss><channel><wp:wxr_version>1.2</wp:wxr_version><item><guid>1</guid>' +
        `<wp:post_modified_gmt>2024-05-02 10:00:00</wp:post_modified_gmt><content:encoded>${words}</content:encoded>` +
        '</item></channel></rss>',
      undefined,
    ],
    ['Markdown', `---\ntitle: Rain\nlastmod: ${at}\n---\n\n${words}\n`, undefined],
  ])('is read from %s', (_, text, number) => {
    expect(versionIn(text)).toEqual([at, number]);
  });

  it.each([
    ['modifiedAt', '2024-02-30'],
    ['sourceVersion', -1],
    ['sourceVersion', '2'],
    ['sourceVersion', 1.5],
  ])('is refused in JSON where %s is %j', (name, value) => {
    expect(() => versionIn(JSON.stringify({ text: words, [name]: value }))).toThrow(`/${name} must be`);
  });
});
