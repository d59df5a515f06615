import type { ArticleMetadata } from '../domain/article.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { Problem } from '../domain/problem.ts';
import type { Reader } from './reader.ts';
import { findRootName } from './sniffing.ts';
import { chooseFeedText, type FeedText, readFeedText } from './story/feed-text.ts';
import {
  findAgencies,
  knownFields,
  readBylineField,
  readLanguage,
  readTime,
  readWebAddress,
  toLine,
} from './story/news-fields.ts';
import { toReading } from './story/story.ts';
import { readItemAddress, readItemId } from './story/tracking.ts';
import { takeStretch, unwrapXmlText, type WrappedText } from './story/wrapped-text.ts';
import { splitItems } from './xml/message-items.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  elementsIn,
  parseXml,
  textOf,
  type XmlElement,
} from './xml/tree.ts';
import { findWordPress, type WordPress } from './xml/wordpress.ts';

/** Feeds: RSS 0.9 to 2.0, RDF, Atom, and what WordPress exports (WXR), which is RSS. */
export const feed: Reader = {
  name: 'RSS, RDF, Atom, WXR',
  mediaTypes: [
    'application/rss+xml',
    'application/atom+xml',
    'application/rdf+xml',
    'application/xml',
    'text/xml',
  ],
  recognizes: (text) => /^(?:rss|rdf|feed|entry|item|deleted-entry)$/i.test(findRootName(text) ?? ''),
  *read({ text, mediaType, problems }) {
    const { root, children, problems: found } = parseXml(text);
    const items = [...descendantsOf({ children }, 'item', 'entry', tombstoneName)];
    // An item alone, as the raw copy of one of several is, is the channel of none.
    const isAlone = items[0] === root;
    const channel = readChannel(isAlone ? null : (childOf(root, 'channel') ?? root));
    const { wordPress } = channel;
    const posts = wordPress === null ? items : items.filter(wordPress.isPost);
    if (posts.length === 0) {
      yield { place: null, fault: new OnrecordError('empty-article', 'There is no item in the feed.') };
    }
    for (const { raw, place, item, problems: own } of splitItems(text, posts, found)) {
      const { metadata, problems: odd } = readFields(item, channel);
      const story = { metadata, names: [], ...chooseFeedText(...readTexts(raw, item, channel)) };
      const copy = { text: raw, mediaType: mediaType ?? 'application/xml' };
      yield toReading(copy, place, story, [...problems, ...own, ...odd], 'The item');
    }
  },
};

/** What a feed says of all its items. */
interface Channel {
  readonly title: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly authors: readonly string[];
  readonly wordPress: WordPress | null;
}

function readChannel(channel: XmlElement | null): Channel {
  return {
    title: textOf(childOf(channel, 'title')),
    url: linkOf(channel),
    language: firstText(channel, ['language', 'dc:language']) ?? attributeOf(channel, 'xml:lang'),
    authors: authorsOf(channel, null),
    wordPress: findWordPress(channel),
  };
}

function readFields(
  item: XmlElement,
  channel: Channel,
): { readonly metadata: Partial<ArticleMetadata>; readonly problems: readonly Problem[] } {
  if (item.name === tombstoneName) return { metadata: readTombstone(item), problems: [] };
  const said = (...names: readonly string[]) => firstText(item, names);
  const authors = authorsOf(item, channel.wordPress);
  const source = childOf(item, 'source');
  const printed = said('pubDate', 'published', 'issued', 'dc:date', 'dcterms:issued', 'updated', 'modified');
  const publishedAt = printed === null ? null : readTime(printed);
  const modified = said('updated', 'modified', 'atom:updated', 'dcterms:modified');
  const publisher = textOf(childOf(source, 'title')) ?? textOf(source) ?? channel.title;
  const publisherUrl = source === null ? channel.url : (attributeOf(source, 'url') ?? linkOf(source));
  const metadata = knownFields({
    guid: readItemId(said('guid', 'id') ?? attributeOf(item, 'rdf:about')),
    url: readItemAddress(said('feedburner:origLink') ?? linkOf(item) ?? said('guid', 'id')),
    headline: withoutTags(said('title')),
    byline: (authors.length > 0 ? authors : channel.authors).flatMap(readBylineField),
    agencies: findAgencies(...authors, publisher),
    publishedAt,
    modifiedAt: channel.wordPress?.modifiedAt(item) ?? readTime(modified),
    publisher:
      publisher === null ? null : { name: withoutTags(publisher)!, url: readWebAddress(publisherUrl) },
    language: readLanguage(attributeOf(item, 'xml:lang') ?? said('dc:language') ?? channel.language),
    status: channel.wordPress?.statusOf(item) ?? null,
  });
  const isInvalid = printed !== null && publishedAt === null;
  return { metadata, problems: isInvalid ? [invalidDate(printed)] : [] };
}

