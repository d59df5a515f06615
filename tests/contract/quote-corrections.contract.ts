import { describe, expect, it } from 'vitest';
import { buildArticle, rawOf, type Story } from '../support/articles.ts';
import type { Engine } from './engines.ts';
import { articleQuery, firstPage, idsOf, quoteQuery, quotesBy, saveAgain, saveStory } from './queries.ts';
import { withStore } from './with-store.ts';

/** What people decide about quotes, and that it holds whatever comes in afterwards. */
export function describeQuoteCorrections(engine: Engine): void {
  describe('corrections of quotes', () => {
    const context = withStore(engine);
    const idOf = async (name: string) => (await idsOf(context.store, name))[0]!;
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
        resolution: null,
        isRejected: false,
      });
      expect(corrected.correctedAt).not.toBeNull();
      const { article } = await saveAgain(store, original);
      expect(article!.quotes).toMatchObject([
        { id, speaker: 1, speakerRole: null, confidence: 1, resolution: null },
        { resolution: 'name' },
      ]);
      expect(await quotesBy(store, okri)).toEqual(['It rains', 'It does not']);
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
      await saveAgain(store, original);
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
      await saveAgain(store, original);
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

    it('takes a speaker whom no article names yet, once', async () => {
      const { store } = context;
      const id = await save();
      const { speaker } = await store.correctQuote(
        id,
        { newSpeaker: { name: 'Dee Ray', type: 'person' } },
        null,
      );
      expect(speaker).toMatchObject({ name: 'Dee Ray', type: 'person' });
      const ray = speaker!.id;
      expect(await idsOf(store, 'ray')).toEqual([ray]);
      expect(await store.findEntity(ray)).toMatchObject({ name: 'Dee Ray', articleCount: 0, quoteCount: 1 });
      await saveAgain(store, original);
      expect(await quotesBy(store, ray)).toEqual(['It rains']);
      // Articles that name them later mean them, and so does whoever says it again.
      const { article } = await saveStory(store, { url: 'urn:2', names: [{ name: 'Dee Ray' }] });
      expect(article!.entities[0]).toMatchObject({ id: ray });
      await store.correctQuote(id, { newSpeaker: { name: 'DEE RAY', type: 'person' } }, null);
      expect((await store.findQuote(id)).speaker).toMatchObject({ id: ray, name: 'Dee Ray' });
      // Refused, nobody is made known.
      const { entities } = await store.counts();
      await expect(
        store.correctQuote(id, { newSpeaker: { name: 'Eve Fox', type: 'person' } }, () => false),
      ).rejects.toMatchObject({ code: 'precondition-failed' });
      expect((await store.counts()).entities).toBe(entities);
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
        expect((await store.listQuotes(quoteQuery({ q: 'rains' }), firstPage)).items).toHaveLength(shown - 1);
        expect((await store.findEntity(ruiz)).quoteCount).toBe(shown - 1);
        expect((await store.counts()).quotes).toBe(shown);
        const { articleId, isRejected } = await store.findQuote(id);
        expect(isRejected).toBe(shown === 1);
        expect((await store.findArticle(articleId)).quotes).toHaveLength(shown);
        expect(await store.findArticleQuotes(articleId)).toHaveLength(shown);
        const rejected = await store.findArticleQuotes(articleId, { rejected: true });
        expect(rejected.map((quote) => quote.id)).toEqual(shown === 1 ? [id] : []);
        const { items: articles } = await store.listArticles(articleQuery(), firstPage);
        expect(articles[0]!.quoteCount).toBe(shown);
      };
      await store.correctQuote(id, { isRejected: true }, null);
      await check(1);
      await saveAgain(store, original);
      await check(1);
      await store.correctQuote(id, { isRejected: false }, null);
      await check(2);
      await saveStory(store, { ...original, lede: 'Told a third time.' });
      await check(2);
    });

    it('takes all back that was decided', async () => {
      const { store } = context;
      const id = await save();
      const { version: _version, ...before } = await store.findQuote(id);
      await store.correctQuote(id, { speakerId: await idOf('Ben Okri'), isRejected: true }, null);
      expect(await store.correctQuote(id, { isTakenBack: true }, null)).toMatchObject(before);
      await saveStory(store, { ...original, lede: 'Told a third time.' });
      expect(await store.findQuote(id)).toMatchObject({ speaker: { name: 'Ana Ruiz' }, correctedAt: null });
      await store.correctQuote(id, { isRejected: true }, null);
      const corrected = await store.correctQuote(id, { isTakenBack: true, speakerId: null }, null);
      expect(corrected).toMatchObject({ speaker: null, isRejected: false, confidence: 1 });
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
}
