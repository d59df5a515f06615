import type { Article } from '../domain/article.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import type { ExtractionPool } from './extraction-pool.ts';
import type { Extract } from './ingest.ts';

/**
 * UTF-16 code units of raw copy that are structured at once: few articles are longer, and these take a tenth of a
 * second, in which nothing else is answered.
 */
const longestAtOnce = 16_384;
/** Documents that may wait for the threads; each is held in memory. */
const mostWaiting = 8;
/** Seconds, for those who come when that many wait. */
const retryAfter = 10;

/**
 * Structures what somebody waits for, one document a request: small ones at once, large ones in the threads, so that the
 * event loop stays free. Rejects with `unavailable` where too many large ones wait already.
 */
export function createExtractOnDemand(
  extract: Extract,
  pool: ExtractionPool,
): (document: SourceDocument) => Promise<Article> {
  let waiting = 0;
  return async (document) => {
    if (document.raw.text.length <= longestAtOnce) return extract(document);
    if (waiting >= mostWaiting) {
      throw new OnrecordError(
        'unavailable',
        `${waiting} large articles are being structured already. Try again in ${retryAfter} s.`,
        { retryAfter },
      );
    }
    waiting++;
    try {
      return await pool.extract(document);
    } finally {
      waiting--;
    }
  };
}
