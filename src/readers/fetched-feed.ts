import { OnrecordError } from '../domain/errors.ts';
import { decodeText } from '../text/decode.ts';
import { feed } from './feed.ts';
import { type FeedSchedule, noSchedule, readFeedSchedule } from './feed-schedule.ts';
import { findFeedLinks } from './html/feed-links.ts';
import { html } from './html.ts';
import { jsonFeed } from './json-feed.ts';
import { newsSitemap } from './news-sitemap.ts';
import type { Reading } from './reader.ts';
import { parseXml } from './xml/tree.ts';

/** What an address answered that is to be a feed: its items, or why it is none. */
export type FetchedFeed =
  | {
      readonly items: Iterable<Reading>;
      readonly schedule: FeedSchedule;
      /** What is malformed in it, or breaks off; its items were read as far as they go. Null: nothing. */
      readonly flaw: string | null;
    }
  | { readonly fault: OnrecordError };

/**
 * Reads what was fetched as a feed, and as nothing else: whatever the server calls it, an error page or a page of the web
 * is no article. `address` is where it came from.
 */
export function readFetchedFeed(bytes: Uint8Array, charset: string | null, address: string): FetchedFeed {
  const { text, isBinary, problems } = decodeText(bytes, charset);
  const input = { text, problems, mediaType: null, charset, name: null };
  if (isBinary) return refuse('It is no feed, and no text at all.');
  if (text.trim() === '') return refuse('It is empty.');
  const reader = [feed, newsSitemap, jsonFeed].find((each) => each.recognizes(text, null));
  if (reader === jsonFeed) return { items: jsonFeed.read(input), schedule: noSchedule, flaw: null };
  if (reader !== undefined) {
    const { root, problems: flaws } = parseXml(text);
    const flaw = flaws[0]?.message ?? null;
    return { items: reader.read(input), schedule: readFeedSchedule(root), flaw };
  }
  if (html.recognizes(text, null)) return refuse(describePage(findFeedLinks(text, address)));
  return refuse('It is none of the feeds that are read: RSS, RDF, Atom, JSON Feed and news sitemaps.');
}

function describePage([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'It is a web page, not a feed, and links to none.';
  const links = others.length === 0 ? `the feed ${first}` : `the feeds ${[first, ...others].join(', ')}`;
  return `It is a web page, not a feed; it links to ${links}.`;
}

function refuse(detail: string): { readonly fault: OnrecordError } {
  return { fault: new OnrecordError('unsupported-media-type', detail) };
}
