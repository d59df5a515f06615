import { z } from 'zod';
import { articleStatuses, completenesses, removalReasons } from '../../domain/article.ts';
import { similarRelations } from '../../domain/copies.ts';
import { type ProblemCode, problemCodes } from '../../domain/problem.ts';
import {
  type IdSchemas,
  InstantSchema,
  idSchemas,
  noIds,
  PublicationTimeSchema,
  PublisherSchema,
  SpanSchema,
} from './common.ts';
import { entityReferenceShape } from './entity.ts';
import { ParagraphSchema } from './paragraph.ts';
import { ArticleQuoteSchema, quoteShape } from './quote.ts';

const DatelineSchema = z
  .object({
    place: z.string().nullable(),
    date: z.string().nullable().describe('As printed.'),
    agency: z.string().nullable(),
  })
  .meta({ id: 'Dateline', description: 'Place, date and agency that open a wire story.' });

const RemovalSchema = z
  .object({
    reason: z.enum(removalReasons),
    text: z.string(),
    rawStart: z.int().min(0),
    rawEnd: z.int().min(0),
  })
  .meta({
    id: 'Removal',
    description: 'What cleaning took out of the raw copy, in offsets of the raw copy.',
  });

const ArticleProblemSchema = z
  .object({
    code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
    message: z.string(),
    span: SpanSchema.nullable(),
  })
  .meta({
    id: 'ArticleProblem',
    description: 'Something in the copy that could not be read, or not be trusted.',
  });

function mentionedEntityShape<Ids extends IdSchemas>(ids: Ids) {
  return {
    ...entityReferenceShape(ids),
    mentions: z
      .array(SpanSchema)
      .describe('Its names in the text: neither pronouns nor descriptions; no title, article or possessive.'),
    aliases: z.array(z.string()).describe('Other names that the article uses for it.'),
    roles: z.array(z.string()).describe('What the article says it is.'),
  };
}

export const ArticleEntitySchema = z
  .object(mentionedEntityShape(idSchemas))
  .meta({ id: 'ArticleEntity', description: 'Someone or something named in one article.' });

/** What is said of an article beside its words. */
export function metadataShape<Ids extends IdSchemas>(ids: Ids) {
  return {
    id: ids.article as Ids['article'],
    guid: z.string().nullable(),
    url: z.string().nullable(),
    headline: z.string().nullable(),
    byline: z.array(z.string()).describe('Names of those who wrote it.'),
    dateline: DatelineSchema.nullable(),
    publishedAt: PublicationTimeSchema.nullable(),
    modifiedAt: PublicationTimeSchema.nullable().describe('When this version was made, as its source says.'),
    sourceVersion: z.int().min(0).nullable().describe('The number that its source gives this version.'),
    publisher: PublisherSchema.nullable(),
    agencies: z.array(z.string()).describe('Wire services that the copy is from or builds on.'),
    credit: z.string().nullable(),
    language: z.string().nullable().describe('BCP 47.'),
    status: z.enum(articleStatuses),
    embargoedUntil: InstantSchema.nullable(),
    completeness: z.enum(completenesses).describe('`summary` where the input held no more.'),
    wordCount: z.int().min(0),
  };
}

const text = z.string().describe('The body alone. Every offset counts UTF-16 code units of this string.');
const problems = z.array(ArticleProblemSchema);
const copyMarks = {
  copyOf: idSchemas.article
    .nullable()
    .describe('The earliest article that is the same story; null: this one is a copy of none.'),
  copyCount: z.int().min(0).describe('How many other articles are the same story.'),
};
const extractor = z.string().describe('The version of the rules and models that made this record.');

export const ArticleSchema = z
  .object({
    ...metadataShape(idSchemas),
    text,
    paragraphs: z.array(ParagraphSchema),
    quotes: z.array(ArticleQuoteSchema),
    entities: z.array(ArticleEntitySchema),
    removed: z.array(RemovalSchema),
    problems,
    ...copyMarks,
    revision: z.int().min(1),
    ingestedAt: InstantSchema,
    extractor,
  })
  .meta({ id: 'Article', description: 'One article, structured.' });

/** What can be added to a listed article. */
export const articleExtras = ['text', 'paragraphs', 'quotes', 'entities', 'removed'] as const;
export type ArticleExtra = (typeof articleExtras)[number];

export const ArticleSummarySchema = z
  .object({
    ...metadataShape(idSchemas),
    lede: z.string().describe('The text of the first paragraph.'),
    quoteCount: z.int().min(0),
    text: text.optional(),
    paragraphs: z.array(ParagraphSchema).optional(),
    quotes: z.array(ArticleQuoteSchema).optional(),
    entities: z.array(ArticleEntitySchema).optional(),
    removed: z.array(RemovalSchema).optional(),
    problems,
    ...copyMarks,
    revision: z.int().min(1),
    ingestedAt: InstantSchema,
    extractor,
  })
  .meta({
    id: 'ArticleSummary',
    description: 'An article in a list. What is not required comes with `include`.',
  });

export const SimilarArticleSchema = z
  .object({
    relation: z
      .enum(similarRelations)
      .describe(
        '`copy`: the same story, as another outlet prints it; `related`: another story with much in common.',
      ),
    score: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'Of a copy, the share of the shorter text’s runs of five words that the longer one has; of a related article, ' +
          'how near the two are by their words, rare ones counting most, and in time.',
      ),
    article: ArticleSummarySchema,
  })
  .meta({ id: 'SimilarArticle', description: 'An article that is like another one.' });

const UnstoredReferenceSchema = z
  .object(entityReferenceShape(noIds))
  .meta({ id: 'ExtractedEntityReference' });

export const ExtractedArticleSchema = z
  .object({
    ...metadataShape(noIds),
    text,
    paragraphs: z.array(ParagraphSchema),
    quotes: z.array(z.object(quoteShape(noIds, UnstoredReferenceSchema)).meta({ id: 'ExtractedQuote' })),
    entities: z.array(z.object(mentionedEntityShape(noIds)).meta({ id: 'ExtractedEntity' })),
    removed: z.array(RemovalSchema),
    problems,
    revision: z.null(),
    ingestedAt: z.null(),
    extractor,
  })
  .meta({
    id: 'ExtractedArticle',
    description: 'An article that was structured and not stored: every id is null.',
  });
