import type { Article } from '../../../domain/article.ts';
import { identifyingWords, type Quote } from '../../../domain/quote.ts';
import type { Span } from '../../../domain/span.ts';
import { quoteId } from '../../ids.ts';
import type { Connection } from '../connection.ts';
import { placeQuote } from '../copies/quote-groups.ts';
import { nameKey } from '../entities/names.ts';
import { findFreeRows } from '../places.ts';
import type { AttributedQuote } from './quote-attribution.ts';

/** What the quotes of an article are written with. */
export interface QuotesToWrite {
  readonly articleRow: number;
  readonly article: Pick<Article, 'text' | 'publishedAt' | 'publisher'>;
  readonly quotes: readonly AttributedQuote[];
  /** The rows of the former revision's quotes, by id: who pages through a list meets an unchanged quote where it was. */
  readonly formerRows: ReadonlyMap<string, number>;
}

/** Writes the quotes of an article. Newest first shows them in the article's order: the first has the highest row. */
export function insertQuotes(connection: Connection, quotes: QuotesToWrite): void {
  const { publisher } = quotes.article;
  const to = { ...quotes, publisherKey: publisher === null ? null : nameKey(publisher.name) };
  for (const listed of [true, false]) {
    const fresh: number[] = [];
    to.quotes.forEach(({ id, isRejected }, number) => {
      if ((to.articleRow > 0 && !isRejected) !== listed) return;
      const row = to.formerRows.get(id);
      if (row === undefined || row > 0 !== listed) fresh.push(number);
      else insertQuote(connection, to, number, row);
    });
    if (fresh.length === 0) continue;
    const first = findFreeRows(connection, 'quotes', to.article.publishedAt, listed, fresh.length);
    fresh.reverse().forEach((number, index) => {
      insertQuote(connection, to, number, first + index);
    });
  }
}

function insertQuote(
  connection: Connection,
  to: QuotesToWrite & { readonly publisherKey: string | null },
  number: number,
  row: number,
): void {
  const { article, articleRow, publisherKey } = to;
  const { id, quote, confidence, isRejected, speakerRows, speakerRole, subjectRows } = to.quotes[number]!;
  connection.run(
    `insert into quotes (row, id, article_row, number, kind, confidence, attributed, is_rejected, publisher_key,
                         speaker_role, text, record)
     values (:row, :id, :articleRow, :number, :kind, :confidence, :attributed, :isRejected, :publisherKey,
             :speakerRole, :text, :record)`,
    {
      row,
      id,
      articleRow,
      number,
      kind: quote.kind,
      confidence,
      attributed: speakerRows.length === 0 ? 0 : 1,
      isRejected: isRejected ? 1 : 0,
      publisherKey,
      speakerRole,
      text: quote.text,
      record: JSON.stringify(recordOf(article.text, quote)),
    },
  );
  if (row > 0) placeQuote(connection, row, { text: quote.text, speakerRow: speakerRows[0] ?? null });
  connection.run('delete from former_quotes where id = :id', { id });
  insertLinks(connection, 'quote_speakers', row, speakerRows);
  insertLinks(connection, 'quote_subjects', row, subjectRows);
}

/** Takes the quotes of an article out; answers with their rows, by id. */
export function deleteQuotes(connection: Connection, articleRow: number): ReadonlyMap<string, number> {
  const quotes = connection.all<{ id: string; row: number }>(
    'select id, row from quotes where article_row = :articleRow',
    { articleRow },
  );
  for (const { id, row } of quotes) {
    for (const table of ['quote_speakers', 'quote_subjects']) {
      connection.run(`delete from ${table} where quote_row = :row`, { row });
    }
    connection.run('delete from quotes where row = :row', { row });
    connection.run('insert or ignore into former_quotes (id) values (:id)', { id });
  }
  return new Map(quotes.map(({ id, row }) => [id, row]));
}

/**
 * What is stored of a quote beside the columns that lists filter by, as extraction found it, whatever a person decided
 * since. Entities are numbers within the article.
 */
export interface QuoteRecord
  extends Omit<Quote, 'id' | 'kind' | 'text' | 'segments' | 'verbatim' | 'cue' | 'source'> {
  readonly segments: readonly TextSpanRecord[];
  readonly verbatim: readonly TextSpanRecord[];
  readonly cue: TextSpanRecord | null;
  readonly source: TextSpanRecord | null;
}

/** The words stand beside the offsets: SQL and other clients count characters in other ways. */
interface TextSpanRecord extends Span {
  readonly text: string;
}

function recordOf(text: string, quote: Quote): QuoteRecord {
  const copy = ({ start, end }: Span) => ({ start, end, text: text.slice(start, end) });
  return {
    segments: quote.segments.map(copy),
    verbatim: quote.verbatim.map(copy),
    cue: quote.cue && copy(quote.cue),
    source: quote.source && copy(quote.source),
    speaker: quote.speaker,
    speakerRole: quote.speakerRole,
    jointSpeakers: quote.jointSpeakers,
    resolution: quote.resolution,
    confidence: quote.confidence,
    reportedBy: quote.reportedBy,
    saidOn: quote.saidOn,
    about: quote.about,
    paragraphIndexes: quote.paragraphIndexes,
  };
}

export interface IdentifiedQuote {
  readonly id: string;
  readonly quote: Quote;
}

/** The ids of an article's quotes, which follow from their words. */
export function identifyQuotes(articleId: string, quotes: readonly Quote[]): readonly IdentifiedQuote[] {
  const occurrences = new Map<string, number>();
  return quotes.map((quote) => {
    const words = identifyingWords(quote);
    const occurrence = occurrences.get(words) ?? 0;
    occurrences.set(words, occurrence + 1);
    return { id: quoteId(articleId, words, occurrence), quote };
  });
}

function insertLinks(
  connection: Connection,
  table: 'quote_speakers' | 'quote_subjects',
  quoteRow: number,
  entityRows: readonly number[],
): void {
  entityRows.forEach((entityRow, position) => {
    connection.run(
      `insert into ${table} (entity_row, quote_row, number) values (:entityRow, :quoteRow, :position)`,
      { entityRow, quoteRow, position },
    );
  });
}
