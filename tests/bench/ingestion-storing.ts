import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleToSave } from '../../dist/domain/article-store.js';
import { saveArticles } from '../../dist/storage/sqlite/articles/save-articles.js';
import { type Connection, openConnection } from '../../dist/storage/sqlite/connection.js';
import { openDriver, type SqlValue } from '../../dist/storage/sqlite/driver.js';
import { median, type Row, showRatio } from './table.ts';

/** As ingestion writes them. */
const batchSize = 64;
const rounds = 3;

/**
 * Microseconds of CPU that storing an article takes, beside those of the bare inserts of the same rows: into the same tables
 * with their indexes, full text and triggers, in the same transactions, by turns.
 */
export async function measureStoring(items: readonly ArticleToSave[]): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const [saved, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const store = await openConnection(join(folder, `saved-${round}.db`));
      saved.push(
        timeCpu(() => {
          for (const batch of batchesOf(items)) saveArticles(store, batch);
        }),
      );
      const rows = readRows(store);
      store.close();
      bare.push(await insertRows(join(folder, `bare-${round}.db`), rows));
    }
    const ratio = median(saved.map((cpu, round) => cpu / bare[round]!));
    const each = (cpu: readonly number[]) => `${Math.round(median(cpu) / items.length)} µs`;
    return [
      { question: 'storing an article, in batches: CPU', figures: [each(saved)] },
      { question: '  the same rows inserted, and nothing else', figures: [each(bare)] },
      {
        question: '  storing to that',
        figures: [showRatio(ratio)],
        target: '2 × at most',
        isMet: ratio <= 2,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* batchesOf<Item>(items: readonly Item[]): Iterable<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}

/** Microseconds. */
function timeCpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** All rows of a table. */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly SqlValue[][];
}

/** What triggers write, and what is there from the start. */
const notInserted = ['totals', 'clock', 'migrations', 'vacancies', 'sqlite_sequence'];

function readRows(store: Connection): readonly Table[] {
  const names = store
    .all<{ name: string }>(
      "select name from sqlite_schema where type = 'table' and sql not like '%using fts5%'",
    )
    .map(({ name }) => name)
    .filter((name) => !/_search_(?:data|idx|docsize|config)$/.test(name) && !notInserted.includes(name));
  return names.map((name) => ({
    name,
    columns: store
      .all<{ name: string }>(`select name from pragma_table_info('${name}')`)
      .map((column) => column.name),
    rows: store.tuples(`select * from ${name}`, {}),
  }));
}

/** So many parts of each table a transaction as there were batches. */
async function insertRows(file: string, tables: readonly Table[]): Promise<number> {
  (await openConnection(file)).close();
  const driver = openDriver(file, 0);
  driver.exec('pragma synchronous = full');
  // Rows come in the order of their tables, not of their articles.
  driver.exec('pragma foreign_keys = off');
  driver.exec('pragma cache_size = -16000');
  const articles = tables.find(({ name }) => name === 'articles')!.rows.length;
  const transactions = Math.ceil(articles / batchSize);
  const inserts = tables.map(({ name, columns, rows }) => {
    const statement = driver.prepare(
      `insert into ${name} (${columns.join(', ')}) values (${columns.map((column) => `:${column}`).join(', ')})`,
    );
    const values = rows.map((row) =>
      Object.fromEntries(columns.map((column, index) => [column, row[index]!])),
    );
    return { statement, values };
  });
  try {
    return timeCpu(() => {
      for (let turn = 0; turn < transactions; turn++) {
        driver.transaction(() => {
          for (const { statement, values } of inserts) {
            const share = (part: number) => Math.floor((values.length * part) / transactions);
            for (const row of values.slice(share(turn), share(turn + 1))) statement.run(row);
          }
        });
      }
    });
  } finally {
    driver.close();
  }
}
