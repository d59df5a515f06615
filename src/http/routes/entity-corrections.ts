import { readJsonBody } from '../conventions/json-body.ts';
import { findBearer, findNamed } from '../conventions/names.ts';
import { readDigestMatch } from '../conventions/preconditions.ts';
import { type Endpoint, endpoint, jsonBody, patchBody } from '../endpoint.ts';
import { EntityCorrectionSchema, EntityMergeSchema, EntitySplitSchema } from '../schemas/corrections.ts';
import { EntitySchema } from '../schemas/entity.ts';
import { examples } from '../schemas/examples.ts';
import { entityPath } from './entities.ts';

const correction = patchBody(EntityCorrectionSchema, { name: 'Dmitry Peskov', aliases: ['Peskov'] });
const merge = jsonBody(EntityMergeSchema, { into: 'Dmitry Peskov' });
const split = jsonBody(EntitySplitSchema, { articles: [examples.article.id], name: 'Kremlin (Kazan)' });

const corrected = {
  schema: EntitySchema,
  mediaType: 'application/json',
  example: examples.entity,
} as const;

const lasting = 'It holds whatever is ingested or extracted later.';

export const entityCorrectionEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'PATCH',
    path: '/v1/entities/{id}',
    operationId: 'correctEntity',
    tag: 'entities',
    summary: 'Correct the name, type or aliases of an entity',
    description: `${lasting} A merge patch (RFC 7396). \`If-Match\` takes the ETag of \`GET /v1/entities/{id}\` without parameters.`,
    pathParameters: entityPath,
    followsMerges: true,
    body: correction,
    writes: true,
    answers: [{ status: 200, description: 'The entity as it now is.', ...corrected }],
    errors: ['not-found', 'ambiguous-name', 'precondition-failed'],
    handle: async ({ services: { store }, request, path }) => {
      const change = readJsonBody(request, EntityCorrectionSchema, correction.mediaTypes);
      const { id } = await findBearer(store, path.id);
      return store.correctEntity(id, change, readDigestMatch(request));
    },
  }),

  endpoint({
    method: 'POST',
    path: '/v1/entities/{id}/merge',
    operationId: 'mergeEntity',
    tag: 'entities',
    summary: 'Join an entity into another',
    description: `Two entities are one: everything of this one is the other's from now on, and its id redirects there (308). ${lasting} A split by its names parts them again.`,
    pathParameters: entityPath,
    followsMerges: true,
    body: merge,
    writes: true,
    answers: [{ status: 200, description: 'The other entity, as it now is.', ...corrected }],
    errors: ['not-found', 'ambiguous-name'],
    handle: async ({ services: { store }, request, path }) => {
      const { into } = readJsonBody(request, EntityMergeSchema, merge.mediaTypes);
      const { id } = await findBearer(store, path.id);
      return store.mergeEntities(id, (await findNamed(store, into, '/into')).id);
    },
  }),

  endpoint({
    method: 'POST',
    path: '/v1/entities/{id}/split',
    operationId: 'splitEntity',
    tag: 'entities',
    summary: 'Part an entity by articles or by names',
    description: `One entity is two: in these articles, or wherever it goes by these names, it is another one, whose mentions and quotes they are from now on. ${lasting}`,
    pathParameters: entityPath,
    followsMerges: true,
    body: split,
    writes: true,
    answers: [{ status: 201, description: 'The new entity.', headers: ['Location'], ...corrected }],
    errors: ['not-found', 'ambiguous-name'],
    handle: async ({ services: { store }, request, reply, path }) => {
      const {
        articles,
        names = [],
        name = null,
      } = readJsonBody(request, EntitySplitSchema, split.mediaTypes);
      const { id } = await findBearer(store, path.id);
      const part = await store.splitEntity(id, {
        name,
        ...(articles === undefined ? { names } : { articleIds: articles }),
      });
      reply.code(201).header('location', `/v1/entities/${part.id}`);
      return part;
    },
  }),
];
