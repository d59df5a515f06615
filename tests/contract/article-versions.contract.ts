import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { buildArticle, rawOf, type Story } from '../support/articles.ts';
import type { Engine } from './engines.ts';
import { articleQuery, firstPage, saveStory } from './queries.ts';
import { withStore } from './with-store.ts';

/** Which of the versions of an article is the one that is here. */
export function describeArticleVersions(engine: Engine): void {
  describe('versions that articles say they are', () => {
    const context = withStore(engine);
    const at = (minute: number, more: Story = {}): Story => ({
      guid: 'wire-1',
      modifiedAt: `2024-03-01T10:0${minute}:00Z`,
      lede: `Told at ${minute}.`,
      ...more,
    });
    const unsaid: Story = { guid: 'wire-1', lede: 'Told at some time.' };

    it('are kept, and served', async () => {
      const { id } = await saveStory(context.store, at(1, { sourceVersion: 3 }));
      expect(await context.store.findArticle(id)).toMatchObject({
        modifiedAt: '2024-03-01T10:01:00Z',
        sourceVersion: 3,
      });
      const { items } = await context.store.listArticles(articleQuery(), firstPage);
      expect(items).toMatchObject([{ id, modifiedAt: '2024-03-01T10:01:00Z', sourceVersion: 3 }]);
    });

    it('change nothing where they are older', async () => {
      const { store } = context;
      const { article } = await saveStory(store, at(2));
      const { latest } = await store.listChanges({ since: 0, feed: null }, 1);
      expect(await saveStory(store, at(1))).toEqual({ outcome: 'outdated', id: article!.id, article });
      expect((await store.listChanges({ since: 0, feed: null }, 1)).latest).toBe(latest);
      expect(await saveStory(store, at(2, { lede: 'Told again.' }))).toMatchObject({ outcome: 'revised' });
      expect(await saveStory(store, at(3))).toMatchObject({ outcome: 'revised', article: { revision: 3 } });
    });

    it('are remembered where one says nothing of its version', async () => {
      const { store } = context;
      await saveStory(store, at(2));
      expect(await saveStory(store, unsaid)).toMatchObject({
        outcome: 'revised',
        article: { modifiedAt: null },
      });
      expect(await saveStory(store, at(1))).toMatchObject({ outcome: 'outdated' });
      expect(await saveStory(store, unsaid)).toMatchObject({
        outcome: 'unchanged',
        article: { modifiedAt: null },
      });
      expect(await saveStory(store, at(3))).toMatchObject({ outcome: 'revised' });
    });

    it('of the same content make no revision, and the latest is told', async () => {
      const { store } = context;
      const same = { lede: 'Told once.' };
      const { article: first } = await saveStory(store, at(1, same));
      const again = await saveStory(store, at(3, same));
      expect(again).toMatchObject({
        outcome: 'unchanged',
        article: { revision: 1, modifiedAt: '2024-03-01T10:03:00Z' },
      });
      expect(again.article!.version).toBeGreaterThan(first!.version);
      expect(await saveStory(store, at(2, same))).toEqual(again);
      expect(await saveStory(store, at(2))).toMatchObject({ outcome: 'outdated' });
    });

    it('leave the lists where one is canceled, and no older one brings it back', async () => {
      const { store } = context;
      const { id } = await saveStory(store, at(1));
      await saveStory(store, at(3, { status: 'canceled' }));
      for (const story of [at(2), at(1), at(3), unsaid, { ...unsaid, status: 'withheld' as const }]) {
        expect(await saveStory(store, story)).toMatchObject({
          outcome: 'outdated',
          article: { id, status: 'canceled' },
        });
      }
      expect((await store.listArticles(articleQuery(), firstPage)).items).toEqual([]);
      expect(await saveStory(store, at(4))).toMatchObject({
        outcome: 'revised',
        article: { status: 'usable' },
      });
      expect((await store.listArticles(articleQuery(), firstPage)).items).toMatchObject([{ id }]);
    });

    it('are not believed where they are from the future', async () => {
      const { store } = context;
      const { article } = await saveStory(
        store,
        at(1, { modifiedAt: '2999-01-01', lede: 'Told too early.' }),
      );
      expect(article!.modifiedAt).toBe('2999-01-01');
      expect(await saveStory(store, at(2))).toMatchObject({ outcome: 'revised' });
      expect(await saveStory(store, at(1))).toMatchObject({ outcome: 'outdated' });
    });

    it('do not bind who replaces an article', async () => {
      const { store } = context;
      const { id } = await saveStory(store, at(3, { status: 'canceled' }));
      const put = (story: Story) => {
        const article = buildArticle(story);
        return store.replace(id, article, rawOf(article), null);
      };
      expect(await put(at(1))).toMatchObject({ outcome: 'revised', article: { status: 'usable' } });
      expect(await saveStory(store, at(2))).toMatchObject({ outcome: 'revised' });
      expect(await put(unsaid)).toMatchObject({ outcome: 'revised', article: { modifiedAt: null } });
      expect(await saveStory(store, at(1))).toMatchObject({ outcome: 'outdated' });
      expect(await put({ ...unsaid, modifiedAt: '2024-03-01' })).toMatchObject({
        outcome: 'unchanged',
        article: { modifiedAt: '2024-03-01' },
      });
    });

    it('take the whole of a version before the summary of a newer one', async () => {
      const { store } = context;
      const summary = (minute: number) => at(minute, { completeness: 'summary' });
      await saveStory(store, summary(5));
      expect(await saveStory(store, at(1))).toMatchObject({ outcome: 'revised' });
      expect(await saveStory(store, summary(5))).toMatchObject({ outcome: 'unchanged' });
      expect(await saveStory(store, at(3))).toMatchObject({ outcome: 'revised' });
      expect(await saveStory(store, at(2))).toMatchObject({ outcome: 'outdated' });
    });

    it('make the same store, in whatever order they come', async () => {
      const texts = fc.constantFrom('Rain.', 'Sun.', 'Snow.');
      const versions = fc.uniqueArray(
        fc.record({
          guid: fc.constantFrom('wire-1', 'wire-2'),
          minute: fc.nat(9),
          number: fc.option(fc.nat(3)),
          lede: texts,
          status: fc.constantFrom('usable', 'usable', 'withheld', 'canceled'),
        }),
        { maxLength: 8, selector: ({ guid, minute }) => `${guid} ${minute}` },
      );
      const shuffled = versions.chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
      );
      await fc.assert(
        fc.asyncProperty(shuffled, async (orders) => {
          const [one, other] = await Promise.all(
            orders.map((stories) => storeOf(engine, stories.map(asStory))),
          );
          expect(one).toEqual(other);
        }),
        { numRuns: engine.propertyRuns, seed: 5 },
      );
    });
  });
}

interface Version {
  readonly guid: string;
  readonly minute: number;
  readonly number: number | null;
  readonly lede: string;
  readonly status: string;
}

function asStory({ minute, number, ...story }: Version): Story {
  return { ...story, modifiedAt: `2024-03-01T10:0${minute}:00Z`, sourceVersion: number } as Story;
}

/** What a store is in the end, but for how it came to be so. */
async function storeOf(engine: Engine, stories: readonly Story[]): Promise<object> {
  const { store, dispose } = await engine.open();
  const ids = new Set<string>();
  for (const story of stories) ids.add((await saveStory(store, story)).id);
  const articles = await Promise.all([...ids].sort().map((id) => bareArticle(store, id)));
  const { total } = await store.listArticles(articleQuery(), firstPage);
  await dispose();
  return { articles, total };
}

async function bareArticle(store: ArticleStore, id: string): Promise<object> {
  const { revision: _, version: __, ingestedAt: ___, ...article } = await store.findArticle(id);
  return article;
}
