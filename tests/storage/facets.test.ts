import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { FacetValue } from '../../src/domain/queries.ts';
import type { StoredQuote } from '../../src/domain/records.ts';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { articleQuery, firstPage, idsOf, quoteQuery, saveStory, walk } from '../contract/queries.ts';

const names = ['Ana Ruiz', 'Ben Okri', 'Cy Tan', 'Di Marsh'];
const change = fc.record({
  what: fc.constantFrom('save', 'save', 'save', 'save', 'delete', 'merge', 'rename', 'reject', 'speaker'),
  number: fc.nat(6),
  pick: fc.nat(20),
  other: fc.nat(20),
  status: fc.constantFrom('usable', 'usable', 'usable', 'withheld'),
  publishedAt: fc.constantFrom(null, '2023-12-31T23:59:59Z', '2024-01-01', '2024-01-31', '2024-02-10'),
  publisher: fc.constantFrom(null, { name: 'Post', url: null }, { name: 'The Post', url: null }),
  agencies: fc.subarray(['AFP', 'Reuters']),
  quotes: fc.array(
    fc.record({
      words: fc.constantFrom('Rain is near', 'No rain', 'Sun'),
      by: fc.constantFrom(null, ...names),
      with: fc.subarray(names),
      about: fc.subarray(names),
      kind: fc.constantFrom('direct', 'mixed', 'indirect'),
      confidence: fc.constantFrom(0.3, 0.5, 0.932),
    }),
    { maxLength: 3 },
  ),
});

/** Values with their counts, in no order: of equally frequent ones, any may come first. */
const asCounts = (values: readonly Pick<FacetValue, 'value' | 'count'>[] = []) =>
  Object.fromEntries(values.map(({ value, count }) => [value, count]));

function count(values: readonly (string | null | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) if (value != null) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const monthOf = (publishedAt: string | null) => publishedAt?.slice(0, 7);
/** "Post" and "The Post" are one, and shown as one of them. */
const onePublisher = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, each) => sum + each, 0);

async function expectQuoteFacets(
  store: ArticleStore,
  query: Parameters<typeof quoteQuery>[0],
): Promise<void> {
  const asked = { ...query, facets: ['speaker', 'publisher', 'kind', 'about', 'month'] as const };
  const { facets, total } = await store.listQuotes(quoteQuery(asked), { ...firstPage, limit: 1 });
  const all: readonly StoredQuote[] = await walk((page) => store.listQuotes(quoteQuery(query), page));
  expect(total).toBe(all.length);
  const speakers = all.flatMap(({ speaker, jointSpeakers }) => [
    speaker?.id,
    ...jointSpeakers.map(({ id }) => id),
  ]);
  expect(asCounts(facets?.['speaker'])).toEqual(count(speakers));
  expect(asCounts(facets?.['about'])).toEqual(count(all.flatMap(({ about }) => about.map(({ id }) => id))));
  expect(asCounts(facets?.['kind'])).toEqual(count(all.map(({ kind }) => kind)));
  expect(asCounts(facets?.['month'])).toEqual(count(all.map(({ article }) => monthOf(article.publishedAt))));
  expect(facets?.['publisher']?.length ?? 0).toBeLessThan(2);
  expect(onePublisher(asCounts(facets?.['publisher']))).toBe(
    all.filter(({ article }) => article.publisher).length,
  );
}

async function expectArticleFacets(
  store: ArticleStore,
  query: Parameters<typeof articleQuery>[0],
): Promise<void> {
  const asked = articleQuery({ ...query, facets: ['publisher', 'agency', 'language', 'month'] });
  const { facets, total } = await store.listArticles(asked, firstPage);
  const all = await walk((page) => store.listArticles(articleQuery(query), page));
  expect(total).toBe(all.length);
  expect(asCounts(facets?.['agency'])).toEqual(count(all.flatMap(({ agencies }) => agencies)));
  expect(asCounts(facets?.['language'])).toEqual(count(all.map(({ language }) => language)));
  expect(asCounts(facets?.['month'])).toEqual(count(all.map(({ publishedAt }) => monthOf(publishedAt))));
}

