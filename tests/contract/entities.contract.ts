import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { Engine } from './engines.ts';
import {
  entityQuery,
  firstPage,
  idsOf,
  quoteQuery,
  saveStory,
  speakerQuery,
  storyOf,
  walk,
} from './queries.ts';
import { withStore } from './with-store.ts';

/** Which names are whose, across articles, and what is known of those who bear them. */
export function describeEntities(engine: Engine): void {
  describe('entities', () => {
    const context = withStore(engine);
    const idOf = async (name: string) => (await idsOf(context.store, name))[0]!;

    it('ties one full name across articles, without regard to case, diacritics and title', async () => {
      const names = ['Recep Tayyip Erdoğan', 'RECEP TAYYIP ERDOGAN', 'President Recep Tayyip Erdogan'];
      const ids = new Set<string | null>();
      for (const [index, name] of names.entries()) {
        ids.add((await saveStory(context.store, storyOf(index + 1, name))).article!.entities[0]!.id);
      }
      expect(ids.size).toBe(1);
      expect(
        (await context.store.findArticle((await saveStory(context.store, storyOf(2, names[1]!))).id))
          .entities[0]!.name,
      ).toBe(names[0]);
    });

    it('ties a lone surname to nobody’s full name', async () => {
      const full = await saveStory(context.store, storyOf(1, 'Bill Clinton'));
      const other = await saveStory(context.store, storyOf(2, 'Hillary Clinton'));
      const lone = await saveStory(context.store, storyOf(3, 'Clinton'));
      const ids = [full, other, lone].map(({ article }) => article!.entities[0]!.id);
      expect(new Set(ids).size).toBe(3);
      expect((await idsOf(context.store, 'clinton')).sort()).toEqual([...ids].sort());
      expect(await idsOf(context.store, 'Bill Clinton')).toEqual([ids[0]]);
    });

    it('keeps types apart, and two of one name in one article', async () => {
      await saveStory(context.store, {
        names: [
          { name: 'Amazon', type: 'organization' },
          { name: 'Amazon', type: 'place' },
        ],
      });
      const types = (await context.store.resolveName('amazon')).map(({ type }) => type);
      expect(types.sort()).toEqual(['organization', 'place']);

      const { article } = await saveStory(context.store, {
        lede: 'Father and son.',
        names: [{ name: 'Juan Mora' }, { name: 'JUAN MORA' }],
      });
      const ids = article!.entities.map((entity) => entity.id);
      expect(new Set(ids).size).toBe(2);
      const again = await saveStory(context.store, { lede: 'Later.', names: [{ name: 'Juan Mora' }] });
      expect(again.article!.entities[0]!.id).toBe(ids[0]);
    });

    it('finds whom a name means', async () => {
      await saveStory(context.store, {
        quotes: [
          { words: 'One', by: { name: 'Recep Tayyip Erdoğan', aliases: ['Tayyip'] } },
          { words: 'Two', by: { name: 'Ludwig van Beethoven' } },
          { words: 'Three', by: { name: 'Martin Luther King Jr.' } },
        ],
        names: [{ name: 'United States', type: 'place', aliases: ['U.S.'] }],
      });
      for (const name of [
        ...['Erdoğan', 'erdogan', 'ERDOGAN', 'President Erdogan', 'Tayyip', 'recep tayyip erdogan'],
        ...['Mr. Erdoğan', 'Erdoğan’s', 'Prime Minister Erdogan'],
      ]) {
        expect(await context.store.resolveName(name), name).toMatchObject([{ name: 'Recep Tayyip Erdoğan' }]);
      }
      for (const name of ['beethoven', 'van Beethoven']) {
        expect(await context.store.resolveName(name), name).toMatchObject([{ name: 'Ludwig van Beethoven' }]);
      }
      expect(await context.store.resolveName('King')).toMatchObject([{ name: 'Martin Luther King Jr.' }]);
      for (const name of ['us', 'U.S.', 'the United States']) {
        expect(await context.store.resolveName(name), name).toMatchObject([{ name: 'United States' }]);
      }
      for (const name of ['States', 'Emine Erdogan', '', '  ', '%', '"', 'President']) {
        expect(await context.store.resolveName(name), name).toEqual([]);
      }
      const [reference] = await context.store.resolveName('erdogan');
      expect(await context.store.resolveName(reference!.id)).toEqual([reference]);
    });

    it('collects aliases, roles, counts and dates, and lets them go with their articles', async () => {
      const peskov = (number: number, alias: string, role: string, words: number) => ({
        url: `https://daily.example/${number}`,
        publishedAt: `2024-03-0${number}`,
        quotes: Array.from({ length: words }, (_, index) => ({
          words: `Statement ${number} ${index}`,
          by: { name: 'Dmitry Peskov', aliases: [alias], roles: [role] },
        })),
        ...(words === 0 ? { names: [{ name: 'Dmitry Peskov', aliases: [alias], roles: [role] }] } : {}),
      });
      await saveStory(context.store, peskov(1, 'Peskov', 'spokesman', 2));
      const second = await saveStory(context.store, peskov(2, 'Peskov', 'Kremlin spokesman', 1));
      await saveStory(context.store, peskov(3, 'Dmitry', 'Kremlin spokesman', 0));
      const [id] = await idsOf(context.store, 'Peskov');
      expect(await context.store.findEntity(id!)).toEqual({
        id,
        name: 'Dmitry Peskov',
        type: 'person',
        aliases: ['Peskov', 'Dmitry'],
        roles: ['Kremlin spokesman', 'spokesman'],
        articleCount: 3,
        quoteCount: 3,
        firstQuotedAt: '2024-03-01',
        lastQuotedAt: '2024-03-02',
      });
      await saveStory(context.store, peskov(3, 'D. Peskov', 'aide', 1));
      await context.store.deleteArticle(second.id, null);
      expect(await context.store.findEntity(id!)).toMatchObject({
        aliases: ['D. Peskov', 'Peskov'],
        roles: ['aide', 'spokesman'],
        articleCount: 2,
        quoteCount: 3,
        firstQuotedAt: '2024-03-01',
        lastQuotedAt: '2024-03-03',
      });
      expect(await idsOf(context.store, 'Dmitry')).toEqual([]);
      await expect(context.store.findEntity('ent_unknown')).rejects.toMatchObject({ code: 'not-found' });
    });

    it('takes another spelling for the name when no article uses the first any more', async () => {
      const first = await saveStory(context.store, storyOf(1, 'ANA RUIZ'));
      const second = await saveStory(context.store, storyOf(2, 'Ana Ruiz'));
      await context.store.deleteArticle(first.id, null);
      expect((await context.store.findArticle(second.id)).entities[0]!.name).toBe('Ana Ruiz');
    });

    it('lists speakers by quotes, by name and by their last quote', async () => {
      await saveStory(context.store, storyOf(1, 'Ana Ruiz'));
      await saveStory(context.store, storyOf(2, 'Ana Ruiz'));
      await saveStory(context.store, storyOf(3, 'Zoe Adler'));
      await saveStory(context.store, {
        url: 'urn:4',
        quotes: [{ words: 'Four', by: 'Ben Okri', with: ['Zoe Adler'] }],
      });
      await saveStory(context.store, { url: 'urn:5', names: [{ name: 'Nobody Quoted' }] });
      const names = async (query: Parameters<typeof speakerQuery>[0]) =>
        (await context.store.listSpeakers(speakerQuery(query), firstPage)).items.map(({ name }) => name);
      expect((await names({})).slice(2)).toEqual(['Ben Okri']);
      // One speaker alone is as the list shows them: counted in articles that quote, not in those that name.
      await saveStory(context.store, { url: 'urn:6', names: [{ name: 'Ana Ruiz' }] });
      const { items } = await context.store.listSpeakers(speakerQuery({ q: 'ana' }), firstPage);
      expect(items).toMatchObject([{ articleCount: 2 }]);
      expect(await context.store.findSpeaker(items[0]!.id)).toEqual(items[0]);
      expect(await context.store.findEntity(items[0]!.id)).toMatchObject({ articleCount: 3 });
      expect(await names({ sort: 'name' })).toEqual(['Ana Ruiz', 'Ben Okri', 'Zoe Adler']);
      expect(await names({ sort: '-lastQuotedAt' })).toEqual(['Zoe Adler', 'Ana Ruiz', 'Ben Okri']);
      expect(await names({ q: 'adl' })).toEqual(['Zoe Adler']);
      expect(await names({ q: 'zoe a' })).toEqual(['Zoe Adler']);
      expect(await names({ q: 'dler' })).toEqual([]);
      expect(await names({ q: '"*%' })).toEqual([]);
      expect(await names({ type: 'place' })).toEqual([]);
      expect((await context.store.listSpeakers(speakerQuery(), { ...firstPage, limit: 1 })).total).toBe(3);
      const inMarch = await context.store.listSpeakers(
        speakerQuery({ from: '2024-03-02', to: '2024-03-31' }),
        firstPage,
      );
      expect(
        inMarch.items.map(({ name, quoteCount, firstQuotedAt }) => [name, quoteCount, firstQuotedAt]).sort(),
      ).toEqual([
        ['Ana Ruiz', 1, '2024-03-02'],
        ['Zoe Adler', 1, '2024-03-03'],
      ]);
      expect(inMarch.total).toBe(2);
    });

    it('lists entities by articles, by quotes and by name', async () => {
      await saveStory(context.store, { ...storyOf(1, 'Ana Ruiz'), names: [{ name: 'Lima', type: 'place' }] });
      await saveStory(context.store, { ...storyOf(2, 'Ben Okri'), names: [{ name: 'Lima', type: 'place' }] });
      await saveStory(context.store, { ...storyOf(3, 'Ana Ruiz'), names: [{ name: 'Lima', type: 'place' }] });
      const list = async (query: Parameters<typeof entityQuery>[0]) =>
        (await context.store.listEntities(entityQuery(query), firstPage)).items.map(({ name }) => name);
      expect(await list({})).toEqual(['Lima', 'Ana Ruiz', 'Ben Okri']);
      expect(await list({ sort: '-quoteCount' })).toEqual(['Ana Ruiz', 'Ben Okri', 'Lima']);
      expect(await list({ sort: 'name' })).toEqual(['Ana Ruiz', 'Ben Okri', 'Lima']);
      expect(await list({ type: 'place', q: 'lim' })).toEqual(['Lima']);
    });

    it('finds joint speakers as speakers', async () => {
      await saveStory(context.store, {
        quotes: [{ words: 'Together', by: 'Ana Ruiz', with: ['Ben Okri', 'Cy Tan'] }],
      });
      for (const name of ['Ruiz', 'Okri', 'Tan']) {
        const speakerIds = await idsOf(context.store, name);
        const { items } = await context.store.listQuotes(quoteQuery({ speakerIds }), firstPage);
        expect(items).toMatchObject([
          { speaker: { name: 'Ana Ruiz' }, jointSpeakers: [{ name: 'Ben Okri' }, { name: 'Cy Tan' }] },
        ]);
      }
    });

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
          storyOf(number, { name: 'Ana Ruiz', roles: [number < 3 ? 'deputy' : 'mayor'] }),
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
}
