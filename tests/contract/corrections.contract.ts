import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { buildArticle, type Named, rawOf, type Story } from '../support/articles.ts';
import type { Engine } from './engines.ts';
import {
  articleQuery,
  entityQuery,
  firstPage,
  idsOf,
  quoteQuery,
  saveStory,
  speakerQuery,
  walk,
} from './queries.ts';
import { withStore } from './with-store.ts';

/** What people decide about entities and quotes, and that it holds whatever comes in afterwards. */
export function describeCorrections(engine: Engine): void {
  describe('corrections', () => {
    const context = withStore(engine);
    const story = (number: number, by: Named | string) => ({
      url: `https://daily.example/${number}`,
      publishedAt: `2024-03-0${number}`,
      quotes: [{ words: `Statement ${number}`, by }],
    });
    const idOf = async (name: string) => (await idsOf(context.store, name))[0]!;
    /** The same article with other words around the same quotes: what extraction makes of it is written anew. */
    const saveAgain = (original: Story) => saveStory(context.store, { ...original, lede: 'Told anew.' });
    const quotesBy = async (id: string) =>
      (await context.store.listQuotes(quoteQuery({ speakerIds: [id] }), firstPage)).items.map(
        ({ text }) => text,
      );

    describe('of an entity', () => {
      it('renames it everywhere, and it answers to its old name too', async () => {
        const { store } = context;
        await saveStory(store, story(1, 'Vladimir Putn'));
        const id = await idOf('Vladimir Putn');
        const renamed = await store.correctEntity(id, { name: 'Vladimir Putin' }, null);
        expect(renamed).toMatchObject({ id, name: 'Vladimir Putin', aliases: ['Vladimir Putn'] });
        const again = await saveAgain(story(1, 'Vladimir Putn'));
        const right = await saveStory(store, story(2, 'Vladimir Putin'));
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
        const original = story(1, { name: 'Ana Ruiz', aliases: ['Ruiz', 'the Fox'] });
        await saveStory(store, original);
        const id = await idOf('Ana Ruiz');
        expect((await store.correctEntity(id, { aliases: ['Ruiz', 'La Zorra'] }, null)).aliases).toEqual([
          'Ruiz',
          'La Zorra',
        ]);
        await saveAgain(original);
        await saveStory(store, story(2, { name: 'Ana Ruiz', aliases: ['the Fox', 'Anita'] }));
        expect((await store.findEntity(id)).aliases.toSorted()).toEqual(['Anita', 'La Zorra', 'Ruiz']);
        expect(await idsOf(store, 'the fox')).toEqual([]);
        expect(await idsOf(store, 'zorra')).toEqual([id]);
      });

      it('refuses where it has changed since it was read, or is not there', async () => {
        const { store } = context;
        await saveStory(store, story(1, 'Ana Ruiz'));
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
        const { id: articleId } = await saveStory(store, story(1, 'Anna Ruis'));
        const id = await idOf('Anna Ruis');
        await store.correctEntity(id, { name: 'Ana Ruiz' }, null);
        await store.deleteArticle(articleId, null);
        expect(await store.findEntity(id)).toMatchObject({
          name: 'Ana Ruiz',
          articleCount: 0,
          quoteCount: 0,
        });
        expect((await store.listEntities(entityQuery(), firstPage)).items).toEqual([]);
        const { article } = await saveStory(store, story(2, 'Anna Ruis'));
        expect(article!.entities[0]).toMatchObject({ id, name: 'Ana Ruiz' });
      });
    });

    describe('merging', () => {
      it('joins everything into the other, whose id the old one finds', async () => {
        const { store } = context;
        await saveStory(store, story(1, { name: 'William Clinton', roles: ['president'] }));
        await saveStory(store, story(2, 'Bill Clinton'));
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
        expect(await quotesBy(from)).toEqual(['Statement 2', 'Statement 1']);
        expect((await store.counts()).entities).toBe(1);
      });

      it('holds for what comes in later, and for chains of merges', async () => {
        const { store } = context;
        for (const [index, name] of ['Bill Clinton', 'William Clinton', 'B. Clinton'].entries()) {
          await saveStory(store, story(index + 1, name));
        }
        const [bill, william, b] = [
          await idOf('Bill Clinton'),
          await idOf('William Clinton'),
          await idOf('B. Clinton'),
        ];
        await store.mergeEntities(b, william);
        await store.mergeEntities(william, bill);
        await saveAgain(story(3, 'B. Clinton'));
        const { article } = await saveStory(store, story(4, 'William Clinton'));
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
        await saveAgain(original);
        await check();
      });
    });

    describe('splitting', () => {
      it('parts an entity by articles, with their mentions and quotes, for good', async () => {
        const { store } = context;
        const saved = [];
        for (const number of [1, 2, 3]) saved.push(await saveStory(store, story(number, 'Juan Mora')));
        const id = await idOf('Juan Mora');
        const son = await store.splitEntity(id, { articleIds: [saved[1]!.id], name: 'Juan Mora Jr.' });
        expect(son).toMatchObject({
          name: 'Juan Mora Jr.',
          aliases: ['Juan Mora'],
          articleCount: 1,
          quoteCount: 1,
        });
        await saveAgain(story(1, 'Juan Mora'));
        await saveAgain(story(2, 'Juan Mora'));
        expect(await quotesBy(id)).toEqual(['Statement 3', 'Statement 1']);
        expect(await quotesBy(son.id)).toEqual(['Statement 2']);
        expect((await idsOf(store, 'Juan Mora')).toSorted()).toEqual([id, son.id].toSorted());
        // Again, and from the part.
        const third = await store.splitEntity(id, { articleIds: [saved[2]!.id], name: null });
        await saveAgain(story(3, 'Juan Mora'));
        expect(await quotesBy(third.id)).toEqual(['Statement 3']);
        // Merging undoes it.
        await store.mergeEntities(son.id, id);
        await store.mergeEntities(third.id, id);
        await saveStory(store, { ...story(2, 'Juan Mora'), lede: 'Told a third time.' });
        expect(await quotesBy(id)).toEqual(['Statement 3', 'Statement 2', 'Statement 1']);
      });

      it('refuses articles that do not name it, and all of them', async () => {
        const { store } = context;
        const mora = await saveStory(store, story(1, 'Juan Mora'));
        const ruiz = await saveStory(store, story(2, 'Ana Ruiz'));
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

    describe('of a quote', () => {
      const original: Story = {
        url: 'urn:1',
        publishedAt: '2024-03-01',
        quotes: [
          { words: 'It rains', by: { name: 'Ana Ruiz', roles: ['mayor'] }, confidence: 0.4 },
          { words: 'It does not', by: 'Ben Okri' },
        ],
      };
      const save = async () => (await saveStory(context.store, original)).article!.quotes[0]!.id!;

      it('gives it its right speaker, surely, and it keeps it', async () => {
        const { store } = context;
        const id = await save();
        const okri = await idOf('Ben Okri');
        const corrected = await store.correctQuote(id, { speakerId: okri }, null);
        expect(corrected).toMatchObject({
          speaker: { id: okri, role: null },
          confidence: 1,
          resolution: 'name',
          isRejected: false,
        });
        expect(corrected.correctedAt).not.toBeNull();
        const { article } = await saveAgain(original);
        expect(article!.quotes[0]).toMatchObject({ id, speaker: 1, speakerRole: null, confidence: 1 });
        expect(await quotesBy(okri)).toEqual(['It rains', 'It does not']);
        expect(await store.findEntity(okri)).toMatchObject({ quoteCount: 2 });
        expect(await store.findEntity(await idOf('Ana Ruiz'))).toMatchObject({
          quoteCount: 0,
          articleCount: 1,
        });
        // Also when its article is deleted and comes back.
        const again = buildArticle(original);
        await store.deleteArticle(article!.id, null);
        await store.replace(article!.id, again, rawOf(again), null);
        expect(await store.findQuote(id)).toMatchObject({ speaker: { id: okri }, confidence: 1 });
        await store.correctQuote(id, { speakerId: await idOf('Ana Ruiz') }, null);
        expect(await store.findQuote(id)).toMatchObject({
          speaker: { name: 'Ana Ruiz', role: 'mayor' },
          confidence: 1,
        });
      });

      it('says that nobody knows who spoke', async () => {
        const { store } = context;
        const id = await save();
        await store.correctQuote(id, { speakerId: null }, null);
        await saveAgain(original);
        expect(await store.findQuote(id)).toMatchObject({ speaker: null, jointSpeakers: [], confidence: 1 });
        expect((await store.listQuotes(quoteQuery({ attributed: false }), firstPage)).items).toMatchObject([
          { id },
        ]);
        await expect(store.correctQuote(id, { speakerId: 'ent_unknown' }, null)).rejects.toMatchObject({
          code: 'not-found',
        });
      });

      it('takes a speaker whom the article does not name', async () => {
        const { store } = context;
        const id = await save();
        await saveStory(store, { url: 'urn:2', names: [{ name: 'Cy Tan' }] });
        const tan = await idOf('Cy Tan');
        await store.correctQuote(id, { speakerId: tan }, null);
        await saveAgain(original);
        const { articleId } = await store.findQuote(id);
        const article = await store.findArticle(articleId);
        expect(article.entities[article.quotes[0]!.speaker!]).toMatchObject({ id: tan, mentions: [] });
        expect(await store.findEntity(tan)).toMatchObject({ articleCount: 1, quoteCount: 1 });
        const list = async (query: object) =>
          (await store.listArticles(articleQuery(query), firstPage)).items.map(({ url }) => url);
        expect(await list({ speakerIds: [tan] })).toEqual(['urn:1']);
        expect(await list({ entityIds: [tan] })).toEqual(['urn:2']);
        // It follows merges and splits.
        await saveStory(store, { url: 'urn:3', names: [{ name: 'Cyril Tan' }] });
        await store.mergeEntities(tan, await idOf('Cyril Tan'));
        expect((await store.findQuote(id)).speaker).toMatchObject({ name: 'Cyril Tan' });
        await saveStory(store, { ...original, lede: 'Told a third time.' });
        expect((await store.findQuote(id)).speaker).toMatchObject({ name: 'Cyril Tan' });
      });

      it('rejects it: in no list and no count, under its id, until it is taken back', async () => {
        const { store } = context;
        const id = await save();
        const ruiz = await idOf('Ana Ruiz');
        const check = async (shown: number) => {
          const { items, total, facets } = await store.listQuotes(
            quoteQuery({ facets: ['kind', 'speaker'] }),
            firstPage,
          );
          expect([items.length, total]).toEqual([shown, shown]);
          expect(facets!['kind']![0]!.count).toBe(shown);
          expect(facets!['speaker']).toHaveLength(shown);
          expect((await store.listQuotes(quoteQuery({ q: 'rains' }), firstPage)).items).toHaveLength(
            shown - 1,
          );
          expect((await store.findEntity(ruiz)).quoteCount).toBe(shown - 1);
          expect((await store.counts()).quotes).toBe(shown);
          const { articleId, isRejected } = await store.findQuote(id);
          expect(isRejected).toBe(shown === 1);
          expect((await store.findArticle(articleId)).quotes).toHaveLength(shown);
          expect(await store.findArticleQuotes(articleId)).toHaveLength(shown);
          const { items: articles } = await store.listArticles(articleQuery(), firstPage);
          expect(articles[0]!.quoteCount).toBe(shown);
        };
        await store.correctQuote(id, { isRejected: true }, null);
        await check(1);
        await saveAgain(original);
        await check(1);
        await store.correctQuote(id, { isRejected: false }, null);
        await check(2);
        await saveStory(store, { ...original, lede: 'Told a third time.' });
        await check(2);
      });

      it('refuses where it has changed, is unknown or is gone', async () => {
        const { store } = context;
        const id = await save();
        const { articleId } = await store.findQuote(id);
        await expect(store.correctQuote(id, { isRejected: true }, () => false)).rejects.toMatchObject({
          code: 'precondition-failed',
        });
        await expect(store.correctQuote('quo_unknown', {}, null)).rejects.toMatchObject({
          code: 'not-found',
        });
        await store.correctQuote(id, { isRejected: true }, null);
        await store.deleteArticle(articleId, null);
        await expect(store.correctQuote(id, {}, null)).rejects.toMatchObject({ code: 'deleted' });
      });
    });

    describe('of what it is tied to', () => {
      const cast = (store: ArticleStore, number: number, names: readonly string[]) =>
        saveStory(store, {
          url: `urn:${number}`,
          publishedAt: `2024-03-0${number}`,
          names: names.map((name) => ({ name })),
        });

      it('ties a lone surname to the one whom the article’s other names speak for', async () => {
        const { store } = context;
        await cast(store, 1, ['Bill Clinton', 'Al Gore', 'Newt Gingrich']);
        await cast(store, 2, ['Hillary Clinton', 'John Kerry', 'Huma Abedin']);
        const tied = async (number: number, names: readonly string[]) =>
          (await cast(store, number, ['Clinton', ...names])).article!.entities[0]!.name;
        expect(await tied(3, ['John Kerry', 'Huma Abedin'])).toBe('Hillary Clinton');
        expect(await tied(4, ['Al Gore', 'Newt Gingrich'])).toBe('Bill Clinton');
        expect(await tied(5, ['John Kerry'])).toBe('Clinton');
        expect(await tied(6, ['John Kerry', 'Huma Abedin', 'Al Gore', 'Newt Gingrich'])).toBe('Clinton');
        // The surname is never its name while a fuller one is used.
        await saveStory(store, { url: 'urn:2', names: [{ name: 'Hillary Clinton' }], lede: 'Told anew.' });
        expect((await store.resolveName('Hillary Clinton'))[0]!.name).toBe('Hillary Clinton');
        // What a person decided goes before.
        const [lone] = (await store.resolveName('Clinton')).filter(({ name }) => name === 'Clinton');
        await store.mergeEntities(lone!.id, await idOf('Bill Clinton'));
        expect(await tied(7, ['John Kerry', 'Huma Abedin'])).toBe('Bill Clinton');
      });

      it('says when names and roles were seen', async () => {
        const { store } = context;
        for (const number of [2, 1, 3]) {
          await saveStory(
            store,
            story(number, { name: 'Ana Ruiz', roles: [number < 3 ? 'deputy' : 'mayor'] }),
          );
        }
        const id = await idOf('Ana Ruiz');
        expect(await store.listEntityNames(id)).toEqual([
          {
            kind: 'name',
            text: 'Ana Ruiz',
            articleCount: 3,
            firstSeenOn: '2024-03-01',
            lastSeenOn: '2024-03-03',
          },
          {
            kind: 'role',
            text: 'deputy',
            articleCount: 2,
            firstSeenOn: '2024-03-01',
            lastSeenOn: '2024-03-02',
          },
          {
            kind: 'role',
            text: 'mayor',
            articleCount: 1,
            firstSeenOn: '2024-03-03',
            lastSeenOn: '2024-03-03',
          },
        ]);
      });

      it('lists who appears with it more often than by chance first, each once', async () => {
        const { store } = context;
        for (const [index, names] of [
          ['Ana Ruiz', 'Ben Okri', 'Lima'],
          ['Ana Ruiz', 'Ben Okri', 'Lima'],
          ['Ana Ruiz', 'Cy Tan', 'Lima'],
          ['Cy Tan', 'Lima'],
          ['Dee Ray', 'Lima'],
        ].entries()) {
          await cast(store, index + 1, names);
        }
        const id = await idOf('Ana Ruiz');
        const page = await store.listRelated(id, { type: null }, firstPage);
        expect(page.items.map(({ name, articleCount }) => [name, articleCount])).toEqual([
          ['Ben Okri', 2],
          ['Lima', 3],
          ['Cy Tan', 1],
        ]);
        expect(page.items.map(({ score }) => score > 0)).toEqual([true, false, false]);
        expect([page.total, page.considered]).toEqual([3, null]);
        const walked = await walk(
          (request) => store.listRelated(id, { type: null }, request),
          1,
          async () => {
            await cast(store, 6, ['Ana Ruiz', 'Zoe Adler']);
          },
        );
        expect(walked.map(({ name }) => name)).toEqual(['Ben Okri', 'Lima', 'Cy Tan']);
        expect((await store.listRelated(id, { type: 'place' }, firstPage)).items).toEqual([]);
        await expect(store.listRelated('ent_unknown', { type: null }, firstPage)).rejects.toMatchObject({
          code: 'not-found',
        });
      });
    });
  });
}