const january = { from: '2024-01-01', to: '2024-01-31' };
/** Filters that are tested in memory, that the database is asked for, and both. */
const quoteQueries: readonly Parameters<typeof quoteQuery>[0][] = [
  {},
  january,
  { q: 'rain' },
  { q: '-Rain', ...january },
  { q: 'rain near' },
  { q: 'no rain', kinds: ['direct', 'mixed'] },
  { kinds: ['direct'], minConfidence: 0.5 },
  { minConfidence: 0.932, attributed: true },
  { attributed: false, publisher: 'the post', ...january },
  { phrase: 'no rain', attributed: true },
];
const articleQueries: readonly Parameters<typeof articleQuery>[0][] = [
  {},
  january,
  { q: 'ruiz', language: 'en' },
  { q: '-nothing', publisher: 'Post' },
  { agency: 'AFP', publisher: 'Post' },
];

it('counts facets as they are, after any sequence of changes', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 10, maxLength: 25 }), async (changes) => {
      const connection = await openConnection(':memory:');
      const store = createSqliteStore(connection);
      const ids = (table: string) =>
        connection.all<{ id: string }>(`select id from ${table} order by row`).map(({ id }) => id);
      for (const { what, number, pick, other, ...story } of changes) {
        const entities = ids('entities');
        const [one, two] = [entities[pick % entities.length], entities[other % entities.length]];
        const quote = ids('quotes')[pick % ids('quotes').length];
        const article = ids('articles')[number % ids('articles').length];
        if (what === 'save') await saveStory(store, { url: `urn:${number}`, ...story } as never);
        else if (what === 'delete' && article !== undefined) await store.deleteArticle(article, null);
        else if (what === 'merge' && one !== undefined && one !== two) await store.mergeEntities(one, two!);
        else if (what === 'rename' && one !== undefined)
          await store.correctEntity(one, { name: 'Zoe Adler' }, null);
        else if (what === 'reject' && quote !== undefined)
          await store.correctQuote(quote, { isRejected: true }, null);
        else if (what === 'speaker' && quote !== undefined)
          await store.correctQuote(quote, { speakerId: one ?? null }, null);
        // Now and then only: several changes are caught up with at once.
        if (pick % 3 === 0) continue;
        for (const query of quoteQueries) await expectQuoteFacets(store, query);
        for (const query of articleQueries) await expectArticleFacets(store, query);
      }
      await store.close();
    }),
    { numRuns: 25, seed: 5 },
  );
});

it('counts those who were merged as one, also in articles that name one of them', async () => {
  const connection = await openConnection(':memory:');
  const store = createSqliteStore(connection);
  for (const by of ['Ana Ruiz', 'Ben Okri', 'Cy Tan']) {
    await saveStory(store, { url: `urn:${by}`, quotes: [{ words: 'Rain', by, about: ['Di Marsh'] }] });
  }
  await expectQuoteFacets(store, {});
  const [ruiz, okri, marsh] = await Promise.all(
    ['Ana Ruiz', 'Ben Okri', 'Di Marsh'].map(async (name) => (await idsOf(store, name))[0]!),
  );
  await store.mergeEntities(ruiz!, okri!);
  await expectQuoteFacets(store, {});
  await store.mergeEntities(marsh!, okri!);
  await expectQuoteFacets(store, {});
  await store.close();
});

it('reads everything again where it missed what is no longer told', async () => {
  const connection = await openConnection(':memory:');
  const store = createSqliteStore(connection);
  const save = (url: string) => saveStory(store, { url, quotes: [{ words: 'Yes', by: 'Ana Ruiz' }] });
  await save('urn:1');
  await expectQuoteFacets(store, {});
  const { id } = await save('urn:2');
  await store.deleteArticle(id, null);
  connection.run('delete from vacancies');
  await save('urn:3');
  await expectQuoteFacets(store, {});
  await store.close();
});
