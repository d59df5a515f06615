import type { Article } from '../domain/article.ts';
import type { ArticleStore, SaveOutcome } from '../domain/article-store.ts';
import type { SourceDocument } from '../domain/source-document.ts';

/** Structures one document; pure, and total: no document makes it throw. */
export type Extract = (document: SourceDocument) => Article;

/** Takes one document all the way: structured, then stored under its identity, in one transaction. */
export async function ingest(
  store: ArticleStore,
  extract: Extract,
  document: SourceDocument,
): Promise<SaveOutcome> {
  return store.save(extract(document), document.raw);
}
