import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { Engine } from './engines.ts';
import { firstPage, idsOf, quoteQuery, saveStory } from './queries.ts';
import { withStore } from './with-store.ts';

/** What tells that an answer made before is right still. */
export function describeVersions(engine: Engine): void {
  describe('versions', () => {
    const context = withStore(engine);
    const story = {
      url: 'urn:1',
      quotes: [
        { words: 'Rain is coming', by: 'Ana Ruiz', about: ['Ben Okri'] },
        { words: 'So it is', by: 'Cy Tan' },
      ],
    };

    /** The versions of everything that the story is shown in, and that they are those that come with it. */
    async function versions(store: ArticleStore, id: string) {
      const article = await store.findArticle(id);
      const quotes = await store.findArticleQuotes(id);
      expect(await store.findArticleVersion(id)).toBe(article.version);
      const listed = await store.listQuoteVersions(quoteQuery({ articleId: id }), firstPage);
      for (const { id: quoteId, version } of quotes) {
        expect(await store.findQuoteVersion(quoteId)).toBe(version);
        expect(listed.items).toContainEqual({ id: quoteId, version });
      }
      return { article: article.version, quotes: quotes.map(({ version }) => version) };
    }

    it('have a stamp that differs after every change', async () => {
      const { store } = context;
      const { id } = await saveStory(store, story);
      const other = await saveStory(store, { url: 'urn:2', quotes: [{ words: 'No', by: 'Di Marsh' }] });
      const [ruiz, tan] = [(await idsOf(store, 'Ana Ruiz'))[0]!, (await idsOf(store, 'Cy Tan'))[0]!];
      const [quote] = await store.findArticleQuotes(id);
      const seen = new Set([await store.findStamp()]);
      const changes = [
        () => saveStory(store, { url: 'urn:4', quotes: [{ words: 'Yes', by: 'Di Marsh' }] }),
        () => saveStory(store, { ...story, quotes: [{ words: 'Snow is coming', by: 'Ana Ruiz' }] }),
        () => saveStory(store, story),
        () => store.correctQuote(quote!.id, { speakerId: tan }, null),
        () => store.correctQuote(quote!.id, { isRejected: true }, null),
        () => store.correctQuote(quote!.id, { isRejected: false }, null),
        () => store.correctEntity(ruiz, { name: 'Anna Ruiz' }, null),
        () => store.deleteArticle(other.id, null),
        () => store.mergeEntities(ruiz, tan),
      ];
      for (const change of changes) {
        await change();
        seen.add(await store.findStamp());
      }
      expect(seen.size).toBe(changes.length + 1);
    });

    it('grow with every change of what is shown, and with nothing else', async () => {
      const { store } = context;
      const { id } = await saveStory(store, story);
      await saveStory(store, { url: 'urn:2', quotes: [{ words: 'No', by: 'Di Marsh' }] });
      const [ruiz, okri, tan, marsh] = await Promise.all(
        ['Ana Ruiz', 'Ben Okri', 'Cy Tan', 'Di Marsh'].map(async (name) => (await idsOf(store, name))[0]!),
      );
      const [first, second] = await store.findArticleQuotes(id);
      const changes: readonly [
        what: string,
        change: () => Promise<unknown>,
        seen: readonly [article: boolean, first: boolean, second: boolean],
      ][] = [
        ['the same again', () => saveStory(store, story), [false, false, false]],
        [
          'another article of the same people',
          () => saveStory(store, { ...story, url: 'urn:3', quotes: [{ words: 'Fog', by: 'Ana Ruiz' }] }),
          [false, false, false],
        ],
        [
          'another place of the same words',
          () => saveStory(store, { url: 'urn:4', quotes: story.quotes!.slice(0, 1) }),
          [false, true, false],
        ],
        [
          'a name elsewhere',
          () => store.correctEntity(marsh!, { name: 'Dee Marsh' }, null),
          [false, false, false],
        ],
        [
          'aliases alone',
          () => store.correctEntity(ruiz!, { aliases: ['Annie'] }, null),
          [false, false, false],
        ],
        [
          'a speaker’s name',
          () => store.correctEntity(ruiz!, { name: 'Anna Ruiz' }, null),
          [true, true, false],
        ],
        [
          'the type of whom it is about',
          () => store.correctEntity(okri!, { type: 'place' }, null),
          [true, true, false],
        ],
        ['a merge', () => store.mergeEntities(tan!, marsh!), [true, false, true]],
        [
          'a corrected speaker',
          () => store.correctQuote(first!.id, { speakerId: null }, null),
          [true, true, true],
        ],
        ['a rejection', () => store.correctQuote(second!.id, { isRejected: true }, null), [true, true, true]],
        ['a revision', () => saveStory(store, { ...story, headline: 'Rain' }), [true, true, true]],
      ];
      for (const [what, change, seen] of changes) {
        const before = await versions(store, id);
        await change();
        const after = await versions(store, id);
        const grown = [
          after.article > before.article,
          ...before.quotes.map((version, i) => (after.quotes[i] ?? Number.POSITIVE_INFINITY) > version),
        ];
        expect([what, ...grown]).toEqual([what, ...seen.slice(0, grown.length)]);
      }
    });

    it('are missing where the thing is', async () => {
      const { store } = context;
      const { id } = await saveStory(store, story);
      const [quote] = await store.findArticleQuotes(id);
      await store.deleteArticle(id, null);
      await expect(store.findArticleVersion(id)).rejects.toMatchObject({ code: 'deleted' });
      await expect(store.findArticleVersion('art_unknown')).rejects.toMatchObject({ code: 'not-found' });
      await expect(store.findQuoteVersion(quote!.id)).rejects.toMatchObject({ code: 'deleted' });
      await expect(store.findQuoteVersion('quo_unknown')).rejects.toMatchObject({ code: 'not-found' });
    });

    it('brings quotes by their ids, in the order asked, without those that there are not', async () => {
      const { id } = await saveStory(context.store, story);
      const [first, second] = await context.store.findArticleQuotes(id);
      const found = await context.store.findQuotes([second!.id, 'quo_unknown', first!.id]);
      expect(found).toEqual([second, first]);
    });
  });
}
