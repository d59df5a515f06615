import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../package-files.ts';

/** What a migration needs of a database. */
export interface MigratableDatabase {
  exec(sql: string): void;
  all(sql: string): readonly Record<string, unknown>[];
  /** Named parameters (`:name`). */
  run(sql: string, parameters: Readonly<Record<string, string>>): void;
  /** Runs `work` in one transaction that holds the write lock from its start; rolls back where it throws. */
  transaction(work: () => void): void;
}

/** One step of the schema: a file of plain SQL. */
export interface Migration {
  /** The file's name, `NNNN-name.sql`. */
  readonly name: string;
  readonly sql: string;
}

/**
 * Reads the migrations of an engine, in order. Throws where two files bear one number, or a name is not
 * `NNNN-name.sql`.
 */
export function readMigrations(folder: URL = packageFile('migrations/sqlite/')): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  names.forEach((name, index) => {
    const number = String(index + 1).padStart(4, '0');
    if (!name.startsWith(`${number}-`)) {
      throw new Error(`${fileURLToPath(new URL(name, folder))}: migration ${number} was expected here.`);
    }
  });
  return names.map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }));
}

/**
 * Brings a database to the state that the migrations describe. Each runs in one transaction with the row that records
 * it, so that a crash leaves both or neither; two processes that start at once take turns. What was applied before must
 * be a prefix of the migrations, unchanged.
 *
 * Throws an Error that names the file at fault and the remedy; the database is then as the last whole migration left it.
 */
export function migrate(database: MigratableDatabase, migrations: readonly Migration[]): void {
  if (countApplied(database, migrations) === migrations.length) return;
  // Rebuilding a table breaks its references for a moment, and the switch has no effect inside a transaction.
  database.exec('pragma foreign_keys = off');
  try {
    let applied = 0;
    while (applied < migrations.length) {
      database.transaction(() => {
        applied = countApplied(database, migrations);
        const migration = migrations[applied];
        if (migration === undefined) return;
        apply(database, migration);
        applied += 1;
      });
    }
  } finally {
    database.exec('pragma foreign_keys = on');
  }
}

function apply(database: MigratableDatabase, migration: Migration): void {
  try {
    database.exec(
      'create table if not exists migrations (name text primary key, checksum text not null, applied_at text not null)',
    );
    database.exec(migration.sql);
    database.run(
      'insert into migrations (name, checksum, applied_at) values (:name, :checksum, :appliedAt)',
      {
        name: migration.name,
        checksum: checksum(migration),
        appliedAt: new Date().toISOString(),
      },
    );
  } catch (error) {
    throw new Error(`Migration ${migration.name} failed and was rolled back: ${(error as Error).message}`, {
      cause: error,
    });
  }
  // To look at every reference of a large database takes long.
  if (!changesRows.test(migration.sql)) return;
  const broken = database.all('pragma foreign_key_check')[0];
  if (broken !== undefined) {
    throw new Error(
      `Migration ${migration.name} was rolled back: a row of ${broken['table']} would refer to nothing in ${broken['parent']}.`,
    );
  }
}

/** What only adds tables, columns and indexes leaves all references as they are. */
const changesRows = /\b(?:insert|update|delete|replace|drop|references)\b/i;

/** How many migrations the database has; throws where they are not the first ones of `migrations`, or have changed. */
export function countApplied(
  database: Pick<MigratableDatabase, 'all'>,
  migrations: readonly Migration[],
): number {
  const tables = database.all("select name from sqlite_schema where type = 'table'");
  if (!tables.some(({ name }) => name === 'migrations')) {
    if (tables.length > 0) {
      throw new Error('It holds tables of another program. Choose another file.');
    }
    return 0;
  }
  const applied = database.all('select name, checksum from migrations order by name');
  applied.forEach((row, index) => {
    const migration = migrations[index];
    if (migration === undefined || migration.name !== row['name']) {
      throw new Error(
        `Migration ${row['name']} was applied to it, and this version of Onrecord has no such file in its place: ` +
          'the database was written by another version. Start that version, or choose another file.',
      );
    }
    if (checksum(migration) !== row['checksum']) {
      throw new Error(
        `Migration ${migration.name} was changed after it had been applied. Restore the file, and put the change into a new migration.`,
      );
    }
  });
  return applied.length;
}

/** Line endings do not count: a checkout on Windows may have others. */
function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}
