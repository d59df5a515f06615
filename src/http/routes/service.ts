import { z } from 'zod';
import { OnrecordError } from '../../domain/errors.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';

const HealthSchema = z.object({ status: z.literal('ok') });
const ReadySchema = z
  .object({
    status: z.literal('ready'),
    articles: z.int().min(0),
    quotes: z.int().min(0),
    entities: z.int().min(0),
  })
  .meta({ id: 'Readiness' });

export const serviceEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/healthz',
    operationId: 'checkHealth',
    tag: 'service',
    summary: 'Whether the process is alive',
    answers: [
      {
        status: 200,
        description: 'It is.',
        schema: HealthSchema,
        mediaType: 'application/json',
        example: { status: 'ok' },
      },
    ],
    handle: async () => ({ status: 'ok' }),
  }),

  endpoint({
    method: 'GET',
    path: '/readyz',
    operationId: 'checkReadiness',
    tag: 'service',
    summary: 'Whether the service is ready for traffic',
    description:
      'On a first start, once the samples are in. No longer, where the database was deleted or replaced beneath it.',
    answers: [
      {
        status: 200,
        description: 'It is; and how much there is.',
        schema: ReadySchema,
        mediaType: 'application/json',
        example: { status: 'ready', articles: 12, quotes: 96, entities: 140 },
      },
    ],
    errors: ['unavailable'],
    handle: async ({ services: { store, readiness } }) => {
      if (readiness.waitingFor !== null) {
        throw new OnrecordError('unavailable', `Not ready yet: ${readiness.waitingFor}.`, { retryAfter: 1 });
      }
      await store.check();
      return { status: 'ready', ...(await store.counts()) };
    },
  }),
];
