import type { ExportedArticle } from '../../../domain/export.ts';
import { loadRaw } from '../articles/article-read.ts';
import type { Connection } from '../connection.ts';
import { loadExtractedQuotes } from '../quotes/quote-read.ts';

/** The article in this row as it was extracted, with whom it means by the entities that it names. */
export function exportArticle(
  connection: Connection,
  row: number,
): Omit<ExportedArticle, 'latest' | 'keys' | 'assignments'> {
  const stored = connection.get<ArticleRow>(
    `select a.id, a.word_count, a.revision, a.ingested_at, a.extractor, b.metadata, b.problems, b.text, b.structure
     from articles a join article_bodies b on b.row = a.row where a.row = :row`,
    { row },
  )!;
  const { paragraphs, removed, entities } = JSON.parse(stored.structure);
  const meant = connection.all<{ id: string }>(
    `select e.id from article_entities x join entities e on e.row = x.entity_row
     where x.article_row = :row order by x.number`,
    { row },
  );
  const raw = loadRaw(connection, row);
  return {
    onrecord: 'article',
    id: stored.id,
    place: row,
    revision: stored.revision,
    ingestedAt: stored.ingested_at,
    extractor: stored.extractor,
    ...JSON.parse(stored.metadata),
    text: stored.text,
    wordCount: stored.word_count,
    paragraphs,
    entities: entities.map((entity: object, number: number) => ({ id: meant[number]!.id, ...entity })),
    quotes: loadExtractedQuotes(connection, row).map(({ quote, row: place }) => ({ ...quote, place })),
    removed,
    problems: JSON.parse(stored.problems),
    raw: { ...raw, text: raw.text === stored.text ? null : raw.text },
  };
}

interface ArticleRow {
  readonly id: string;
  readonly word_count: number;
  readonly revision: number;
  readonly ingested_at: string;
  readonly extractor: string;
  readonly text: string;
  /** These are JSON. */
  readonly metadata: string;
  readonly problems: string;
  readonly structure: string;
}
