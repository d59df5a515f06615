import { z } from 'zod';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { EntityTypeSchema, PublicationTimeSchema } from '../schemas/common.ts';
import { examples } from '../schemas/examples.ts';
import { textParameter, wholeNumberParameter } from '../schemas/parameters.ts';

const SuggestionSchema = z
  .object({
    kind: z.enum(['speaker', 'entity', 'headline']).describe('`speaker`: an entity that is quoted.'),
    id: z.string().describe('Of the entity, or of the article that has the headline.'),
    text: z.string(),
    type: EntityTypeSchema.nullable().describe('Null for a headline, as are the counts.'),
    quoteCount: z.int().min(0).nullable(),
    articleCount: z.int().min(0).nullable(),
    publishedAt: PublicationTimeSchema.nullable().describe('Of the article that has the headline.'),
  })
  .meta({ id: 'Suggestion', description: 'What somebody may mean who types these letters.' });

export const suggestEndpoint: Endpoint = endpoint({
  method: 'GET',
  path: '/v1/suggest',
  operationId: 'suggest',
  tag: 'service',
  summary: 'Speakers, entities and headlines, as one types',
  description:
    'Those who have a name with a word that starts like this, the most quoted first; where nobody has, those who nearly ' +
    'do ("zelenski"). Then the latest headlines with these words.',
  query: z.strictObject({
    q: textParameter('What was typed so far; without it the most quoted are suggested.')
      .optional()
      .meta({ examples: ['put'] }),
    limit: wholeNumberParameter(1, 50, 'How many suggestions at most.').default(10),
  }),
  answers: [
    {
      status: 200,
      description: 'Suggestions.',
      schema: z.object({ items: z.array(SuggestionSchema) }),
      mediaType: 'application/json',
      example: {
        items: [
          {
            kind: 'speaker',
            id: examples.speaker.id,
            text: examples.speaker.name,
            type: 'person',
            quoteCount: 6,
            articleCount: 1,
            publishedAt: null,
          },
        ],
      },
    },
  ],
  handle: async ({ services: { store }, query: { q, limit } }) => ({
    items: await store.suggest(q ?? '', limit),
  }),
});
