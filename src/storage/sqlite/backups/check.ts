import { countApplied, readMigrations } from '../../migrate.ts';
import { type Driver, openDriver, sqliteCode } from '../driver.ts';

/** How much a database holds that was found whole. */
export interface Checked {
  readonly articles: number;
  readonly quotes: number;
}

/**
 * Reads a whole database that nobody else has open, its indexes included, and leaves it alone in its file.
 * Throws an Error that says why it is no whole Onrecord database of this version or an earlier one; `name` is what people
 * call it.
 */
export function checkDatabase(file: string, name: string): Checked {
  let driver: Driver | null = null;
  try {
    driver = openDriver(file, 0);
    const checked = check(driver);
    // A file like any other from now on, which can be read where nothing can be written.
    driver.exec('pragma journal_mode = delete');
    return checked;
  } catch (error) {
    throw explainDamage(error, name);
  } finally {
    driver?.close();
  }
}

function check(driver: Driver): Checked {
  const all = (sql: string) => driver.prepare<Record<string, unknown>>(sql).all();
  if (countApplied({ all }, readMigrations()) === 0) throw new Error('There is nothing in it.');
  for (const pragma of ['integrity_check(1)', 'foreign_key_check']) {
    const [fault] = all(`pragma ${pragma}`).map((row) => Object.values(row).join(' '));
    if (fault !== undefined && fault !== 'ok') throw new Error(`It is damaged: ${fault}.`);
  }
  const totals = new Map(all('select name, count from totals').map(({ name, count }) => [name, count]));
  return { articles: Number(totals.get('articles')), quotes: Number(totals.get('quotes')) };
}

/** Why the database that people call `name` cannot be taken for one. */
export function explainDamage(error: unknown, name: string): Error {
  return new Error(`${name} is no whole Onrecord database. ${explain(error)}`, { cause: error });
}

export function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:NOTADB|CORRUPT)/.test(sqliteCode(error) ?? '');
}

function explain(error: unknown): string {
  if (sqliteCode(error)?.startsWith('SQLITE_NOTADB')) return 'It is not an SQLite database.';
  if (isDamage(error)) return 'It is damaged.';
  return error instanceof Error ? error.message : String(error);
}
