import type {
  Article,
  ArticleMetadata,
  RawCopy,
  StoredArticle,
  StoredEntity,
} from '../../../domain/article.ts';
import type { Entity } from '../../../domain/entity.ts';
import type { ArticleSummary } from '../../../domain/records.ts';
import type { Connection } from '../connection.ts';
import { loadExtractedQuotes, loadQuotesOfArticle } from '../quotes/quote-read.ts';
import { articleVersion } from '../versions.ts';
import { findLiving, metadataOf } from './article-identity.ts';

/** The article in this row, with the ids, names and types that its entities have now. */
export function loadArticle(connection: Connection, row: number): StoredArticle {
  const stored = connection.get<ArticleRow>(
    `select a.id, a.word_count, a.revision, a.ingested_at, a.extractor, b.metadata, b.problems, b.text, b.structure,
            ${copyMarks}, ${articleVersion} as version
     from articles a join article_bodies b on b.row = a.row cross join clock c where a.row = :row`,
    { row },
  )!;
  const { paragraphs, removed, entities: named } = JSON.parse(stored.structure) as Structure;
  const { entities, numberOf } = loadEntitiesOfArticle(connection, row, named);
  return {
    id: stored.id,
    ...metadataOf(JSON.parse(stored.metadata)),
    text: stored.text,
    wordCount: stored.word_count,
    paragraphs,
    entities,
    quotes: loadQuotesOfArticle(connection, row, numberOf),
    removed,
    problems: JSON.parse(stored.problems),
    revision: stored.revision,
    ingestedAt: stored.ingested_at,
    extractor: stored.extractor,
    copyOf: stored.copy_of,
    copyCount: stored.copy_count,
    version: stored.version,
  };
}

/** See {@link ArticleStore.findArticleVersion}. */
export function findArticleVersion(connection: Connection, id: string): number {
  const found = connection.get<{ version: number }>(versionById, { id });
  return found === undefined ? findLiving(connection, id).row : found.version;
}

const versionById = `select ${articleVersion} as version from articles a cross join clock c where a.id = :id`;

/**
 * The entities of an article under the names that they have now. Those that a person merged are one; one that a person
 * corrected a speaker to, and that the article does not name, has no mentions. `numberOf` has their numbers by their rows.
 */
function loadEntitiesOfArticle(connection: Connection, row: number, named: Structure['entities']) {
  const links = connection.all<Pick<StoredEntity, 'id' | 'name' | 'type'> & { row: number; number: number }>(
    `select e.id, e.name, e.type, e.row, x.number from article_entities x join entities e on e.row = x.entity_row
     where x.article_row = :row order by x.number`,
    { row },
  );
  const entities: StoredEntity[] = [];
  const numberOf = new Map<number, number>();
  for (const { row: entityRow, number, ...current } of links) {
    const entity = { ...(named[number] ?? unnamed), ...current };
    const first = numberOf.get(entityRow);
    if (first === undefined) numberOf.set(entityRow, entities.push(entity) - 1);
    else entities[first] = joinEntities(entities[first]!, entity);
  }
  return { entities, numberOf };
}

const unnamed = { aliases: [], roles: [], mentions: [] };

function joinEntities(one: StoredEntity, other: StoredEntity): StoredEntity {
  return {
    ...one,
    aliases: [...new Set([...one.aliases, ...other.aliases])],
    roles: [...new Set([...one.roles, ...other.roles])],
    mentions: [...one.mentions, ...other.mentions].sort((a, b) => a.start - b.start),
  };
}

/** An article as it was when it was extracted, as far as entities and quotes are made of it. */
export function loadExtracted(connection: Connection, row: number) {
  const { id, text, metadata } = connection.get<{ id: string; text: string; metadata: string }>(
    'select a.id, b.text, b.metadata from articles a join article_bodies b on b.row = a.row where a.row = :row',
    { row },
  )!;
  const { publishedAt, publisher } = JSON.parse(metadata) as ArticleMetadata;
  const article = { text, publishedAt, publisher };
  return {
    id,
    article,
    entities: loadEntitiesAsNamed(connection, row),
    quotes: loadExtractedQuotes(connection, row),
  };
}

export function loadRaw(connection: Connection, row: number): RawCopy {
  const { text, media_type, stated } = connection.get<RawRow>(
    `select coalesce(r.text, b.text) as text, r.media_type, r.stated
     from article_raws r join article_bodies b on b.row = r.row where r.row = :row`,
    { row },
  )!;
  return { text, mediaType: media_type, ...(stated === null ? {} : { stated: JSON.parse(stated) }) };
}

/** Articles as lists show them, in the order of the rows given; rows that are no longer there are left out. */
export function loadSummaries(connection: Connection, rows: readonly number[]): readonly ArticleSummary[] {
  return connection
    .all<SummaryRow>(
      `select a.id, a.word_count, a.quote_count, a.revision, a.ingested_at, a.extractor,
              b.metadata, b.lede, b.problems, ${copyMarks}
       from json_each(:rows) j cross join articles a on a.row = j.value cross join article_bodies b on b.row = a.row
       order by j.key`,
      { rows: JSON.stringify(rows) },
    )
    .map((row) => ({
      id: row.id,
      ...metadataOf(JSON.parse(row.metadata)),
      wordCount: row.word_count,
      lede: row.lede,
      quoteCount: row.quote_count,
      problems: JSON.parse(row.problems),
      revision: row.revision,
      ingestedAt: row.ingested_at,
      extractor: row.extractor,
      copyOf: row.copy_of,
      copyCount: row.copy_count,
    }));
}

/** SQL for what is told of the copies of the article `a`. */
const copyMarks = `
  (select f.id from article_copies own cross join articles f on f.row = own.first_row where own.row = a.row) as copy_of,
  coalesce((select coalesce(f.copy_count, own.copy_count) from article_copies own
            left join article_copies f on f.row = own.first_row where own.row = a.row), 0) as copy_count`;

/** The entities as the article with this row names them; the names under which the store knows them may be others. */
export function loadEntitiesAsNamed(connection: Connection, row: number): Structure['entities'] {
  const { structure } = connection.get<{ structure: string }>(
    'select structure from article_bodies where row = :row',
    { row },
  )!;
  return (JSON.parse(structure) as Structure).entities;
}

interface Structure extends Pick<Article, 'paragraphs' | 'removed'> {
  readonly entities: readonly Omit<Entity, 'id'>[];
}

interface RawRow {
  readonly text: string;
  readonly media_type: string;
  /** JSON: Partial<ArticleMetadata>. */
  readonly stated: string | null;
}

interface HeadRow {
  readonly id: string;
  readonly word_count: number;
  readonly revision: number;
  readonly ingested_at: string;
  readonly extractor: string;
  readonly metadata: string;
  readonly problems: string;
  readonly copy_of: string | null;
  readonly copy_count: number;
}

interface ArticleRow extends HeadRow {
  readonly version: number;
  readonly text: string;
  readonly structure: string;
}

interface SummaryRow extends HeadRow {
  readonly quote_count: number;
  readonly lede: string;
}
