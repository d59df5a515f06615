import { expect, it } from 'vitest';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { type Connection, openConnection } from '../../src/storage/sqlite/connection.ts';
import type { SqlParameters } from '../../src/storage/sqlite/driver.ts';
import { articleQuery, idsOf, quoteQuery, saveStory } from '../contract/queries.ts';

/** A connection that notes how SQLite goes about each question. */
function explain(connection: Connection): { connection: Connection; plans: string[] } {
  const plans: string[] = [];
  const note = (sql: string, parameters?: SqlParameters) => {
    const steps = connection.all<{ detail: string }>(`explain query plan ${sql}`, parameters);
    plans.push(...steps.map(({ detail }) => detail));
  };
  return {
    plans,
    connection: {
      ...connection,
      get: (sql, parameters) => {
        note(sql, parameters);
        return connection.get(sql, parameters);
      },
      all: (sql, parameters) => {
        note(sql, parameters);
        return connection.all(sql, parameters);
      },
    },
  };
}

it('reads lists in time off the end of an index: nothing is scanned, nothing is sorted', async () => {
  const explained = explain(await openConnection(':memory:'));
  const store = createSqliteStore(explained.connection);
  await saveStory(store, {
    url: 'urn:1',
    publishedAt: '2024-03-01',
    quotes: [{ words: 'Rain', by: 'Ana Ruiz', about: ['Ben Okri'] }],
  });
  const ruiz = await idsOf(store, 'Ana Ruiz');
  const okri = await idsOf(store, 'Ben Okri');
  const { items } = await store.listArticles(articleQuery(), { limit: 1, after: null, withTotal: true });
  explained.plans.length = 0;

  for (const sort of ['-publishedAt', 'publishedAt'] as const) {
    for (const withTotal of [true, false]) {
      const page = { limit: 20, after: [2 ** 50], withTotal };
      await store.listArticles(articleQuery({ sort }), page);
    }
    const page = { limit: 20, after: [2 ** 50], withTotal: false };
    await store.listArticles(articleQuery({ sort, q: 'rain', language: 'en' }), page);
    await store.listArticles(articleQuery({ sort, publisher: 'daily', from: '2024-01-01' }), page);
    await store.listArticles(articleQuery({ sort, entityIds: ruiz, agency: 'Reuters' }), page);
    await store.listArticles(articleQuery({ sort, speakerIds: ruiz }), page);
    await store.listQuotes(quoteQuery({ sort }), page);
    await store.listQuotes(quoteQuery({ sort, speakerIds: ruiz, kinds: ['direct'] }), page);
    await store.listQuotes(quoteQuery({ sort, speakerIds: [...ruiz, ...okri], minConfidence: 0.5 }), page);
    await store.listQuotes(quoteQuery({ sort, aboutIds: okri, q: 'rain' }), page);
    await store.listQuotes(quoteQuery({ sort, publisher: 'daily' }), page);
  }
  await store.listQuotes(quoteQuery({ articleId: items[0]!.id }), {
    limit: 20,
    after: null,
    withTotal: false,
  });
  await store.findArticle(items[0]!.id);
  await store.findArticleQuotes(items[0]!.id);
  await store.resolveName('ruiz');

  // What is joined from a page of rows is handed over as JSON; a search is a scan of its own hits.
  const costly = explained.plans.filter(
    (step) =>
      /^SCAN (?!j VIRTUAL TABLE|s VIRTUAL TABLE|json_each|\(subquery|CONSTANT)/.test(step) ||
      /TEMP B-TREE FOR (?!ORDER BY$)/.test(step),
  );
  expect(costly).toEqual([]);
  await store.close();
});
