import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { migrate, readMigrations } from '../migrate.ts';
import {
  type Driver,
  movedDatabase,
  openDriver,
  type SqlParameters,
  type SqlValue,
  type Statement,
  sqliteCode,
} from './driver.ts';
import { sumNumbers } from './search/fts-numbers.ts';
import { holdsPhrase } from './search/phrase.ts';

/** A database that is migrated and ready, with its statements prepared once each. */
export interface Connection {
  readonly file: string;
  get<Row>(sql: string, parameters?: SqlParameters): Row | undefined;
  all<Row>(sql: string, parameters?: SqlParameters): Row[];
  run(sql: string, parameters?: SqlParameters): void;
  /** Adds rows to a table, their values in the order of `columns`: several with a statement, which costs less than one by one. */
  insert(table: string, columns: string, rows: readonly (readonly SqlValue[])[]): void;
  /** Many rows, as arrays of their values. */
  tuples(sql: string, parameters: SqlParameters): SqlValue[][];
  /** The one column of many rows. */
  column(sql: string, parameters: SqlParameters): number[];
  /** The one column of rows, of bytes. */
  blobs(sql: string, parameters: SqlParameters): Buffer[];
  /** Runs `work` on one state of the database, whatever others write. */
  snapshot<Result>(work: () => Result): Result;
  transaction<Result>(work: () => Result): Result;
  /** Throws where the file is no longer there, or another is in its place: what is written would be lost. */
  refuseMoved(): void;
  close(): void;
}

/** How long a statement waits for another process's lock before it is given up. */
const busyTimeoutMs = 5_000;

/**
 * Opens or creates the database and brings it up to date.
 * Throws an Error that names the file and the remedy where it is no database of this version.
 */
export async function openConnection(file: string): Promise<Connection> {
  let driver: Driver | null = null;
  try {
    driver = openDriver(file, busyTimeoutMs);
    await setUp(driver);
    return cacheStatements(driver, file);
  } catch (error) {
    driver?.close();
    throw new Error(`The database ${file} cannot be opened. ${remedy(error)}`, { cause: error });
  }
}

/** Opens a database that is in use, for reading alone. */
export function openReadOnly(file: string): Connection {
  const driver = openDriver(file, busyTimeoutMs, { readonly: true });
  // What it reads is long and read once: the system's own cache serves it as well.
  settle(driver, 4000);
  return cacheStatements(driver, file);
}

/** Writes one thing into a database that is in use. */
export function writeOnce(file: string, sql: string, parameters: SqlParameters): void {
  const driver = openDriver(file, busyTimeoutMs);
  try {
    driver.prepare(sql).run(parameters);
  } finally {
    driver.close();
  }
}

/** What every connection needs. */
function settle(driver: Driver, cacheKb: number): void {
  driver.exec(`pragma cache_size = -${cacheKb}`);
  driver.define('holds_phrase', (text, phrase) => (holdsPhrase(String(text), String(phrase)) ? 1 : 0));
  driver.define('sum_numbers', (bytes) => sumNumbers(bytes as Buffer));
}

async function setUp(driver: Driver): Promise<void> {
  await switchToWal(driver);
  // In WAL mode NORMAL does not sync at a commit: a power failure may take back articles that were acknowledged.
  // FULL syncs, and costs a fifth of the writing rate where each article is a transaction of its own.
  driver.exec('pragma synchronous = full');
  driver.exec('pragma foreign_keys = on');
  settle(driver, 16_000);
  migrate(
    {
      exec: (sql) => driver.exec(sql),
      all: (sql) => driver.prepare<Record<string, unknown>>(sql).all(),
      run: (sql, parameters) => driver.prepare(sql).run(parameters),
      transaction: (work) => driver.transaction(work),
    },
    readMigrations(),
  );
}

/** The busy timeout does not cover the switch to WAL, which two processes that start at once may both attempt. */
async function switchToWal(driver: Driver): Promise<void> {
  const deadline = Date.now() + busyTimeoutMs;
  for (;;) {
    try {
      driver.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (!sqliteCode(error)?.startsWith('SQLITE_BUSY') || Date.now() >= deadline) throw error;
      await wait(20);
    }
  }
}

