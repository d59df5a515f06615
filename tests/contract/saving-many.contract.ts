import { describe, expect, it } from 'vitest';
import type { ArticleStore, ArticleToSave } from '../../src/domain/article-store.ts';
import { OnrecordError } from '../../src/domain/errors.ts';
import { buildArticle, rawOf, type Story } from '../support/articles.ts';
import type { Engine } from './engines.ts';
import { articleQuery, entityQuery, firstPage, idsOf, saveStory } from './queries.ts';
import { withStore } from './with-store.ts';

/** Many articles in one transaction: what one by one would give, and none harms another. */
export function describeSavingMany(engine: Engine): void {
  describe('saving many', () => {
    const context = withStore(engine);

    it('gives what saving one by one gives, in the same order', async () => {
      const stories: readonly Story[] = [
        { url: 'urn:1', publishedAt: '2024-03-01', quotes: [{ words: 'We agreed', by: 'Ana Ruiz' }] },
        { url: 'urn:2', publishedAt: '2024-03-02', quotes: [{ words: 'We did not', by: 'Ben Okri' }] },
        { url: 'urn:1', publishedAt: '2024-03-01', quotes: [{ words: 'We agreed', by: 'Ana Ruiz' }] },
        { url: 'urn:2', publishedAt: '2024-03-02', quotes: [{ words: 'We did, twice', by: 'Ben Okri' }] },
        { lede: 'Neither guid nor url.', names: [{ name: 'Ana Ruiz' }] },
      ];
      const outcomes = await context.store.saveMany(stories.map(itemOf));
      expect(outcomes.map((result) => 'outcome' in result && result.outcome)).toEqual([
        'created',
        'created',
        'unchanged',
        'revised',
        'created',
      ]);
      const together = await everythingOf(context.store);
      const other = await engine.open();
      try {
        const singly = [];
        for (const story of stories) singly.push(await saveStory(other.store, story));
        expect(outcomes).toEqual(singly.map(({ outcome, id }) => ({ outcome, id })));
        expect(together).toEqual(await everythingOf(other.store));
      } finally {
        await other.dispose();
      }
    });

    it('answers for each that is refused, and stores the others', async () => {
      await saveStory(context.store, { guid: 'g', url: 'urn:taken' });
      const { id } = await saveStory(context.store, { url: 'urn:gone' });
      await context.store.deleteArticle(id, null);
      await saveStory(context.store, { guid: 'h' });
      const clash = { guid: 'h', url: 'urn:taken', names: [{ name: 'Never Stored' }] };
      const results = await context.store.saveMany([
        itemOf({ url: 'urn:1' }),
        itemOf(clash),
        itemOf({ url: 'urn:gone' }),
        itemOf({ url: 'urn:2' }),
      ]);
      expect(results[1]).toBeInstanceOf(OnrecordError);
      expect(results).toMatchObject([
        { outcome: 'created' },
        { code: 'url-taken', extensions: { articleId: expect.any(String) } },
        { outcome: 'deleted', id },
        { outcome: 'created' },
      ]);
      expect(await idsOf(context.store, 'Never Stored')).toEqual([]);
      expect((await context.store.counts()).articles).toBe(4);
    });

    it('harms no other by an article that breaks it', async () => {
      const broken = { ...itemOf({ url: 'urn:broken' }), raw: { text: 'x', mediaType: null } };
      const results = await context.store.saveMany([
        itemOf({ url: 'urn:1' }),
        broken as unknown as ArticleToSave,
        itemOf({ url: 'urn:2' }),
      ]);
      expect(results).toMatchObject([{ outcome: 'created' }, { code: 'internal' }, { outcome: 'created' }]);
      expect((await context.store.counts()).articles).toBe(2);
    });

    it('takes none for none', async () => {
      expect(await context.store.saveMany([])).toEqual([]);
    });
  });
}

function itemOf(story: Story): ArticleToSave {
  const article = buildArticle(story);
  return { article, raw: rawOf(article) };
}

/** What lists and records serve, without the moments at which it came. */
async function everythingOf(store: ArticleStore): Promise<unknown> {
  const { items } = await store.listArticles(articleQuery(), firstPage);
  const articles = await Promise.all(items.map(({ id }) => store.findArticle(id)));
  const entities = await store.listEntities(entityQuery(), firstPage);
  return {
    articles: articles.map(({ ingestedAt, version, ...article }) => article),
    entities: entities.items,
  };
}
