import { expect, it } from 'vitest';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { createRankings } from '../../src/storage/sqlite/lists/ranking.ts';
import { articleQuery, quoteQuery, saveStory, walk } from '../contract/queries.ts';

it('ranks the best of many hits, or the latest, says so on every page, and ends with them', async () => {
  const store = createSqliteStore(await openConnection(':memory:'), { rankings: createRankings(5) });
  for (let day = 1; day <= 9; day++) {
    await saveStory(store, {
      url: `urn:${day}`,
      publishedAt: `2024-03-0${day}`,
      lede: `Rain${' and wind'.repeat((day * 5) % 9)}.`,
      quotes: [{ words: `Rain${' again'.repeat((day * 5) % 9)}`, by: 'Ana Ruiz' }],
    });
  }
  const days = async (query: Parameters<typeof articleQuery>[0]) => {
    const considered = new Set<number | null>();
    const items = await walk(async (page) => {
      const found = await store.listArticles(articleQuery({ sort: 'relevance', ...query }), page);
      considered.add(found.considered);
      return found;
    }, 2);
    return {
      days: items.map(({ publishedAt }) => Number(publishedAt?.slice(-1))),
      considered: [...considered],
    };
  };
  // The fewer other words, the more relevant.
  const bySize = (first: number) =>
    Array.from({ length: 10 - first }, (_, i) => first + i).sort((a, b) => ((a * 5) % 9) - ((b * 5) % 9));
  expect(await days({ q: 'rain' })).toEqual({ days: bySize(1).slice(0, 5), considered: [5] });
  expect(await days({ q: '"rain"' })).toEqual({ days: bySize(5), considered: [5] });
  expect(await days({ q: 'rain', language: 'en' })).toEqual({ days: bySize(5), considered: [5] });
  expect(await days({ q: 'rain', from: '2024-03-05' })).toEqual({ days: bySize(5), considered: [null] });
  expect(await days({ q: 'rain', to: '2024-03-04' })).toMatchObject({ considered: [null] });

  const quotes = await store.listQuotes(quoteQuery({ q: 'rain', sort: 'relevance' }), {
    limit: 100,
    after: null,
    withTotal: true,
  });
  expect(quotes.items.map(({ article }) => Number(article.publishedAt?.slice(-1)))).toEqual(
    bySize(1).slice(0, 5),
  );
  expect(quotes).toMatchObject({ total: 9, considered: 5, next: null });
  await store.close();
});