/** Rows that one statement inserts. Few sizes, since each is a statement of its own; a full-text index is written after each. */
const rowsAtOnce = [64, 16, 4, 1] as const;

/** Statements built from filters come in many shapes; more than this many are not worth keeping. */
const maxStatements = 500;

function cacheStatements(driver: Driver, file: string): Connection {
  const prepare = cachePrepared(driver);
  // How a statement answers is part of it.
  const prepareTuples = cachePrepared(driver);
  const preparePlucking = cachePrepared(driver);
  const prepareInsert = cacheInserts(driver);
  const refuseMoved = watchPlace(file);
  return {
    file,
    get: <Row>(sql: string, parameters?: SqlParameters) => prepare<Row>(sql).get(parameters),
    all: <Row>(sql: string, parameters?: SqlParameters) => prepare<Row>(sql).all(parameters),
    run: (sql, parameters) => prepare(sql).run(parameters),
    insert: (table, columns, rows) => {
      for (let start = 0; start < rows.length; ) {
        const count = rowsAtOnce.find((size) => size <= rows.length - start)!;
        const values: SqlValue[] = [];
        for (let index = start; index < start + count; index++) values.push(...rows[index]!);
        prepareInsert(table, columns, count).run(values);
        start += count;
      }
    },
    tuples: (sql, parameters) => prepareTuples(sql).tuples(parameters),
    column: (sql, parameters) => preparePlucking(sql).pluck(parameters) as number[],
    blobs: (sql, parameters) => preparePlucking(sql).pluck(parameters) as Buffer[],
    snapshot: (work) => driver.snapshot(work),
    transaction: (work) => {
      refuseMoved();
      return driver.transaction(work);
    },
    refuseMoved,
    close: () => driver.close(),
  };
}

function cachePrepared(driver: Driver): <Row>(sql: string) => Statement<Row> {
  const statements = new Map<string, Statement<unknown>>();
  return <Row>(sql: string) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      if (statements.size >= maxStatements) statements.clear();
      statement = driver.prepare<unknown>(sql);
      statements.set(sql, statement);
    }
    return statement as Statement<Row>;
  };
}

function cacheInserts(driver: Driver): (table: string, columns: string, count: number) => Statement<unknown> {
  const statements = new Map<string, Statement<unknown>>();
  return (table, columns, count) => {
    const name = `${count} ${table} ${columns}`;
    let statement = statements.get(name);
    if (statement === undefined) {
      const row = `(${columns.replace(/\w+/g, '?')})`;
      const rows = Array(count).fill(row).join(', ');
      statement = driver.prepare<unknown>(`insert into ${table} (${columns}) values ${rows}`);
      statements.set(name, statement);
    }
    return statement;
  };
}

/** SQLite itself writes on into a file that was deleted, and into the journal of one that took its place. */
function watchPlace(file: string): () => void {
  const find = () => statSync(file, { throwIfNoEntry: false });
  const opened = file === ':memory:' ? undefined : find();
  return () => {
    if (opened === undefined) return;
    const there = find();
    if (there?.ino !== opened.ino || there.dev !== opened.dev) throw movedDatabase();
  };
}

function remedy(error: unknown): string {
  const code = sqliteCode(error) ?? '';
  if (code.startsWith('SQLITE_NOTADB')) return 'It is not an SQLite database. Choose another file.';
  if (code.startsWith('SQLITE_CORRUPT'))
    return 'It is damaged. Restore it from a backup, or choose another file.';
  if (code.startsWith('SQLITE_CANTOPEN')) return 'Check that its folder exists and can be written.';
  if (code.startsWith('SQLITE_READONLY'))
    return 'It cannot be written: check its permissions and its folder’s.';
  if (code.startsWith('SQLITE_BUSY')) return 'Another process holds it. Stop that process, or try again.';
  // better-sqlite3 looks for the folder itself.
  if (error instanceof TypeError) return 'Its folder does not exist. Make it, or choose another file.';
  return error instanceof Error ? error.message : String(error);
}
