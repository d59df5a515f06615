import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { type Connection, openConnection } from '../../src/storage/sqlite/connection.ts';
import { articleQuery, firstPage, idsOf, quoteQuery, saveStory } from '../contract/queries.ts';

let folder: string;
let file: string;
let connection: Connection;
/** Rows that columns were made of, since it was last looked. */
let rowsRead = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  file = join(folder, 'test.db');
  connection = await openConnection(file);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

/** A store that knows nothing but the database, and what files keep. */
function restart(): ArticleStore {
  const counting: Connection = {
    ...connection,
    tuples: (sql, parameters) => {
      const rows = connection.tuples(sql, parameters);
      rowsRead += rows.length;
      return rows;
    },
  };
  rowsRead = 0;
  const files = { folder: `${file}-columns`, fewestRows: 1 };
  return createSqliteStore(counting, { columns: { prepare: (work) => work(), files } });
}

const save = (number: number, by = 'Ana Ruiz') =>
  saveStory(createSqliteStore(connection), {
    url: `urn:${number}`,
    publisher: { name: number % 2 === 0 ? 'Post' : 'Times', url: null },
    publishedAt: `2024-01-${String(1 + (number % 28)).padStart(2, '0')}`,
    quotes: [{ words: `Rain is near number ${number}`, by, about: ['Di Marsh'] }],
  });

async function saveMany(): Promise<void> {
  for (let number = 0; number < 60; number++) await save(number);
}

/** All that columns tell. */
async function count(store: ArticleStore) {
  const facets = ['speaker', 'publisher', 'kind', 'about', 'month'] as const;
  const { facets: ofQuotes } = await store.listQuotes(quoteQuery({ q: 'rain', facets }), firstPage);
  const ofArticles = await store.listArticles(
    articleQuery({ facets: ['publisher', 'agency', 'language', 'month'] }),
    firstPage,
  );
  const ranked = await store.listArticles(articleQuery({ q: 'rain', sort: 'relevance' }), firstPage);
  return { ofQuotes, ofArticles: ofArticles.facets, ranked: ranked.items.map(({ id }) => id) };
}

it('reads after a start what it read before, from files', async () => {
  await saveMany();
  const before = await count(restart());
  expect(rowsRead).toBeGreaterThan(60);
  expect(readdirSync(`${file}-columns`).sort()).toEqual([
    'articles-facets',
    'articles-lengths',
    'quotes-facets',
  ]);
  expect(await count(restart())).toEqual(before);
  expect(rowsRead).toBe(0);
});

it('reads what has changed since from the database', async () => {
  await saveMany();
  await count(restart());
  await save(60, 'Ben Okri');
  const store = restart();
  await store.deleteArticle((await save(1)).id, null);
  const [ruiz, okri] = await Promise.all(
    ['Ana Ruiz', 'Ben Okri'].map(async (name) => (await idsOf(store, name))[0]!),
  );
  await store.mergeEntities(ruiz!, okri!);
  const now = await count(createSqliteStore(connection));
  expect(now.ofQuotes?.['speaker']).toEqual([{ value: okri, name: 'Ben Okri', count: 60 }]);
  expect(await count(restart())).toEqual(now);
  expect(rowsRead).toBeLessThan(60);
});

it('writes files anew where much has changed', async () => {
  await saveMany();
  await count(restart());
  for (let number = 60; number < 70; number++) await save(number);
  await count(restart());
  expect(rowsRead).toBeGreaterThan(0);
  await count(restart());
  expect(rowsRead).toBe(0);
});

it('does not believe files of a database that an older copy took the place of', async () => {
  await saveMany();
  connection.run('pragma wal_checkpoint(truncate)');
  copyFileSync(file, `${file}-copy`);
  for (let number = 60; number < 70; number++) await save(number);
  await count(restart());
  connection.close();
  copyFileSync(`${file}-copy`, file);
  connection = await openConnection(file);
  // As many as were in the other, and later ones.
  for (let number = 60; number < 70; number++) await save(number, 'Ben Okri');
  const now = await count(createSqliteStore(connection));
  expect(await count(restart())).toEqual(now);
});

it('does not believe files that end too early, or that are none', async () => {
  await saveMany();
  const before = await count(restart());
  for (const length of [1000, 100, 2, 0]) {
    for (const name of readdirSync(`${file}-columns`)) truncateSync(join(`${file}-columns`, name), length);
    expect(await count(restart())).toEqual(before);
  }
});

it('does without files where they cannot be written', async () => {
  await saveMany();
  copyFileSync(file, `${file}-columns`);
  expect((await count(restart())).ranked).toHaveLength(60);
  expect(existsSync(join(`${file}-columns`, 'articles-facets'))).toBe(false);
});
