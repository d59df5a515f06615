import { z } from 'zod';
import { itemEndpoint } from '../conventions/items.ts';
import { listEndpoint } from '../conventions/lists.ts';
import type { Endpoint } from '../endpoint.ts';
import { presentRevision } from '../presenters.ts';
import { examples } from '../schemas/examples.ts';
import { wholeNumberParameter } from '../schemas/parameters.ts';
import { RevisionSchema, RevisionSummarySchema } from '../schemas/revision.ts';
import { articlePath } from './articles.ts';

const revisionPath = articlePath.extend({
  n: wholeNumberParameter(1, 999_999_999, 'The number of the revision.').meta({ examples: [1] }),
});

export const revisionEndpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/v1/articles/{id}/revisions',
    operationId: 'listArticleRevisions',
    tag: 'articles',
    summary: 'The history of an article, latest first',
    description: 'What each revision changed: which metadata, and how many paragraphs.',
    pathParameters: articlePath,
    filters: z.strictObject({}),
    item: RevisionSummarySchema,
    example: examples.revisionSummary,
    errors: ['not-found', 'deleted'],
    find: ({ services: { store }, path }, { page }) => store.listRevisions(path.id, page),
  }),

  itemEndpoint({
    path: '/v1/articles/{id}/revisions/{n}',
    operationId: 'getArticleRevision',
    tag: 'articles',
    summary: 'An article as it was in a revision, and what had changed',
    description:
      '`changes` has the paragraphs that were added, removed or changed since the revision before, the changed ones word ' +
      'by word. Its raw copy is at `/v1/articles/{id}/raw?revision={n}`.',
    pathParameters: revisionPath,
    item: RevisionSchema,
    example: examples.revision,
    errors: ['deleted'],
    find: async ({ services: { store }, path }) => presentRevision(await store.findRevision(path.id, path.n)),
  }),
];
