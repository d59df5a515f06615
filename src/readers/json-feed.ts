import type { ArticleMetadata } from '../domain/article.ts';
import { unwrapAt } from './json/fields.ts';
import { isRecord } from './json/parse.ts';
import { itemsOf, type JsonValue, valueAt } from './json/places.ts';
import { type JsonFormat, readJsonStories } from './json/stories.ts';
import type { Reader } from './reader.ts';
import { chooseFeedText, readFeedText } from './story/feed-text.ts';
import {
  findAgencies,
  knownFields,
  readBylineField,
  readLanguage,
  readTime,
  readWebAddress,
  toLine,
} from './story/news-fields.ts';
import type { Story } from './story/story.ts';
import { readItemAddress, readItemId } from './story/tracking.ts';

/** JSON Feed, versions 1 and 1.1. */
export const jsonFeed: Reader = {
  name: 'JSON Feed',
  mediaTypes: ['application/feed+json', 'application/json'],
  recognizes: (text) => /^\s*\{/.test(text) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\b/.test(text),
  read: (input) => readJsonStories(input, format),
};

const format: JsonFormat = {
  mediaType: 'application/feed+json',
  what: 'item of the feed',
  // An item alone is what the raw copy of one of several is.
  listItems: (json, whole) => {
    const items = valueAt(json, whole, 'items');
    return items === null ? [whole] : itemsOf(json, items);
  },
  readItem: (json, item, feed) => ({
    metadata: readFields(item, feed),
    names: [],
    ...readTexts(json, item),
  }),
};

function readTexts(json: string, item: JsonValue): Pick<Story, 'text' | 'summary'> {
  const read = (name: string, isHtml: boolean) => {
    const source = unwrapAt(json, item, name);
    return source === null ? null : readFeedText(source, { isHtml });
  };
  const content = read('content_html', true) ?? read('content_text', false);
  return chooseFeedText(content, read('summary', false));
}

function readFields({ value: item }: JsonValue, feed: unknown): Partial<ArticleMetadata> {
  const said = (from: unknown, name: string) => {
    const value = isRecord(from) ? from[name] : null;
    return typeof value === 'string' || typeof value === 'number' ? toLine(String(value)) : null;
  };
  const authorsOf = (from: unknown) => {
    const { author, authors } = isRecord(from) ? from : {};
    return [...(Array.isArray(authors) ? authors : []), author].flatMap((one) => said(one, 'name') ?? []);
  };
  const own = authorsOf(item);
  const authors = own.length > 0 ? own : authorsOf(feed);
  const publisher = said(feed, 'title');
  return knownFields({
    guid: readItemId(said(item, 'id')),
    url: readItemAddress(said(item, 'url') ?? said(item, 'external_url') ?? said(item, 'id')),
    headline: said(item, 'title'),
    byline: [...new Set(authors.flatMap(readBylineField))],
    agencies: findAgencies(...authors, publisher),
    publishedAt: readTime(said(item, 'date_published') ?? said(item, 'date_modified')),
    modifiedAt: readTime(said(item, 'date_modified')),
    publisher:
      publisher === null ? null : { name: publisher, url: readWebAddress(said(feed, 'home_page_url')) },
    language: readLanguage(said(item, 'language') ?? said(feed, 'language')),
  });
}
