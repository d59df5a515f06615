import type { ArticleStore } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import type { SourceDocument } from '../../domain/source-document.ts';

/** Whether nothing but its words tells which article a document is. */
export function isKnownByWords({ metadata }: SourceDocument): boolean {
  return metadata.guid == null && metadata.url == null;
}

/**
 * Whether an article was made of the beginning of this document: of a file that was read while an upload to it had stopped
 * for a while. Then it is to become this one; by its words it would be another, beside the half of it.
 */
export async function isBeginningOf(
  articleId: string,
  document: SourceDocument,
  store: Pick<ArticleStore, 'findRaw'>,
): Promise<boolean> {
  try {
    const { text } = await store.findRaw(articleId);
    // The last character may have been cut in two.
    const sure = text.replace(/[\s\ufffd]+$/, '');
    return document.raw.text.length > text.length && document.raw.text.startsWith(sure);
  } catch (error) {
    // It was deleted.
    if (error instanceof OnrecordError && error.code !== 'unavailable') return false;
    throw error;
  }
}
