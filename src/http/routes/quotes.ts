import { z } from 'zod';
import type { StoredArticle } from '../../domain/article.ts';
import type { ArticleStore } from '../../domain/article-store.ts';
import type { PageRequest, QuoteQuery, RankedPage } from '../../domain/queries.ts';
import type { StoredQuote } from '../../domain/records.ts';
import { itemEndpoint } from '../conventions/items.ts';
import { type ListRequest, listEndpoint, type ReadyItem, type ReadyPage } from '../conventions/lists.ts';
import { findBearerIds } from '../conventions/names.ts';
import type { Ready } from '../conventions/ready.ts';
import type { Endpoint, Services } from '../endpoint.ts';
import { presentQuote } from '../presenters.ts';
import { quoteColumns } from '../representations/columns.ts';
import { quoteEntry } from '../representations/entries.ts';
import { markSpans } from '../representations/marks.ts';
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
import { findListed } from './articles.ts';

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
  group: flagParameter(
    '`true`: each quote once, at the earliest of the places that match; `placeCount` says in how many it stands.',
  ).optional(),
  highlight: flagParameter(
    '`true`: each quote has `highlight`, its text with the words that were searched for inside `<mark>`.',
  ).optional(),
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

const { group: _group, ...placeFilters } = allQuoteFilters.shape;

export const quotePath = z.object({
  id: textParameter('The quote’s id.').meta({ examples: [examples.quote.id] }),
});

export const quoteForms = { columns: quoteColumns, entry: quoteEntry };

export const quoteEndpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/v1/quotes',
    operationId: 'listQuotes',
    tag: 'quotes',
    summary: 'Quotes, newest first',
    description: 'Who said what: by speaker, by words, by what it is about, and when.',
    filters: allQuoteFilters,
    item: QuoteSchema,
    isRanked: true,
    extras: ['context'],
    forms: quoteForms,
    example: examples.quote,
    find: async ({ services, query }, request) =>
      findQuotes(services, query, await findBearerIds(services.store, query.speaker), request),
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
    find: async ({ services: { store }, path }, include) => {
      const quote = await store.findQuote(path.id);
      return presentQuote(quote, include.has('context') ? await store.findArticle(quote.articleId) : null);
    },
    findVersion: ({ services: { store }, path }) => store.findQuoteVersion(path.id),
  }),

  listEndpoint({
    path: '/v1/quotes/{id}/places',
    operationId: 'listQuotePlaces',
    tag: 'quotes',
    summary: 'Everywhere a quote stands, newest first',
    description:
      'The same words of the same speaker, in copies of one story and wherever else; a few words (“No comment”) within ' +
      'two days alone. `sort=publishedAt` begins with who had it first.',
    pathParameters: quotePath,
    filters: z.strictObject(placeFilters).superRefine(refuseContradictions),
    item: QuoteSchema,
    isRanked: true,
    extras: ['context'],
    forms: quoteForms,
    example: examples.quote,
    errors: ['not-found', 'deleted'],
    find: async ({ services, path, query }, request) => {
      await services.store.findQuoteVersion(path.id);
      const speakerIds = await findBearerIds(services.store, query.speaker);
      return findQuotes(services, query, speakerIds, request, path.id);
    },
  }),
];

/** A page of quotes by these speakers; null: by anyone. */
export async function findQuotes(
  { store, ready }: Services,
  filters: z.output<typeof quoteFilters>,
  speakerIds: readonly string[] | null,
  { page, include, isPlain }: ListRequest<'context'>,
  placesOf: string | null = null,
): Promise<RankedPage<object> | ReadyPage> {
  const query = { ...(await quoteQuery(store, filters, speakerIds)), placesOf };
  const isMarked = filters.highlight === true;
  if (isPlain && !isMarked) return findReadyQuotes(store, ready.quotes, query, page);
  const found = await store.listQuotes(query, page);
  const contexts = include.has('context') ? await findContexts(store, found.items) : null;
  const quotes = found.items.filter(({ articleId }) => contexts?.has(articleId) ?? true);
  const ids = quotes.map(({ id }) => id);
  const hits = isMarked ? await store.findHits(query, ids) : null;
  return {
    ...found,
    items: quotes.map((quote) => ({
      ...presentQuote(quote, contexts?.get(quote.articleId)),
      ...(hits === null ? {} : { highlight: markSpans(quote.text, hits.get(quote.id) ?? []) }),
    })),
  };
}

/** The articles of these quotes, by their ids: many are of the same one. */
async function findContexts(
  store: ArticleStore,
  quotes: readonly StoredQuote[],
): Promise<ReadonlyMap<string, StoredArticle>> {
  const contexts = new Map<string, StoredArticle>();
  for (const id of new Set(quotes.map(({ articleId }) => articleId))) {
    const article = await findListed(store, id);
    if (article !== null) contexts.set(id, article);
  }
  return contexts;
}

/** The same page as JSON: only what is not ready is loaded. */
async function findReadyQuotes(
  store: ArticleStore,
  ready: Ready<Buffer>,
  query: QuoteQuery,
  page: PageRequest,
): Promise<ReadyPage> {
  const { items: versions, ...found } = await store.listQuoteVersions(query, page);
  const kept = versions.map(({ id, version }) => ({ id, version, json: ready.get(id, version) }));
  const missing = kept.filter(({ json }) => json === undefined).map(({ id }) => id);
  const made = missing.length === 0 ? [] : (await store.findQuotes(missing)).map(makeReady);
  for (const { id, version, json } of made) ready.set(id, version, json, json.length);
  const madeById = new Map(made.map((item) => [item.id, item]));
  return {
    ...found,
    readyItems: kept.flatMap(({ id, version, json }) =>
      json === undefined ? (madeById.get(id) ?? []) : { id, version, json },
    ),
  };
}

function makeReady(quote: StoredQuote): ReadyItem {
  return { id: quote.id, version: quote.version, json: Buffer.from(JSON.stringify(presentQuote(quote))) };
}

export async function quoteQuery(
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
    placesOf: null,
    kinds: query.kind ?? null,
    publisher: query.publisher ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    minConfidence: query.minConfidence ?? null,
    attributed: query.attributed ?? null,
    isOnce: query.group ?? false,
    sort: query.sort,
    facets: query.facets ?? [],
  };
}
