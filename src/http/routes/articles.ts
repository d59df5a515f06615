import { z } from 'zod';
import type { StoredArticle } from '../../domain/article.ts';
import type { ArticleStore, SaveOutcome } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import type { ArticleQuery, RankedPage } from '../../domain/queries.ts';
import type { ArticleSummary } from '../../domain/records.ts';
import { extractArticle } from '../article-body.ts';
import { itemEndpoint } from '../conventions/items.ts';
import { type ListRequest, listEndpoint } from '../conventions/lists.ts';
import { findBearerIds } from '../conventions/names.ts';
import { createVersionMatchReader } from '../conventions/preconditions.ts';
import { type Call, type Endpoint, endpoint } from '../endpoint.ts';
import { presentArticle } from '../presenters.ts';
import { articleColumns } from '../representations/columns.ts';
import { articleEntry } from '../representations/entries.ts';
import { presentJsonLd } from '../representations/json-ld.ts';
import { presentNinjs } from '../representations/ninjs.ts';
import { type ArticleExtra, ArticleSchema, ArticleSummarySchema, articleExtras } from '../schemas/article.ts';
import { examples } from '../schemas/examples.ts';
import {
  choiceParameter,
  choicesParameter,
  flagParameter,
  period,
  refuseContradictions,
  repeatableParameter,
  textParameter,
} from '../schemas/parameters.ts';

/** Of everything that belongs to one article. */
export const articlePath = z.object({
  id: textParameter('The article’s id.').meta({ examples: [examples.article.id] }),
});

export const articleFilters = z
  .strictObject({
    q: textParameter('Words that the article holds: all of them, in any order.').optional(),
    ...period,
    publisher: textParameter('The name of the outlet.').optional(),
    agency: textParameter('The name of a wire service that the copy is from.').optional(),
    byline: textParameter('The name of one who wrote it.').optional(),
    entity: textParameter('Names this entity: an id, a name or an alias.').optional(),
    speaker: repeatableParameter(
      'Quotes this speaker: an id, a name or an alias. Repeat it for any of several.',
    ).optional(),
    language: textParameter('BCP 47.').optional(),
    group: flagParameter(
      '`true`: each story once, the earliest of its copies that match; `copyCount` says how many others there are.',
    ).optional(),
    url: textParameter('Exactly this address.').optional(),
    sort: choiceParameter(
      ['-publishedAt', 'publishedAt', 'relevance'],
      'Newest first, oldest first, or by relevance.',
    ).default('-publishedAt'),
    facets: choicesParameter(
      ['publisher', 'agency', 'language', 'month'],
      'What to count the matches by, separated by commas.',
    ).optional(),
  })
  .superRefine(refuseContradictions);

export const articleForms = { columns: articleColumns, entry: articleEntry };

export const articleEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/v1/articles',
    operationId: 'createArticle',
    tag: 'articles',
    summary: 'Ingest one article',
    description:
      'The same `guid` or `url` is the same article; where neither is given, the same words and date are. The same ' +
      'content changes nothing (200), changed content is a new revision (200). A deleted article stays so (410) until ' +
      'it is asked for by `PUT`.',
    takesArticle: true,
    writes: true,
    answers: [
      {
        status: 201,
        description: 'It is new.',
        schema: ArticleSchema,
        mediaType: 'application/json',
        headers: ['Location'],
        example: examples.article,
      },
      {
        status: 200,
        description: 'It was there; it is unchanged, or has a new revision.',
        schema: ArticleSchema,
        mediaType: 'application/json',
        headers: ['Location'],
        example: examples.article,
      },
    ],
    errors: ['url-taken', 'deleted'],
    handle: async (call) => answerSaved(call, await ingestOne(call)),
  }),

  listEndpoint({
    path: '/v1/articles',
    operationId: 'listArticles',
    tag: 'articles',
    summary: 'Articles, newest first',
    description: 'Articles without a date sort last.',
    filters: articleFilters,
    item: ArticleSummarySchema,
    isRanked: true,
    extras: articleExtras,
    forms: articleForms,
    example: examples.articleSummary,
    find: async ({ services: { store }, query }, request) => findArticles(store, query, request),
  }),

  itemEndpoint({
    path: '/v1/articles/{id}',
    operationId: 'getArticle',
    tag: 'articles',
    summary: 'One article, whole',
    pathParameters: articlePath,
    item: ArticleSchema,
    forms: { jsonld: presentJsonLd, ninjs: presentNinjs },
    example: examples.article,
    errors: ['deleted'],
    find: async ({ services, path }) => presentArticle(await services.store.findArticle(path.id)),
    findVersion: ({ services, path }) => services.store.findArticleVersion(path.id),
  }),

  endpoint({
    method: 'PUT',
    path: '/v1/articles/{id}',
    operationId: 'replaceArticle',
    tag: 'articles',
    summary: 'Replace an article as a whole',
    description:
      'A new revision, or none where nothing changed. It brings a deleted article back. `If-Match` takes the ETag of ' +
      '`GET /v1/articles/{id}` without parameters.',
    pathParameters: articlePath,
    takesArticle: true,
    writes: true,
    answers: [
      {
        status: 200,
        description: 'The article as it now is.',
        schema: ArticleSchema,
        mediaType: 'application/json',
        example: examples.article,
      },
    ],
    errors: ['not-found', 'url-taken', 'precondition-failed'],
    handle: async ({ services, request, path }) => {
      const { article, raw } = await extractArticle(services, request);
      const saved = await services.store.replace(path.id, article, raw, ifMatch(request));
      return presentArticle(savedArticle(saved));
    },
  }),

  endpoint({
    method: 'DELETE',
    path: '/v1/articles/{id}',
    operationId: 'deleteArticle',
    tag: 'articles',
    summary: 'Delete an article',
    description: 'Leaves a tombstone: 410 afterwards, also for `POST` of the same article.',
    pathParameters: articlePath,
    writes: true,
    answers: [{ status: 204, description: 'It is gone.', schema: null, mediaType: null }],
    errors: ['not-found', 'deleted', 'precondition-failed'],
    handle: async ({ services, request, reply, path }) => {
      await services.store.deleteArticle(path.id, ifMatch(request));
      return reply.code(204).send();
    },
  }),
];

