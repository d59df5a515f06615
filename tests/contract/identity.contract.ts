import { describe, expect, it } from 'vitest';
import { buildArticle, rawOf, type Story } from '../support/articles.ts';
import type { Engine } from './engines.ts';
import { articleQuery, entityQuery, firstPage, idsOf, quoteQuery, saveStory } from './queries.ts';
import { withStore } from './with-store.ts';

/** Which articles are the same, what a revision is, and what stays of a deleted one. */
export function describeIdentity(engine: Engine): void {
  describe('identity', () => {
    const context = withStore(engine);
    const talks = {
      url: 'https://daily.example/talks',
      guid: 'daily-1',
      headline: 'Talks in Ankara',
      publishedAt: '2024-03-01T09:30:00Z',
      publisher: { name: 'The Daily', url: 'https://daily.example' },
      dateline: { place: 'ANKARA', date: 'March 1', agency: null },
      byline: ['Jane Doe'],
      agencies: ['Reuters'],
      quotes: [
        { words: 'We agreed on nothing', by: 'Ana Ruiz', about: ['Omar Haddad'] },
        { words: 'We agreed on nothing', by: null },
      ],
    };

    it('serves an article as it was given, with ids', async () => {
      const article = buildArticle(talks);
      const saved = await context.store.save(article, { text: 'raw copy', mediaType: 'text/html' });
      expect(saved.outcome).toBe('created');
      const stored = await context.store.findArticle(saved.id);
      expect(stored).toEqual(saved.article);
      const { id, revision, ingestedAt, version, copyOf, copyCount, ...rest } = stored;
      expect({ copyOf, copyCount }).toEqual({ copyOf: null, copyCount: 0 });
      expect({ id, revision }).toEqual({ id: saved.id, revision: 1 });
      expect(new Date(ingestedAt).toISOString()).toBe(ingestedAt);
      expect(Number.isSafeInteger(version)).toBe(true);
      const withoutIds = {
        ...rest,
        entities: rest.entities.map((entity) => ({ ...entity, id: null })),
        quotes: rest.quotes.map((quote) => ({ ...quote, id: null })),
      };
      expect(withoutIds).toEqual(article);
      expect(new Set(stored.quotes.map((quote) => quote.id)).size).toBe(2);
      for (const entity of stored.entities) expect(entity.id).toMatch(/^ent_[a-z0-9]+$/);
      for (const quote of stored.quotes) expect(quote.id).toMatch(/^quo_[a-z0-9]+$/);
      expect(stored.id).toMatch(/^art_[a-z0-9]+$/);
      expect(await context.store.findRaw(saved.id)).toEqual({ text: 'raw copy', mediaType: 'text/html' });
    });

    it('serves quotes with the words that their spans cover', async () => {
      const { id, article } = await saveStory(context.store, talks);
      const quotes = await context.store.findArticleQuotes(id);
      expect(quotes.map((quote) => quote.id)).toEqual(article!.quotes.map((quote) => quote.id));
      const [first, second] = quotes;
      expect(first).toMatchObject({
        articleId: id,
        cue: { text: 'said' },
        source: { text: 'Ana Ruiz' },
        speaker: { name: 'Ana Ruiz', type: 'person', role: null },
        about: [{ name: 'Omar Haddad' }],
        article: {
          id,
          headline: 'Talks in Ankara',
          publishedAt: talks.publishedAt,
          publisher: talks.publisher,
        },
      });
      for (const span of [...first!.segments, ...first!.verbatim, first!.cue!, first!.source!]) {
        expect(article!.text.slice(span.start, span.end)).toBe(span.text);
      }
      expect(second).toMatchObject({ speaker: null, source: null, jointSpeakers: [], about: [] });
      expect(await context.store.findQuote(first!.id)).toEqual(first);
    });

    it('takes the same guid, or the same url, for the same article', async () => {
      const { id } = await saveStory(context.store, talks);
      expect(await saveStory(context.store, talks)).toMatchObject({ outcome: 'unchanged', id });
      const byGuid = await saveStory(context.store, { ...talks, url: 'https://daily.example/moved' });
      expect(byGuid).toMatchObject({ outcome: 'revised', id, article: { revision: 2 } });
      const byUrl = await saveStory(context.store, {
        ...talks,
        guid: null,
        url: 'https://daily.example/moved',
      });
      expect(byUrl).toMatchObject({ outcome: 'revised', id, article: { revision: 3, guid: null } });
      expect(await context.store.counts()).toMatchObject({ articles: 1, quotes: 2 });
    });

    it('keeps a whole article where only a summary of it comes, unless that withdraws it', async () => {
      const { id, article } = await saveStory(context.store, talks);
      const summary = { url: talks.url, lede: 'Talks began.', completeness: 'summary' } as const;
      const again = await saveStory(context.store, summary);
      expect(again).toMatchObject({
        outcome: 'unchanged',
        id,
        article: { text: article!.text, revision: 1 },
      });
      const withdrawn = await saveStory(context.store, { ...summary, status: 'canceled' });
      expect(withdrawn).toMatchObject({ outcome: 'revised', id, article: { status: 'canceled' } });
    });

    it('takes the whole article in place of its summary, and a newer summary', async () => {
      const summary = { url: talks.url, lede: 'Talks began.', completeness: 'summary' } as const;
      const { id } = await saveStory(context.store, summary);
      const newer = await saveStory(context.store, { ...summary, lede: 'Talks ended.' });
      expect(newer).toMatchObject({ outcome: 'revised', id });
      const whole = await saveStory(context.store, talks);
      expect(whole).toMatchObject({ outcome: 'revised', id, article: { completeness: 'full' } });
    });

    it('takes the same words and date for the same article where there is neither guid nor url', async () => {
      const plain = { lede: 'It rained in Lima.', publishedAt: '2024-03-01' };
      const { id } = await saveStory(context.store, plain);
      expect(await saveStory(context.store, plain)).toMatchObject({ outcome: 'unchanged', id });
      const spaced = buildArticle({ ...plain, lede: 'It rained  in Lima.' });
      expect(await context.store.save(spaced, rawOf(spaced))).toMatchObject({ outcome: 'revised', id });
      const later = await saveStory(context.store, { ...plain, publishedAt: '2024-03-02' });
      expect(later.outcome).toBe('created');
      expect(later.id).not.toBe(id);
    });

    it('does not revise an article to and fro where two have the same words and nothing else to be known by', async () => {
      const { store } = context;
      const [one, other] = ['Rain in Lima', 'Lima sees rain'].map(
        (headline): Story => ({ lede: 'It rained in Lima.', headline }),
      );
      const { id } = await saveStory(store, one!);
      expect(await saveStory(store, other!)).toMatchObject({ outcome: 'revised', id });
      for (const again of [one!, other!, one!])
        expect(await saveStory(store, again)).toMatchObject({
          outcome: 'unchanged',
          article: { revision: 2 },
        });
      // Whose address says which it is, may have been right before.
      const at = { url: 'https://daily.example/rain' };
      for (const each of [one!, other!, one!]) await saveStory(store, { ...each, ...at });
      expect(await saveStory(store, { ...other!, ...at })).toMatchObject({ article: { revision: 4 } });
    });

    it('takes the same words under another address for an article of its own', async () => {
      const first = await saveStory(context.store, talks);
      const copy = await saveStory(context.store, {
        ...talks,
        guid: null,
        url: 'https://post.example/talks',
      });
      const bare = await saveStory(context.store, { ...talks, guid: null, url: null });
      expect([copy.outcome, bare.outcome]).toEqual(['created', 'created']);
      expect(new Set([first.id, copy.id, bare.id]).size).toBe(3);
    });

    it('derives ids from the identity alone', async () => {
      const first = await saveStory(context.store, talks);
      const other = await engine.open();
      await saveStory(other.store, { url: 'https://daily.example/before' });
      const again = await saveStory(other.store, talks);
      await other.dispose();
      expect(again.id).toBe(first.id);
      expect(again.article!.quotes).toEqual(first.article!.quotes);
      expect(again.article!.entities).toEqual(first.article!.entities);
    });

    it('makes no revision where only the extractor, or only the raw copy, is another', async () => {
      const { id } = await saveStory(context.store, talks);
      const fewer = buildArticle({ ...talks, extractor: 'test 2' });
      const outcome = await context.store.save({ ...fewer, quotes: [] }, rawOf(fewer));
      expect(outcome).toMatchObject({ outcome: 'unchanged', id, article: { extractor: 'test' } });
      const article = buildArticle(talks);
      const other = { text: 'other advertisements', mediaType: 'text/html' };
      expect((await context.store.save(article, other)).outcome).toBe('unchanged');
      const cleaned = { ...article, text: article.text.replace('Tuesday', 'tuesday') };
      expect((await context.store.save(cleaned, rawOf(article))).outcome).toBe('unchanged');
    });

    it('keeps the ids of quotes whose words a revision keeps', async () => {
      const { id, article } = await saveStory(context.store, talks);
      const [kept, gone] = article!.quotes;
      const revised = await saveStory(context.store, {
        ...talks,
        quotes: [{ words: 'Welcome', by: 'Omar Haddad' }, talks.quotes[0]!],
      });
      expect(revised.article!.quotes[1]!.id).toBe(kept!.id);
      await expect(context.store.findQuote(gone!.id!)).rejects.toMatchObject({ code: 'deleted' });
      const restored = await saveStory(context.store, talks);
      expect(restored).toMatchObject({ id, article: { revision: 3 } });
      expect((await context.store.findQuote(gone!.id!)).articleId).toBe(id);
    });

    it('keeps a deleted article deleted until it is put back', async () => {
      const { id, article } = await saveStory(context.store, talks);
      await context.store.deleteArticle(id, null);
      for (const find of ['findArticle', 'findRaw', 'findArticleQuotes'] as const) {
        await expect(context.store[find](id)).rejects.toMatchObject({ code: 'deleted' });
      }
      await expect(context.store.deleteArticle(id, null)).rejects.toMatchObject({ code: 'deleted' });
      await expect(context.store.findQuote(article!.quotes[0]!.id!)).rejects.toMatchObject({
        code: 'deleted',
      });
      expect(await saveStory(context.store, talks)).toEqual({ outcome: 'deleted', id, article: null });
      expect(await context.store.counts()).toEqual({ articles: 0, quotes: 0, entities: 0 });
      expect((await context.store.listQuotes(quoteQuery(), firstPage)).items).toEqual([]);
      expect((await context.store.listEntities(entityQuery(), firstPage)).items).toEqual([]);
      expect(await context.store.resolveName('Ana Ruiz')).toEqual([]);

      const same = buildArticle(talks);
      const back = await context.store.replace(id, same, rawOf(same), null);
      expect(back).toMatchObject({ outcome: 'revised', id, article: { revision: 2 } });
      expect(back.article!.quotes).toEqual(article!.quotes);
      expect(await saveStory(context.store, talks)).toMatchObject({ outcome: 'unchanged', id });
    });

    it('replaces an article as a whole', async () => {
      const { id } = await saveStory(context.store, talks);
      const other = buildArticle({ lede: 'All is new.', url: 'https://daily.example/new' });
      const replaced = await context.store.replace(id, other, rawOf(other), null);
      expect(replaced).toMatchObject({
        outcome: 'revised',
        id,
        article: { revision: 2, guid: null, quotes: [] },
      });
      expect((await context.store.replace(id, other, rawOf(other), null)).outcome).toBe('unchanged');
      expect(await idsOf(context.store, 'Ana Ruiz')).toEqual([]);
      // The former address is free again, and an article that takes it is another one.
      const successor = await saveStory(context.store, talks);
      expect(successor.outcome).toBe('created');
      expect(successor.id).not.toBe(id);
      await expect(context.store.replace('art_unknown', other, rawOf(other), null)).rejects.toMatchObject({
        code: 'not-found',
      });
    });

    it('rejects a url that is another article’s, and changes nothing', async () => {
      const first = await saveStory(context.store, talks);
      const second = await saveStory(context.store, { guid: 'daily-2', url: 'https://daily.example/2' });
      const thief = buildArticle({ ...talks, guid: 'daily-2', lede: 'Stolen.' });
      const taken = { code: 'url-taken', extensions: { articleId: first.id } };
      await expect(context.store.replace(second.id, thief, rawOf(thief), null)).rejects.toMatchObject(taken);
      await expect(context.store.save(thief, rawOf(thief))).rejects.toMatchObject(taken);
      expect(await context.store.findArticle(second.id)).toEqual(second.article);
      expect(await context.store.findArticle(first.id)).toEqual(first.article);
      await context.store.deleteArticle(first.id, null);
      await expect(context.store.save(thief, rawOf(thief))).rejects.toMatchObject(taken);
    });

    it('asks the precondition with the current article', async () => {
      const { id, article } = await saveStory(context.store, talks);
      const other = buildArticle({ lede: 'All is new.' });
      const no = (current: unknown) => {
        expect(current).toEqual(article);
        return false;
      };
      const failed = { code: 'precondition-failed' };
      await expect(context.store.replace(id, other, rawOf(other), no)).rejects.toMatchObject(failed);
      await expect(context.store.deleteArticle(id, no)).rejects.toMatchObject(failed);
      expect(await context.store.findArticle(id)).toEqual(article);
      await context.store.deleteArticle(id, () => true);
      await expect(context.store.replace(id, other, rawOf(other), () => true)).rejects.toMatchObject(failed);
    });

    it('creates once when the same article comes twice at once', async () => {
      const outcomes = await Promise.all([saveStory(context.store, talks), saveStory(context.store, talks)]);
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', 'unchanged']);
    });

    it('keeps withheld and canceled articles out of lists, searches and counts', async () => {
      const { id, article } = await saveStory(context.store, talks);
      for (const status of ['withheld', 'canceled'] as const) {
        const outcome = await saveStory(context.store, { ...talks, status, modifiedAt: '2024-03-01' });
        expect(outcome).toMatchObject({ outcome: 'revised', id, article: { status } });
        expect(outcome.article!.quotes).toEqual(article!.quotes);
        const found = await Promise.all([
          context.store.listArticles(articleQuery(), firstPage),
          context.store.listArticles(articleQuery({ q: 'talks', sort: 'relevance' }), firstPage),
          context.store.listArticles(
            articleQuery({ publisher: 'the daily', facets: ['publisher'] }),
            firstPage,
          ),
          context.store.listQuotes(quoteQuery({ q: 'agreed' }), firstPage),
          context.store.listQuotes(quoteQuery({ speakerIds: await idsOf(context.store, 'Ruiz') }), firstPage),
          context.store.listQuotes(quoteQuery({ sort: 'publishedAt' }), firstPage),
          context.store.listEntities(entityQuery(), firstPage),
        ]);
        for (const { items, total } of found) expect({ items, total }).toEqual({ items: [], total: 0 });
        expect(await context.store.counts()).toMatchObject({ articles: 0, quotes: 0 });
      }
      expect((await saveStory(context.store, { ...talks, modifiedAt: '2024-03-02' })).article).toMatchObject({
        revision: 4,
        status: 'usable',
      });
      expect((await context.store.listQuotes(quoteQuery({ q: 'agreed' }), firstPage)).total).toBe(2);
      expect((await context.store.listEntities(entityQuery(), firstPage)).total).toBe(2);
    });

    it('leaves nothing behind of an article that cannot be stored', async () => {
      await saveStory(context.store, talks);
      const before = await context.store.counts();
      const article = buildArticle({
        url: 'https://daily.example/broken',
        quotes: [{ words: 'Yes', by: 'New Name' }],
      });
      const broken = { ...article, quotes: article.quotes.map((quote) => ({ ...quote, speaker: 99 })) };
      await expect(context.store.save(broken, rawOf(broken))).rejects.toThrow();
      expect(await context.store.counts()).toEqual(before);
      expect(await idsOf(context.store, 'New Name')).toEqual([]);
      expect((await context.store.save(article, rawOf(article))).outcome).toBe('created');
    });

    it('stores text that is hostile to text', async () => {
      for (const lede of ['nul \0 byte', 'half \ud83d pair', '😀'.repeat(50), `"${"'".repeat(99)}`, '']) {
        const { id } = await saveStory(context.store, {
          lede,
          url: `urn:${encodeURIComponent(lede.replace(/\ud83d(?!\ude00)/u, '?'))}`,
        });
        const stored = await context.store.findArticle(id);
        expect(stored.text.slice(0, lede.length)).toBe(lede.replace(/\ud83d(?!\ude00)/u, '\ufffd'));
      }
    });
  });
}
