import type { EntityReference, StoredQuote } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import type { Quote } from '../../domain/quote.ts';
import type { NonEmpty, Span } from '../../domain/span.ts';
import type { Connection } from './connection.ts';
import type { QuoteRecord } from './quote-write.ts';

/** The quotes of an article as parts of it: entities by their number. */
export function loadQuotesOfArticle(connection: Connection, articleRow: number): readonly Quote[] {
  return connection
    .all<Omit<QuoteRow, 'articleId'>>(
      'select id, kind, text, confidence, record from quotes where article_row = :articleRow order by number',
      { articleRow },
    )
    .map(({ id, kind, text, confidence, record }) => {
      const { segments, verbatim, cue, source, ...rest } = JSON.parse(record) as QuoteRecord;
      return {
        id,
        kind,
        text,
        segments: segments.map(bare) as unknown as NonEmpty<Span>,
        verbatim: verbatim.map(bare),
        cue: cue && bare(cue),
        source: source && bare(source),
        ...rest,
        confidence,
      };
    });
}

/** Rejects with `not-found`, and with `deleted` where an article had such a quote and no longer has. */
export function loadQuote(connection: Connection, id: string): StoredQuote {
  const found = connection.get<{ row: number }>('select row from quotes where id = :id', { id });
  const quote = found && loadQuotes(connection, [found.row])[0];
  if (quote !== undefined) return quote;
  const isFormer = connection.get('select 1 from former_quotes where id = :id', { id }) !== undefined;
  throw isFormer
    ? new OnrecordError('deleted', `The quote ${id} is gone: its article was deleted, or no longer has it.`)
    : new OnrecordError('not-found', `There is no quote ${id}.`);
}

/** The quotes of an article on their own, in its order. */
export function loadStoredQuotes(connection: Connection, articleRow: number): readonly StoredQuote[] {
  const rows = connection.all<{ row: number }>(
    'select row from quotes where article_row = :articleRow order by number',
    { articleRow },
  );
  return loadQuotes(
    connection,
    rows.map(({ row }) => row),
  );
}

/** Quotes on their own, in the order of the rows given; rows that are no longer there are left out. */
export function loadQuotes(connection: Connection, rows: readonly number[]): readonly StoredQuote[] {
  return connection
    .all<ListedQuoteRow>(
      `select q.id, q.kind, q.text, q.confidence, q.record,
              a.id as articleId, a.headline, a.published_at, a.publisher_name, a.publisher_url, a.url,
              ${linkedEntities('quote_speakers')} as speakers, ${linkedEntities('quote_subjects')} as subjects
       from json_each(:rows) j cross join quotes q on q.row = j.value cross join articles a on a.row = q.article_row
       order by j.key`,
      { rows: JSON.stringify(rows) },
    )
    .map(presentRow);
}

/** The entities that a quote is linked to, as JSON, with the names that they have now. */
function linkedEntities(table: 'quote_speakers' | 'quote_subjects'): string {
  return `(select json_group_array(json_object('id', id, 'name', name, 'type', type)) from (
    select e.id, e.name, e.type from ${table} l cross join entities e on e.row = l.entity_row
    where l.quote_row = q.row order by l.number))`;
}

function presentRow(row: ListedQuoteRow): StoredQuote {
  const record = JSON.parse(row.record) as QuoteRecord;
  const [speaker, ...jointSpeakers] = JSON.parse(row.speakers) as EntityReference[];
  return {
    id: row.id,
    articleId: row.articleId,
    kind: row.kind,
    text: row.text,
    segments: record.segments,
    verbatim: record.verbatim,
    cue: record.cue,
    source: record.source,
    speaker: speaker === undefined ? null : { ...speaker, role: record.speakerRole },
    jointSpeakers,
    resolution: record.resolution,
    confidence: row.confidence,
    reportedBy: record.reportedBy,
    saidOn: record.saidOn,
    about: JSON.parse(row.subjects) as EntityReference[],
    paragraphIndexes: record.paragraphIndexes,
    article: {
      id: row.articleId,
      headline: row.headline,
      publishedAt: row.published_at,
      publisher: row.publisher_name === null ? null : { name: row.publisher_name, url: row.publisher_url },
      url: row.url,
    },
  };
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

interface QuoteRow {
  readonly id: string;
  readonly articleId: string;
  readonly kind: Quote['kind'];
  readonly text: string;
  readonly confidence: number;
  readonly record: string;
}

interface ListedQuoteRow extends QuoteRow {
  readonly headline: string | null;
  readonly published_at: string | null;
  readonly publisher_name: string | null;
  readonly publisher_url: string | null;
  readonly url: string | null;
  /** JSON: EntityReference[]. */
  readonly speakers: string;
  readonly subjects: string;
}