/** A page of articles. */
export async function findArticles(
  store: ArticleStore,
  query: z.output<typeof articleFilters>,
  { page, include }: ListRequest<ArticleExtra>,
): Promise<RankedPage<object>> {
  const found = await store.listArticles(await articleQuery(store, query), page);
  return {
    ...found,
    items: (await Promise.all(found.items.map((item) => withExtras(store, item, include)))).flat(),
  };
}

/** An article that was in a list; null where it was deleted since the list was read, which then leaves it out. */
export async function findListed(store: ArticleStore, id: string): Promise<StoredArticle | null> {
  try {
    return await store.findArticle(id);
  } catch (error) {
    if (error instanceof OnrecordError && error.code === 'deleted') return null;
    throw error;
  }
}

async function articleQuery(
  store: ArticleStore,
  query: z.output<typeof articleFilters>,
): Promise<ArticleQuery> {
  return {
    q: query.q ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    publisher: query.publisher ?? null,
    agency: query.agency ?? null,
    byline: query.byline ?? null,
    entityIds: await findBearerIds(store, query.entity),
    speakerIds: await findBearerIds(store, query.speaker),
    language: query.language ?? null,
    url: query.url ?? null,
    isOnce: query.group ?? false,
    sort: query.sort,
    facets: query.facets ?? [],
  };
}

/**
 * Adds what `include` names. The text is needed for that, and for the words at the places of problems. Nothing where the
 * article is gone.
 */
export async function withExtras(
  store: ArticleStore,
  summary: ArticleSummary,
  extras: ReadonlySet<ArticleExtra>,
): Promise<readonly object[]> {
  const wanted = articleExtras.filter((extra) => extras.has(extra));
  if (wanted.length === 0 && summary.problems.every(({ span }) => span === null)) return [summary];
  const found = await findListed(store, summary.id);
  if (found === null) return [];
  const article = presentArticle(found);
  const added = Object.fromEntries(wanted.map((extra) => [extra, article[extra]]));
  return [{ ...summary, ...added, problems: article.problems }];
}

async function ingestOne({ services, request }: Call<unknown, unknown>): Promise<SaveOutcome> {
  const { article, raw } = await extractArticle(services, request);
  return services.store.save(article, raw);
}

function answerSaved({ reply }: Call<unknown, unknown>, saved: SaveOutcome) {
  const article = savedArticle(saved);
  reply.code(saved.outcome === 'created' ? 201 : 200).header('location', `/v1/articles/${article.id}`);
  return presentArticle(article);
}

function savedArticle({ id, article }: SaveOutcome): StoredArticle {
  if (article !== null) return article;
  throw staysDeleted(id);
}

/** What whoever sends an article again that was deleted is told. */
export function staysDeleted(id: string): OnrecordError {
  return new OnrecordError(
    'deleted',
    `This article was deleted, and stays so: PUT /v1/articles/${id} brings it back.`,
    { extensions: { articleId: id } },
  );
}

const ifMatch = createVersionMatchReader<StoredArticle>(ArticleSchema);
