import type { Article, RawCopy, StoredArticle } from '../../domain/article.ts';
import type { ArticleSummary } from '../../domain/article-store.ts';
import type { Entity } from '../../domain/entity.ts';
import type { Connection } from './connection.ts';
import { loadQuotesOfArticle } from './quote-read.ts';

/** The article in this row, with the ids, names and types that its entities have now. */
export function loadArticle(connection: Connection, row: number): StoredArticle {
  const stored = connection.get<ArticleRow>(
    `select a.id, a.word_count, a.revision, a.ingested_at, a.extractor, b.metadata, b.problems, b.text, b.structure
     from articles a join article_bodies b on b.row = a.row where a.row = :row`,
    { row },
  )!;
  const { paragraphs, removed, entities } = JSON.parse(stored.structure) as Structure;
  const current = connection.all<Pick<Entity, 'id' | 'name' | 'type'>>(
    `select e.id, e.name, e.type from article_entities x join entities e on e.row = x.entity_row
     where x.article_row = :row order by x.number`,
    { row },
  );
  return {
    id: stored.id,
    ...JSON.parse(stored.metadata),
    text: stored.text,
    wordCount: stored.word_count,
    paragraphs,
    entities: entities.map((entity, number) => ({ ...entity, ...current[number]! })),
    quotes: loadQuotesOfArticle(connection, row),
    removed,
    problems: JSON.parse(stored.problems),
    revision: stored.revision,
    ingestedAt: stored.ingested_at,
    extractor: stored.extractor,
  };
}

export function loadRaw(connection: Connection, row: number): RawCopy {
  const { text, media_type } = connection.get<{ text: string; media_type: string }>(
    `select coalesce(r.text, b.text) as text, r.media_type
     from article_raws r join article_bodies b on b.row = r.row where r.row = :row`,
    { row },
  )!;
  return { text, mediaType: media_type };
}

/** Articles as lists show them, in the order of the rows given; rows that are no longer there are left out. */
export function loadSummaries(connection: Connection, rows: readonly number[]): readonly ArticleSummary[] {
  return connection
    .all<SummaryRow>(
      `select a.id, a.word_count, a.quote_count, a.revision, a.ingested_at, a.extractor,
              b.metadata, b.lede, b.problems
       from json_each(:rows) j cross join articles a on a.row = j.value cross join article_bodies b on b.row = a.row
       order by j.key`,
      { rows: JSON.stringify(rows) },
    )
    .map((row) => ({
      id: row.id,
      ...JSON.parse(row.metadata),
      wordCount: row.word_count,
      lede: row.lede,
      quoteCount: row.quote_count,
      problems: JSON.parse(row.problems),
      revision: row.revision,
      ingestedAt: row.ingested_at,
      extractor: row.extractor,
    }));
}

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

interface HeadRow {
  readonly id: string;
  readonly word_count: number;
  readonly revision: number;
  readonly ingested_at: string;
  readonly extractor: string;
  readonly metadata: string;
  readonly problems: string;
}

interface ArticleRow extends HeadRow {
  readonly text: string;
  readonly structure: string;
}

interface SummaryRow extends HeadRow {
  readonly quote_count: number;
  readonly lede: string;
}
