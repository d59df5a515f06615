import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { EntitySchema } from '../../src/http/schemas/entity.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { saveStory } from '../contract/queries.ts';
import { onrecord } from './run.ts';

// Each command is a process of its own, which takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'));
const database = join(folder, 'test.db');
const articles: string[] = [];
beforeAll(async () => {
  const store = await openSqliteStore(database);
  for (const [index, by] of ['Anna Ruis', 'Ana Ruiz', 'Juan Mora', 'Juan Mora'].entries()) {
    const story = {
      url: `urn:${index}`,
      publishedAt: '2024-03-01',
      quotes: [{ words: `Word ${index}`, by }],
    };
    articles.push((await saveStory(store, story)).id);
  }
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) =>
  onrecord(['entities', ...words], { environment: { ONRECORD_DATABASE: database } });
const read = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

it('lists entities, those named in most articles first', async () => {
  const { code, out } = await run('--type', 'person', '--limit', '2');
  expect(code).toBe(0);
  expect(read(out)).toMatchObject([{ name: 'Juan Mora', articleCount: 2 }, { articleCount: 1 }]);
  for (const entity of read(out)) expect(z.strictObject(EntitySchema.shape).parse(entity)).toEqual(entity);
  expect(read((await run('ruis')).out)).toMatchObject([{ name: 'Anna Ruis' }]);
  expect(await run('nobody')).toEqual({ code: 0, out: '', err: 'Nobody and nothing.\n' });
});

it('renames, merges and splits', async () => {
  expect(read((await run('merge', 'anna ruis', 'ana ruiz')).out)).toMatchObject([
    { name: 'Ana Ruiz', aliases: ['Anna Ruis'], articleCount: 2 },
  ]);
  expect(read((await run('rename', 'Ana Ruiz', ' Ana  María Ruiz', '--json')).out)).toMatchObject([
    { name: 'Ana María Ruiz' },
  ]);
  expect(read((await run('split', 'mora', articles[3]!, '--name', 'Juan Mora Jr.')).out)).toMatchObject([
    { name: 'Juan Mora Jr.', articleCount: 1 },
  ]);
});

it('takes a merge back', async () => {
  expect(read((await run('merge', 'Juan Mora Jr.', 'Ana María Ruiz')).out)).toMatchObject([
    { articleCount: 3 },
  ]);
  const { out } = await run('split', 'Ana María Ruiz', '--called', 'Anna Ruis', '--called', 'ana ruiz');
  expect(read(out)).toMatchObject([{ articleCount: 2 }]);
  const neither = await run('split', 'Ana María Ruiz');
  expect([neither.code, neither.out]).toEqual([2, '']);
  expect(neither.err).toContain('--called');
});

it('says what is wrong, and changes nothing', async () => {
  const nobody = await run('rename', 'nobody', 'X');
  expect([nobody.code, nobody.out]).toEqual([1, '']);
  expect(nobody.err).toContain('Nobody in the database bears the name nobody.');
  const several = await run('merge', 'Juan Mora', 'Ana Ruiz');
  expect(several.code).toBe(1);
  expect(several.err.match(/ent_\w+/g)).toHaveLength(2);
  const foreign = await run('split', 'Ana Ruiz', articles[2]!);
  expect(foreign.code).toBe(1);
  expect(foreign.err).toContain(articles[2]);
  expect((await run('rename', 'Ana Ruiz')).code).toBe(2);
});
