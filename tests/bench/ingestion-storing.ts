import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleToSave, SaveResult } from '../../dist/domain/article-store.js';
import { saveArticles } from '../../dist/storage/sqlite/articles/save-articles.js';
import { type Connection, openConnection } from '../../dist/storage/sqlite/connection.js';
import type { SqlValue } from '../../dist/storage/sqlite/driver.js';
import { median, type Row, showRatio } from './table.ts';

/** As ingestion writes them. */
const batchSize = 64;
const rounds = 3;

/**
 * Microseconds of CPU that storing an article takes, beside those of the bare inserts of the same rows: into the same tables
 * with their indexes, full text and triggers, as many in a statement and in a transaction, in the same order, by turns.
 */
export async function measureStoring(items: readonly ArticleToSave[]): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const [saved, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const store = await openConnection(join(folder, `saved-${round}.db`));
      const results: SaveResult[] = [];
      saved.push(
        timeCpu(() => {
          for (const batch of batchesOf(items)) results.push(...saveArticles(store, batch));
        }),
      );
      const rows = readRows(
        store,
        results.flatMap((result) => ('id' in result ? result.id : [])),
      );
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

/** All rows of a table, in the order in which the articles came: sorted by their keys, they would be inserted with less work. */
interface Table {
  readonly name: string;
  readonly columns: string;
  readonly rows: readonly SqlValue[][];
}

/** What triggers write, and what is there from the start. */
const notInserted = ['totals', 'clock', 'migrations', 'vacancies', 'sqlite_sequence'];

/** Which column of a table names what its rows belong to; entities are numbered as they came. */
const owners: Readonly<
  Record<string, readonly [column: string, kind: 'id' | 'article' | 'quote' | 'entity']>
> = {
  article_registry: ['id', 'id'],
  article_keys: ['article_id', 'id'],
  articles: ['row', 'article'],
  article_bodies: ['row', 'article'],
  article_raws: ['row', 'article'],
  article_labels: ['article_row', 'article'],
  article_entities: ['article_row', 'article'],
  article_copies: ['row', 'article'],
  copy_keys: ['row', 'article'],
  quotes: ['article_row', 'article'],
  quote_speakers: ['quote_row', 'quote'],
  quote_subjects: ['quote_row', 'quote'],
  quote_places: ['row', 'quote'],
  entity_identities: ['entity_row', 'entity'],
  entity_keys: ['entity_row', 'entity'],
};

function readRows(store: Connection, ids: readonly string[]): readonly Table[] {
  const byId = new Map(ids.map((id, place) => [id as SqlValue, place]));
  const read = (sql: string) => new Map(store.tuples(sql, {}) as [SqlValue, SqlValue][]);
  const articles = read('select row, id from articles');
  const quotes = read('select row, article_row from quotes');
  const placeOf = {
    id: (id: SqlValue) => byId.get(id)!,
    article: (row: SqlValue) => byId.get(articles.get(row)!)!,
    quote: (row: SqlValue) => byId.get(articles.get(quotes.get(row)!)!)!,
    entity: Number,
  };
  const names = store
    .all<{ name: string }>(
      "select name from sqlite_schema where type = 'table' and sql not like '%using fts5%'",
    )
    .map(({ name }) => name)
    .filter((name) => !/_search_(?:data|idx|docsize|config)$/.test(name) && !notInserted.includes(name));
  return names.map((name) => {
    const columns = store
      .all<{ name: string }>(`select name from pragma_table_info('${name}')`)
      .map((column) => column.name);
    const rows = store.tuples(`select * from ${name}`, {});
    const [owner, kind] = owners[name] ?? [null, null];
    if (owner !== null) {
      const index = columns.indexOf(owner);
      rows.sort((a, b) => placeOf[kind](a[index]!) - placeOf[kind](b[index]!));
    }
    return { name, columns: columns.join(', '), rows };
  });
}

/** So many parts of each table a transaction as there were batches; as many rows a statement as storing takes. */
async function insertRows(file: string, tables: readonly Table[]): Promise<number> {
  const connection = await openConnection(file);
  // Rows come in the order of their tables, not of their articles.
  connection.run('pragma foreign_keys = off');
  const articles = tables.find(({ name }) => name === 'articles')!.rows.length;
  const transactions = Math.ceil(articles / batchSize);
  try {
    return timeCpu(() => {
      for (let turn = 0; turn < transactions; turn++) {
        connection.transaction(() => {
          for (const { name, columns, rows } of tables) {
            const share = (part: number) => Math.floor((rows.length * part) / transactions);
            connection.insert(name, columns, rows.slice(share(turn), share(turn + 1)));
          }
        });
      }
    });
  } finally {
    connection.close();
  }
}
