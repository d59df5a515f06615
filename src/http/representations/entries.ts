import type { z } from 'zod';
import type { ArticleSummarySchema } from '../schemas/article.ts';
import type { QuoteSchema } from '../schemas/quote.ts';
import { asInstant, type FeedEntry, shorten } from './feed.ts';

/** A quote for feed readers: by who said it, leading to the article. */
export function quoteEntry(quote: z.output<typeof QuoteSchema>, origin: string): FeedEntry {
  const { id, text, kind, speaker, jointSpeakers, article, about } = quote;
  const names = speaker === null ? [] : [speaker, ...jointSpeakers].map(({ name }) => name);
  const address = `${origin}/v1/quotes/${id}`;
  const said = kind === 'direct' ? `“${text}”` : text;
  return {
    id: address,
    address: article.url ?? address,
    title: names.length === 0 ? shorten(said) : `${names.join(', ')}: ${shorten(said)}`,
    text: said,
    authors: names,
    publishedAt: asInstant(article.publishedAt),
    modifiedAt: null,
    tags: [kind, ...about.map(({ name }) => name)],
  };
}

/** An article for feed readers: its headline and lede. */
export function articleEntry(article: z.output<typeof ArticleSummarySchema>, origin: string): FeedEntry {
  const { id, url, headline, lede, byline, publisher, agencies, publishedAt, modifiedAt } = article;
  const address = `${origin}/v1/articles/${id}`;
  return {
    id: address,
    address: url ?? address,
    title: headline ?? shorten(lede),
    text: lede,
    authors: byline.length > 0 || publisher === null ? byline : [publisher.name],
    publishedAt: asInstant(publishedAt),
    modifiedAt: asInstant(modifiedAt),
    tags: agencies,
  };
}
