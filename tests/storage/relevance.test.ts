import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { type Connection, openConnection } from '../../src/storage/sqlite/connection.ts';
import { createHolderFinder } from '../../src/storage/sqlite/search/holders.ts';
import { articleQuery, firstPage, quoteQuery, saveStory, walk } from '../contract/queries.ts';

const words = ['rain', 'sun', 'wind', 'storms', 'café'];
const someWords = fc.array(fc.constantFrom(...words, 'x', 'y'), { minLength: 1, maxLength: 30 });
const change = fc.record({
  number: fc.nat(12),
  isDeleted: fc.constantFrom(true, false, false, false),
  day: fc.integer({ min: 1, max: 3 }),
  headline: someWords,
  lede: someWords,
  quote: someWords,
});
const queries = ['rain', 'rain sun', 'Storm', 'cafe wind rain', 'rain rain sun', 'nowhere rain'];

it('ranks as FTS5 would, after any sequence of changes', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 30 }), async (changes) => {
      const connection = await openConnection(':memory:');
      const store = createSqliteStore(connection);
      for (const [index, { number, isDeleted, day, headline, lede, quote }] of changes.entries()) {
        const { id, outcome } = await saveStory(store, {
          url: `urn:${number}`,
          publishedAt: `2024-03-0${day}`,
          headline: headline.join(' '),
          lede: lede.join(' '),
          quotes: [{ words: quote.join(' '), by: 'Ana Ruiz' }],
        });
        if (isDeleted && outcome !== 'deleted') await store.deleteArticle(id, null);
        // Some changes are read one by one, others together.
        if (index % 3 > 0 && index < changes.length - 1) continue;
        for (const q of queries) {
          const articles = await store.listArticles(articleQuery({ q, sort: 'relevance' }), firstPage);
          checkOrder(
            articles.items.map((item) => item.id),
            readScores(connection, 'articles', q),
          );
          const quotes = await store.listQuotes(quoteQuery({ q, sort: 'relevance' }), firstPage);
          checkOrder(
            quotes.items.map((item) => item.id),
            readScores(connection, 'quotes', q),
          );
          for (const table of ['articles', 'quotes'] as const) checkHolders(connection, table, q);
        }
      }
      await store.close();
    }),
    { numRuns: 40, seed: 3 },
  );
});

function checkHolders(connection: Connection, table: 'articles' | 'quotes', q: string): void {
  const rows = Float64Array.from(
    connection.column(`select row from ${table} where row > 0 order by row`, {}),
  );
  const holders = createHolderFinder(connection, table, 0)(q.split(' '), rows);
  const found = connection.column(
    `select rowid from ${table}_search where ${table}_search match :q and rowid > 0 order by rowid`,
    { q },
  );
  expect(Array.from(holders ?? [], (place) => rows[place]!)).toEqual(found);
}

/** By id, what FTS5 says; the best first. */
function readScores(
  connection: Connection,
  table: 'articles' | 'quotes',
  q: string,
): ReadonlyMap<string, number> {
  const found = connection.all<{ id: string; score: number }>(
    `select t.id, -s.rank as score from ${table}_search s join ${table} t on t.row = s.rowid
     where ${table}_search match :q order by s.rank`,
    { q },
  );
  return new Map(found.map(({ id, score }) => [id, score]));
}

/** Sums of the same numbers in another order may differ in the last digit. */
function checkOrder(ids: readonly string[], scores: ReadonlyMap<string, number>): void {
  expect([...ids].sort()).toEqual([...scores.keys()].sort());
  const [inOrder, best] = [ids.map((id) => scores.get(id)!), [...scores.values()]];
  for (const [place, score] of inOrder.entries()) expect(score).toBeCloseTo(best[place]!, 10);
}

it('considers the latest part of what takes too long to read, and says so', async () => {
  const connection = await openConnection(':memory:');
  const store = createSqliteStore(connection);
  shrinkPages(connection);
  for (let number = 1; number <= 20; number++) {
    await saveStory(store, {
      ...storyOf(number),
      lede: `${number === 7 ? 'seventh ' : ''}${'rain '.repeat(2_000 + number)}`,
    });
  }
  const rank = (q: string) => store.listArticles(articleQuery({ q, sort: 'relevance' }), firstPage);
  const { items, considered, total } = await rank('rain');
  expect(total).toBe(20);
  expect(considered).toBe(items.length);
  expect(items.length).toBeGreaterThan(1);
  expect(items.length).toBeLessThan(20);
  const latest = Array.from(items, (_, index) => `Story ${20 - index}`);
  expect(items.map(({ headline }) => headline).sort()).toEqual(latest.sort());
  // Nearly all hold it: rows are looked at by the other word, and tested for this one afterwards.
  expect(await rank('rain seventh')).toMatchObject({ items: [{ headline: 'Story 7' }], considered: null });
  await store.close();
});

it('ranks by the words that have weight, and finds all', async () => {
  const connection = await openConnection(':memory:');
  const store = createSqliteStore(connection);
  shrinkPages(connection);
  for (let number = 1; number <= 20; number++) {
    const common = number % 5 === 0 ? 'sun' : 'rain';
    await saveStory(store, { ...storyOf(number), lede: `${common} ${number % 2 === 0 ? 'wind' : 'calm'}.` });
  }
  const found = await walk(
    (page) => store.listArticles(articleQuery({ q: 'wind rain', sort: 'relevance' }), page),
    3,
  );
  expect(found.map(({ headline }) => headline).sort()).toEqual(
    [2, 4, 6, 8, 12, 14, 16, 18].map((number) => `Story ${number}`).sort(),
  );
  await store.close();
});

function storyOf(number: number) {
  const day = String(number).padStart(2, '0');
  return {
    url: `urn:${number}`,
    headline: `Story ${number}`,
    publishedAt: `2024-03-${day}`,
  };
}

/** Lists that take many pages are taken for long ones. */
function shrinkPages(connection: Connection): void {
  connection.run("insert into articles_search (articles_search, rank) values ('pgsz', 32)");
}
