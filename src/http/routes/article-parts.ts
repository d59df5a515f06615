import { z } from 'zod';
import { listEndpoint, pageOf } from '../conventions/lists.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { presentEntities, presentParagraphs, presentQuote } from '../presenters.ts';
import { ArticleEntitySchema } from '../schemas/article.ts';
import { examples } from '../schemas/examples.ts';
import { ParagraphSchema } from '../schemas/paragraph.ts';
import { flagParameter, wholeNumberParameter } from '../schemas/parameters.ts';
import { QuoteSchema } from '../schemas/quote.ts';
import { articlePath } from './articles.ts';
import { quoteForms } from './quotes.ts';

const nothing = z.strictObject({});

export const articlePartEndpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/v1/articles/{id}/paragraphs',
    operationId: 'listArticleParagraphs',
    tag: 'articles',
    summary: 'The paragraphs of an article',
    pathParameters: articlePath,
    filters: nothing,
    item: ParagraphSchema,
    example: examples.article.paragraphs[0],
    errors: ['not-found', 'deleted'],
    find: async ({ services, path }, { page }) =>
      pageOf(presentParagraphs(await services.store.findArticle(path.id)), page),
  }),

  listEndpoint({
    path: '/v1/articles/{id}/quotes',
    operationId: 'listArticleQuotes',
    tag: 'articles',
    summary: 'The quotes of an article, in its order',
    pathParameters: articlePath,
    filters: z.strictObject({
      rejected: flagParameter('`true`: those that a person rejected, in place of all others.').default(false),
    }),
    item: QuoteSchema,
    extras: ['context'],
    forms: quoteForms,
    example: examples.quote,
    errors: ['not-found', 'deleted'],
    find: async ({ services: { store }, path, query: { rejected } }, { page, include }) => {
      const quotes = pageOf(await store.findArticleQuotes(path.id, { rejected }), page);
      const context = include.has('context') ? await store.findArticle(path.id) : null;
      return { ...quotes, items: quotes.items.map((quote) => presentQuote(quote, context)) };
    },
  }),

  listEndpoint({
    path: '/v1/articles/{id}/entities',
    operationId: 'listArticleEntities',
    tag: 'articles',
    summary: 'Everyone and everything an article names',
    pathParameters: articlePath,
    filters: nothing,
    item: ArticleEntitySchema,
    example: examples.article.entities[0],
    errors: ['not-found', 'deleted'],
    find: async ({ services, path }, { page }) =>
      pageOf(presentEntities(await services.store.findArticle(path.id)), page),
  }),

  endpoint({
    method: 'GET',
    path: '/v1/articles/{id}/raw',
    operationId: 'getRawArticle',
    tag: 'articles',
    summary: 'The raw copy of an article',
    description:
      'As it came in, before cleaning: the offsets of `removed` count in it. Always an attachment.',
    pathParameters: articlePath,
    query: z.strictObject({
      revision: wholeNumberParameter(
        1,
        999_999_999,
        'The raw copy of this revision, not of the latest.',
      ).optional(),
    }),
    answers: [
      {
        status: 200,
        description: 'The raw copy.',
        schema: null,
        mediaType: 'text/plain',
        headers: ['Content-Disposition'],
      },
    ],
    errors: ['not-found', 'deleted'],
    handle: async ({ services, reply, path, query }) => {
      const raw = await services.store.findRaw(path.id, query.revision);
      // Plain text whatever it was sent as: nothing in it may run in a browser under our address.
      reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="${path.id.replace(/[^\w-]/g, '')}.txt"`)
        .header('content-security-policy', "sandbox; default-src 'none'");
      return raw.text;
    },
  }),
];
