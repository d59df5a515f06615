import type { z } from 'zod';
import type { ArticleSummarySchema } from '../schemas/article.ts';
import type { EntitySchema, SpeakerSchema } from '../schemas/entity.ts';
import type { QuoteSchema } from '../schemas/quote.ts';
import type { Columns } from './csv.ts';

type Item<Schema extends z.ZodType> = z.output<Schema>;

export const quoteColumns: Columns<Item<typeof QuoteSchema>> = {
  id: ({ id }) => id,
  articleId: ({ articleId }) => articleId,
  kind: ({ kind }) => kind,
  text: ({ text }) => text,
  speaker: ({ speaker }) => speaker?.name ?? null,
  speakerId: ({ speaker }) => speaker?.id ?? null,
  speakerType: ({ speaker }) => speaker?.type ?? null,
  speakerRole: ({ speaker }) => speaker?.role ?? null,
  jointSpeakers: ({ jointSpeakers }) => jointSpeakers.map(({ name }) => name),
  source: ({ source }) => source?.text ?? null,
  cue: ({ cue }) => cue?.text ?? null,
  resolution: ({ resolution }) => resolution,
  confidence: ({ confidence }) => confidence,
  reportedBy: ({ reportedBy }) => reportedBy,
  saidOn: ({ saidOn }) => saidOn,
  about: ({ about }) => about.map(({ name }) => name),
  publishedAt: ({ article }) => article.publishedAt,
  publisher: ({ article }) => article.publisher?.name ?? null,
  headline: ({ article }) => article.headline,
  url: ({ article }) => article.url,
};

export const articleColumns: Columns<Item<typeof ArticleSummarySchema>> = {
  id: ({ id }) => id,
  guid: ({ guid }) => guid,
  url: ({ url }) => url,
  headline: ({ headline }) => headline,
  byline: ({ byline }) => byline,
  place: ({ dateline }) => dateline?.place ?? null,
  publishedAt: ({ publishedAt }) => publishedAt,
  publisher: ({ publisher }) => publisher?.name ?? null,
  agencies: ({ agencies }) => agencies,
  credit: ({ credit }) => credit,
  language: ({ language }) => language,
  status: ({ status }) => status,
  wordCount: ({ wordCount }) => wordCount,
  quoteCount: ({ quoteCount }) => quoteCount,
  lede: ({ lede }) => lede,
};

export const entityColumns: Columns<Item<typeof EntitySchema> | Item<typeof SpeakerSchema>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  type: ({ type }) => type,
  aliases: ({ aliases }) => aliases,
  roles: ({ roles }) => roles,
  articleCount: ({ articleCount }) => articleCount,
  quoteCount: ({ quoteCount }) => quoteCount,
  firstQuotedAt: ({ firstQuotedAt }) => firstQuotedAt,
  lastQuotedAt: ({ lastQuotedAt }) => lastQuotedAt,
};
