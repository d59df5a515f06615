import type {
  ExtractedArticle,
  Extraction,
  ReextractedArticle,
  ReextractionOutcome,
} from '../../../domain/extractions.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { exportArticle } from '../exports/export-article.ts';
import { carryCorrections } from '../quotes/carry-corrections.ts';
import { identifyQuotes } from '../quotes/quote-write.ts';
import { findLiving, findRegistered, metadataOf, updateRegistry } from './article-identity.ts';
import { loadRaw } from './article-read.ts';
import { rewriteArticle } from './article-write.ts';

/** See {@link ArticleStore.listExtractions}. */
export function listExtractions(connection: Connection, after: string | null, limit: number): Extraction[] {
  return connection.all<Extraction>(
    'select id, extractor from articles where id > :after order by id limit :limit',
    { after: after ?? '', limit },
  );
}

/** See {@link ArticleStore.findExtracted}. */
export function findExtracted(connection: Connection, id: string): ExtractedArticle {
  return connection.snapshot(() => {
    const { row, revision } = findLiving(connection, id);
    const { raw: _raw, id: _id, place: _place, onrecord: _kind, ...article } = exportArticle(connection, row);
    return {
      id,
      revision,
      article: {
        ...article,
        entities: article.entities.map((entity) => ({ ...entity, id: null })),
        quotes: article.quotes.map(({ place: _, ...quote }) => ({ ...quote, id: null })),
      },
      raw: loadRaw(connection, row),
    };
  });
}

/** See {@link ArticleStore.reextractMany}. All or nothing. */
export function reextractMany(
  connection: Connection,
  articles: readonly ReextractedArticle[],
): readonly ReextractionOutcome[] {
  return connection.transaction(() => articles.map((article) => reextract(connection, article)));
}

function reextract(
  connection: Connection,
  { id, revision, article: extracted }: ReextractedArticle,
): ReextractionOutcome {
  const known = findRegistered(connection, id);
  if (known.row === null || known.revision !== revision) return { outcome: 'outdated' };
  const { metadata, ingestedAt } = connection.get<{ metadata: string; ingestedAt: string }>(
    `select b.metadata, a.ingested_at as ingestedAt
     from articles a join article_bodies b on b.row = a.row where a.row = :row`,
    { row: known.row },
  )!;
  // What an article is known by, and which version it is, no rules for reading it can change.
  const { guid, url, modifiedAt, sourceVersion } = metadataOf(JSON.parse(metadata));
  const article = { ...extracted, guid, url, modifiedAt, sourceVersion };
  const quotes = identifyQuotes(id, article.quotes);
  const correctionsWithoutQuote = carryCorrections(connection, known.row, quotes);
  const raw = loadRaw(connection, known.row);
  const row = rewriteArticle(connection, known, article, raw);
  connection.run('update articles set ingested_at = :ingestedAt where row = :row', { row, ingestedAt });
  updateRegistry(connection, { ...known, row });
  noteChange(connection, { kind: 'article', action: 'reextracted', id });
  return { outcome: 'reextracted', correctionsWithoutQuote };
}
