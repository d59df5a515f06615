import type { ArticleStore } from '../../src/domain/article-store.ts';
import { createArchive } from '../../src/generation/archive.ts';
import { readResourceFiles } from '../../src/resources.ts';
import { articleQuery, firstPage, idsOf, quoteQuery, saveStory, speakerQuery } from '../contract/queries.ts';

const archive = createArchive(readResourceFiles(), { seed: 5, size: 300 });

/** Fills a store with all that can happen to one: `count` made-up articles, revisions, deletions, and what people decide. */
export async function makeEventful(store: ArticleStore, count = 120): Promise<void> {
  for (let number = 0; number < count; number++) {
    const { article, raw } = archive.article(number);
    await store.save(article, raw);
  }
  await revise(store);
  await correctQuotes(store);
  await correctEntities(store);
  await store.keepBookmarks(new Map([['feed:https://daily.example/feed', '{"etag":"1"}']]));
}

async function revise(store: ArticleStore): Promise<void> {
  const story = {
    url: 'https://daily.example/1',
    publishedAt: '2024-03-01',
    quotes: [{ words: 'Rain is coming', by: 'Ana Ruiz' }],
  };
  const { id } = await saveStory(store, story);
  await saveStory(store, { ...story, quotes: [{ words: 'Rain is here', by: 'Ana Ruiz' }, ...story.quotes] });
  await saveStory(store, { ...story, publishedAt: '2024-03-02T10:00:00Z', headline: 'Half a pair: \ud800' });
  await saveStory(store, {
    url: 'urn:withheld',
    status: 'withheld',
    quotes: [{ words: 'Not yet', by: 'Ben Okri' }],
  });
  await saveStory(store, { url: 'urn:canceled', quotes: [{ words: 'Never mind', by: 'Cy Tan' }] });
  await saveStory(store, {
    url: 'urn:canceled',
    status: 'canceled',
    quotes: [{ words: 'Never mind', by: 'Cy Tan' }],
  });
  await saveStory(store, { url: 'urn:wire', modifiedAt: '2024-03-01T10:00:00Z', sourceVersion: 3 });
  await saveStory(store, { url: 'urn:wire', lede: 'Of no version.' });
  await saveStory(store, { guid: 'g', url: 'urn:deleted', quotes: [{ words: 'Gone', by: 'Di Marsh' }] });
  const deleted = await saveStory(store, {
    guid: 'g',
    url: 'urn:deleted',
    quotes: [{ words: 'Gone too', by: 'Di Marsh' }],
  });
  await store.deleteArticle(deleted.id, null);
  const words = await saveStory(store, {
    lede: 'The same words.',
    names: [{ name: 'Ana Ruiz', aliases: ['Ruiz'], roles: ['mayor'] }],
  });
  // It keeps its id, and is known by other words from now on; those that it had are another's.
  const other = await saveStory(store, { lede: 'Other words.' });
  await store.deleteArticle(other.id, null);
  await saveStory(store, { url: 'urn:copy', lede: 'The same words.' });
  if ((await store.findArticle(words.id)).id === id) throw new Error('These are two articles.');
}

async function correctQuotes(store: ArticleStore): Promise<void> {
  const { items } = await store.listQuotes(quoteQuery(), firstPage);
  const speakers = await store.listSpeakers(speakerQuery(), firstPage);
  await store.correctQuote(items[0]!.id, { speakerId: speakers.items[1]!.id }, null);
  await store.correctQuote(items[1]!.id, { isRejected: true }, null);
  await store.correctQuote(items[2]!.id, { speakerId: null }, null);
  await store.correctQuote(items[3]!.id, { newSpeaker: { name: 'Nobody Yet', type: 'person' } }, null);
  await store.correctQuote(items[4]!.id, { speakerId: speakers.items[2]!.id, isRejected: true }, null);
  await store.correctQuote(items[5]!.id, { isRejected: true }, null);
  await store.correctQuote(items[5]!.id, { isRejected: false }, null);
}

async function correctEntities(store: ArticleStore): Promise<void> {
  const { items } = await store.listSpeakers(speakerQuery(), firstPage);
  const [a, b, c, d, e, f] = items.slice(3).map(({ id }) => id);
  await store.correctEntity(a!, { name: 'Another Name', aliases: ['A. Name'] }, null);
  await store.correctEntity(b!, { type: 'organization' }, null);
  await store.mergeEntities(c!, d!);
  await store.mergeEntities(a!, d!);
  const { items: articles } = await store.listArticles(articleQuery({ entityIds: [e!] }), firstPage);
  await store.splitEntity(e!, { name: 'The Other', articleIds: articles.slice(0, 1).map(({ id }) => id) });
  const names = (await store.listEntityNames(d!)).filter(({ kind }) => kind === 'name');
  await store.splitEntity(d!, { name: null, names: [names.at(-1)!.text] });
  await store.mergeEntities((await idsOf(store, 'Nobody Yet'))[0]!, f!);
}
