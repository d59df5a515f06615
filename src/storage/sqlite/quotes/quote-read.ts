import { OnrecordError } from '../../../domain/errors.ts';
import type { Quote } from '../../../domain/quote.ts';
import type { EntityReference, QuoteVersion, StoredQuote } from '../../../domain/records.ts';
import type { NonEmpty, Span } from '../../../domain/span.ts';
import type { Connection } from '../connection.ts';
import { quoteVersion } from '../versions.ts';
import type { QuoteRecord } from './quote-write.ts';

/**
 * The quotes of an article as parts of it, without rejected ones; `numberOf` has the number of an entity within the
 * article by its row.
 */
export function loadQuotesOfArticle(
  connection: Connection,
  articleRow: number,
  numberOf: ReadonlyMap<number, number>,
): readonly Quote[] {
  return connection
    .all<ArticleQuoteRow>(
      `select q.id, q.kind, q.text, q.confidence, q.record, q.speaker_role, k.has_speaker,
              ${linkedRows('quote_speakers')} as speakers, ${linkedRows('quote_subjects')} as subjects
       from quotes q left join quote_corrections k on k.quote_id = q.id where q.article_row = :articleRow and not q.is_rejected order by q.number`,
      { articleRow },
    )
    .map((row) => {
      const quote = readExtractedQuote(row);
      const numbers = (rows: string) => (JSON.parse(rows) as number[]).map((entity) => numberOf.get(entity)!);
      const [speaker = null, ...jointSpeakers] = numbers(row.speakers);
      return {
        ...quote,
        speaker,
        speakerRole: row.speaker_role,
        jointSpeakers,
        resolution: resolutionOf(row, quote),
        about: numbers(row.subjects),
        confidence: row.confidence,
      };
    });
}

/** The quotes of an article as extraction found them, rejected ones included. */
export function loadExtractedQuotes(
  connection: Connection,
  articleRow: number,
): readonly { readonly id: string; readonly row: number; readonly quote: Quote }[] {
  return connection
    .all<QuoteRow & { row: number }>(
      'select row, id, kind, text, confidence, record from quotes where article_row = :articleRow order by number',
      { articleRow },
    )
    .map((found) => ({ id: found.id, row: found.row, quote: readExtractedQuote(found) }));
}

function readExtractedQuote({ id, kind, text, record }: QuoteRow): Quote {
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
  };
}

/** Rejects with `not-found`, and with `deleted` where an article had such a quote and no longer has. */
export function loadQuote(connection: Connection, id: string): StoredQuote {
  const found = connection.get<{ row: number }>('select row from quotes where id = :id', { id });
  const quote = found && loadQuotes(connection, [found.row])[0];
  if (quote === undefined) throw missingQuote(connection, id);
  return quote;
}

/** See {@link ArticleStore.findQuoteVersion}. */
export function findQuoteVersion(connection: Connection, id: string): number {
  const found = connection.get<{ version: number }>(
    `select ${quoteVersion} as version
     from quotes q cross join articles a on a.row = q.article_row cross join clock c where q.id = :id`,
    { id },
  );
  if (found === undefined) throw missingQuote(connection, id);
  return found.version;
}

/** What is said of a quote that there is not. */
function missingQuote(connection: Connection, id: string): OnrecordError {
  const isFormer = connection.get('select 1 from former_quotes where id = :id', { id }) !== undefined;
  return isFormer
    ? new OnrecordError('deleted', `The quote ${id} is gone: its article was deleted, or no longer has it.`)
    : new OnrecordError('not-found', `There is no quote ${id}.`);
}

/** The quotes of an article on their own, in its order: those that a person rejected, or all others. */
export function loadStoredQuotes(
  connection: Connection,
  articleRow: number,
  rejected: boolean,
): readonly StoredQuote[] {
  const rows = connection.all<{ row: number }>(
    'select row from quotes where article_row = :articleRow and is_rejected = :rejected order by number',
    { articleRow, rejected: rejected ? 1 : 0 },
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
      `select q.id, q.kind, q.text, q.confidence, q.record, q.is_rejected, q.speaker_role,
              k.has_speaker, k.corrected_at, a.id as articleId, coalesce((
                select g.size from quote_places p cross join quote_groups g on g.number = p.group_number
                where p.row = q.row), 1) as place_count,
              a.headline, a.published_at, a.publisher_name, a.publisher_url, a.url, ${quoteVersion} as version,
              ${linkedEntities('quote_speakers')} as speakers, ${linkedEntities('quote_subjects')} as subjects
       ${quotesOfRows} left join quote_corrections k on k.quote_id = q.id order by j.key`,
      { rows: JSON.stringify(rows) },
    )
    .map(presentRow);
}

