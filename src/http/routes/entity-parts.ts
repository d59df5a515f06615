import { z } from 'zod';
import { listEndpoint } from '../conventions/lists.ts';
import { findBearer, findBearerIds } from '../conventions/names.ts';
import type { Endpoint } from '../endpoint.ts';
import { ArticleSummarySchema, articleExtras } from '../schemas/article.ts';
import { RelatedEntitySchema } from '../schemas/entity.ts';
import { examples } from '../schemas/examples.ts';
import { refuseContradictions, typeParameter } from '../schemas/parameters.ts';
import { QuoteSchema } from '../schemas/quote.ts';
import { articleFilters, articleForms, findArticles } from './articles.ts';
import { entityPath } from './entities.ts';
import { allQuoteFilters, findQuotes, quoteForms } from './quotes.ts';

const { entity: _entity, ...otherArticleFilters } = articleFilters.shape;
const { about: _about, ...otherQuoteFilters } = allQuoteFilters.shape;

const ofEntity = { pathParameters: entityPath, followsMerges: true } as const;

export const entityPartEndpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/v1/entities/{id}/articles',
    operationId: 'listEntityArticles',
    tag: 'entities',
    summary: 'Where an entity is named, newest first',
    ...ofEntity,
    filters: z.strictObject(otherArticleFilters).superRefine(refuseContradictions),
    item: ArticleSummarySchema,
    isRanked: true,
    extras: articleExtras,
    forms: articleForms,
    example: examples.articleSummary,
    errors: ['not-found', 'ambiguous-name'],
    find: async ({ services: { store }, path, query }, request) => {
      const { id } = await findBearer(store, path.id);
      return findArticles(store, { ...query, entity: id }, request);
    },
  }),

  listEndpoint({
    path: '/v1/entities/{id}/quotes',
    operationId: 'listEntityQuotes',
    tag: 'entities',
    summary: 'What is said about an entity, newest first',
    ...ofEntity,
    filters: z.strictObject(otherQuoteFilters).superRefine(refuseContradictions),
    item: QuoteSchema,
    isRanked: true,
    extras: ['context'],
    forms: quoteForms,
    example: examples.quote,
    errors: ['not-found', 'ambiguous-name'],
    find: async ({ services, path, query }, request) => {
      const { id } = await findBearer(services.store, path.id);
      const speakerIds = await findBearerIds(services.store, query.speaker);
      return findQuotes(services, { ...query, about: id }, speakerIds, request);
    },
  }),

  listEndpoint({
    path: '/v1/entities/{id}/related',
    operationId: 'listRelatedEntities',
    tag: 'entities',
    summary: 'Who and what appears with an entity, the most closely related first',
    ...ofEntity,
    filters: z.strictObject({ type: typeParameter }),
    item: RelatedEntitySchema,
    isRanked: true,
    example: examples.relatedEntity,
    errors: ['not-found', 'ambiguous-name'],
    find: async ({ services: { store }, path, query }, { page }) => {
      const { id } = await findBearer(store, path.id);
      return store.listRelated(id, { type: query.type ?? null }, page);
    },
  }),
];
