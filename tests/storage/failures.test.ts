import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteStore, openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { type Connection, openConnection } from '../../src/storage/sqlite/connection.ts';
import { openDriver } from '../../src/storage/sqlite/driver.ts';
import { articleQuery, firstPage, saveStory } from '../contract/queries.ts';
import { buildArticle, rawOf } from '../support/articles.ts';

/** Some pragmas answer with a row, and better-sqlite3 wants to know beforehand which. */
function execute(connection: Connection, pragma: string): void {
  if (pragma.includes('max_page_count')) connection.all(pragma);
  else connection.run(pragma);
}

describe('a store that cannot be written', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['the disk is full', 'pragma max_page_count = 1', 'pragma max_page_count = 1000000', /full/],
    ['it is read-only', 'pragma query_only = on', 'pragma query_only = off', /cannot be written/],
  ])('is unavailable while %s, reads on, and recovers', async (_, cause, remedy, detail) => {
    const connection = await openConnection(join(folder, 'test.db'));
    const store = createSqliteStore(connection);
    const { id } = await saveStory(store, { url: 'urn:1' });
    execute(connection, cause);
    const long = { url: 'urn:2', lede: 'Many words. '.repeat(50_000), names: [{ name: 'Ana Ruiz' }] };
    const failure = await saveStory(store, long).catch((error) => error);
    expect(failure).toMatchObject({ code: 'unavailable', message: expect.stringMatching(detail) });
    expect(failure.retryAfter).toBeGreaterThan(0);
    expect((await store.findArticle(id)).id).toBe(id);
    expect((await store.listArticles(articleQuery(), firstPage)).total).toBe(1);
    expect(await store.resolveName('Ana Ruiz')).toEqual([]);
    execute(connection, remedy);
    expect((await saveStory(store, long)).outcome).toBe('created');
    await store.close();
  });

  it('stores none of many where the disk is full before the last of them', async () => {
    const connection = await openConnection(join(folder, 'test.db'));
    const store = createSqliteStore(connection);
    const items = ['urn:1', 'urn:2'].map((url, number) => {
      const article = buildArticle({ url, lede: 'Many words. '.repeat(1 + 50_000 * number) });
      return { article, raw: rawOf(article) };
    });
    execute(connection, 'pragma max_page_count = 130');
    await expect(store.saveMany(items)).rejects.toMatchObject({ code: 'unavailable', retryAfter: 60 });
    expect((await store.counts()).articles).toBe(0);
    expect(await store.saveMany(items.slice(0, 1))).toMatchObject([{ outcome: 'created' }]);
    execute(connection, 'pragma max_page_count = 1000000');
    expect(await store.saveMany(items)).toMatchObject([{ outcome: 'unchanged' }, { outcome: 'created' }]);
    await store.close();
  });

  it('is unavailable where another process writes for longer than it waits, and reads go on meanwhile', async () => {
    const file = join(folder, 'test.db');
    const connection = await openConnection(file);
    connection.all('pragma busy_timeout = 0');
    const store = createSqliteStore(connection, { patience: 200 });
    const { id } = await saveStory(store, { url: 'urn:1' });
    const other = openDriver(file, 0);
    other.exec('begin immediate');
    const started = performance.now();
    const refused = saveStory(store, { url: 'urn:2' }).catch((error) => error);
    for (let reads = 0; reads < 20; reads++) await store.findArticle(id);
    expect(performance.now() - started).toBeLessThan(200);
    expect(await refused).toMatchObject({ code: 'unavailable', retryAfter: 1 });
    // Who comes when it is locked that long already waits no more.
    const late = performance.now();
    await expect(saveStory(store, { url: 'urn:2' })).rejects.toMatchObject({ code: 'unavailable' });
    expect(performance.now() - late).toBeLessThan(100);
    other.exec('rollback');
    expect((await saveStory(store, { url: 'urn:2' })).outcome).toBe('created');

    other.exec('begin immediate');
    const waiting = saveStory(store, { url: 'urn:3' });
    setTimeout(() => other.exec('rollback'), 50);
    expect((await waiting).outcome).toBe('created');
    other.close();
    await store.close();
  });

  it.each([
    ['deleted', (file: string) => rmSync(file)],
    [
      'replaced',
      (file: string) => {
        renameSync(file, `${file}.old`);
        copyFileSync(`${file}.old`, file);
      },
    ],
  ])('is unavailable for good where its file was %s, and loses nothing silently', async (_, move) => {
    const file = join(folder, 'test.db');
    const store = await openSqliteStore(file);
    const { id } = await saveStory(store, { url: 'urn:1' });
    await store.check();
    move(file);
    const reason = {
      code: 'unavailable',
      message: expect.stringMatching(/deleted or replaced.*start the server again/),
    };
    await expect(saveStory(store, { url: 'urn:2' })).rejects.toMatchObject(reason);
    await expect(store.saveMany([])).rejects.toMatchObject(reason);
    await expect(store.deleteArticle(id, null)).rejects.toMatchObject(reason);
    await expect(store.check()).rejects.toMatchObject(reason);
    expect((await store.findArticle(id)).id).toBe(id);
    await store.close();
  });

  it('is not opened where it is no database, and says which file and what to do', async () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'These are notes, and no database at all. '.repeat(100));
    await expect(openSqliteStore(file)).rejects.toThrow(/notes\.txt cannot be opened.*Choose another file/);
    await expect(openSqliteStore(join(folder, 'missing', 'x.db'))).rejects.toThrow(
      /x\.db cannot be opened.*folder/,
    );
    const foreign = openDriver(join(folder, 'foreign.db'), 0);
    foreign.exec('create table customers (id)');
    foreign.close();
    await expect(openSqliteStore(join(folder, 'foreign.db'))).rejects.toThrow(/foreign\.db.*another program/);
  });

  it('is not opened by a version older than the one that wrote it', async () => {
    const file = join(folder, 'test.db');
    const connection = await openConnection(file);
    connection.run("insert into migrations values ('9999-future.sql', 'x', '2030-01-01')");
    connection.close();
    await expect(openSqliteStore(file)).rejects.toThrow(/test\.db.*9999-future\.sql.*another version/);
  });
});
