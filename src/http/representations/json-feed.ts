import type { Feed } from './feed.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
export function writeJsonFeed({ title, address, next, entries }: Feed) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    feed_url: address,
    ...(next === null ? {} : { next_url: next }),
    language: 'en',
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      content_text: entry.text,
      ...(entry.publishedAt === null ? {} : { date_published: entry.publishedAt }),
      ...(entry.modifiedAt === null ? {} : { date_modified: entry.modifiedAt }),
      ...(entry.authors.length === 0 ? {} : { authors: entry.authors.map((name) => ({ name })) }),
      tags: entry.tags,
    })),
  };
}
