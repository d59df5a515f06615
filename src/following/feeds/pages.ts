import { OnrecordError } from '../../domain/errors.ts';
import type { SourceDocument } from '../../domain/source-document.ts';
import { readDocument } from '../../readers/index.ts';
import type { Fetch } from '../web/fetch.ts';
import { readMediaType } from '../web/media-type.ts';
import type { FindRobotRules } from '../web/robots.ts';
import type { PageRecord } from './feed-record.ts';

export interface PageOptions {
  readonly fetch: Fetch;
  readonly findRobotRules: FindRobotRules;
}

/** What became of asking for a page, and what is to be remembered of it. */
export interface FetchedPage {
  readonly record: PageRecord;
  /** Null: it is as it was, or could not be had. */
  readonly document: SourceDocument | null;
  /** Why it could not be had. */
  readonly reason: string | null;
}

/** Milliseconds before a page is asked for again that was read, and that failed once; each failure doubles the latter. */
const restAfterReading = 3_600_000;
const restAfterFailure = 900_000;
/** What failed so often is not asked for any more, until its item changes. */
const mostFailures = 6;

/** Whether a page is to be asked for: it never was, its item has changed since it was read, or it could not be had. */
export function isPageDue(page: PageRecord | null, now: number): boolean {
  if (page === null) return true;
  const { failures, askedAt, isStale } = page;
  // A clock that was set back does not put it off.
  const passed = Math.abs(now - askedAt);
  if (failures === 0) return isStale && passed >= restAfterReading;
  return failures < mostFailures && passed >= restAfterFailure * 2 ** (failures - 1);
}

/** A page that was read, with what its host says of its state. */
export function readPage(askedAt: number, etag: string | null, lastModified: string | null): PageRecord {
  return { etag, lastModified, failures: 0, askedAt, isStale: false };
}

/** Asks for the page of an item, where its host lets programs do so. Rejects only where it is stopped. */
export async function fetchPage(
  address: string,
  former: PageRecord | null,
  { fetch, findRobotRules }: PageOptions,
): Promise<FetchedPage> {
  const askedAt = Date.now();
  const failed = (reason: string): FetchedPage => ({
    record: { etag: null, lastModified: null, failures: (former?.failures ?? 0) + 1, askedAt, isStale: true },
    document: null,
    reason,
  });
  try {
    const rules = await findRobotRules(address);
    if (!rules.isAllowed(new URL(address))) return failed('The robots.txt of its host does not allow it.');
    const { status, headers, bytes } = await fetch(address, {
      accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
      etag: former?.etag ?? null,
      lastModified: former?.lastModified ?? null,
      pause: rules.pause,
    });
    if (status === 304 && former !== null) {
      return { record: readPage(askedAt, former.etag, former.lastModified), document: null, reason: null };
    }
    if (status !== 200) return failed(`Its host answers ${status}.`);
    const { mediaType, charset } = readMediaType(headers['content-type']);
    if (mediaType !== null && !/html/.test(mediaType)) return failed(`It is no web page, but ${mediaType}.`);
    const document = readDocument(bytes, { mediaType: 'text/html', charset, name: null });
    const record = readPage(askedAt, headers.etag ?? null, headers['last-modified'] ?? null);
    return { record, document, reason: null };
  } catch (error) {
    if (error instanceof OnrecordError) return failed(error.message);
    throw error;
  }
}
