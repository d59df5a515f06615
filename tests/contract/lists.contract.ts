import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { ArticleQuery, QuoteQuery } from '../../src/domain/queries.ts';
import type { Engine } from './engines.ts';
import { articleQuery, firstPage, idsOf, quoteQuery, saveStory, walk } from './queries.ts';
import { withStore } from './with-store.ts';

/** What lists hold: filters, their combinations, order, totals and facets. */
export function describeLists(engine: Engine): void {
  describe('lists', () => {
    const context = withStore(engine);

    it('sorts by time: a date is the start of its day, and what has none comes last both ways', async () => {
      const dates = [
        '2024-03-02',
        '2024-03-01T23:59:59Z',
        null,
        '2024-03-02T00:00:01Z',
        '1969-07-20',
        '2024-03-01',
      ];
      for (const [index, publishedAt] of dates.entries()) {
        await saveStory(context.store, {
          url: `urn:${index}`,
          publishedAt,
          quotes: [{ words: 'Yes', by: 'Ana Ruiz' }],
        });
      }
      const ascending = [
        '1969-07-20',
        '2024-03-01',
        '2024-03-01T23:59:59Z',
        '2024-03-02',
        '2024-03-02T00:00:01Z',
      ];
      for (const [sort, expected] of [
        ['publishedAt', [...ascending, null]],
        ['-publishedAt', [...ascending.toReversed(), null]],
      ] as const) {
        const articles = await walk((page) => context.store.listArticles(articleQuery({ sort }), page), 2);
        expect(articles.map(({ publishedAt }) => publishedAt)).toEqual(expected);
        const quotes = await walk((page) => context.store.listQuotes(quoteQuery({ sort }), page), 2);
        expect(quotes.map(({ article }) => article.publishedAt)).toEqual(expected);
      }
    });

    it('includes both days', async () => {
      for (const publishedAt of [
        '2024-02-28',
        '2024-02-29T00:00:00Z',
        '2024-03-01T23:59:59.999Z',
        '2024-03-02',
        null,
      ]) {
        await saveStory(context.store, { url: `urn:${publishedAt}`, publishedAt });
      }
      const dates = async (from: string | null, to: string | null) =>
        (await context.store.listArticles(articleQuery({ from, to }), firstPage)).items.map(
          ({ publishedAt }) => publishedAt,
        );
      expect(await dates('2024-02-29', '2024-03-01')).toEqual([
        '2024-03-01T23:59:59.999Z',
        '2024-02-29T00:00:00Z',
      ]);
      expect(await dates('2024-03-02', null)).toEqual(['2024-03-02']);
      expect(await dates(null, '2024-02-28')).toEqual(['2024-02-28']);
      expect(await dates('2024-03-02', '2024-03-01')).toEqual([]);
    });

    async function fill(store: ArticleStore): Promise<void> {
      await saveStory(store, {
        url: 'https://daily.example/1',
        headline: 'Rates rise',
        publishedAt: '2024-01-10',
        publisher: { name: 'The Daily', url: null },
        agencies: ['Reuters', 'AFP'],
        byline: ['José Núñez'],
        language: 'en',
        quotes: [
          { words: 'Rates will rise', by: 'Ana Ruiz', about: ['Ben Okri'], confidence: 0.95 },
          { words: 'Prices are falling', by: 'Ben Okri', kind: 'indirect', confidence: 0.6 },
        ],
      });
      await saveStory(store, {
        url: 'https://post.example/2',
        headline: 'Rates fall',
        publishedAt: '2024-02-10',
        publisher: { name: 'Post', url: null },
        agencies: ['Reuters'],
        language: 'en',
        quotes: [
          { words: 'Rates will fall', by: 'Ana Ruiz', kind: 'mixed', confidence: 0.8 },
          { words: 'Who knows', by: null, confidence: 0.4 },
        ],
      });
      await saveStory(store, {
        url: 'urn:3',
        headline: 'Undated',
        language: 'fr',
        names: [{ name: 'Ben Okri' }],
      });
    }

    it('filters articles by everything, in any combination', async () => {
      await fill(context.store);
      const ruiz = await idsOf(context.store, 'Ana Ruiz');
      const okri = await idsOf(context.store, 'Ben Okri');
      const rows: readonly [Partial<ArticleQuery>, readonly string[]][] = [
        [{}, ['Rates fall', 'Rates rise', 'Undated']],
        [{ publisher: 'DAILY' }, ['Rates rise']],
        [{ publisher: 'dail' }, []],
        [{ agency: 'reuters' }, ['Rates fall', 'Rates rise']],
        [{ agency: 'AFP', language: 'en' }, ['Rates rise']],
        [{ byline: 'jose nunez' }, ['Rates rise']],
        [{ language: 'FR' }, ['Undated']],
        [{ url: 'https://post.example/2' }, ['Rates fall']],
        [{ url: 'https://post.example' }, []],
        [{ entityIds: okri }, ['Rates rise', 'Undated']],
        [{ entityIds: [...okri, ...ruiz] }, ['Rates fall', 'Rates rise', 'Undated']],
        [{ speakerIds: okri }, ['Rates rise']],
        [{ entityIds: [] }, []],
        [{ speakerIds: [] }, []],
        [{ speakerIds: ruiz, entityIds: okri }, ['Rates rise']],
        [{ q: 'rates', speakerIds: ruiz, from: '2024-02-01' }, ['Rates fall']],
        [
          {
            q: 'rates',
            agency: 'Reuters',
            publisher: 'the daily',
            byline: 'José Núñez',
            language: 'en',
            url: 'https://daily.example/1',
            entityIds: okri,
            speakerIds: ruiz,
            from: '2024-01-10',
            to: '2024-01-10',
          },
          ['Rates rise'],
        ],
        [{ q: '-rates', entityIds: okri }, ['Undated']],
      ];
      for (const [query, expected] of rows) {
        for (const sort of ['-publishedAt', 'publishedAt', 'relevance'] as const) {
          const { items, total, next } = await context.store.listArticles(
            articleQuery({ ...query, sort }),
            firstPage,
          );
          expect(items.map(({ headline }) => headline).sort(), JSON.stringify(query)).toEqual(
            [...expected].sort(),
          );
          expect({ total, next }).toEqual({ total: expected.length, next: null });
        }
      }
    });

    it('filters quotes by everything, in any combination', async () => {
      await fill(context.store);
      const ruiz = await idsOf(context.store, 'Ana Ruiz');
      const okri = await idsOf(context.store, 'Ben Okri');
      const { items } = await context.store.listArticles(articleQuery({ publisher: 'Post' }), firstPage);
      const [rise, prices, fall, knows] = [
        'Rates will rise',
        'Prices are falling',
        'Rates will fall',
        'Who knows',
      ];
      const rows: readonly [Partial<QuoteQuery>, readonly (string | undefined)[]][] = [
        [{}, [fall, knows, rise, prices]],
        [{ speakerIds: ruiz }, [fall, rise]],
        [{ speakerIds: [...ruiz, ...okri] }, [fall, rise, prices]],
        [{ speakerIds: [...ruiz, ...ruiz] }, [fall, rise]],
        [{ speakerIds: [] }, []],
        [{ speakerIds: ['ent_unknown'] }, []],
        [{ aboutIds: okri }, [rise]],
        [{ aboutIds: [] }, []],
        [{ articleId: items[0]!.id }, [fall, knows]],
        [{ articleId: 'art_unknown' }, []],
        [{ kinds: ['indirect', 'mixed'] }, [fall, prices]],
        [{ kinds: [] }, []],
        [{ publisher: 'the daily' }, [rise, prices]],
        [{ from: '2024-02-01', to: '2024-02-28' }, [fall, knows]],
        [{ minConfidence: 0.8 }, [fall, rise]],
        [{ attributed: true }, [fall, rise, prices]],
        [{ attributed: false }, [knows]],
        [{ q: 'rates' }, [fall, rise]],
        [{ phrase: 'will rise' }, [rise]],
        [{ q: 'rates', phrase: 'will fall' }, [fall]],
        [{ q: '-rates', phrase: 'will fall' }, []],
        [{ q: '-knows', phrase: 'will fall' }, [fall]],
        [{ q: '-rates', attributed: true }, [prices]],
        [
          {
            q: 'rates',
            speakerIds: ruiz,
            aboutIds: okri,
            kinds: ['direct'],
            publisher: 'daily',
            from: '2024-01-10',
            to: '2024-01-10',
            minConfidence: 0.9,
            attributed: true,
          },
          [rise],
        ],
      ];
      for (const [query, expected] of rows) {
        const list = (sort: QuoteQuery['sort']) =>
          context.store.listQuotes(quoteQuery({ ...query, sort }), firstPage);
        const newest = await list('-publishedAt');
        expect(
          newest.items.map(({ text }) => text),
          JSON.stringify(query),
        ).toEqual(expected);
        for (const sort of ['publishedAt', 'relevance', '-confidence'] as const) {
          const page = await list(sort);
          expect(page.items.map(({ text }) => text).sort(), JSON.stringify(query)).toEqual(
            [...expected].sort(),
          );
          expect({ total: page.total, next: page.next }).toEqual({ total: expected.length, next: null });
        }
      }
      const byConfidence = await context.store.listQuotes(quoteQuery({ sort: '-confidence' }), firstPage);
      expect(byConfidence.items.map(({ confidence }) => confidence)).toEqual([0.95, 0.8, 0.6, 0.4]);
    });

    it('counts facets over all that matches, whatever the page', async () => {
      await fill(context.store);
      const [ruiz] = await context.store.resolveName('Ana Ruiz');
      const [okri] = await context.store.resolveName('Ben Okri');
      const page = { limit: 1, after: null, withTotal: false };
      const quotes = await context.store.listQuotes(
        quoteQuery({ facets: ['speaker', 'publisher', 'kind', 'about', 'month'] }),
        page,
      );
      expect(quotes.total).toBeNull();
      expect(quotes.facets).toEqual({
        speaker: [
          { value: ruiz!.id, name: 'Ana Ruiz', count: 2 },
          { value: okri!.id, name: 'Ben Okri', count: 1 },
        ],
        publisher: [
          { value: 'Post', name: null, count: 2 },
          { value: 'The Daily', name: null, count: 2 },
        ],
        kind: [
          { value: 'direct', name: null, count: 2 },
          { value: 'indirect', name: null, count: 1 },
          { value: 'mixed', name: null, count: 1 },
        ],
        about: [{ value: okri!.id, name: 'Ben Okri', count: 1 }],
        month: [
          { value: '2024-02', name: null, count: 2 },
          { value: '2024-01', name: null, count: 2 },
        ],
      });
      const articles = await context.store.listArticles(
        articleQuery({ q: 'rates', facets: ['publisher', 'agency', 'language', 'month'] }),
        page,
      );
      expect(articles.facets).toMatchObject({
        publisher: [{ count: 1 }, { count: 1 }],
        agency: [
          { value: 'Reuters', count: 2 },
          { value: 'AFP', count: 1 },
        ],
        language: [{ value: 'en', count: 2 }],
        month: [
          { value: '2024-02', count: 1 },
          { value: '2024-01', count: 1 },
        ],
      });
      expect(
        (await context.store.listQuotes(quoteQuery({ speakerIds: [], facets: ['kind'] }), page)).facets,
      ).toEqual({ kind: [] });
    });

    it('shows an article in a list with its lede and number of quotes', async () => {
      await fill(context.store);
      const { items } = await context.store.listArticles(articleQuery({ publisher: 'post' }), firstPage);
      expect(items).toMatchObject([
        {
          lede: 'Nothing happened on Tuesday.',
          quoteCount: 2,
          revision: 1,
          extractor: 'test',
          problems: [],
          byline: [],
        },
      ]);
      expect(items[0]).not.toHaveProperty('text');
    });
  });
}
