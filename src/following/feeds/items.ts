import { createHash } from 'node:crypto';
import type { ArticleMetadata } from '../../domain/article.ts';
import type { OnrecordError } from '../../domain/errors.ts';
import type { SourceDocument } from '../../domain/source-document.ts';
import type { Reading } from '../../readers/reader.ts';

/** An item of a feed. */
export interface FeedItem {
  /** What it is known by in its feed. */
  readonly key: string;
  /** What it is called where it is told of: its address, where it has one. */
  readonly place: string;
  readonly metadata: Partial<ArticleMetadata>;
  /** What the feed holds of it; null where that is no text. */
  readonly document: SourceDocument | null;
  readonly fault: OnrecordError | null;
  /** Differs where anything of it does. */
  readonly hash: string;
}

/**
 * The items of a feed, each once. Feeds that give one id, or one address, to several items do not mean that these are one:
 * what does not tell them apart is left out of them.
 */
export function describeItems(readings: Iterable<Reading>): readonly FeedItem[] {
  const all = [...readings];
  const shared = {
    guid: findShared(all, 'guid', 'url'),
    url: findShared(all, 'url', 'guid'),
  };
  const items = new Map<string, FeedItem>();
  for (const reading of all) {
    const item = describeItem(withoutShared(reading, shared));
    if (!items.has(item.key)) items.set(item.key, item);
  }
  return [...items.values()];
}

type Identity = 'guid' | 'url';

/** The ids that several items have which differ in their addresses; or the other way round. */
function findShared(readings: readonly Reading[], name: Identity, other: Identity): ReadonlySet<string> {
  const others = new Map<string, Set<string>>();
  for (const reading of readings) {
    const { [name]: value = null, [other]: distinct = null } = metadataOf(reading);
    if (value === null || distinct === null) continue;
    others.set(value, (others.get(value) ?? new Set()).add(distinct));
  }
  return new Set([...others].flatMap(([value, { size }]) => (size > 1 ? [value] : [])));
}

function withoutShared(reading: Reading, shared: Readonly<Record<Identity, ReadonlySet<string>>>): Reading {
  const metadata = { ...metadataOf(reading) };
  for (const name of ['guid', 'url'] as const) {
    if (shared[name].has(metadata[name] ?? '')) delete metadata[name];
  }
  return 'document' in reading
    ? { ...reading, document: { ...reading.document, metadata } }
    : { ...reading, metadata };
}

function metadataOf(reading: Reading): Partial<ArticleMetadata> {
  return ('document' in reading ? reading.document.metadata : reading.metadata) ?? {};
}

function describeItem(reading: Reading): FeedItem {
  const isRead = 'document' in reading;
  const metadata = metadataOf(reading);
  const hash = createHash('sha256')
    .update(JSON.stringify([metadata, isRead ? reading.document.raw.text : '']))
    .digest('base64url')
    .slice(0, 16);
  return {
    key: metadata.guid ?? metadata.url ?? hash,
    place: metadata.url ?? metadata.guid ?? reading.place ?? 'the item',
    metadata,
    document: isRead ? reading.document : null,
    fault: isRead ? null : reading.fault,
    hash,
  };
}

/** Whether the feed holds no more of it than a summary, and says where there is more. */
export function leadsToMore({ document, metadata }: FeedItem): boolean {
  return metadata.url != null && (document === null || metadata.completeness === 'summary');
}

/**
 * The page of an item as its article: what the page says of it, and where it says nothing, the feed. Who it is, is the
 * feed's to say, so that it is one article with and without its page.
 */
export function mergePage({ metadata, document }: FeedItem, page: SourceDocument): SourceDocument {
  const { completeness: _, ...known } = metadata;
  const { guid, url } = metadata;
  const identity = { ...(guid == null ? {} : { guid }), ...(url == null ? {} : { url }) };
  const merged = { ...page, metadata: { ...known, ...page.metadata, ...identity } };
  return document !== null && lengthOf(page) < lengthOf(document) ? document : merged;
}

/** Characters of its text, about. */
function lengthOf({ blocks, raw }: SourceDocument): number {
  return blocks === null
    ? raw.text.length
    : blocks.reduce((sum, { rawStart, rawEnd }) => sum + rawEnd - rawStart, 0);
}
