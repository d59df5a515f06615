import type { ArticleStore } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import { untilStored } from '../../ingestion/patience.ts';
import { readFetchedFeed } from '../../readers/fetched-feed.ts';
import { showAddress } from '../web/addresses.ts';
import { isRefusal } from '../web/failures.ts';
import type { Answer, Fetch } from '../web/fetch.ts';
import { readMediaType } from '../web/media-type.ts';
import { bookmarkOf, type FeedRecord, newFeed, readFeedRecord, writeFeedRecord } from './feed-record.ts';
import { describeItems } from './items.ts';
import { isPageDue } from './pages.ts';
import { findNextPoll, findNextTry, isPutOff } from './schedule.ts';
import { type TakeItemsOptions, takeItems } from './take-items.ts';

export interface PollFeedOptions extends TakeItemsOptions {
  readonly store: Pick<ArticleStore, 'findBookmarks' | 'keepBookmarks' | 'listArticles'>;
  readonly fetch: Fetch;
  /** Asks also a feed that is not due, or gone, as if it had never been polled. */
  readonly again: boolean;
  /** Milliseconds between two polls, at least. */
  readonly interval: number;
}

const acceptedFeeds =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

/**
 * Polls a feed where it is due, and stores what is new in it. Resolves to the time, in milliseconds since 1970, at which it
 * is due again; null where there is nothing more to come. What is wrong with a feed is told, and never thrown.
 */
export async function pollFeed(address: string, options: PollFeedOptions): Promise<number | null> {
  const { store, report, interval, patience } = options;
  const feed = showAddress(address);
  const source = bookmarkOf(address);
  const known = await store.findBookmarks([source]);
  const record = options.again ? newFeed : readFeedRecord(known.get(source));
  const keep = (now: FeedRecord) =>
    untilStored(() => store.keepBookmarks(new Map([[source, writeFeedRecord(now)]])), patience);
  const nextOf = (notBefore: number) => Math.max(notBefore, Date.now() + interval);

  /** Where it had moved, its old address is asked the next time. */
  async function fail(error: OnrecordError, answer: Answer | null): Promise<number> {
    // What we do not let ourselves ask for is asked for at once where we may.
    const failures = isRefusal(error) ? 0 : record.failures + 1;
    const notBefore = failures === 0 ? 0 : findNextTry(Date.now(), failures, answer?.headers ?? {});
    await keep({ ...record, failures, notBefore, movedTo: null });
    const next = nextOf(notBefore);
    await report({ kind: 'feed-failed', feed, error, next: iso(next) });
    return next;
  }

  async function succeed(answer: Answer, now: FeedRecord): Promise<number> {
    const notBefore = findNextPoll(Date.now(), answer.headers, now.schedule);
    await keep({ ...now, failures: 0, notBefore });
    return nextOf(notBefore);
  }

  async function take(answer: Answer): Promise<number> {
    const { headers, bytes, movedTo } = answer;
    const { charset } = readMediaType(headers['content-type']);
    const fetched = readFetchedFeed(bytes, charset, answer.address);
    if ('fault' in fetched) return fail(fetched.fault, answer);
    const { schedule, flaw } = fetched;
    const items = describeItems(fetched.items);
    const [only] = items;
    // A fault that is no item's is the feed's.
    if (items.length === 1 && only!.fault !== null && Object.keys(only!.metadata).length === 0) {
      return fail(only!.fault, answer);
    }
    if (movedTo !== null) await report({ kind: 'moved', feed, to: showAddress(movedTo) });
    if (flaw !== null) await report({ kind: 'feed-flawed', feed, reason: flaw });
    const { records, changed } = await takeItems(feed, items, record.items, options, (progress) =>
      keep({ ...record, items: progress }),
    );
    const next = await succeed(answer, {
      ...record,
      // Of a feed that broke off, the rest is still to come.
      etag: flaw === null ? (headers.etag ?? null) : null,
      lastModified: flaw === null ? (headers['last-modified'] ?? null) : null,
      movedTo: movedTo ?? record.movedTo,
      isGone: false,
      hasPages: options.pages !== null,
      schedule,
      items: records,
    });
    await report({ kind: 'polled', feed, items: items.length, changed, next: iso(next) });
    return next;
  }

  if (record.isGone) {
    await report({ kind: 'gone', feed });
    return null;
  }
  if (isPutOff(record.notBefore, Date.now())) {
    const hasFailed = record.failures > 0;
    await report({ kind: 'not-due', feed, hasFailed, next: iso(record.notBefore) });
    return record.notBefore;
  }
  // Pages that could not be had are asked for again: then the feed is wanted also where it is as it was.
  const asked = hasPagesLeft(record, options) ? { etag: null, lastModified: null } : record;
  const { etag, lastModified } = asked;
  const answer = await options
    .fetch(record.movedTo ?? address, { accept: acceptedFeeds, etag, lastModified })
    .catch(expectedErrors);
  if (answer instanceof OnrecordError) return fail(answer, null);
  switch (answer.status) {
    case 200:
      return take(answer);
    case 304: {
      const next = await succeed(answer, record);
      await report({ kind: 'not-modified', feed, next: iso(next) });
      return next;
    }
    case 410:
      await keep({ ...record, isGone: true });
      await report({ kind: 'gone', feed });
      return null;
    default:
      return fail(refusalOf(answer), answer);
  }
}

function hasPagesLeft({ items, hasPages }: FeedRecord, { pages }: PollFeedOptions): boolean {
  if (pages === null) return false;
  return !hasPages || [...items.values()].some(({ page }) => page !== null && isPageDue(page, Date.now()));
}

function expectedErrors(error: unknown): OnrecordError {
  if (error instanceof OnrecordError) return error;
  throw error;
}

function refusalOf({ status, headers }: Answer): OnrecordError {
  if (status === 401 || status === 403) {
    return new OnrecordError('unauthorized', `The server answers ${status}: it does not let us read it.`);
  }
  if (status === 404) return new OnrecordError('not-found', 'The server answers 404: there is no such feed.');
  const wait = headers['retry-after'] === undefined ? '' : `, and asks to be left alone (Retry-After)`;
  return new OnrecordError('unavailable', `The server answers ${status}${wait}.`);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
