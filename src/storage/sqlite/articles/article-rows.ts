import type { Article, RawCopy } from '../../../domain/article.ts';
import type { Connection } from '../connection.ts';
import type { SqlValue } from '../driver.ts';
import { nameKey } from '../entities/names.ts';
import { raiseVersion } from '../versions.ts';
import { metadataOf } from './article-identity.ts';

/** An article with what is decided about it before it is written. */
export interface PlacedArticle {
  readonly id: string;
  readonly row: number;
  readonly revision: number;
  readonly article: Article;
  readonly raw: RawCopy;
}

/** Writes what lists and filters read of articles: all that refers to an article comes after it. */
export function insertArticles(
  connection: Connection,
  articles: readonly (PlacedArticle & { readonly quoteCount: number; readonly ingestedAt: string })[],
): void {
  const version = raiseVersion(connection, articles.length) - articles.length;
  connection.insert(
    'articles',
    `row, id, published_at, url, headline, publisher_name, publisher_url, word_count, quote_count, revision, ingested_at, extractor, version`,
    articles.map(({ row, id, article, quoteCount, revision, ingestedAt }, index) => [
      row,
      id,
      article.publishedAt,
      article.url,
      article.headline && wellFormed(article.headline),
      article.publisher?.name ?? null,
      article.publisher?.url ?? null,
      article.wordCount,
      quoteCount,
      revision,
      ingestedAt,
      article.extractor,
      version + 1 + index,
    ]),
  );
}

/** Writes what else articles are but for their entities and quotes: their words, as they came, and what lists count them by. */
export function insertBodies(connection: Connection, articles: readonly PlacedArticle[]): void {
  connection.insert(
    'article_bodies',
    'row, metadata, lede, problems, headline, text, structure',
    articles.map(({ row, article }) => {
      const lede = article.paragraphs[0];
      const entities = article.entities.map(({ id: _, ...entity }) => entity);
      return [
        row,
        JSON.stringify(metadataOf(article)),
        lede === undefined ? '' : article.text.slice(lede.start, lede.end),
        JSON.stringify(article.problems),
        article.headline && wellFormed(article.headline),
        wellFormed(article.text),
        JSON.stringify({ paragraphs: article.paragraphs, removed: article.removed, entities }),
      ];
    }),
  );
  connection.insert(
    'article_raws',
    'row, media_type, text, stated',
    articles.map(({ row, article, raw }) => [
      row,
      raw.mediaType,
      raw.text === article.text ? null : wellFormed(raw.text),
      raw.stated === undefined ? null : JSON.stringify(raw.stated),
    ]),
  );
  connection.insert(
    'article_labels',
    'kind, key, article_row, label',
    articles.flatMap(({ row, article }) => (isListed(article) ? labelsOf(row, article) : [])),
  );
}

/** Gives an article another version (see migrations/sqlite/0006-versions.sql), after something else than its quotes changed. */
export function touchArticle(connection: Connection, row: number): void {
  connection.run('update articles set quote_count = quote_count where row = :row', { row });
}

/** Half a surrogate pair has no bytes in UTF-8. What takes its place is as long, so that offsets hold. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

function labelsOf(row: number, article: Article): readonly (readonly SqlValue[])[] {
  const labels: readonly (readonly [kind: string, label: string | null | undefined])[] = [
    ['publisher', article.publisher?.name],
    ['language', article.language],
    ...article.agencies.map((agency) => ['agency', agency] as const),
    ...article.byline.map((name) => ['byline', name] as const),
  ];
  const rows = new Map<string, readonly SqlValue[]>();
  for (const [kind, label] of labels) {
    if (label == null) continue;
    const key = nameKey(label);
    // The first of two spellings is shown.
    if (!rows.has(`${kind} ${key}`)) rows.set(`${kind} ${key}`, [kind, key, row, label]);
  }
  return [...rows.values()];
}

/** Withheld and canceled articles are kept and served by id; no list, count or search shows them. */
export function isListed(article: Article): boolean {
  return article.status === 'usable';
}
