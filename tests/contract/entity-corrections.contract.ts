import { describe, expect, it } from 'vitest';
import type { Story } from '../support/articles.ts';
import type { Engine } from './engines.ts';
import {
  articleQuery,
  entityQuery,
  firstPage,
  idsOf,
  quoteQuery,
  quotesBy,
  saveAgain,
  saveStory,
  speakerQuery,
  storyOf,
} from './queries.ts';
import { withStore } from './with-store.ts';

/** What people decide about entities, and that it holds whatever comes in afterwards. */
export function describeEntityCorrections(engine: Engine): void {
  describe('corrections of entities', () => {
    const context = withStore(engine);
    const idOf = async (name: string) => (await idsOf(context.store, name))[0]!;

    describe('of one', () => {
      it('renames it everywhere, and it answers to its old name too', async () => {
        const { store } = context;
        await saveStory(store, storyOf(1, 'Vladimir Putn'));
        const id = await idOf('Vladimir Putn');
        const renamed = await store.correctEntity(id, { name: 'Vladimir Putin' }, null);
        expect(renamed).toMatchObject({ id, name: 'Vladimir Putin', aliases: ['Vladimir Putn'] });
        const again = await saveAgain(store, storyOf(1, 'Vladimir Putn'));
        const right = await saveStory(store, storyOf(2, 'Vladimir Putin'));
        const { items } = await store.listQuotes(quoteQuery(), firstPage);
        expect(items.map(({ speaker }) => speaker)).toMatchObject([
          { id, name: 'Vladimir Putin' },
          { id, name: 'Vladimir Putin' },
        ]);
        for (const { article } of [again, right])
          expect(article!.entities[0]).toMatchObject({ id, name: 'Vladimir Putin' });
        for (const name of ['putn', 'putin', 'Vladimir Putn']) expect(await idsOf(store, name)).toEqual([id]);
        expect((await store.listSpeakers(speakerQuery({ q: 'putin' }), firstPage)).items).toHaveLength(1);
        expect(await store.correctEntity(id, { name: null, aliases: null }, null)).toMatchObject({
          name: 'Vladimir Putin',
          aliases: ['Vladimir Putn'],
        });
      });

      it('gives it another type, which names of either type lead to', async () => {
        const { store } = context;
        await saveStory(store, { names: [{ name: 'Meridian', type: 'place' }] });
        const id = await idOf('Meridian');
        expect(await store.correctEntity(id, { type: 'organization' }, null)).toMatchObject({
          id,
          type: 'organization',
        });
        for (const type of ['place', 'organization'] as const) {
          const { article } = await saveStory(store, {
            url: `urn:${type}`,
            names: [{ name: 'Meridian', type }],
          });
          expect(article!.entities[0]).toMatchObject({ id, type: 'organization' });
        }
        expect(await store.correctEntity(id, { type: null }, null)).toMatchObject({ type: 'place' });
      });

      it('adds aliases and takes wrong ones away, for good', async () => {
        const { store } = context;
        const original = storyOf(1, { name: 'Ana Ruiz', aliases: ['Ruiz', 'the Fox'] });
        await saveStory(store, original);
        const id = await idOf('Ana Ruiz');
        expect((await store.correctEntity(id, { aliases: ['Ruiz', 'La Zorra'] }, null)).aliases).toEqual([
          'Ruiz',
          'La Zorra',
        ]);
        await saveAgain(store, original);
        await saveStory(store, storyOf(2, { name: 'Ana Ruiz', aliases: ['the Fox', 'Anita'] }));
        expect((await store.findEntity(id)).aliases.toSorted()).toEqual(['Anita', 'La Zorra', 'Ruiz']);
        expect(await idsOf(store, 'the fox')).toEqual([]);
        expect(await idsOf(store, 'zorra')).toEqual([id]);
      });

      it('refuses where it has changed since it was read, or is not there', async () => {
        const { store } = context;
        await saveStory(store, storyOf(1, 'Ana Ruiz'));
        const id = await idOf('Ana Ruiz');
        await expect(store.correctEntity(id, { name: 'X' }, () => false)).rejects.toMatchObject({
          code: 'precondition-failed',
        });
        expect((await store.findEntity(id)).name).toBe('Ana Ruiz');
        await expect(store.correctEntity('ent_unknown', {}, null)).rejects.toMatchObject({
          code: 'not-found',
        });
      });

      it('outlives the last article that names it', async () => {
        const { store } = context;
        const { id: articleId } = await saveStory(store, storyOf(1, 'Anna Ruis'));
        const id = await idOf('Anna Ruis');
        await store.correctEntity(id, { name: 'Ana Ruiz' }, null);
        await store.deleteArticle(articleId, null);
        expect(await store.findEntity(id)).toMatchObject({
          name: 'Ana Ruiz',
          articleCount: 0,
          quoteCount: 0,
        });
        expect((await store.listEntities(entityQuery(), firstPage)).items).toEqual([]);
        const { article } = await saveStory(store, storyOf(2, 'Anna Ruis'));
        expect(article!.entities[0]).toMatchObject({ id, name: 'Ana Ruiz' });
      });
    });

    describe('merging', () => {
      it('joins everything into the other, whose id the old one finds', async () => {
        const { store } = context;
        await saveStory(store, storyOf(1, { name: 'William Clinton', roles: ['president'] }));
        await saveStory(store, storyOf(2, 'Bill Clinton'));
        const [from, into] = [await idOf('William Clinton'), await idOf('Bill Clinton')];
        const joined = await store.mergeEntities(from, into);
        expect(joined).toMatchObject({
          id: into,
          name: 'Bill Clinton',
          aliases: ['William Clinton'],
          roles: ['president'],
          articleCount: 2,
          quoteCount: 2,
          firstQuotedAt: '2024-03-01',
          lastQuotedAt: '2024-03-02',
        });
        expect(await store.findEntity(from)).toEqual(joined);
        expect(await idsOf(store, from)).toEqual([into]);
        expect(await quotesBy(store, from)).toEqual(['Statement 2', 'Statement 1']);
        expect((await store.counts()).entities).toBe(1);
      });

      it('holds for what comes in later, and for chains of merges', async () => {
        const { store } = context;
        for (const [index, name] of ['Bill Clinton', 'William Clinton', 'B. Clinton'].entries()) {
          await saveStory(store, storyOf(index + 1, name));
        }
        const [bill, william, b] = [
          await idOf('Bill Clinton'),
          await idOf('William Clinton'),
          await idOf('B. Clinton'),
        ];
        await store.mergeEntities(b, william);
        await store.mergeEntities(william, bill);
        await saveAgain(store, storyOf(3, 'B. Clinton'));
        const { article } = await saveStory(store, storyOf(4, 'William Clinton'));
        expect(article!.entities).toMatchObject([{ id: bill, name: 'Bill Clinton' }]);
        for (const id of [bill, william, b]) {
          expect(await store.findEntity(id)).toMatchObject({ id: bill, articleCount: 4, quoteCount: 4 });
        }
        await expect(store.mergeEntities(b, william)).rejects.toMatchObject({ code: 'invalid-body' });
        await expect(store.mergeEntities('ent_unknown', bill)).rejects.toMatchObject({ code: 'not-found' });
        // The id of one that is gone is never given to another.
        const place = await saveStory(store, { names: [{ name: 'William Clinton', type: 'place' }] });
        expect(place.article!.entities[0]!.id).not.toBe(william);
      });

      it('makes one of two in one article', async () => {
        const { store } = context;
        const original: Story = {
          url: 'urn:1',
          quotes: [
            { words: 'Together', by: 'Bill Clinton', with: ['William Clinton'], about: ['William Clinton'] },
            { words: 'Alone', by: 'William Clinton' },
          ],
        };
        await saveStory(store, original);
        const bill = await idOf('Bill Clinton');
        await store.mergeEntities(await idOf('William Clinton'), bill);
        const check = async () => {
          const { id } = (await store.listArticles(articleQuery({ entityIds: [bill] }), firstPage)).items[0]!;
          const article = await store.findArticle(id);
          expect(article.entities).toHaveLength(1);
          expect(article.entities[0]!.mentions).toHaveLength(4);
          expect(article.quotes).toMatchObject([
            { speaker: 0, jointSpeakers: [], about: [0] },
            { speaker: 0, jointSpeakers: [] },
          ]);
          expect(await store.findEntity(bill)).toMatchObject({ articleCount: 1, quoteCount: 2 });
          for (const query of [{ entityIds: [bill] }, { speakerIds: [bill] }]) {
            const page = await store.listArticles(articleQuery(query), firstPage);
            expect([page.total, page.items.length]).toEqual([1, 1]);
          }
        };
        await check();
        await saveAgain(store, original);
        await check();
      });
    });

    describe('splitting', () => {
      it('parts an entity by articles, with their mentions and quotes, for good', async () => {
        const { store } = context;
        const saved = [];
        for (const number of [1, 2, 3]) saved.push(await saveStory(store, storyOf(number, 'Juan Mora')));
        const id = await idOf('Juan Mora');
        const son = await store.splitEntity(id, { articleIds: [saved[1]!.id], name: 'Juan Mora Jr.' });
        expect(son).toMatchObject({
          name: 'Juan Mora Jr.',
          aliases: ['Juan Mora'],
          articleCount: 1,
          quoteCount: 1,
        });
        await saveAgain(store, storyOf(1, 'Juan Mora'));
        await saveAgain(store, storyOf(2, 'Juan Mora'));
        expect(await quotesBy(store, id)).toEqual(['Statement 3', 'Statement 1']);
        expect(await quotesBy(store, son.id)).toEqual(['Statement 2']);
        expect((await idsOf(store, 'Juan Mora')).toSorted()).toEqual([id, son.id].toSorted());
        // Again, and from the part.
        const third = await store.splitEntity(id, { articleIds: [saved[2]!.id], name: null });
        await saveAgain(store, storyOf(3, 'Juan Mora'));
        expect(await quotesBy(store, third.id)).toEqual(['Statement 3']);
        // Merging undoes it.
        await store.mergeEntities(son.id, id);
        await store.mergeEntities(third.id, id);
        await saveStory(store, { ...storyOf(2, 'Juan Mora'), lede: 'Told a third time.' });
        expect(await quotesBy(store, id)).toEqual(['Statement 3', 'Statement 2', 'Statement 1']);
      });

      it('parts what was merged by its names, under its old id, for good', async () => {
        const { store } = context;
        const original: Story = {
          url: 'urn:1',
          quotes: [
            { words: 'One', by: 'Bill Clinton', about: ['William Clinton'] },
            { words: 'Two', by: 'William Clinton' },
          ],
        };
        await saveStory(store, original);
        await saveStory(store, storyOf(2, 'William Clinton'));
        const before = await Promise.all(
          ['Bill Clinton', 'William Clinton'].map(async (name) => store.findEntity(await idOf(name))),
        );
        const [bill, william] = before.map(({ id }) => id) as [string, string];
        await store.mergeEntities(william, bill);
        await saveStory(store, storyOf(3, 'William Clinton'));
        const parted = await store.splitEntity(bill, { names: ['william clinton'], name: null });
        expect(parted).toEqual({
          ...before[1]!,
          articleCount: 3,
          quoteCount: 3,
          lastQuotedAt: '2024-03-03',
        });
        expect(await store.findEntity(bill)).toEqual(before[0]);
        await saveAgain(store, original);
        await saveStory(store, storyOf(4, 'William Clinton'));
        expect(await quotesBy(store, bill)).toEqual(['One']);
        expect(await quotesBy(store, william)).toEqual(['Statement 4', 'Statement 3', 'Statement 2', 'Two']);
        expect((await store.listQuotes(quoteQuery({ aboutIds: [william] }), firstPage)).items).toHaveLength(
          1,
        );
        // And joined once more, the old id leads there once more.
        await store.mergeEntities(william, bill);
        expect(await store.findEntity(william)).toMatchObject({ id: bill, quoteCount: 5 });
      });

      it('refuses names that are not its, and all of them', async () => {
        const { store } = context;
        await saveStory(store, storyOf(1, { name: 'Ana Ruiz', aliases: ['the Fox'] }));
        const id = await idOf('Ana Ruiz');
        await expect(store.splitEntity(id, { names: ['the Fox', 'Ben'], name: null })).rejects.toMatchObject({
          faults: [{ pointer: '/names/0' }, { pointer: '/names/1' }],
        });
        await expect(store.splitEntity(id, { names: ['Ana Ruiz'], name: null })).rejects.toMatchObject({
          code: 'invalid-body',
          faults: [{ pointer: '/names' }],
        });
        expect((await store.counts()).entities).toBe(1);
      });

      it('refuses articles that do not name it, and all of them', async () => {
        const { store } = context;
        const mora = await saveStory(store, storyOf(1, 'Juan Mora'));
        const ruiz = await saveStory(store, storyOf(2, 'Ana Ruiz'));
        const id = await idOf('Juan Mora');
        await expect(
          store.splitEntity(id, { articleIds: [mora.id, ruiz.id, 'art_unknown'], name: null }),
        ).rejects.toMatchObject({
          code: 'invalid-body',
          faults: [{ pointer: '/articles/1' }, { pointer: '/articles/2' }],
        });
        await expect(store.splitEntity(id, { articleIds: [mora.id], name: null })).rejects.toMatchObject({
          faults: [{ pointer: '/articles' }],
        });
        expect((await store.counts()).entities).toBe(2);
      });

      it('tells the two apart in new articles by who is named beside them', async () => {
        const { store } = context;
        const beside = (number: number, names: readonly string[]): Story => ({
          url: `urn:${number}`,
          publishedAt: `2024-03-0${number}`,
          names: ['Juan Mora', ...names].map((name) => ({ name })),
        });
        await saveStory(store, beside(1, ['Ana Ruiz', 'Ben Okri']));
        const second = await saveStory(store, beside(2, ['Cy Tan', 'Dee Ray']));
        const id = await idOf('Juan Mora');
        const other = await store.splitEntity(id, { articleIds: [second.id], name: null });
        const meant = async (number: number, names: readonly string[]) =>
          (await saveStory(store, beside(number, names))).article!.entities[0]!.id;
        expect(await meant(3, ['Dee Ray', 'Cy Tan'])).toBe(other.id);
        expect(await meant(4, ['Ben Okri', 'Ana Ruiz'])).toBe(id);
        expect(await meant(5, ['Cy Tan', 'Dee Ray', 'Ana Ruiz', 'Ben Okri'])).toBe(id);
      });
    });
  });
}
