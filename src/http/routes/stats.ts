import { z } from 'zod';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { PublicationTimeSchema } from '../schemas/common.ts';

const count = z.int().min(0);

const StatisticsSchema = z
  .object({
    articles: count,
    quotes: count,
    entities: count,
    speakers: count.describe('Entities that are quoted.'),
    firstPublishedAt: PublicationTimeSchema.nullable(),
    lastPublishedAt: PublicationTimeSchema.nullable(),
    extractors: z
      .array(z.object({ extractor: z.string(), articleCount: count }))
      .describe('The versions of the extractor that structured the articles.'),
  })
  .meta({ id: 'Statistics' });

export const statsEndpoint: Endpoint = endpoint({
  method: 'GET',
  path: '/v1/stats',
  operationId: 'getStatistics',
  tag: 'service',
  summary: 'How much there is, of which days, and by which extractors',
  answers: [
    {
      status: 200,
      description: 'Counts.',
      schema: StatisticsSchema,
      mediaType: 'application/json',
      example: {
        articles: 13,
        quotes: 120,
        entities: 170,
        speakers: 52,
        firstPublishedAt: '2023-10-11',
        lastPublishedAt: '2024-06-11',
        extractors: [{ extractor: '1', articleCount: 13 }],
      },
    },
  ],
  handle: ({ services: { store } }) => store.findStatistics(),
});
