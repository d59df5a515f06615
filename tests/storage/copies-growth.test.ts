import { expect, it } from 'vitest';
import { saveArticles } from '../../src/storage/sqlite/articles/save-articles.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { buildArticle, rawOf } from '../support/articles.ts';

const lede = `The council of Lima met on Tuesday about ${Array.from({ length: 60 }, (_, number) => `point ${number}`).join(', ')}.`;

/** Microseconds of CPU that each of so many copies takes, which come newest first, as feeds have them. */
async function measureCopies(count: number): Promise<number> {
  const connection = await openConnection(':memory:');
  const items = Array.from({ length: count }, (_, number) => {
    const publishedAt = new Date(Date.UTC(2024, 0, 1) - 60_000 * number).toISOString();
    const article = buildArticle({ url: `https://daily.example/${number}`, publishedAt, lede });
    return { article, raw: rawOf(article) };
  });
  const before = process.cpuUsage();
  saveArticles(connection, items);
  const { user, system } = process.cpuUsage(before);
  connection.close();
  return (user + system) / count;
}

it('each of many copies takes no more than their number makes it, also where each is the first of all', async () => {
  await measureCopies(50);
  // Each changes what all are copies of: four times as much. What looked at all of them for each of them took sixteen.
  expect((await measureCopies(200)) / (await measureCopies(50))).toBeLessThan(8);
}, 60_000);
