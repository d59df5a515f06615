import type { z } from 'zod';
import type { ArticleSummarySchema } from '../schemas/article.ts';
import type { EntitySchema, SpeakerSchema } from '../schemas/entity.ts';
import type { QuoteSchema } from '../schemas/quote.ts';

/** The columns of a table of items of this schema, each with the field that stands there, as `fields` names it. */
type ColumnsOf<Schema extends z.ZodType> = Readonly<Record<string, FieldPath<z.output<Schema>>>>;

/** `text`, `speaker.name`, and, of each of several, `about.name`. */
type FieldPath<T> = T extends readonly (infer Element)[]
  ? FieldPath<Element>
  : T extends object
    ? { [Name in keyof T & string]: Name | `${Name}.${FieldPath<NonNullable<T[Name]>>}` }[keyof T & string]
    : never;

export const quoteColumns = {
  id: 'id',
  articleId: 'articleId',
  kind: 'kind',
  text: 'text',
  speaker: 'speaker.name',
  speakerId: 'speaker.id',
  speakerType: 'speaker.type',
  speakerRole: 'speaker.role',
  jointSpeakers: 'jointSpeakers.name',
  source: 'source.text',
  cue: 'cue.text',
  resolution: 'resolution',
  confidence: 'confidence',
  reportedBy: 'reportedBy',
  saidOn: 'saidOn',
  about: 'about.name',
  publishedAt: 'article.publishedAt',
  publisher: 'article.publisher.name',
  headline: 'article.headline',
  url: 'article.url',
} as const satisfies ColumnsOf<typeof QuoteSchema>;

export const articleColumns = {
  id: 'id',
  guid: 'guid',
  url: 'url',
  headline: 'headline',
  byline: 'byline',
  place: 'dateline.place',
  publishedAt: 'publishedAt',
  modifiedAt: 'modifiedAt',
  publisher: 'publisher.name',
  agencies: 'agencies',
  credit: 'credit',
  language: 'language',
  status: 'status',
  wordCount: 'wordCount',
  quoteCount: 'quoteCount',
  lede: 'lede',
} as const satisfies ColumnsOf<typeof ArticleSummarySchema>;

export const entityColumns = {
  id: 'id',
  name: 'name',
  type: 'type',
  aliases: 'aliases',
  roles: 'roles',
  articleCount: 'articleCount',
  quoteCount: 'quoteCount',
  firstQuotedAt: 'firstQuotedAt',
  lastQuotedAt: 'lastQuotedAt',
} as const satisfies ColumnsOf<typeof EntitySchema> & ColumnsOf<typeof SpeakerSchema>;
