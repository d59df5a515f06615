import type { ExportedArticle, ExportedTombstone } from '../../../domain/export.ts';
import { insertArticles, insertBodies } from '../articles/article-rows.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { settleCopies } from '../copies/article-copies.ts';
import { settleQuotes } from '../copies/quote-groups.ts';
import { insertLinks, linksOf } from '../entities/entity-write.ts';
import {
  type AttributedQuote,
  attributeQuotes,
  countAccepted,
  countSpoken,
  findQuoteCorrection,
} from '../quotes/quote-attribution.ts';
import { insertQuotes } from '../quotes/quote-write.ts';
import { findExportedEntity } from './import-entities.ts';

/** Writes an article as saving it would have, but where it was, and with whom it means. */
export function importArticle(connection: Connection, record: ExportedArticle): void {
  const { id, place: row, revision, ingestedAt, raw } = record;
  const article = {
    ...record,
    entities: record.entities.map((entity) => ({ ...entity, id: null })),
    quotes: record.quotes.map(({ place: _, ...quote }) => quote),
  };
  importRegistration(connection, { ...record, row, deletedAt: null });
  const entityRows = record.entities.map((entity) => findExportedEntity(connection, entity.id));
  const extracted = article.quotes.map((quote) => ({ id: quote.id, quote }));
  const quotes = attributeQuotes(connection, extracted, entityRows);
  const placed = { id, row, revision, article, raw: { ...raw, text: raw.text ?? article.text } };
  insertArticles(connection, [{ ...placed, quoteCount: countAccepted(quotes), ingestedAt }]);
  insertBodies(connection, [placed]);
  // Counted when all are there.
  insertLinks(connection, [{ articleRow: row, links: linksOf({ entityRows, spoken: countSpoken(quotes) }) }]);
  const formerRows = new Map(record.quotes.map((quote) => [quote.id, quote.place]));
  insertQuotes(connection, [{ articleRow: row, article, quotes, formerRows }]);
  settleQuotes(connection);
  settleCopies(connection, null, { row, text: article.text });
  noteChange(connection, { kind: 'article', action: 'created', id });
  for (const quote of quotes) noteQuote(connection, id, quote);
}

export function importTombstone(connection: Connection, record: ExportedTombstone): void {
  importRegistration(connection, { ...record, row: null });
  noteChange(connection, { kind: 'article', action: 'deleted', id: record.id });
}

function noteQuote(connection: Connection, articleId: string, { id, isRejected }: AttributedQuote): void {
  if (findQuoteCorrection(connection, id) === null) return;
  noteChange(connection, { kind: 'quote', action: isRejected ? 'rejected' : 'corrected', id, articleId });
}

function importRegistration(
  connection: Connection,
  registered: Omit<ExportedTombstone, 'onrecord' | 'deletedAt'> & {
    readonly row: number | null;
    readonly deletedAt: string | null;
  },
): void {
  const { id, revision, row, deletedAt, latest, keys, assignments } = registered;
  connection.run(
    `insert into article_registry (id, article_row, revision, deleted_at, latest_modified_at, latest_source_version)
     values (:id, :row, :revision, :deletedAt, :modifiedAt, :sourceVersion)`,
    { id, row, revision, deletedAt, ...latest },
  );
  for (const key of keys) {
    connection.run('insert into article_keys (key, article_id) values (:key, :id)', { key, id });
  }
  for (const { from, to } of assignments) {
    connection.run(
      'insert into entity_assignments (article_id, from_row, to_row) values (:id, :fromRow, :toRow)',
      {
        id,
        fromRow: findExportedEntity(connection, from),
        toRow: findExportedEntity(connection, to),
      },
    );
  }
}
