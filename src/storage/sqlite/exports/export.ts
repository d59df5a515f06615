import type { RawCopy } from '../../../domain/article.ts';
import {
  type ExportedArticle,
  type ExportedBookmark,
  type ExportedFormerQuotes,
  type ExportedQuoteCorrection,
  type ExportedRevision,
  type ExportedTombstone,
  type ExportRecord,
  exportVersion,
} from '../../../domain/export.ts';
import { findRegistered } from '../articles/article-identity.ts';
import { type Connection, openConnection } from '../connection.ts';
import { exportArticle } from './export-article.ts';
import { exportEntities } from './export-entities.ts';

/**
 * Reads everything that a store holds, as it is when the first record is asked for, while others go on to write. One
 * article is in memory at a time.
 */
export async function* exportStore(file: string): AsyncGenerator<ExportRecord> {
  const connection = await openConnection(file);
  try {
    connection.run('begin');
    let lines = 0;
    for (const record of readRecords(connection)) {
      lines++;
      yield record;
    }
    yield { onrecord: 'end', lines };
  } finally {
    connection.close();
  }
}

function* readRecords(connection: Connection): Iterable<ExportRecord> {
  const totals = connection.all<{ name: string; count: number }>('select name, count from totals');
  const count = (name: string) => totals.find((total) => total.name === name)?.count ?? 0;
  yield {
    onrecord: 'export',
    version: exportVersion,
    exportedAt: new Date().toISOString(),
    articles: count('articles'),
    quotes: count('quotes'),
    entities: count('entities'),
  };
  yield* exportEntities(connection);
  yield* exportQuoteCorrections(connection);
  yield* exportArticles(connection);
  yield* exportTombstones(connection);
  yield* exportFormerQuotes(connection);
  yield* exportBookmarks(connection);
}

function* exportQuoteCorrections(connection: Connection): Iterable<ExportedQuoteCorrection> {
  const rows = pages<QuoteCorrectionRow>(
    connection,
    `select c.quote_id as key, c.is_rejected, c.has_speaker, e.id as speaker, c.corrected_at
     from quote_corrections c left join entities e on e.row = c.speaker_row`,
    'quote_id',
  );
  for (const { key, is_rejected, has_speaker, speaker, corrected_at } of rows) {
    yield {
      onrecord: 'quote-correction',
      quoteId: key,
      isRejected: is_rejected === 1,
      ...(has_speaker === 1 ? { speaker } : {}),
      correctedAt: corrected_at,
    };
  }
}

function* exportArticles(connection: Connection): Iterable<ExportedArticle | ExportedRevision> {
  let row: number | null = Number.MIN_SAFE_INTEGER;
  for (;;) {
    row = connection.get<{ row: number | null }>('select min(row) as row from articles where row > :row', {
      row,
    })!.row;
    if (row === null) return;
    const article = exportArticle(connection, row);
    yield { ...article, ...findRegistration(connection, article.id) };
    if (article.revision > 1) yield* exportRevisions(connection, article.id);
  }
}

function* exportRevisions(connection: Connection, id: string): Iterable<ExportedRevision> {
  for (let after = 0; ; ) {
    const found = connection.get<RevisionRow>(
      `select revision, ingested_at, extractor, article, media_type, raw from article_revisions
       where article_id = :id and revision > :after order by revision limit 1`,
      { id, after },
    );
    if (found === undefined) return;
    after = found.revision;
    yield {
      onrecord: 'revision',
      articleId: id,
      revision: found.revision,
      ingestedAt: found.ingested_at,
      extractor: found.extractor,
      article: JSON.parse(found.article),
      raw: { mediaType: found.media_type, text: found.raw },
    };
  }
}

function* exportTombstones(connection: Connection): Iterable<ExportedTombstone> {
  const rows = pages<{ key: string; revision: number; deletedAt: string }>(
    connection,
    'select id as key, revision, deleted_at as deletedAt from article_registry where article_row is null',
    'id',
  );
  for (const { key: id, revision, deletedAt } of rows)
    yield { onrecord: 'tombstone', id, revision, deletedAt, ...findRegistration(connection, id) };
}

function findRegistration(
  connection: Connection,
  id: string,
): Pick<ExportedTombstone, 'latest' | 'keys' | 'assignments'> {
  const { latest } = findRegistered(connection, id);
  const keys = connection.all<{ key: string }>(
    'select key from article_keys where article_id = :id order by key',
    { id },
  );
  const assignments = connection.all<{ from: string; to: string }>(
    `select f.id as "from", t.id as "to" from entity_assignments a
     join entities f on f.row = a.from_row join entities t on t.row = a.to_row
     where a.article_id = :id order by a.from_row`,
    { id },
  );
  return { latest, keys: keys.map(({ key }) => key), assignments };
}

/** Ids that one line holds. */
const idsALine = 1000;

function* exportFormerQuotes(connection: Connection): Iterable<ExportedFormerQuotes> {
  let ids: string[] = [];
  for (const { key } of pages<{ key: string }>(connection, 'select id as key from former_quotes', 'id')) {
    if (ids.push(key) < idsALine) continue;
    yield { onrecord: 'former-quotes', ids };
    ids = [];
  }
  if (ids.length > 0) yield { onrecord: 'former-quotes', ids };
}

function* exportBookmarks(connection: Connection): Iterable<ExportedBookmark> {
  const rows = pages<{ key: string; state: string }>(
    connection,
    'select source as key, state from bookmarks',
    'source',
  );
  for (const { key: source, state } of rows) yield { onrecord: 'bookmark', source, state };
}

/** Rows that are read at once. */
const rowsAPage = 1000;

/** The rows of a query, in the order of a text that tells them apart, which it calls `key`. */
function* pages<Row extends { readonly key: string }>(
  connection: Connection,
  sql: string,
  column: string,
): Iterable<Row> {
  const condition = `${/ where /.test(sql) ? 'and' : 'where'} ${column} > :after order by ${column} limit ${rowsAPage}`;
  for (let after = ''; ; ) {
    const rows = connection.all<Row>(`${sql} ${condition}`, { after });
    yield* rows;
    if (rows.length < rowsAPage) return;
    after = rows.at(-1)!.key;
  }
}

interface QuoteCorrectionRow {
  readonly key: string;
  readonly is_rejected: number;
  readonly has_speaker: number;
  readonly speaker: string | null;
  readonly corrected_at: string;
}

interface RevisionRow {
  readonly revision: number;
  readonly ingested_at: string;
  readonly extractor: string;
  /** JSON: StoredArticle. */
  readonly article: string;
  readonly media_type: RawCopy['mediaType'];
  readonly raw: string | null;
}
