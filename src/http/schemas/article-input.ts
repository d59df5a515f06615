import { z } from 'zod';
import { PublicationTimeSchema } from './common.ts';

/**
 * One article as our own JSON, for the documentation: the reader of this format is what checks it, for every way in,
 * and a test holds the two together.
 */
export const ArticleInputSchema = z
  .strictObject({
    text: z.string().describe('The article, as raw as it is. It is cleaned; the raw copy is kept.'),
    guid: z.string().nullish().describe('The publisher’s own id. The same guid is the same article.'),
    url: z
      .string()
      .nullish()
      .describe('Where the article stands (http, https). The same url is the same article.'),
    headline: z.string().nullish(),
    byline: z.array(z.string()).nullish().describe('Names of those who wrote it.'),
    publishedAt: PublicationTimeSchema.nullish(),
    modifiedAt: PublicationTimeSchema.nullish().describe(
      'When this version was made: an older one that comes later changes nothing.',
    ),
    sourceVersion: z
      .int()
      .min(0)
      .nullish()
      .describe('The publisher’s number of this version, where there is no time, or two have the same.'),
    publisher: z
      .strictObject({ name: z.string(), url: z.string().nullish() })
      .nullish()
      .describe('The outlet that published it.'),
    language: z.string().nullish().describe('BCP 47.'),
  })
  .meta({
    id: 'ArticleInput',
    description: 'One raw article. Only `text` is required; an unknown member is a 400.',
  });
