import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { Page, PageRequest } from '../../src/domain/queries.ts';
import type { Engine } from './engines.ts';
import {
  articleQuery,
  entityQuery,
  firstPage,
  quoteQuery,
  saveStory,
  speakerQuery,
  walk,
} from './queries.ts';
import { withStore } from './with-store.ts';

type Item = { readonly id: string };

/** Lists that are paged through while the store changes: every item that stays is met exactly once. */
export function describePaging(engine: Engine): void {
  describe('paging', { timeout: 60_000 }, () => {
    const context = withStore(engine);
    const lists: Readonly<Record<string, (store: ArticleStore, page: PageRequest) => Promise<Page<Item>>>> = {
      'articles, newest first': (store, page) => store.listArticles(articleQuery(), page),
      'articles, oldest first': (store, page) =>
        store.listArticles(articleQuery({ sort: 'publishedAt' }), page),
      'articles found': (store, page) => store.listArticles(articleQuery({ q: 'tuesday' }), page),
      'articles by relevance': (store, page) =>
        store.listArticles(articleQuery({ q: 'tuesday OR rain', sort: 'relevance' }), page),
      'articles of a publisher': (store, page) => store.listArticles(articleQuery({ publisher: 'p1' }), page),
      'quotes, newest first': (store, page) => store.listQuotes(quoteQuery(), page),
      'quotes, oldest first': (store, page) => store.listQuotes(quoteQuery({ sort: 'publishedAt' }), page),
      'quotes by confidence': (store, page) => store.listQuotes(quoteQuery({ sort: '-confidence' }), page),
      'quotes of two speakers': async (store, page) => {
        const bearers = await Promise.all(['Ana Ruiz', 'Ben Okri'].map((name) => store.resolveName(name)));
        return store.listQuotes(quoteQuery({ speakerIds: bearers.flat().map(({ id }) => id) }), page);
      },
      'speakers by quotes': (store, page) => store.listSpeakers(speakerQuery(), page),
      'speakers by name': (store, page) => store.listSpeakers(speakerQuery({ sort: 'name' }), page),
      'entities by articles': (store, page) => store.listEntities(entityQuery(), page),
    };
    const names = ['Ana Ruiz', 'Ben Okri', 'Cy Tan', 'Di Marsh', 'Eve Holt', 'Fay Wray'];

    const story = fc.record({
      number: fc.nat(25),
      day: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
      time: fc.constantFrom('', 'T00:00:00Z', 'T12:00:00Z'),
      publisher: fc.constantFrom('p1', 'p2'),
      headline: fc.constantFrom('rain', 'tuesday', null),
      speakers: fc.array(
        fc.record({ by: fc.constantFrom(null, ...names), confidence: fc.constantFrom(0.2, 0.5, 0.9) }),
        {
          maxLength: 3,
        },
      ),
    });
    const change = fc.oneof(
      { weight: 4, arbitrary: story.map((story) => ({ type: 'save' as const, story })) },
      { weight: 1, arbitrary: fc.nat(25).map((number) => ({ type: 'delete' as const, number })) },
    );

    async function apply(store: ArticleStore, step: Change) {
      if (step.type === 'delete') {
        const found = await store.listArticles(articleQuery({ url: `urn:${step.number}` }), firstPage);
        if (found.items[0] !== undefined) await store.deleteArticle(found.items[0].id, null);
        return;
      }
      const { number, day, time, publisher, headline, speakers } = step.story;
      await saveStory(store, {
        url: `urn:${number}`,
        publishedAt: day === null ? null : `2024-03-0${day}${time}`,
        headline,
        publisher: { name: publisher, url: null },
        quotes: speakers.map(({ by, confidence }, index) => ({ words: `Words ${index}`, by, confidence })),
      });
    }

    for (const [name, list] of Object.entries(lists)) {
      it(`meets each of the ${name} exactly once`, async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(change, { minLength: 10, maxLength: 40 }),
            fc.array(change, { maxLength: 12 }),
            fc.integer({ min: 1, max: 5 }),
            async (before, during, limit) => {
              const { store, dispose } = await engine.open();
              for (const step of before) await apply(store, step);
              const there = new Set((await list(store, firstPage)).items.map(({ id }) => id));
              const known = new Set(there);
              const left = new Set<string>();
              const steps = during.values();
              const seen = await walk(
                (page) => list(store, page),
                limit,
                async () => {
                  const step = steps.next().value;
                  if (step === undefined) return;
                  await apply(store, step);
                  // What left the list, if only for a moment, need not be met, and is new where it comes again.
                  const now = new Set((await list(store, firstPage)).items.map(({ id }) => id));
                  for (const id of known) if (!now.has(id)) left.add(id);
                  for (const id of now) known.add(id);
                },
              );
              const ids = seen.map(({ id }) => id).filter((id) => !left.has(id));
              expect(new Set(ids).size).toBe(ids.length);
              for (const id of there) if (!left.has(id)) expect(ids).toContain(id);
              await dispose();
            },
          ),
          { numRuns: engine.propertyRuns, seed: 7 },
        );
      });
    }

    it('agrees with a naive oracle on order, total and what is filtered', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 5, maxLength: 40 }),
          fc.integer({ min: 1, max: 9 }),
          async (steps, limit) => {
            const { store, dispose } = await engine.open();
            for (const step of steps) await apply(store, step);
            const all = await walk((page) => store.listArticles(articleQuery(), page), limit);
            const time = (publishedAt: string | null) =>
              publishedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(publishedAt);
            const times = all.map(({ publishedAt }) => time(publishedAt));
            expect(times).toEqual([...times].sort((a, b) => b - a));
            const found = await store.listArticles(
              articleQuery({ publisher: 'p1', from: '2024-03-02', to: '2024-03-03' }),
              firstPage,
            );
            const expected = all.filter(
              ({ publisher, publishedAt }) =>
                publisher?.name === 'p1' &&
                publishedAt !== null &&
                publishedAt >= '2024-03-02' &&
                publishedAt < '2024-03-04',
            );
            expect(found.items).toEqual(expected);
            expect(found.total).toBe(expected.length);
            const quotes = await walk((page) => store.listQuotes(quoteQuery(), page), limit);
            const perArticle = await Promise.all(all.map(({ id }) => store.findArticleQuotes(id)));
            expect(new Set(quotes.map(({ id }) => id))).toEqual(
              new Set(perArticle.flat().map(({ id }) => id)),
            );
            const speakers = await walk((page) => store.listSpeakers(speakerQuery(), page), limit);
            for (const { id, name, quoteCount, articleCount } of speakers) {
              const said = quotes.filter(({ speaker }) => speaker?.id === id);
              expect([name, said.length, new Set(said.map(({ articleId }) => articleId)).size]).toEqual([
                name,
                quoteCount,
                articleCount,
              ]);
            }
            expect(speakers.length).toBe(new Set(quotes.flatMap(({ speaker }) => speaker?.id ?? [])).size);
            expect(await store.counts()).toMatchObject({ articles: all.length, quotes: quotes.length });
            await dispose();
          },
        ),
        { numRuns: engine.propertyRuns, seed: 3 },
      );
    });

    it('rejects positions that no page ended at', async () => {
      await saveStory(context.store, {});
      for (const after of [['x'], [1], [1.5, 1], [1, null], [], [1, 2, 3, 4], [{} as unknown as string, 1]]) {
        const page = { limit: 1, after, withTotal: false };
        await expect(context.store.listArticles(articleQuery(), page)).rejects.toMatchObject({
          code: 'invalid-cursor',
        });
        await expect(context.store.listSpeakers(speakerQuery(), page)).rejects.toMatchObject({
          code: 'invalid-cursor',
        });
      }
    });

    it('goes on with a ranking that is no longer kept', async () => {
      for (const [index, name] of names.entries()) {
        await saveStory(context.store, { url: `urn:${index}`, quotes: [{ words: 'Yes', by: name }] });
      }
      const whole = await context.store.listSpeakers(speakerQuery(), firstPage);
      const page = await context.store.listSpeakers(speakerQuery(), { ...firstPage, limit: 2 });
      const [, ...position] = page.next!;
      const rest = await context.store.listSpeakers(speakerQuery(), {
        ...firstPage,
        after: ['lost', ...position],
      });
      expect([...page.items, ...rest.items]).toEqual(whole.items);
    });
  });
}

type Change =
  | { readonly type: 'delete'; readonly number: number }
  | {
      readonly type: 'save';
      readonly story: {
        number: number;
        day: number | null;
        time: string;
        publisher: string;
        headline: string | null;
        speakers: { by: string | null; confidence: number }[];
      };
    };
