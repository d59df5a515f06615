import type { Article, RawCopy } from '../../../domain/article.ts';
import type { Connection } from '../connection.ts';
import { nameKey } from '../entities/names.ts';
import { findTime } from '../time.ts';
import { metadataOf } from './article-identity.ts';

/** Writes an article into the tables that hold it alone; its entities and quotes come after it. */
export function insertArticle(
  connection: Connection,
  row: number,
  id: string,
  revision: number,
  article: Article,
  raw: RawCopy,
): void {
  connection.run(
    `insert into articles (row, id, published_at, url, headline, publisher_name, publisher_url,
                           word_count, quote_count, revision, ingested_at, extractor)
     values (:row, :id, :publishedAt, :url, :headline, :publisherName, :publisherUrl,
             :wordCount, 0, :revision, :ingestedAt, :extractor)`,
    {
      row,
      id,
      publishedAt: article.publishedAt,
      url: article.url,
      headline: article.headline && wellFormed(article.headline),
      publisherName: article.publisher?.name ?? null,
      publisherUrl: article.publisher?.url ?? null,
      wordCount: article.wordCount,
      revision,
      ingestedAt: findTime(connection),
      extractor: article.extractor,
    },
  );
  const lede = article.paragraphs[0];
  const entities = article.entities.map(({ id: _, ...entity }) => entity);
  connection.run(
    `insert into article_bodies (row, metadata, lede, problems, headline, text, structure)
     values (:row, :metadata, :lede, :problems, :headline, :text, :structure)`,
    {
      row,
      metadata: JSON.stringify(metadataOf(article)),
      lede: lede === undefined ? '' : article.text.slice(lede.start, lede.end),
      problems: JSON.stringify(article.problems),
      headline: article.headline && wellFormed(article.headline),
      text: wellFormed(article.text),
      structure: JSON.stringify({ paragraphs: article.paragraphs, removed: article.removed, entities }),
    },
  );
  connection.run(
    'insert into article_raws (row, media_type, text, stated) values (:row, :mediaType, :text, :stated)',
    {
      row,
      mediaType: raw.mediaType,
      text: raw.text === article.text ? null : wellFormed(raw.text),
      stated: raw.stated === undefined ? null : JSON.stringify(raw.stated),
    },
  );
  if (isListed(article)) insertLabels(connection, row, article);
}

/** Gives an article another version (see migrations/sqlite/0006-versions.sql), after something else than its quotes changed. */
export function touchArticle(connection: Connection, row: number): void {
  connection.run('update articles set quote_count = quote_count where row = :row', { row });
}

/** Half a surrogate pair has no bytes in UTF-8. What takes its place is as long, so that offsets hold. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function insertLabels(connection: Connection, row: number, article: Article): void {
  const labels: readonly [kind: string, label: string | null | undefined][] = [
    ['publisher', article.publisher?.name],
    ['language', article.language],
    ...article.agencies.map((agency): [string, string] => ['agency', agency]),
    ...article.byline.map((name): [string, string] => ['byline', name]),
  ];
  for (const [kind, label] of labels) {
    if (label == null) continue;
    connection.run(
      `insert or ignore into article_labels (kind, key, article_row, label) values (:kind, :key, :row, :label)`,
      { kind, key: nameKey(label), row, label },
    );
  }
}

/** Withheld and canceled articles are kept and served by id; no list, count or search shows them. */
export function isListed(article: Article): boolean {
  return article.status === 'usable';
}
