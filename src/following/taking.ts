import type { Article } from '../domain/article.ts';
import type { ArticleStore, ArticleToSave, SaveResult } from '../domain/article-store.ts';
import { faultOf, OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { refuseEmpty } from '../ingestion/ingest.ts';

/** How articles come into the store. Each rejects with `unavailable` where it cannot be written. */
export interface Taking {
  /** Structures documents and stores them; answers in their order. */
  take(documents: readonly SourceDocument[]): Promise<readonly SaveResult[]>;
  /** Stores a document as what an article has become that was read before it was whole. */
  complete(articleId: string, document: SourceDocument): Promise<SaveResult>;
}

/** What is wrong with one document is its own answer. */
export function createTaking(
  extract: (document: SourceDocument) => Promise<Article>,
  store: Pick<ArticleStore, 'saveMany' | 'replace'>,
): Taking {
  const structure = (document: SourceDocument) => extract(document).then(refuseEmpty).catch(faultOf);
  return {
    async take(documents) {
      const extracted = await Promise.all(
        documents.map(async (document) => {
          const article = await structure(document);
          return article instanceof OnrecordError ? article : { article, raw: document.raw };
        }),
      );
      const items = extracted.filter((one): one is ArticleToSave => !(one instanceof OnrecordError));
      const saved = (items.length === 0 ? [] : await store.saveMany(items)).values();
      return extracted.map((one) => (one instanceof OnrecordError ? one : saved.next().value!));
    },
    async complete(articleId, document) {
      const article = await structure(document);
      return article instanceof OnrecordError
        ? article
        : store.replace(articleId, article, document.raw, null);
    },
  };
}
