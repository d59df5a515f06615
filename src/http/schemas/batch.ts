import { z } from 'zod';
import { ProblemSchema } from './problem.ts';

const line = z.int().describe('Of the request, from 1; lines without anything are counted.');

const StoredLineSchema = z
  .object({
    line,
    status: z.literal([200, 201]).describe('201: it is new.'),
    id: z.string().describe('Of the article.'),
    outcome: z.enum(['created', 'unchanged', 'revised', 'outdated']),
  })
  .meta({ id: 'BatchStored', description: 'An article that is stored for good.' });

const RefusedLineSchema = ProblemSchema.extend({
  line,
  retryAfter: z
    .int()
    .optional()
    .describe('Seconds after which it is worth sending the line again, as the header Retry-After.'),
}).meta({
  id: 'BatchProblem',
  description: 'Why a line could not be taken. 503: the store cannot be written now; send it again later.',
});

/** What a batch answers for each of its lines. */
export const BatchLineSchema = z
  .union([StoredLineSchema, RefusedLineSchema])
  .meta({ id: 'BatchLine', description: 'What became of a line.' });
