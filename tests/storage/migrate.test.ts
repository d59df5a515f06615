import { describe, expect, it } from 'vitest';
import {
  type MigratableDatabase,
  type Migration,
  migrate,
  readMigrations,
} from '../../src/storage/migrate.ts';
import { type Driver, openDriver } from '../../src/storage/sqlite/driver.ts';

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
});
