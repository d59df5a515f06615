import type { Article } from '../../domain/article.ts';
import type { Quote } from '../../domain/quote.ts';
import type { Span } from '../../domain/span.ts';
import { quoteId } from '../ids.ts';
import type { Connection } from './connection.ts';
import { nameKey } from './names.ts';
import { findFreeRows } from './places.ts';

/** What the quotes of an article are written with. */
export interface QuotesToWrite {
  readonly articleRow: number;
  readonly articleId: string;
  readonly article: Article;
  /** The rows of the article's entities, in its order. */
  readonly entityRows: readonly number[];
  /** The rows of the former revision's quotes, by id: who pages through a list meets an unchanged quote where it was. */
  readonly formerRows: ReadonlyMap<string, number>;
}

/** Writes the quotes of an article. Newest first shows them in the article's order: the first has the highest row. */
export function insertQuotes(connection: Connection, to: QuotesToWrite): void {
  const ids = identifyQuotes(to.articleId, to.article.quotes);
  const fresh: number[] = [];
  ids.forEach((id, number) => {
    const row = to.formerRows.get(id);
    if (row === undefined) fresh.push(number);
    else insertQuote(connection, to, number, id, row);
  });
  if (fresh.length === 0) return;
  const listed = to.articleRow > 0;
  const first = findFreeRows(connection, 'quotes', to.article.publishedAt, listed, fresh.length);
  fresh.reverse().forEach((number, index) => {
    insertQuote(connection, to, number, ids[number]!, first + index);
  });
}

function insertQuote(
  connection: Connection,
  to: QuotesToWrite,
  number: number,
  id: string,
  row: number,
): void {
  const { article, articleRow, entityRows } = to;
  const quote = article.quotes[number]!;
  connection.run(
    `insert into quotes (row, id, article_row, number, kind, confidence, attributed, publisher_key, text, record)
     values (:row, :id, :articleRow, :number, :kind, :confidence, :attributed, :publisherKey, :text, :record)`,
    {
      row,
      id,
      articleRow,
      number,
      kind: quote.kind,
      confidence: quote.confidence,
      attributed: quote.speaker === null ? 0 : 1,
      publisherKey: article.publisher === null ? null : nameKey(article.publisher.name),
      text: quote.text,
      record: JSON.stringify(recordOf(article.text, quote)),
    },
  );
  connection.run('delete from former_quotes where id = :id', { id });
  const speakers = quote.speaker === null ? [] : [quote.speaker, ...quote.jointSpeakers];
  insertLinks(connection, 'quote_speakers', row, speakers, entityRows);
  insertLinks(connection, 'quote_subjects', row, quote.about, entityRows);
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

/** What is stored of a quote beside the columns that lists filter by. Entities are numbers within the article. */
export interface QuoteRecord
  extends Omit<Quote, 'id' | 'kind' | 'text' | 'confidence' | 'segments' | 'verbatim' | 'cue' | 'source'> {
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
    reportedBy: quote.reportedBy,
    saidOn: quote.saidOn,
    about: quote.about,
    paragraphIndexes: quote.paragraphIndexes,
  };
}

/** The ids of an article's quotes. Marks and white space are no part of the words; the case of a letter is. */
function identifyQuotes(articleId: string, quotes: readonly Quote[]): readonly string[] {
  const occurrences = new Map<string, number>();
  return quotes.map(({ text }) => {
    const words = text
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}\p{M}\p{S}]+/gu, ' ')
      .trim();
    const occurrence = occurrences.get(words) ?? 0;
    occurrences.set(words, occurrence + 1);
    return quoteId(articleId, words, occurrence);
  });
}

function insertLinks(
  connection: Connection,
  table: 'quote_speakers' | 'quote_subjects',
  quoteRow: number,
  numbers: readonly number[],
  entityRows: readonly number[],
): void {
  Array.from(new Set(numbers)).forEach((number, position) => {
    connection.run(
      `insert into ${table} (entity_row, quote_row, number) values (:entityRow, :quoteRow, :position)`,
      { entityRow: entityRows[number]!, quoteRow, position },
    );
  });
}
