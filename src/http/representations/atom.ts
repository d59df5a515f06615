import { XMLBuilder } from 'fast-xml-parser';
import type { Feed, FeedEntry } from './feed.ts';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  format: true,
});

/** A feed as Atom (RFC 4287), with its next page as RFC 5005 links it. */
export function writeAtom(feed: Feed): string {
  const { title, address, next, entries } = feed;
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      id: address,
      title: printable(title),
      updated: latestOf(entries),
      generator: 'Onrecord',
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': address },
        ...(next === null ? [] : [{ '@rel': 'next', '@type': 'application/atom+xml', '@href': next }]),
      ],
      entry: entries.map(writeEntry),
    },
  }) as string;
}

function writeEntry(entry: FeedEntry) {
  const { id, address, title, text, authors, publishedAt, tags } = entry;
  return {
    id,
    title: printable(title),
    updated: updatedOf(entry),
    ...(publishedAt === null ? {} : { published: publishedAt }),
    link: { '@rel': 'alternate', '@href': address },
    author: (authors.length === 0 ? ['unknown'] : authors).map((name) => ({ name: printable(name) })),
    category: tags.map((term) => ({ '@term': printable(term) })),
    content: { '@type': 'text', '#text': printable(text) },
  };
}

/** Atom wants an instant also where nobody knows one. */
const noDay = '1970-01-01T00:00:00Z';

function latestOf(entries: readonly FeedEntry[]): string {
  return entries.map(updatedOf).reduce((latest, updated) => (updated > latest ? updated : latest), noDay);
}

function updatedOf({ publishedAt, modifiedAt }: FeedEntry): string {
  return modifiedAt ?? publishedAt ?? noDay;
}

/** XML 1.0 has no way to write these, not even escaped. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}');
}
