import { describe, expect, it } from 'vitest';
import {
  type MigratableDatabase,
  type Migration,
  migrate,
  readMigrations,
} from '../../src/storage/migrate.ts';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { type Driver, openDriver } from '../../src/storage/sqlite/driver.ts';
import { articleQuery, firstPage, saveStory } from '../contract/queries.ts';

describe('migrate', () => {
  const first: Migration = { name: '0001-a.sql', sql: 'create table a (id integer primary key);' };
  const second: Migration = {
    name: '0002-b.sql',
    sql: 'create table b (a_id integer references a (id)); insert into b values (null);',
  };

  function open(): { driver: Driver; database: MigratableDatabase; tables: () => unknown[] } {
    const driver = openDriver(':memory:', 0);
    const all = (sql: string) => driver.prepare<Record<string, unknown>>(sql).all();
    return {
      driver,
      database: {
        exec: (sql) => driver.exec(sql),
        all,
        run: (sql, parameters) => driver.prepare(sql).run(parameters),
        transaction: (work) => driver.transaction(work),
      },
      tables: () =>
        all("select name from sqlite_schema where type = 'table' order by name").map(({ name }) => name),
    };
  }

  it('applies what is missing, in order, once', () => {
    const { database, tables } = open();
    migrate(database, [first]);
    expect(tables()).toEqual(['a', 'migrations']);
    migrate(database, [first, second]);
    migrate(database, [first, second]);
    expect(tables()).toEqual(['a', 'b', 'migrations']);
    expect(database.all('select * from b')).toHaveLength(1);
    expect(database.all('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  });

  it('does not mind the line endings of a checkout', () => {
    const { database } = open();
    migrate(database, [{ ...first, sql: `${first.sql}\n` }]);
    expect(() => migrate(database, [{ ...first, sql: `${first.sql}\r\n` }])).not.toThrow();
  });

  it('names an applied migration that was changed, and one that is missing', () => {
    const { database } = open();
    migrate(database, [first, second]);
    expect(() => migrate(database, [{ ...first, sql: 'select 1;' }, second])).toThrow(
      /0001-a\.sql was changed/,
    );
    expect(() => migrate(database, [first])).toThrow(/0002-b\.sql.*another version/);
    expect(() => migrate(database, [second])).toThrow(/0001-a\.sql/);
  });

  it('rolls back a migration that fails, or that leaves a reference to nothing', () => {
    const { database, tables } = open();
    const failing = { name: '0002-b.sql', sql: 'create table b (id); insert into nowhere values (1);' };
    expect(() => migrate(database, [first, failing])).toThrow(/0002-b\.sql failed.*nowhere/);
    const dangling = { ...second, sql: second.sql.replace('null', '7') };
    expect(() => migrate(database, [first, dangling])).toThrow(/0002-b\.sql was rolled back.* b .* a\./);
    expect(tables()).toEqual(['a', 'migrations']);
    migrate(database, [first, second]);
  });

  it('leaves the database of another program alone', () => {
    const { driver, database, tables } = open();
    driver.exec('create table customers (id)');
    expect(() => migrate(database, [first])).toThrow(/another program/);
    expect(tables()).toEqual(['customers']);
  });

  it('reads the files in order, without a gap', () => {
    const names = readMigrations().map(({ name }) => name);
    expect(names[0]).toBe('0001-articles.sql');
    expect(names).toEqual([...names].sort());
  });

  it('leaves the copies among the articles that are there to be found beside the use of the store', () => {
    const { driver, database } = open();
    const migrations = readMigrations();
    migrate(
      database,
      migrations.filter(({ name }) => name < '0012'),
    );
    driver.exec(`
      insert into article_registry (id, article_row, revision) values ('art_1', 5, 1), ('art_2', -1, 1);
      insert into articles (row, id, word_count, quote_count, revision, ingested_at, extractor)
        values (5, 'art_1', 1, 0, 1, '', ''), (-1, 'art_2', 1, 0, 1, '', '');`);
    migrate(database, migrations);
    expect(database.all('select row from unread_copies')).toEqual([{ row: 5 }]);
  });

  it('keeps what a database of the first version holds, when corrections come to it', () => {
    const { driver, database } = open();
    const migrations = readMigrations();
    migrate(database, migrations.slice(0, 4));
    driver.exec(`
      insert into article_registry values ('art_1', 1, 1, null);
      insert into articles (row, id, word_count, quote_count, revision, ingested_at, extractor)
        values (1, 'art_1', 1, 1, 1, '', '');
      insert into entities (row, id, type, name, key, ordinal, article_count)
        values (7, 'ent_7', 'person', 'Ana Ruiz', 'ana ruiz', 0, 1);
      insert into article_entities values (1, 0, 7, 1);
      insert into quotes values (1, 'quo_1', 1, 0, 'direct', 0.4, 1, null, 'Yes', '{"speaker":0}');
      insert into quote_speakers values (7, 1, 0);`);
    migrate(database, migrations);
    expect(database.all('select row, name from entities')).toEqual([{ row: 7, name: 'Ana Ruiz' }]);
    expect(database.all('select * from entity_identities')).toEqual([
      { key: 'ana ruiz', type: 'person', ordinal: 0, entity_row: 7 },
    ]);
    expect(database.all("select json_extract(record, '$.confidence') as sure from quotes")).toEqual([
      { sure: 0.4 },
    ]);
    expect(database.all('select entity_row, is_named from article_entities')).toEqual([
      { entity_row: 7, is_named: 1 },
    ]);
    expect(database.all("select count from totals where name = 'entities'")).toEqual([{ count: 1 }]);
    expect(() => driver.exec('delete from entities')).toThrow(/FOREIGN KEY/);
  });

  it('serves articles that were stored before versions were told, and knows them again', async () => {
    const connection = await openConnection(':memory:');
    const store = createSqliteStore(connection);
    const story = { url: 'urn:1', lede: 'It rained.' };
    const { id, article } = await saveStory(store, story);
    connection.run(
      "update article_bodies set metadata = json_remove(metadata, '$.modifiedAt', '$.sourceVersion')",
    );
    expect(await store.findArticle(id)).toEqual(article);
    expect((await store.listArticles(articleQuery(), firstPage)).items).toMatchObject([
      { modifiedAt: null, sourceVersion: null },
    ]);
    expect(await saveStory(store, story)).toMatchObject({ outcome: 'unchanged' });
    const { outcome } = await saveStory(store, { ...story, lede: 'It snowed.', modifiedAt: '2024-03-01' });
    expect(outcome).toBe('revised');
    expect((await store.findRevision(id, 1)).article).toEqual(article);
    expect((await store.findRevision(id, 2)).changes?.metadata.former).toEqual({ modifiedAt: null });
    await store.close();
  });

  it('tells those who follow a store of everything that was there before it told of changes', () => {
    const { driver, database } = open();
    const migrations = readMigrations();
    migrate(database, migrations.slice(0, 8));
    driver.exec(`
      insert into article_registry values ('art_1', 1, 2, null), ('art_2', null, 1, '2024-03-05T00:00:00.000Z');
      insert into articles (row, id, word_count, quote_count, revision, ingested_at, extractor)
        values (1, 'art_1', 1, 0, 2, '2024-03-02T00:00:00.000Z', '');
      insert into quotes (row, id, article_row, number, kind, confidence, attributed, text, record, is_rejected)
        values (-1, 'quo_1', 1, 0, 'direct', 0.4, 0, 'Yes', '{}', 1);
      insert into quote_corrections values ('quo_1', 1, 0, null, '2024-03-03T00:00:00.000Z');
      insert into entities (row, id, type, name, key) values (7, 'ent_7', 'person', 'Ana Ruiz', 'ana ruiz');
      insert into entity_corrections values (7, null, null, '2024-03-04T00:00:00.000Z');
      insert into entity_redirects values ('ent_6', 7);`);
    migrate(database, migrations.slice(0, 9));
    expect(
      database
        .all('select sequence, kind, action, id, article_id, into_id from changes order by sequence')
        .map((row) => Object.values(row)),
    ).toEqual([
      [1, 'article', 'created', 'art_1', null, null],
      [2, 'quote', 'rejected', 'quo_1', 'art_1', null],
      [3, 'entity', 'merged', 'ent_6', null, 'ent_7'],
      [4, 'entity', 'corrected', 'ent_7', null, null],
      [5, 'article', 'deleted', 'art_2', null, null],
    ]);
  });
});