/** How many versions are remembered: 10 MB. */
const mostRemembered = 100_000;

/**
 * Reads the versions of quotes, in the order of the rows given; rows that are no longer there are left out. Those read
 * before are right as long as the latest version of anything is what it was.
 */
export function createVersionReader(
  connection: Connection,
): (rows: readonly number[]) => readonly QuoteVersion[] {
  const remembered = new Map<number, QuoteVersion>();
  let asOf = -1;
  return (rows) => {
    const { latest } = connection.get<{ latest: number }>('select latest from clock')!;
    if (latest !== asOf || remembered.size > mostRemembered) remembered.clear();
    asOf = latest;
    const missing = rows.filter((row) => !remembered.has(row));
    if (missing.length > 0) {
      const read = connection.all<QuoteVersion & { row: number }>(versionsOfRows, {
        rows: JSON.stringify(missing),
      });
      for (const { row, ...version } of read) remembered.set(row, version);
    }
    return rows.flatMap((row) => remembered.get(row) ?? []);
  };
}

const quotesOfRows = `from json_each(:rows) j cross join quotes q on q.row = j.value
  cross join articles a on a.row = q.article_row cross join clock c`;
const versionsOfRows = `select q.row, q.id, ${quoteVersion} as version ${quotesOfRows} order by j.key`;

/** See {@link ArticleStore.findQuotes}. */
export function findQuotes(connection: Connection, ids: readonly string[]): readonly StoredQuote[] {
  const rows = connection.all<{ row: number }>(
    'select q.row from json_each(:ids) j cross join quotes q on q.id = j.value order by j.key',
    { ids: JSON.stringify(ids) },
  );
  return loadQuotes(
    connection,
    rows.map(({ row }) => row),
  );
}

/** The entities that a quote is linked to, as JSON, with the names that they have now. */
function linkedEntities(table: 'quote_speakers' | 'quote_subjects'): string {
  return `(select json_group_array(json_object('id', id, 'name', name, 'type', type)) from (
    select e.id, e.name, e.type from ${table} l cross join entities e on e.row = l.entity_row
    where l.quote_row = q.row order by l.number))`;
}

/** The rows of the entities that a quote is linked to, as JSON. */
function linkedRows(table: 'quote_speakers' | 'quote_subjects'): string {
  return `(select json_group_array(entity_row) from (
    select entity_row from ${table} where quote_row = q.row order by number))`;
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
    speaker: speaker === undefined ? null : { ...speaker, role: row.speaker_role },
    jointSpeakers,
    resolution: resolutionOf(row, record),
    confidence: row.confidence,
    reportedBy: record.reportedBy,
    saidOn: record.saidOn,
    about: JSON.parse(row.subjects) as EntityReference[],
    paragraphIndexes: record.paragraphIndexes,
    isRejected: row.is_rejected === 1,
    correctedAt: row.corrected_at,
    placeCount: row.place_count,
    version: row.version,
    article: {
      id: row.articleId,
      headline: row.headline,
      publishedAt: row.published_at,
      publisher: row.publisher_name === null ? null : { name: row.publisher_name, url: row.publisher_url },
      url: row.url,
    },
  };
}

/** How extraction found the speaker; where a person said who it is, nothing of that counts. */
function resolutionOf(
  { has_speaker }: CorrectionRow,
  { resolution }: Pick<Quote, 'resolution'>,
): Quote['resolution'] {
  return has_speaker === 1 ? null : resolution;
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

interface QuoteRow {
  readonly id: string;
  readonly kind: Quote['kind'];
  readonly text: string;
  readonly confidence: number;
  readonly record: string;
}

/** Null: nobody decided anything about the quote. */
interface CorrectionRow {
  readonly has_speaker: 0 | 1 | null;
}

interface ArticleQuoteRow extends QuoteRow, CorrectionRow {
  readonly speaker_role: string | null;
  /** JSON: number[]. */
  readonly speakers: string;
  readonly subjects: string;
}

interface ListedQuoteRow extends QuoteRow, CorrectionRow {
  readonly articleId: string;
  readonly is_rejected: number;
  readonly speaker_role: string | null;
  readonly version: number;
  readonly corrected_at: string | null;
  readonly place_count: number;
  readonly headline: string | null;
  readonly published_at: string | null;
  readonly publisher_name: string | null;
  readonly publisher_url: string | null;
  readonly url: string | null;
  /** JSON: EntityReference[]. */
  readonly speakers: string;
  readonly subjects: string;
}
