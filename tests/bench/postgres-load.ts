import type { Connection } from '../../dist/storage/sqlite/connection.js';
import type { Cluster } from './postgres-cluster.ts';

const tables = `
  create table articles (
    row bigint primary key, id text not null, published_at timestamptz, url text, headline text, publisher text,
    word_count int, quote_count int, metadata jsonb, lede text, text text, structure jsonb,
    words tsvector generated always as
      (setweight(to_tsvector('english', coalesce(headline, '')), 'A') || to_tsvector('english', text)) stored);
  create table quotes (
    row bigint primary key, id text not null, article_row bigint not null, number int, kind text, confidence real,
    text text, record jsonb, words tsvector generated always as (to_tsvector('english', text)) stored);
  create table entities (row bigint primary key, id text, name text, type text, quote_count int);
  create table quote_speakers (entity_row bigint, quote_row bigint, primary key (entity_row, quote_row));
  create table quote_subjects (entity_row bigint, quote_row bigint, primary key (entity_row, quote_row));`;

const indexes = `
  create unique index on articles (id);
  create index on articles using gin (words);
  create index on articles (publisher);
  create unique index on quotes (id);
  create index on quotes (article_row, number);
  create index on quotes using gin (words);
  create index on quote_speakers (quote_row);
  create index on quote_subjects (quote_row);
  vacuum analyze;`;

/** The columns of each table, from where SQLite keeps them. */
const sources: Readonly<Record<string, string>> = {
  'articles (row, id, published_at, url, headline, publisher, word_count, quote_count, metadata, lede, text, structure)': `
    select a.row, a.id, a.published_at, a.url, a.headline, a.publisher_name, a.word_count, a.quote_count, b.metadata, b.lede,
           b.text, b.structure
    from articles a join article_bodies b on b.row = a.row where a.row > :after order by a.row limit 2000`,
  'quotes (row, id, article_row, number, kind, confidence, text, record)': `
    select row, id, article_row, number, kind, confidence, text, record
    from quotes where row > :after order by row limit 10000`,
  'entities (row, id, name, type, quote_count)': `
    select row, id, name, type, quote_count from entities where row > :after order by row limit 10000`,
};
const links = ['quote_speakers', 'quote_subjects'];

/** Puts the records of a store into PostgreSQL, and indexes them as its manual says for full text. */
export async function loadCluster(cluster: Cluster, connection: Connection): Promise<void> {
  cluster.run(tables);
  for (const [table, sql] of Object.entries(sources)) await cluster.copy(table, readLines(connection, sql));
  for (const table of links) {
    const sql = `select entity_row, quote_row from ${table} where entity_row = :after`;
    await cluster.copy(`${table} (entity_row, quote_row)`, readLinks(connection, sql));
  }
  cluster.run(indexes);
}

function* readLines(connection: Connection, sql: string): Iterable<string> {
  let after = 0;
  for (;;) {
    const rows = connection.all<Record<string, string | number | null>>(sql, { after });
    for (const row of rows) yield copyLine(row);
    if (rows.length === 0) return;
    after = Number(rows.at(-1)!['row']);
  }
}

function* readLinks(connection: Connection, sql: string): Iterable<string> {
  for (const { row } of connection.all<{ row: number }>('select row from entities')) {
    for (const link of connection.all<Record<string, number>>(sql, { after: row })) yield copyLine(link);
  }
}

function copyLine(row: Readonly<Record<string, string | number | null>>): string {
  return Object.values(row)
    .map((value) =>
      value === null ? '\\N' : String(value).replace(/[\\\n\r\t]/g, (character) => escapes[character]!),
    )
    .join('\t');
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
