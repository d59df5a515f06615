import { z } from 'zod';
import { itemEndpoint } from '../conventions/items.ts';
import { listEndpoint } from '../conventions/lists.ts';
import { findSpeaker } from '../conventions/names.ts';
import type { Endpoint } from '../endpoint.ts';
import { entityColumns } from '../representations/columns.ts';
import { SpeakerSchema } from '../schemas/entity.ts';
import { examples } from '../schemas/examples.ts';
import {
  choiceParameter,
  period,
  refuseContradictions,
  textParameter,
  typeParameter,
} from '../schemas/parameters.ts';
import { QuoteSchema } from '../schemas/quote.ts';
import { findQuotes, quoteFilters, quoteForms } from './quotes.ts';

export const speakerPath = z.object({
  id: textParameter('An id, a name or an alias ("putin").').meta({ examples: ['putin'] }),
});

const speakerFilters = z
  .strictObject({
    q: textParameter('The beginning of a name, or of one of its words.').optional(),
    type: typeParameter,
    ...period,
    sort: choiceParameter(
      ['-quoteCount', 'name', '-lastQuotedAt'],
      'Most quoted first, by name, or last quoted first.',
    ).default('-quoteCount'),
  })
  .superRefine(refuseContradictions);

export const speakerEndpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/v1/speakers',
    operationId: 'listSpeakers',
    tag: 'speakers',
    summary: 'Those who are quoted, the most quoted first',
    filters: speakerFilters,
    item: SpeakerSchema,
    forms: { columns: entityColumns },
    example: examples.speaker,
    find: async ({ services: { store }, query }, { page }) =>
      store.listSpeakers(
        {
          q: query.q ?? null,
          type: query.type ?? null,
          from: query.from ?? null,
          to: query.to ?? null,
          sort: query.sort,
        },
        page,
      ),
  }),

  itemEndpoint({
    path: '/v1/speakers/{id}',
    operationId: 'getSpeaker',
    tag: 'speakers',
    summary: 'One speaker',
    pathParameters: speakerPath,
    followsMerges: true,
    item: SpeakerSchema,
    example: examples.speaker,
    errors: ['ambiguous-name'],
    find: async ({ services, path }) => findSpeaker(services.store, path.id),
  }),

  listEndpoint({
    path: '/v1/speakers/{id}/quotes',
    operationId: 'listSpeakerQuotes',
    tag: 'speakers',
    summary: 'What a speaker said, newest first',
    pathParameters: speakerPath,
    followsMerges: true,
    filters: quoteFilters,
    item: QuoteSchema,
    isRanked: true,
    extras: ['context'],
    forms: quoteForms,
    example: examples.quote,
    errors: ['not-found', 'ambiguous-name'],
    find: async ({ services, path, query }, request) => {
      const { id } = await findSpeaker(services.store, path.id);
      return findQuotes(services, query, [id], request);
    },
  }),
];