/** What stands in the place of an entry that was taken back (RFC 6721). */
const tombstoneName = 'deleted-entry';

function readTombstone(tombstone: XmlElement): Partial<ArticleMetadata> {
  return knownFields({
    guid: readItemId(attributeOf(tombstone, 'ref')),
    modifiedAt: readTime(attributeOf(tombstone, 'when')),
    status: 'canceled',
  });
}

function invalidDate(printed: string): Problem {
  return {
    code: 'invalid-date',
    span: null,
    message: `"${printed.slice(0, 60)}" is no date that exists; no day was taken from it.`,
  };
}

function firstText(element: XmlElement | null, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textOf(childOf(element, name));
    if (text !== null) return text;
  }
  return null;
}

/** RSS writes the address of a page as text; Atom in an attribute, among those of other things. */
function linkOf(element: XmlElement | null): string | null {
  const links = [...childrenOf(element, 'link'), ...childrenOf(element, 'atom:link')];
  const pages = links.filter((link) => (attributeOf(link, 'rel') ?? 'alternate') === 'alternate');
  for (const link of pages) {
    const address = textOf(link) ?? attributeOf(link, 'href');
    if (address !== null) return address;
  }
  return null;
}

/** "jane@example.org (Jane Doe)" names Jane Doe; an address alone names nobody. */
function authorsOf(element: XmlElement | null, wordPress: WordPress | null): readonly string[] {
  const named = ['author', 'dc:creator', 'dcterms:creator'].flatMap((name) => childrenOf(element, name));
  return named.flatMap((author) => {
    const line = textOf(childOf(author, 'name')) ?? textOf(author);
    const name =
      line === null ? null : (wordPress?.nameOf(line) ?? /^\S+@\S+ \((.+)\)$/.exec(line)?.[1] ?? line);
    return name === null || /^\S+@\S+$/.test(name) ? [] : [name];
  });
}

function withoutTags(title: string | null): string | null {
  return title === null ? null : toLine(title.replace(/<\/?[a-z][^<>]*>/gi, ''));
}

const contentNames = ['content:encoded', 'content', 'xhtml:body', 'body', 'yandex:full-text', 'fulltext'];
const summaryNames = ['description', 'summary', 'excerpt:encoded', 'dc:description'];

function readTexts(raw: string, item: XmlElement, channel: Channel): [FeedText | null, FeedText | null] {
  const read = (names: readonly string[]) => {
    const elements = names.flatMap((name) => childrenOf(item, name));
    const texts = elements.map((element) =>
      readFeedText(contentOf(raw, element), {
        isHtml: statedType(element),
        keepsLines: channel.wordPress !== null,
      }),
    );
    return texts.find(({ blocks }) => blocks.length > 0) ?? null;
  };
  return [read(contentNames), read(summaryNames)];
}

/** The markup within an element, escaped as text or as it is. */
function contentOf(raw: string, element: XmlElement): WrappedText {
  const { contentStart, contentEnd } = element;
  const isEscaped = elementsIn(element).length === 0;
  return isEscaped
    ? unwrapXmlText(raw, contentStart, contentEnd)
    : takeStretch(raw, contentStart, contentEnd);
}

/** Whether an element says that it holds HTML; only Atom says so. */
function statedType(element: XmlElement): boolean | null {
  const type = attributeOf(element, 'type');
  return type === null ? null : /html/i.test(type);
}
