import Sqlite from 'better-sqlite3';

/** What a statement can be given; named parameters (`:name`) as an object. */
export type SqlValue = string | number | null;
export type SqlParameters = Readonly<Record<string, SqlValue>>;

/** A prepared statement; a row is a plain object. */
export interface Statement<Row> {
  get(parameters?: SqlParameters): Row | undefined;
  all(parameters?: SqlParameters): Row[];
  /** Takes the values of nameless parameters (`?`) in their order, too. */
  run(parameters?: SqlParameters | readonly SqlValue[]): void;
  /** All rows as arrays of their values; with `pluck`, the first value of each alone. A fraction of the cost of objects. */
  tuples(parameters: SqlParameters): SqlValue[][];
  pluck(parameters: SqlParameters): (SqlValue | Buffer)[];
}

/**
 * All that the rest of the code knows of the SQLite driver: better-sqlite3 today. Its version 13, or `node:sqlite`, can
 * take its place here and nowhere else.
 */
export interface Driver {
  prepare<Row>(sql: string): Statement<Row>;
  exec(sql: string): void;
  /** Runs `work` in one transaction that holds the write lock from its start; rolls back where it throws. */
  transaction<Result>(work: () => Result): Result;
  /** Runs `work` on one state of the database. */
  snapshot<Result>(work: () => Result): Result;
  /**
   * Copies the database, as it is at this moment, into a file that does not exist, while others go on to write. `watch` is
   * told how many bytes are done.
   */
  copyTo(file: string, watch: (done: number, total: number) => void): Promise<void>;
  /** Makes a pure function callable from SQL. */
  define(name: string, compute: (...values: (SqlValue | Buffer)[]) => SqlValue): void;
  close(): void;
}

/** Opens or creates a database file, `:memory:` for one that lives as long as the connection. */
export function openDriver(
  file: string,
  busyTimeoutMs: number,
  { readonly }: { readonly readonly: boolean } = { readonly: false },
): Driver {
  const database = new Sqlite(file, { timeout: busyTimeoutMs, readonly, fileMustExist: readonly });
  const runInTransaction = database.transaction((work: () => unknown) => work());
  return {
    prepare: <Row>(sql: string) => wrap<Row>(database.prepare(sql)),
    exec: (sql) => {
      database.exec(sql);
    },
    transaction: (work) => runInTransaction.immediate(work) as ReturnType<typeof work>,
    snapshot: (work) => runInTransaction.deferred(work) as ReturnType<typeof work>,
    copyTo: async (file, watch) => {
      // Within a transaction it is one state that is copied; otherwise each write of another process would start it anew.
      database.exec('begin');
      try {
        database.prepare('select 1 from sqlite_schema').get();
        const pageSize = database.pragma('page_size', { simple: true }) as number;
        await database.backup(file, {
          progress: ({ totalPages, remainingPages }) => {
            watch((totalPages - remainingPages) * pageSize, totalPages * pageSize);
            return pagesAtOnce;
          },
        });
      } finally {
        database.exec('commit');
      }
    },
    define: (name, compute) => {
      database.function(name, { deterministic: true }, compute);
    },
    close: () => {
      database.close();
    },
  };
}

/** Pages that are copied between two looks at the event loop: 4 MB. */
const pagesAtOnce = 1000;

function wrap<Row>(statement: Sqlite.Statement): Statement<Row> {
  return {
    get: (parameters = {}) => statement.get(parameters) as Row | undefined,
    all: (parameters = {}) => statement.all(parameters) as Row[],
    run: (parameters = {}) => {
      statement.run(parameters);
    },
    tuples: (parameters) => statement.raw(true).all(parameters) as SqlValue[][],
    pluck: (parameters) => statement.pluck(true).all(parameters) as (SqlValue | Buffer)[],
  };
}

/** The name of the SQLite result code of an error ("SQLITE_BUSY"), or null where the error is none of SQLite's. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Sqlite.SqliteError ? error.code : null;
}

/** What SQLite calls a database whose file was deleted or replaced, where it notices. */
export function movedDatabase(): Error {
  return new Sqlite.SqliteError('the database was moved', 'SQLITE_READONLY_DBMOVED');
}
