import type { ArticleStore } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import type { SourceDocument } from '../../domain/source-document.ts';
import { type Patience, untilStored } from '../../ingestion/patience.ts';
import type { Taking } from '../taking.ts';
import type { FeedEvent } from './events.ts';
import type { ItemRecord, PageRecord } from './feed-record.ts';
import { type FeedItem, leadsToMore, mergePage } from './items.ts';
import { type FetchedPage, fetchPage, isPageDue, type PageOptions, readPage } from './pages.ts';

export interface TakeItemsOptions {
  readonly store: Pick<ArticleStore, 'listArticles'>;
  readonly taking: Taking;
  readonly patience: Patience;
  /** Where items lead to pages that hold more, they are fetched; null: they are not. */
  readonly pages: PageOptions | null;
  report(event: FeedEvent): Promise<void>;
}

/** Items that are stored at once; what is stored is remembered before the next. */
const batchSize = 16;

/**
 * Stores the items of a feed that are new or have changed since they were taken. Resolves to what is to be remembered of
 * them; `keep` is given it after each batch.
 */
export async function takeItems(
  feed: string,
  items: readonly FeedItem[],
  former: ReadonlyMap<string, ItemRecord>,
  options: TakeItemsOptions,
  keep: (records: ReadonlyMap<string, ItemRecord>) => Promise<void>,
): Promise<{ readonly records: ReadonlyMap<string, ItemRecord>; readonly changed: number }> {
  const { patience, report } = options;
  const records = new Map<string, ItemRecord>();
  let changed = 0;
  let batch: {
    readonly item: FeedItem;
    readonly document: SourceDocument | null;
    readonly record: ItemRecord;
  }[] = [];

  async function storeBatch(): Promise<void> {
    const documents = batch.flatMap(({ document }) => document ?? []);
    const results =
      documents.length === 0 ? [] : await untilStored(() => options.taking.take(documents), patience);
    const outcomes = results.values();
    for (const { item, document, record } of batch) {
      records.set(item.key, record);
      if (document === null) continue;
      const result = outcomes.next().value!;
      const at = { feed, place: item.place };
      if (result instanceof OnrecordError) await report({ kind: 'failed', ...at, error: result });
      else await report({ kind: 'stored', ...at, outcome: result.outcome, id: result.id });
    }
    if (batch.length > 0) await keep(new Map([...former, ...records]));
    batch = [];
  }

  for (const item of items) {
    patience.signal.throwIfAborted();
    const known = former.get(item.key) ?? null;
    const hasChanged = known?.hash !== item.hash;
    // What was given up is tried again where its item changes.
    const knownPage =
      known?.page && hasChanged ? { ...known.page, isStale: true, failures: 0 } : (known?.page ?? null);
    const page = await findPage(item, knownPage, options);
    if (!hasChanged && page === null) {
      records.set(item.key, known!);
      continue;
    }
    changed++;
    if (page?.reason != null && page.record.failures === 1) {
      await report({ kind: 'page-failed', feed, place: item.place, reason: page.reason });
    } else if (hasChanged && item.fault !== null && page?.document == null) {
      await report({ kind: 'failed', feed, place: item.place, error: item.fault });
    }
    const document = page?.document ? mergePage(item, page.document) : hasChanged ? item.document : null;
    const record = { hash: item.hash, page: page?.record ?? knownPage };
    batch.push({ item, document, record });
    if (batch.length >= batchSize) await storeBatch();
  }
  await storeBatch();
  return { records, changed };
}

/** The page of an item, where there is one to be asked for now. */
async function findPage(
  item: FeedItem,
  known: PageRecord | null,
  { pages, store }: TakeItemsOptions,
): Promise<FetchedPage | null> {
  const { url } = item.metadata;
  if (pages === null || url == null || !leadsToMore(item)) return null;
  if (!isPageDue(known, Date.now())) return null;
  // Another feed, or somebody else, brought the whole of it.
  if (known === null && (await isStoredWhole(store, url))) {
    return { record: readPage(Date.now(), null, null), document: null, reason: null };
  }
  return fetchPage(url, known, pages);
}

async function isStoredWhole(store: TakeItemsOptions['store'], url: string): Promise<boolean> {
  const query = {
    url,
    q: null,
    from: null,
    to: null,
    publisher: null,
    agency: null,
    byline: null,
    entityIds: null,
    speakerIds: null,
    language: null,
    isOnce: false,
    sort: '-publishedAt',
    facets: [],
  } as const;
  const { items } = await store.listArticles(query, { limit: 1, after: null, withTotal: false });
  return items.some(({ completeness }) => completeness === 'full');
}
