import { z } from 'zod';
import { itemEndpoint } from '../conventions/items.ts';
import { listEndpoint } from '../conventions/lists.ts';
import { findBearer } from '../conventions/names.ts';
import type { Endpoint } from '../endpoint.ts';
import { entityColumns } from '../representations/columns.ts';
import { EntitySchema } from '../schemas/entity.ts';
import { examples } from '../schemas/examples.ts';
import { choiceParameter, textParameter, typeParameter } from '../schemas/parameters.ts';

const entityFilters = z.strictObject({
  q: textParameter('The beginning of a name, or of one of its words.').optional(),
  type: typeParameter,
  sort: choiceParameter(
    ['-articleCount', '-quoteCount', 'name'],
    'Named in most articles first, most quoted first, or by name.',
  ).default('-articleCount'),
});

export const entityPath = z.object({
  id: textParameter('An id, a name or an alias ("united states").').meta({ examples: ['united states'] }),
});

export const entityEndpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/v1/entities',
    operationId: 'listEntities',
    tag: 'entities',
    summary: 'Everyone and everything named',
    filters: entityFilters,
    item: EntitySchema,
    forms: { columns: entityColumns },
    example: examples.entity,
    find: async ({ services: { store }, query }, { page }) =>
      store.listEntities({ q: query.q ?? null, type: query.type ?? null, sort: query.sort }, page),
  }),

  itemEndpoint({
    path: '/v1/entities/{id}',
    operationId: 'getEntity',
    tag: 'entities',
    summary: 'One entity',
    pathParameters: entityPath,
    followsMerges: true,
    item: EntitySchema,
    extras: ['names'],
    example: examples.entity,
    errors: ['ambiguous-name'],
    find: async ({ services: { store }, path }, include) => {
      const entity = await findBearer(store, path.id);
      return include.has('names') ? { ...entity, names: await store.listEntityNames(entity.id) } : entity;
    },
  }),
];
