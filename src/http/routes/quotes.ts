import { z } from 'zod';
import type { ArticleStore, Page, QuoteQuery, StoredQuote } from '../../domain/article-store.ts';
import { itemEndpoint } from '../conventions/items.ts';
import { type ListRequest, listEndpoint } from '../conventions/lists.ts';
import { findBearerIds } from '../conventions/names.ts';
import type { Endpoint } from '../endpoint.ts';
import { presentQuote } from '../presenters.ts';
import { examples } from '../schemas/examples.ts';
import {
  choiceParameter,
  choicesParameter,
  flagParameter,
  kindParameter,
  period,
  probabilityParameter,
  refuseContradictions,
  repeatableParameter,
  textParameter,
} from '../schemas/parameters.ts';
import { QuoteSchema } from '../schemas/quote.ts';

const filterShape = {
  q: textParameter('Words that the quote holds: all of them, in any order.').optional(),
  phrase: textParameter('These words in this order, neither stemmed nor read as operators.').optional(),
  kind: kindParameter,
  about: textParameter('Names this entity in its words: an id, a name or an alias.').optional(),
  article: textParameter('The id of the article.').optional(),
  publisher: textParameter('The name of the outlet.').optional(),
  ...period,
  minConfidence: probabilityParameter('Only quotes whose speaker is at least this probable.').optional(),
  attributed: flagParameter('`true`: only with a speaker; `false`: only without.').optional(),
  sort: choiceParameter(
    ['-publishedAt', 'publishedAt', 'relevance', '-confidence'],
    'Newest first, oldest first, by relevance, or the surest first.',
  ).default('-publishedAt'),
  facets: choicesParameter(
    ['speaker', 'publisher', 'kind', 'about', 'month'],
    'What to count the matches by, separated by commas.',
  ).optional(),
};

/** The filters of quotes whose speaker the path names. */
export const quoteFilters = z.strictObject(filterShape).superRefine(refuseContradictions);

export const allQuoteFilters = z
  .strictObject({
    speaker: repeatableParameter('Said by: an id, a name or an alias. Repeat it for any of several.')
      .optional()
      .meta({ examples: [['putin']] }),
    ...filterShape,
  })
  .superRefine(refuseContradictions);

export const quotePath = z.object({
  id: textParameter('The quote’s id.').meta({ examples: [examples.quote.id] }),
});

export const quoteEndpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/v1/quotes',
    operationId: 'listQuotes',
    tag: 'quotes',
    summary: 'Quotes, newest first',
    description: 'Who said what: by speaker, by words, by what it is about, and when.',
    filters: allQuoteFilters,
    item: QuoteSchema,
    extras: ['context'],
    example: examples.quote,
    find: async ({ services: { store }, query }, request) =>
      findQuotes(store, query, await findBearerIds(store, query.speaker), request),
  }),

  itemEndpoint({
    path: '/v1/quotes/{id}',
    operationId: 'getQuote',
    tag: 'quotes',
    summary: 'One quote',
    pathParameters: quotePath,
    item: QuoteSchema,
    extras: ['context'],
    example: examples.quote,
    errors: ['deleted'],
    find: async ({ services: { store }, path }, include) =>
      withContext(store, await store.findQuote(path.id), include),
  }),
];

/** A page of quotes by these speakers; null: by anyone. */
export async function findQuotes(
  store: ArticleStore,
  query: z.output<typeof quoteFilters>,
  speakerIds: readonly string[] | null,
  { page, include }: ListRequest<'context'>,
): Promise<Page<object>> {
  const found = await store.listQuotes(await quoteQuery(store, query, speakerIds), page);
  return {
    ...found,
    items: await Promise.all(found.items.map((quote) => withContext(store, quote, include))),
  };
}

async function quoteQuery(
  store: ArticleStore,
  query: z.output<typeof quoteFilters>,
  speakerIds: readonly string[] | null,
): Promise<QuoteQuery> {
  return {
    q: query.q ?? null,
    phrase: query.phrase ?? null,
    speakerIds,
    aboutIds: await findBearerIds(store, query.about),
    articleId: query.article ?? null,
    kinds: query.kind ?? null,
    publisher: query.publisher ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    minConfidence: query.minConfidence ?? null,
    attributed: query.attributed ?? null,
    sort: query.sort,
    facets: query.facets ?? [],
  };
}

async function withContext(store: ArticleStore, quote: StoredQuote, include: ReadonlySet<'context'>) {
  return presentQuote(quote, include.has('context') ? await store.findArticle(quote.articleId) : null);
}
