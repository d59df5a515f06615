import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { extract } from '../../src/index.ts';
import { refuseEmpty } from '../../src/ingestion/ingest.ts';
import { readDocument } from '../../src/readers/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { articleQuery, firstPage } from '../contract/queries.ts';

let store: ArticleStore;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});
afterEach(() => store.close());

async function take(text: string) {
  const document = readDocument(Buffer.from(text), { mediaType: null, charset: null, name: null });
  return store.save(refuseEmpty(extract(document)), document.raw);
}

const item = (minute: number, status: string, content: string) =>
  `<newsItem guid="urn:1" version="${minute}"><itemMeta><versionCreated>2024-05-02T10:0${minute}:00Z</versionCreated>` +
  `<pubStatus qcode="stat:${status}"/></itemMeta>${content}</newsItem>`;
const words =
  '<contentSet><inlineXML><html><body><p>The bridge will open in May, the mayor said.</p></body></html></inlineXML></contentSet>';
const listed = async () => (await store.listArticles(articleQuery(), firstPage)).items.length;

describe('a kill', () => {
  const contents = [
    ['without words', ''],
    ['with a headline alone', '<contentMeta><headline>KILL: Bridge to open</headline></contentMeta>'],
    [
      'with words of its own',
      words.replace(/<p>.*<\/p>/, '<p>KILL KILL KILL. The story of the bridge is withdrawn.</p>'),
    ],
    ['with the words of the story', words],
  ] as const;

  it.each(contents)('%s takes a story out of the lists, which stays in its history', async (_, content) => {
    await take(item(1, 'usable', words));
    expect(await listed()).toBe(1);
    const killed = await take(item(3, 'canceled', content));
    expect(killed).toMatchObject({ outcome: 'revised', article: { status: 'canceled' } });
    expect(await listed()).toBe(0);
    expect((await store.findRevision(killed.id, 1)).article.text).toContain('The bridge will open in May');
  });

  it.each(contents)('%s may come before the story, until a newer version comes', async (_, content) => {
    const killed = await take(item(3, 'canceled', content));
    expect(killed).toMatchObject({ outcome: 'created', article: { status: 'canceled' } });
    expect(await take(item(1, 'usable', words))).toEqual({ ...killed, outcome: 'outdated' });
    expect(await listed()).toBe(0);
    expect(await take(item(4, 'usable', words))).toMatchObject({ outcome: 'revised', id: killed.id });
    expect(await listed()).toBe(1);
  });

  it.each([
    ['ninjs', '{"uri":"urn:1","versioncreated":"2024-05-02T10:00:00Z","pubstatus":"canceled"}'],
    [
      'NITF',
      '<nitf><head><docdata management-status="canceled"><doc-id id-string="urn:1"/></docdata></head><body/></nitf>',
    ],
    [
      'NewsML 1',
      '<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>urn:1</NewsItemId></NewsIdentifier></Identification>' +
        '<NewsManagement><Status FormalName="Canceled"/></NewsManagement></NewsItem></NewsML>',
    ],
  ])('of %s takes no words', async (_, notice) => {
    expect(await take(notice)).toMatchObject({
      article: { guid: 'urn:1', status: 'canceled', text: '', quotes: [] },
    });
  });

  it('has to say of which story, and nothing else may be without words', async () => {
    for (const text of [
      '{"versioncreated":"2024-05-02T10:00:00Z","pubstatus":"canceled"}',
      '{"uri":"urn:1","versioncreated":"2024-05-02T10:00:00Z","pubstatus":"usable"}',
      '{"uri":"urn:1","versioncreated":"2024-05-02T10:00:00Z","pubstatus":"withheld"}',
    ]) {
      await expect(take(text)).rejects.toMatchObject({ code: 'empty-article' });
    }
  });
});
