import { setTimeout as wait } from 'node:timers/promises';
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

export interface Patience {
  readonly signal: AbortSignal;
  /** Milliseconds for which the store is waited for. */
  readonly longest: number;
  /** Told once, when the waiting begins. */
  onWait(reason: OnrecordError): void;
}

/**
 * Does what the store must be written for, again and again until it can be: a disk is full, another process writes. What
 * comes meanwhile waits where it is. Rejects when the waiting takes too long, and when it is stopped.
 */
export async function untilStored<Result>(
  work: () => Promise<Result>,
  { signal, longest, onWait }: Patience,
): Promise<Result> {
  const started = Date.now();
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const isPassing = error instanceof OnrecordError && error.code === 'unavailable';
      if (!isPassing || Date.now() - started >= longest) throw error;
      if (attempt === 0) onWait(error);
      // A lock is gone in a moment; room on a disk is made by somebody who comes to look.
      await wait(Math.min(1000 * (error.retryAfter ?? 1), 10_000), null, { signal });
    }
  }
}
