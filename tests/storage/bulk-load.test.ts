import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createArchive } from '../../src/generation/archive.ts';
import { readResourceFiles } from '../../src/resources.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { startBulkLoad } from '../../src/storage/sqlite/bulk-load.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { articleQuery, firstPage } from '../contract/queries.ts';
import { checkStore } from './check-store.ts';
import { readTables } from './read-tables.ts';

const size = 300;
const archive = createArchive(readResourceFiles(), { seed: 3, size });
const articles = Array.from({ length: size }, (_, number) => archive.article(number));
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bulk-'));
const [loaded, saved] = [join(folder, 'loaded.db'), join(folder, 'saved.db')];

beforeAll(async () => {
  const load = await startBulkLoad(loaded);
  load.add(articles.slice(0, 100));
  load.add(articles.slice(100));
  await load.finish();
  const store = await openSqliteStore(saved);
  for (const { article, raw } of articles) await store.save(article, raw);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

it('leaves a store that agrees with itself, and no other file', async () => {
  const connection = await openConnection(loaded);
  checkStore(connection);
  expect(connection.all('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  connection.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('loaded'))).toEqual(['loaded.db']);
});

it('leaves the store that saving one by one would have made', async () => {
  const [left, right] = [await openConnection(loaded), await openConnection(saved)];
  const rows = readTables(right);
  expect(Object.keys(rows).length).toBeGreaterThan(15);
  expect(readTables(left)).toEqual(rows);
  left.close();
  right.close();
});

it('is found by its words like any other', async () => {
  const store = await openSqliteStore(loaded);
  const page = await store.listArticles(articleQuery({ q: archive.vocabulary.general[0]! }), {
    ...firstPage,
    limit: 5,
  });
  expect(page.items).toHaveLength(5);
  await store.close();
});

it('takes no file that is there', async () => {
  await expect(startBulkLoad(loaded)).rejects.toThrow(/exists/);
});

it('leaves nothing behind when it is abandoned', async () => {
  const file = join(folder, 'abandoned.db');
  const load = await startBulkLoad(file);
  load.add(articles.slice(0, 3));
  load.abandon();
  expect(readdirSync(folder).filter((name) => name.startsWith('abandoned'))).toEqual([]);
  expect(existsSync(file)).toBe(false);
});
