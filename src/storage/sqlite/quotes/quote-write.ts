import type { Article } from '../../../domain/article.ts';
import { identifyingWords, type Quote } from '../../../domain/quote.ts';
import type { Span } from '../../../domain/span.ts';
import { quoteId } from '../../ids.ts';
import type { Connection } from '../connection.ts';
import { insertPlaces } from '../copies/quote-groups.ts';
import { nameKey } from '../entities/names.ts';
import { FreeRows } from '../places.ts';
import type { AttributedQuote } from './quote-attribution.ts';

/** What the quotes of an article are written with. */
export interface QuotesToWrite {
  readonly articleRow: number;
  readonly article: Pick<Article, 'text' | 'publishedAt' | 'publisher'>;
  readonly quotes: readonly AttributedQuote[];
  /** The rows of the former revision's quotes, by id: who pages through a list meets an unchanged quote where it was. */
  readonly formerRows: ReadonlyMap<string, number>;
}

/** Writes the quotes of articles. Newest first shows them in the article's order: the first has the highest row. */
export function insertQuotes(connection: Connection, articles: readonly QuotesToWrite[]): void {
  const freeRows = new FreeRows(connection, 'quotes');
  for (const article of articles) {
    for (const quote of article.quotes) {
      const row = findKeptRow(article, quote);
      if (row !== null) freeRows.occupy(row);
    }
  }
  const placed = articles.flatMap((article) => placeQuotes(freeRows, article));
  connection.insert(
    'quotes',
    `row, id, article_row, number, kind, confidence, attributed, is_rejected, publisher_key, speaker_role, text, record`,
    placed.map(({ row, number, articleRow, publisherKey, text, quote: attributed }) => {
      const { id, quote, confidence, isRejected, speakerRows, speakerRole } = attributed;
      return [
        row,
        id,
        articleRow,
        number,
        quote.kind,
        confidence,
        speakerRows.length === 0 ? 0 : 1,
        isRejected ? 1 : 0,
        publisherKey,
        speakerRole,
        quote.text,
        JSON.stringify(recordOf(text, quote)),
      ];
    }),
  );
  connection.run('delete from former_quotes where id in (select value from json_each(:ids))', {
    ids: JSON.stringify(placed.map(({ quote }) => quote.id)),
  });
  for (const [table, rowsOf] of links) {
    connection.insert(
      table,
      'entity_row, quote_row, number',
      placed.flatMap(({ row, quote }) =>
        rowsOf(quote).map((entityRow, position) => [entityRow, row, position]),
      ),
    );
  }
  const listed = placed.filter(({ row }) => row > 0);
  insertPlaces(
    connection,
    listed.map(({ row, quote: { quote, speakerRows } }) => ({
      row,
      text: quote.text,
      speakerRow: speakerRows[0] ?? null,
    })),
  );
}

const links: readonly (readonly [table: string, rowsOf: (quote: AttributedQuote) => readonly number[]])[] = [
  ['quote_speakers', ({ speakerRows }) => speakerRows],
  ['quote_subjects', ({ subjectRows }) => subjectRows],
];

/** A quote with its place. */
interface PlacedQuote {
  readonly row: number;
  readonly articleRow: number;
  /** Among those of the article. */
  readonly number: number;
  readonly quote: AttributedQuote;
  /** The article's. */
  readonly text: string;
  readonly publisherKey: string | null;
}

function placeQuotes(freeRows: FreeRows, to: QuotesToWrite): readonly PlacedQuote[] {
  const { articleRow, article, quotes } = to;
  const { text, publishedAt, publisher } = article;
  const publisherKey = publisher === null ? null : nameKey(publisher.name);
  const placed: PlacedQuote[] = [];
  const place = (number: number, row: number) => {
    placed.push({ row, articleRow, number, quote: quotes[number]!, text, publisherKey });
  };
  for (const listed of [true, false]) {
    const fresh: number[] = [];
    quotes.forEach((quote, number) => {
      if (isListed(to, quote) !== listed) return;
      const row = findKeptRow(to, quote);
      if (row === null) fresh.push(number);
      else place(number, row);
    });
    if (fresh.length === 0) continue;
    const first = freeRows.take(publishedAt, listed, fresh.length);
    for (const [index, number] of fresh.reverse().entries()) place(number, first + index);
  }
  return placed;
}

/** The row that a quote has had, where it belongs there still. */
function findKeptRow(to: QuotesToWrite, quote: AttributedQuote): number | null {
  const row = to.formerRows.get(quote.id);
  return row !== undefined && row > 0 === isListed(to, quote) ? row : null;
}

function isListed({ articleRow }: QuotesToWrite, { isRejected }: AttributedQuote): boolean {
  return articleRow > 0 && !isRejected;
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
