import { expect, it } from 'vitest';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { type Connection, openConnection } from '../../src/storage/sqlite/connection.ts';
import type { SqlParameters } from '../../src/storage/sqlite/driver.ts';
import { articleQuery, idsOf, quoteQuery, saveStory } from '../contract/queries.ts';

/** A connection that notes each step by which SQLite would read a whole table, or sort what it may have to read all of. */
function watch(connection: Connection): { connection: Connection; costly: string[] } {
  const costly: string[] = [];
  const note = (sql: string, parameters?: SqlParameters) => {
    // The rows of one page are handed over as JSON and joined; their order is the page's.
    if (sql.includes('json_each(:rows)')) return;
    // Several speakers are merged, a page of each; the quotes of one article are few.
    const isBounded = sql.includes(' union ') || sql.includes(':article');
    for (const { detail } of connection.all<{ detail: string }>(`explain query plan ${sql}`, parameters)) {
      const isScan = /^SCAN (articles|quotes|entities|article_|quote_|[aqe] )/.test(detail);
      if (isScan || (detail.includes('TEMP B-TREE') && !isBounded)) costly.push(`${detail}: ${sql}`);
    }
  };
  return {
    costly,
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
  const watched = watch(await openConnection(':memory:'));
  const store = createSqliteStore(watched.connection);
  await saveStory(store, {
    url: 'urn:1',
    publishedAt: '2024-03-01',
    quotes: [{ words: 'Rain', by: 'Ana Ruiz', about: ['Ben Okri'] }],
  });
  const ruiz = await idsOf(store, 'Ana Ruiz');
  const okri = await idsOf(store, 'Ben Okri');
  const { items } = await store.listArticles(articleQuery(), { limit: 1, after: null, withTotal: true });
  watched.costly.length = 0;

  for (const sort of ['-publishedAt', 'publishedAt'] as const) {
    for (const withTotal of [true, false]) {
      const page = { limit: 20, after: [2 ** 50, 0], withTotal };
      await store.listArticles(articleQuery({ sort }), page);
    }
    const page = { limit: 20, after: [2 ** 50, 0], withTotal: false };
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

  expect(watched.costly).toEqual([]);

  // The watch sees what it is there for.
  watched.connection.all('select id from articles where word_count > 5 order by word_count');
  expect(watched.costly).toHaveLength(2);
  await store.close();
});
