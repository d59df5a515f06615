import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { buildArticle, rawOf, type Story } from '../support/articles.ts';
import type { Engine } from './engines.ts';
import { idsOf, saveStory } from './queries.ts';
import { withStore } from './with-store.ts';

/** Better rules for what is stored already. */
export function describeReextraction(engine: Engine): void {
  describe('extracting again', () => {
    const context = withStore(engine);
    const story: Story = {
      url: 'https://daily.example/1',
      publishedAt: '2024-03-01',
      extractor: '1-old',
      quotes: [
        { words: 'Rain is coming', by: 'Ana Ruiz' },
        { words: 'So it is', by: 'Cy Tan' },
      ],
    };

    /** Makes of the article's raw copy what other rules make of it. */
    async function reextract(store: ArticleStore, id: string, by: Partial<Story>) {
      const article = buildArticle({ ...story, extractor: '2-new', ...by });
      const [outcome] = await store.reextractMany([{ ...(await store.findExtracted(id)), article }]);
      return outcome!;
    }

    it('lists by which rules each article was structured, page by page', async () => {
      const { store } = context;
      const ids = [
        await saveStory(store, story),
        await saveStory(store, { url: 'urn:2', status: 'withheld' }),
      ]
        .map(({ id }) => id)
        .toSorted();
      const all = await store.listExtractions(null, 10);
      expect(all.map(({ id }) => id)).toEqual(ids);
      expect(all.map(({ extractor }) => extractor).toSorted()).toEqual(['1-old', 'test']);
      expect(await store.listExtractions(null, 1)).toEqual(all.slice(0, 1));
      expect(await store.listExtractions(ids[0]!, 10)).toEqual(all.slice(1));
    });

    it('finds an article as it was extracted, whatever a person decided', async () => {
      const { store } = context;
      const article = buildArticle(story);
      const raw = { ...rawOf(article), stated: { url: 'https://daily.example/1' } };
      const { id } = await store.save(article, raw);
      const [first, second] = await store.findArticleQuotes(id);
      await store.correctQuote(first!.id, { isRejected: true }, null);
      await store.correctQuote(second!.id, { speakerId: null }, null);
      await store.correctEntity((await idsOf(store, 'Ana Ruiz'))[0]!, { name: 'Anna Ruiz' }, null);
      expect(await store.findExtracted(id)).toMatchObject({ id, revision: 1, article, raw });
      await store.deleteArticle(id, null);
      await expect(store.findExtracted(id)).rejects.toMatchObject({ code: 'deleted' });
    });

    it('is no revision, and keeps the ids of quotes whose words are the same', async () => {
      const { store } = context;
      const { id, article: before } = await saveStory(store, story);
      const { latest } = await store.listChanges({ since: 0, feed: null }, 100);
      const raw = await store.findRaw(id);
      const outcome = await reextract(store, id, {
        quotes: [
          { words: 'Rain is coming', by: 'Ben Okri' },
          { words: 'And snow', by: 'Cy Tan' },
        ],
        url: 'https://elsewhere.example/',
      });
      expect(outcome).toEqual({ outcome: 'reextracted', correctionsWithoutQuote: [] });
      const after = await store.findArticle(id);
      expect(after).toMatchObject({
        revision: 1,
        url: story.url,
        extractor: '2-new',
        ingestedAt: before!.ingestedAt,
      });
      expect(after.version).toBeGreaterThan(before!.version);
      expect(after.quotes.map(({ text }) => text)).toEqual(['Rain is coming', 'And snow']);
      expect(after.quotes[0]!.id).toBe(before!.quotes[0]!.id);
      expect(after.entities.map(({ name }) => name)).toEqual(['Ben Okri', 'Cy Tan']);
      await expect(store.findQuote(before!.quotes[1]!.id!)).rejects.toMatchObject({ code: 'deleted' });
      expect(await store.resolveName('Ana Ruiz')).toEqual([]);
      expect(await store.findRaw(id)).toEqual(raw);
      const { items } = await store.listChanges({ since: latest, feed: null }, 100);
      expect(items.map(({ action, id: of }) => [action, of])).toContainEqual(['reextracted', id]);
      expect(await saveStory(store, { ...story, quotes: [...story.quotes!] })).toMatchObject({ id });
    });

    it('leaves what people decided', async () => {
      const { store } = context;
      const { id } = await saveStory(store, story);
      await saveStory(store, { url: 'urn:2', names: [{ name: 'Di Marsh' }] });
      const [first, second] = await store.findArticleQuotes(id);
      const [marsh] = await idsOf(store, 'Di Marsh');
      await store.correctQuote(first!.id, { speakerId: marsh! }, null);
      await store.correctQuote(second!.id, { isRejected: true }, null);
      await store.mergeEntities((await idsOf(store, 'Cy Tan'))[0]!, marsh!);
      await reextract(store, id, { quotes: [...story.quotes!, { words: 'And snow', by: 'Cy Tan' }] });
      const quotes = await store.findArticleQuotes(id);
      expect(quotes.map(({ text, speaker }) => [text, speaker?.name])).toEqual([
        ['Rain is coming', 'Di Marsh'],
        ['And snow', 'Di Marsh'],
      ]);
      expect(await store.findArticleQuotes(id, { rejected: true })).toMatchObject([{ id: second!.id }]);
    });

    it('leaves it also where a quote has some words more or fewer now, and says where it is gone', async () => {
      const { store } = context;
      const { id } = await saveStory(store, {
        ...story,
        quotes: [
          { words: 'Rain is coming', by: 'Ana Ruiz' },
          { words: 'It will be wet', by: 'Cy Tan' },
          { words: 'hope', by: 'Cy Tan' },
        ],
      });
      const [rain, wet, hope] = await store.findArticleQuotes(id);
      const [tan] = await idsOf(store, 'Cy Tan');
      await store.correctQuote(rain!.id, { speakerId: tan! }, null);
      await store.correctQuote(wet!.id, { isRejected: true }, null);
      await store.correctQuote(hope!.id, { isRejected: true }, null);
      const outcome = await reextract(store, id, {
        quotes: [
          { words: 'Rain is coming today', by: 'Ana Ruiz' },
          { words: 'It will be', by: 'Cy Tan' },
          { words: 'There is hope for a dry evening', by: 'Ana Ruiz' },
        ],
      });
      expect(outcome).toEqual({ outcome: 'reextracted', correctionsWithoutQuote: [hope!.id] });
      const quotes = await store.findArticleQuotes(id);
      expect(quotes.map(({ text, speaker }) => [text, speaker?.name])).toEqual([
        ['Rain is coming today', 'Cy Tan'],
        ['There is hope for a dry evening', 'Ana Ruiz'],
      ]);
      // Back by the former rules, everything is as it was.
      await reextract(store, id, {
        quotes: [
          { words: 'Rain is coming', by: 'Ana Ruiz' },
          { words: 'hope', by: 'Cy Tan' },
        ],
      });
      expect((await store.findArticleQuotes(id)).map(({ speaker }) => speaker?.name)).toEqual(['Cy Tan']);
    });

    it('changes nothing where the article is another by now', async () => {
      const { store } = context;
      const { id } = await saveStory(store, story);
      const read = await store.findExtracted(id);
      await saveStory(store, { ...story, lede: 'Something happened.' });
      const article = buildArticle({ ...story, extractor: '2-new' });
      expect(await store.reextractMany([{ ...read, article }])).toEqual([{ outcome: 'outdated' }]);
      expect(await store.findArticle(id)).toMatchObject({ revision: 2, extractor: '1-old' });
      await store.deleteArticle(id, null);
      expect(await store.reextractMany([{ id, revision: 2, article }])).toEqual([{ outcome: 'outdated' }]);
      await expect(store.findArticle(id)).rejects.toMatchObject({ code: 'deleted' });
    });
  });
}
