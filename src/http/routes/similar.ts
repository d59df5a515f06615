import { z } from 'zod';
import { similarRelations } from '../../domain/copies.ts';
import { listEndpoint } from '../conventions/lists.ts';
import type { Endpoint } from '../endpoint.ts';
import { SimilarArticleSchema } from '../schemas/article.ts';
import { examples } from '../schemas/examples.ts';
import { choiceParameter } from '../schemas/parameters.ts';
import { articlePath, withExtras } from './articles.ts';

const noExtras: ReadonlySet<never> = new Set();

export const similarEndpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/v1/articles/{id}/similar',
    operationId: 'listSimilarArticles',
    tag: 'articles',
    summary: 'The stories most like an article, copies told apart',
    description:
      'First the copies, the earliest first: the same story in other outlets. Then related stories, the most like it ' +
      'first, by rare words that both have and by closeness in time; each of them once, however many copies it has.',
    pathParameters: articlePath,
    filters: z.strictObject({
      relation: choiceParameter(similarRelations, 'Only copies, or only related stories.').optional(),
    }),
    item: SimilarArticleSchema,
    isRanked: true,
    example: examples.similarArticle,
    errors: ['not-found', 'deleted'],
    find: async ({ services: { store }, path, query }, { page }) => {
      const found = await store.listSimilar(path.id, { relation: query.relation ?? null }, page);
      const items = found.items.map(async ({ article, ...similar }) => {
        const [shown] = await withExtras(store, article, noExtras);
        return shown === undefined ? [] : { ...similar, article: shown };
      });
      return { ...found, items: (await Promise.all(items)).flat() };
    },
  }),
];
