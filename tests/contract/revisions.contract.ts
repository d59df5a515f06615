import { describe, expect, it } from 'vitest';
import { buildArticle, rawOf, type Story } from '../support/articles.ts';
import type { Engine } from './engines.ts';
import { firstPage, saveStory, walk } from './queries.ts';
import { withStore } from './with-store.ts';

/** What an article has been. */
export function describeRevisions(engine: Engine): void {
  describe('revisions', () => {
    const context = withStore(engine);
    const first: Story = {
      url: 'urn:1',
      lede: 'The bridge over the harbour will open in May.',
      quotes: [{ words: 'We are ready for the opening', by: 'Ana Ruiz' }],
    };
    const second: Story = {
      ...first,
      headline: 'Bridge to open',
      lede: 'The bridge over the harbour will open in June.',
    };
    const third: Story = { ...second, quotes: [], names: [{ name: 'Ben Okri' }] };

    async function saveAll(): Promise<string> {
      const { store } = context;
      const { id } = await saveStory(store, first);
      await saveStory(store, second);
      await saveStory(store, third);
      return id;
    }

    it('are listed, the latest first, with what each changed', async () => {
      const { store } = context;
      const id = await saveAll();
      const { items, total, next } = await store.listRevisions(id, firstPage);
      expect([total, next]).toEqual([3, null]);
      expect(items).toMatchObject([
        {
          revision: 3,
          extractor: 'test',
          changes: {
            metadata: { former: {}, current: {} },
            paragraphs: { added: 1, removed: 1, changed: 0 },
          },
        },
        {
          revision: 2,
          changes: {
            metadata: { former: { headline: null }, current: { headline: 'Bridge to open' } },
            paragraphs: { added: 0, removed: 0, changed: 1 },
          },
        },
        { revision: 1, changes: null },
      ]);
      expect(items[0]!.ingestedAt).toBe((await store.findArticle(id)).ingestedAt);
      expect(await walk((page) => store.listRevisions(id, page), 1)).toEqual(items);
      expect(await walk((page) => store.listRevisions(id, page), 2)).toEqual(items);
    });

    it('are there whole, each as it was', async () => {
      const { store } = context;
      const { id, article } = await saveStory(store, first);
      const { article: after } = await saveStory(store, second);
      await saveStory(store, third);
      expect((await store.findRevision(id, 1)).article).toEqual(article);
      expect((await store.findRevision(id, 2)).article).toEqual(after);
      expect((await store.findRevision(id, 3)).article).toEqual(await store.findArticle(id));
      expect((await store.findRevision(id, 1)).changes).toBeNull();
      expect((await store.findRevision(id, 2)).changes).toMatchObject({
        metadata: { former: { headline: null }, current: { headline: 'Bridge to open' } },
        paragraphs: [
          {
            change: 'changed',
            index: 0,
            formerIndex: 0,
            words: [
              { change: 'same', text: 'The bridge over the harbour will open in ' },
              { change: 'removed', text: 'May' },
              { change: 'added', text: 'June' },
              { change: 'same', text: '.' },
            ],
          },
        ],
      });
      expect((await store.findRevision(id, 3)).changes!.paragraphs.map(({ change }) => change)).toEqual([
        'removed',
        'added',
      ]);
    });

    it('have their raw copies', async () => {
      const { store } = context;
      const { id } = await store.save(buildArticle(first), { text: 'first', mediaType: 'text/html' });
      await store.save(buildArticle(second), rawOf(buildArticle(second)));
      await store.save(buildArticle(third), { text: 'third', mediaType: 'text/plain' });
      expect(await store.findRaw(id, 1)).toEqual({ text: 'first', mediaType: 'text/html' });
      expect(await store.findRaw(id, 2)).toEqual(rawOf(buildArticle(second)));
      expect(await store.findRaw(id, 3)).toEqual(await store.findRaw(id));
      await expect(store.findRaw(id, 4)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('are missing where there are none, and gone with the article', async () => {
      const { store } = context;
      const id = await saveAll();
      for (const number of [4, 99]) {
        await expect(store.findRevision(id, number)).rejects.toMatchObject({ code: 'not-found' });
      }
      await expect(store.listRevisions('art_unknown', firstPage)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(store.findRevision('art_unknown', 1)).rejects.toMatchObject({ code: 'not-found' });
      await store.deleteArticle(id, null);
      await expect(store.listRevisions(id, firstPage)).rejects.toMatchObject({ code: 'deleted' });
      await expect(store.findRevision(id, 1)).rejects.toMatchObject({ code: 'deleted' });

      const article = buildArticle(first);
      await store.replace(id, article, rawOf(article), null);
      expect((await store.listRevisions(id, firstPage)).items).toMatchObject([
        { revision: 4, changes: null },
      ]);
      await expect(store.findRevision(id, 3)).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}
