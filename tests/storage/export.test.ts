import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../src/containers/byte-reader.ts';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { ExportRecord } from '../../src/domain/export.ts';
import { readExport } from '../../src/ingestion/export-file.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { type Connection, openConnection } from '../../src/storage/sqlite/connection.ts';
import { exportStore } from '../../src/storage/sqlite/exports/export.ts';
import { startImport } from '../../src/storage/sqlite/exports/import.ts';
import { articleQuery, entityQuery, quoteQuery, saveStory, speakerQuery, walk } from '../contract/queries.ts';
import { checkStore } from './check-store.ts';
import { makeEventful } from './eventful-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
const [original, copy] = [join(folder, 'original.db'), join(folder, 'copy.db')];
let records: readonly ExportRecord[];

beforeAll(async () => {
  const store = await openSqliteStore(original);
  await makeEventful(store);
  await store.close();
  records = await read(original);
  await importInto(copy, records);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function read(file: string): Promise<readonly ExportRecord[]> {
  const all: ExportRecord[] = [];
  // As lines, which is how they travel.
  for await (const record of exportStore(file)) all.push(JSON.parse(JSON.stringify(record)));
  return all;
}

async function importInto(file: string, from: readonly ExportRecord[]): Promise<void> {
  const load = await startImport(file);
  try {
    load.add(from.slice(0, 50));
    load.add(from.slice(50));
    await load.finish();
  } catch (error) {
    load.abandon();
    throw error;
  }
}

describe('a store made of an export', () => {
  it('agrees with itself, and is the only thing that is left', async () => {
    const connection = await openConnection(copy);
    checkStore(connection);
    expect(connection.all('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    connection.close();
    expect(readdirSync(folder).toSorted()).toEqual(['copy.db', 'original.db']);
  });

  it('has in every table what the other has', async () => {
    const [left, right] = [await openConnection(original), await openConnection(copy)];
    // Groups of quotes are numbered as they came; who is in which, is served. The last two are empty in between.
    const tables = left.all<{ name: string }>(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'
       and name not in ('migrations', 'clock', 'vacancies', 'changes', 'changes_feed',
                        'quote_places', 'quote_groups', 'unsettled_words', 'unread_copies')`,
    );
    expect(tables.length).toBeGreaterThan(18);
    for (const { name } of tables) {
      const rows = allRows(left, name);
      expect(rows.length, `${name} is tested`).toBeGreaterThan(0);
      expect(allRows(right, name), name).toEqual(rows);
    }
    left.close();
    right.close();
  });

  it('serves all that the other serves', { timeout: 60_000 }, async () => {
    const [left, right] = [await openSqliteStore(original), await openSqliteStore(copy)];
    const served = await serveAll(left);
    expect(served.get('articles')).toHaveLength(124);
    const again = await serveAll(right);
    for (const [what, items] of served) expect(again.get(what), what).toEqual(items);
    await left.close();
    await right.close();
  });

  it('is exported as the other was', async () => {
    const when = new Set(['exportedAt']);
    const strip = (all: readonly ExportRecord[]) =>
      all.map((record) => JSON.stringify(record, (key, value) => (when.has(key) ? null : value)));
    expect(strip(await read(copy))).toEqual(strip(records));
  });

  it('has a feed of its own, which tells of everything', async () => {
    const store = await openSqliteStore(copy);
    const { items, latest } = await store.listChanges({ since: 0, feed: null }, 10_000);
    expect(items).toHaveLength(latest);
    const told = (kind: string, action: string) =>
      items.filter((item) => item.kind === kind && item.action === action).map(({ id }) => id);
    const ids = (kind: string) =>
      records.flatMap((record) => (record.onrecord === kind && 'id' in record ? record.id : []));
    expect(told('article', 'created')).toEqual(ids('article'));
    expect(told('article', 'deleted')).toEqual(ids('tombstone'));
    expect(told('quote', 'rejected')).toHaveLength(2);
    expect(told('entity', 'merged').length).toBeGreaterThan(1);
    await store.close();
  });
});

/** The rows of a table, entities by their ids, without what says when they were written. */
function allRows(connection: Connection, table: string): readonly unknown[] {
  const columns = connection
    .all<{ name: string }>(`select name from pragma_table_info('${table}') where name <> 'version'`)
    .map(({ name }) =>
      /^(?:entity|speaker|from|to)_row$/.test(name) ? `(select id from entities where row = ${name})` : name,
    )
    .filter((name) => table !== 'entities' || name !== 'row');
  return connection.tuples(
    `select ${columns.join(', ')} from ${table} order by ${columns.map((_, index) => index + 1)}`,
    {},
  );
}

/** Everything that a store answers, but the versions and cursors by which it knows its answers again. */
async function serveAll(store: ArticleStore): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const articles = await walk((page) => store.listArticles(articleQuery(), page), 100);
  const quotes = await walk((page) => store.listQuotes(quoteQuery(), page), 100);
  const entities = await walk((page) => store.listEntities(entityQuery(), page), 100);
  const speakers = await walk((page) => store.listSpeakers(speakerQuery(), page), 100);
  const of = <Item, Result>(items: readonly Item[], find: (item: Item) => Promise<Result>) =>
    Promise.all(items.map((item) => find(item).catch((error: unknown) => error)));
  const everyId = records.flatMap((record) => ('id' in record ? [record.id] : []));
  const gone = records.flatMap((record) => (record.onrecord === 'former-quotes' ? record.ids : []));
  const served = {
    articles,
    quotes,
    entities,
    speakers,
    'whole articles': await of(everyId, (id) => store.findArticle(id)),
    'raw copies': await of(everyId, (id) => store.findRaw(id)),
    'rejected quotes': await of(everyId, (id) => store.findArticleQuotes(id, { rejected: true })),
    'former quotes': await of(gone, (id) => store.findQuote(id)),
    'entities by id': await of(everyId, (id) => store.findEntity(id)),
    names: await of(entities, ({ id }) => store.listEntityNames(id)),
    bearers: await of(entities, ({ name }) => store.resolveName(name)),
    suggestions: await of(entities.slice(0, 50), ({ name }) => store.suggest(name.slice(0, 3), 20)),
    related: await of(entities.slice(0, 20), ({ id }) =>
      store.listRelated(id, { type: null }, { limit: 20, after: null, withTotal: true }),
    ),
    statistics: [await store.findStatistics()],
    facets: [
      (
        await store.listQuotes(
          quoteQuery({ facets: ['speaker', 'publisher', 'kind', 'about', 'month'] }),
          page,
        )
      ).facets,
      (await store.listArticles(articleQuery({ q: 'the OR rain', facets: ['publisher', 'month'] }), page))
        .facets,
    ],
  };
  return new Map(
    Object.entries(served).map(([what, items]) => [
      what,
      JSON.parse(
        JSON.stringify(items, (key, value) => (['version', 'next'].includes(key) ? undefined : value)),
      ),
    ]),
  );
}

const page = { limit: 1, after: null, withTotal: true };

describe('an export', () => {
  it('is one state of a store that is written meanwhile', async () => {
    const store = await openSqliteStore(original);
    let articles = 0;
    for await (const record of exportStore(original)) {
      if (record.onrecord === 'quote-correction')
        await saveStory(store, { url: `urn:meanwhile:${record.quoteId}` });
      if (record.onrecord === 'article') articles++;
    }
    expect(articles).toBe(records.filter(({ onrecord }) => onrecord === 'article').length);
    await store.close();
  });

  it('is taken into a new database only', async () => {
    await expect(startImport(copy)).rejects.toThrow(/copy\.db exists/);
  });

  it.each<[string, RegExp, (all: readonly ExportRecord[]) => readonly unknown[]]>([
    ['is cut short', /line 3: it breaks off here/, (all) => all.slice(0, 2)],
    ['misses a line', /lines are missing/, (all) => all.filter((_, index) => index !== 5)],
    [
      'is of a later version',
      /version 2, .* up to 1: take a newer one/,
      ([header]) => [{ ...header, version: 2 }],
    ],
    [
      'has a line of something else',
      /line 2: this is no record/,
      ([header]) => [header, { text: 'An article.' }],
    ],
    ['has something behind its end', /behind its end/, (all) => [...all, all[0]]],
  ])('is refused where it %s', async (_, reason, spoil) => {
    const lines = spoil(records).map((record) => `${JSON.stringify(record)}\n`);
    const reading = async () => {
      for await (const _record of readExport(readBytes(toBytes(lines))));
    };
    await expect(reading()).rejects.toThrow(reason);
  });

  it.each<[string, RegExp, (record: ExportRecord) => unknown]>([
    [
      'an entity that is not there',
      /ent_nobody/,
      (record) =>
        record.onrecord === 'article' && record.entities.length > 0
          ? { ...record, entities: [{ ...record.entities[0], id: 'ent_nobody' }] }
          : record,
    ],
    [
      'an article that is not there',
      /contradicts itself.*article_revisions/,
      (record) =>
        record.onrecord === 'revision' ? { ...record, articleId: `${record.articleId}_` } : record,
    ],
    [
      'a record of an unknown kind',
      /not known/,
      (record) => (record.onrecord === 'bookmark' ? { ...record, onrecord: 'spell' } : record),
    ],
  ])('leaves nothing where it has %s', async (_, reason, spoil) => {
    const file = join(folder, 'spoilt.db');
    const spoilt = records.map(spoil) as readonly ExportRecord[];
    await expect(importInto(file, spoilt)).rejects.toThrow(reason);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('spoilt'))).toEqual([]);
  });
});

async function* toBytes(lines: readonly string[]): AsyncIterable<Uint8Array> {
  for (const line of lines) {
    // In pieces that end anywhere.
    const bytes = Buffer.from(line);
    yield bytes.subarray(0, 7);
    yield bytes.subarray(7);
  }
}
