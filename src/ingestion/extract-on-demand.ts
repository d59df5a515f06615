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
/**
 * Milliseconds after which a large one is given up, so that none keeps the threads from others for long: the longest
 * body that is taken by default needs a fraction of it, unless it was made to be slow.
 */
const longestTime = 60_000;
/** Documents that may wait for the threads; each is held in memory. */
const mostWaiting = 8;
/** Seconds, for those who come when that many wait. */
const retryAfter = 10;

/**
 * Structures what somebody waits for, one document a request: small ones at once, large ones in the threads, so that the
 * event loop stays free. Rejects with `unavailable` where too many large ones wait already, or one takes too long, and
 * with the reason of the signal where nobody waits for it any more.
 */
export function createExtractOnDemand(
  extract: Extract,
  pool: ExtractionPool,
  givenUpAfter = longestTime,
): (document: SourceDocument, signal: AbortSignal) => Promise<Article> {
  let waiting = 0;
  return async (document, signal) => {
    if (document.raw.text.length <= longestAtOnce) return extract(document);
    if (waiting >= mostWaiting) {
      throw unavailable(`${waiting} large articles are being structured already.`);
    }
    const late = new AbortController();
    const timer = setTimeout(
      () =>
        late.abort(
          unavailable(`It was not structured within ${givenUpAfter / 1000} s: split it, or come later.`),
        ),
      givenUpAfter,
    );
    waiting++;
    try {
      return await pool.extract(document, AbortSignal.any([signal, late.signal]));
    } finally {
      clearTimeout(timer);
      waiting--;
    }
  };
}

function unavailable(why: string): OnrecordError {
  return new OnrecordError('unavailable', `${why} Try again in ${retryAfter} s.`, { retryAfter });
}
