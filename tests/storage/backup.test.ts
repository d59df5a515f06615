import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { backUp } from '../../src/storage/sqlite/backups/backup.ts';
import { restore } from '../../src/storage/sqlite/backups/restore.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { openDriver } from '../../src/storage/sqlite/driver.ts';
import { saveStory, storyOf } from '../contract/queries.ts';
import { checkStore } from './check-store.ts';

const quietly = { force: false, watch: () => {} };
const byForce = { ...quietly, force: true };

let folder: string;
let database: string;
let backup: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  [database, backup] = [join(folder, 'test.db'), join(folder, 'backup.db')];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Stores stories in a database of its own. */
async function fill(file: string, ...numbers: readonly number[]): Promise<void> {
  const store = await openSqliteStore(file);
  for (const number of numbers) await saveStory(store, storyOf(number, 'Ana Ruiz'));
  await store.close();
}

async function urlsIn(file: string): Promise<readonly string[]> {
  const connection = await openConnection(file);
  checkStore(connection);
  const urls = connection.all<{ url: string }>('select url from articles order by url').map(({ url }) => url);
  connection.close();
  return urls;
}

/** What those who follow a store know it by. */
async function feedOf(file: string): Promise<string> {
  const store = await openSqliteStore(file);
  const { feed } = await store.listChanges({ since: 0, feed: null }, 1);
  await store.close();
  return feed;
}

const url = (number: number) => `https://daily.example/${number}`;

describe('a backup', () => {
  it('is one state of a database that is written meanwhile, and one file', async () => {
    const store = await openSqliteStore(database);
    for (let number = 1; number < 10; number++) await saveStory(store, storyOf(number, 'Ana Ruiz'));
    let watched = 0;
    let written = Promise.resolve<unknown>(null);
    const watch = (done: number, total: number) => {
      expect(done).toBeLessThanOrEqual(total);
      watched++;
      written = written.then(() => saveStory(store, { url: `urn:meanwhile:${watched}` }));
    };
    expect(await backUp(database, backup, { force: false, watch })).toEqual({ articles: 9, quotes: 9 });
    await written;
    expect((await store.counts()).articles).toBe(9 + watched);
    await store.close();
    expect(watched).toBeGreaterThan(0);
    expect(readdirSync(folder).toSorted()).toEqual(['backup.db', 'test.db']);
    expect(await urlsIn(backup)).toHaveLength(9);
  });

  it('has what a process had written that was killed', { timeout: 60_000 }, async () => {
    const writer = fileURLToPath(new URL('writer.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', writer, database, '1000', 'killed'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(existsSync(`${database}-wal`)).toBe(true);
    expect((await backUp(database, backup, quietly)).articles).toBeGreaterThan(0);
  });

  it('takes the place of a file only by force, and then whole', async () => {
    await fill(database, 1);
    writeFileSync(backup, 'notes');
    await expect(backUp(database, backup, quietly)).rejects.toThrow(/exists.*--force/);
    await backUp(database, backup, byForce);
    expect(await urlsIn(backup)).toEqual([url(1)]);
  });

  it('of a damaged database is refused, and leaves nothing', async () => {
    await fill(database, 1, 2, 3);
    damage(database);
    await expect(backUp(database, backup, quietly)).rejects.toThrow(/no whole Onrecord database/);
    expect(readdirSync(folder)).toEqual(['test.db']);
  });
});

describe('a restored database', () => {
  beforeEach(async () => {
    await fill(database, 1, 2);
    await backUp(database, backup, quietly);
    await fill(database, 3);
  });

  it('is what it was, and the one that was there is kept aside', async () => {
    mkdirSync(`${database}-columns`);
    await expect(restore(backup, database, quietly)).rejects.toThrow(/exists.*--force/);
    const { articles, quotes, keptAside } = await restore(backup, database, byForce);
    expect({ articles, quotes }).toEqual({ articles: 2, quotes: 2 });
    expect(existsSync(`${database}-columns`)).toBe(false);
    expect(await urlsIn(database)).toEqual([url(1), url(2)]);
    expect(await urlsIn(keptAside!)).toEqual([url(1), url(2), url(3)]);
    expect(await feedOf(database)).not.toBe(await feedOf(keptAside!));
  });

  it('can be a new one', async () => {
    const other = join(folder, 'other.db');
    expect(await restore(backup, other, quietly)).toMatchObject({ articles: 2, keptAside: null });
    expect(await urlsIn(other)).toEqual([url(1), url(2)]);
  });

  it('is not mixed with what another left beside it', async () => {
    const other = join(folder, 'other.db');
    writeFileSync(`${other}-wal`, 'what is left of one that was deleted');
    await restore(backup, other, quietly);
    expect(await urlsIn(other)).toEqual([url(1), url(2)]);
  });

  it('is refused while somebody has it open', async () => {
    const store = await openSqliteStore(database);
    await expect(restore(backup, database, byForce)).rejects.toThrow(/in use/);
    await store.close();
    await restore(backup, database, byForce);
  });

  it('takes the place of a damaged one', async () => {
    writeFileSync(database, 'This is no database. '.repeat(1000));
    const { keptAside } = await restore(backup, database, byForce);
    expect(existsSync(keptAside!)).toBe(true);
    expect(await urlsIn(database)).toEqual([url(1), url(2)]);
  });

  it.each([
    [
      'notes',
      /not an SQLite database/,
      (file: string) => writeFileSync(file, 'These are notes. '.repeat(500)),
    ],
    ['half', /damaged/, (file: string) => truncateSync(file, 40_000)],
    ['damaged', /no whole Onrecord database/, damage],
    [
      'foreign',
      /another program/,
      (file: string) => {
        rmSync(file);
        const driver = openDriver(file, 0);
        driver.exec('create table customers (id)');
        driver.close();
      },
    ],
    [
      'newer',
      /9999-future\.sql.*another version/,
      (file: string) => {
        const driver = openDriver(file, 0);
        driver.exec("insert into migrations values ('9999-future.sql', 'x', '2030-01-01')");
        driver.close();
      },
    ],
  ])('is refused, and left as it is, where the backup is %s', async (_, reason, spoil) => {
    spoil(backup);
    await expect(restore(backup, database, byForce)).rejects.toThrow(reason);
    expect(await urlsIn(database)).toEqual([url(1), url(2), url(3)]);
    expect(readdirSync(folder).toSorted()).toEqual(['backup.db', 'test.db']);
  });

  it('is no backup of itself', async () => {
    await expect(restore(database, database, byForce)).rejects.toThrow(/itself/);
  });
});

/** Writes over pages in the middle of a database. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(7, bytes.length / 2, bytes.length / 2 + 20_000);
  writeFileSync(file, bytes);
}
