import type { ArticleMetadata } from '../domain/article.ts';
import { OnrecordError } from '../domain/errors.ts';
import { chooseFeedText, readFeedText } from './feed-text.ts';
import { isRecord, parseJson } from './json.ts';
import { itemsOf, type JsonValue, valueAt, wholeOf } from './json-places.ts';
import {
  findAgencies,
  knownFields,
  readBylineField,
  readLanguage,
  readTime,
  readWebAddress,
  toLine,
} from './news-fields.ts';
import type { Reader } from './reader.ts';
import { toReading } from './story.ts';
import { unwrapJsonString } from './wrapped-text.ts';

/** JSON Feed, versions 1 and 1.1. */
export const jsonFeed: Reader = {
  name: 'JSON Feed',
  mediaTypes: ['application/feed+json', 'application/json'],
  recognizes: (text) => /^\s*\{/.test(text) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\b/.test(text),
  *read({ text, mediaType, problems }) {
    const parsed = parseJson(text);
    if ('fault' in parsed) {
      yield { place: null, fault: parsed.fault };
      return;
    }
    const whole = wholeOf(text, parsed.value);
    const list = valueAt(text, whole, 'items');
    const items = list === null ? [] : itemsOf(text, list);
    if (items.length === 0) {
      yield { place: null, fault: new OnrecordError('empty-article', 'There is no item in the feed.') };
    }
    for (const [index, item] of items.entries()) {
      const isOnly = items.length === 1;
      const from = isOnly ? 0 : item.start;
      const raw = isOnly ? text : text.slice(item.start, item.end);
      const read = (name: string, isHtml: boolean) => {
        const value = valueAt(text, item, name);
        if (typeof value?.value !== 'string') return null;
        return readFeedText(unwrapJsonString(raw, value.start + 1 - from, value.end - 1 - from), { isHtml });
      };
      const content = read('content_html', true) ?? read('content_text', false);
      const story = {
        metadata: readFields(item, parsed.value),
        names: [],
        ...chooseFeedText(content, read('summary', false)),
      };
      const place = isOnly ? null : `item ${index + 1}`;
      yield toReading(
        { text: raw, mediaType: mediaType ?? 'application/feed+json' },
        place,
        story,
        problems,
        'The item',
      );
    }
  },
};

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
    guid: said(item, 'id'),
    url: readWebAddress(said(item, 'url') ?? said(item, 'external_url') ?? said(item, 'id')),
    headline: said(item, 'title'),
    byline: [...new Set(authors.flatMap(readBylineField))],
    agencies: findAgencies(...authors, publisher),
    publishedAt: readTime(said(item, 'date_published') ?? said(item, 'date_modified')),
    publisher:
      publisher === null ? null : { name: publisher, url: readWebAddress(said(feed, 'home_page_url')) },
    language: readLanguage(said(item, 'language') ?? said(feed, 'language')),
  });
}
