import type { ArticleQuery, PageRequest, RankedPage } from '../../../domain/queries.ts';
import type { ArticleSummary } from '../../../domain/records.ts';
import type { FacetCounter } from '../columns/facets.ts';
import type { Connection } from '../connection.ts';
import { countStories, countStoriesOf, isFirstCopy } from '../copies/first-places.ts';
import type { SqlValue } from '../driver.ts';
import { findEntityRows } from '../entities/entity-read.ts';
import { nameKey } from '../entities/names.ts';
import { combineFilters, entityFilter, searchFilter } from '../lists/filters.ts';
import { countSelected, makePage, pageByTime } from '../lists/paging.ts';
import { createRowFinder, type RankedRows, type Rankings, relevanceRanking } from '../lists/ranking.ts';
import { type Filter, rangeOfDays, type Selection, selectAllRows } from '../lists/selection.ts';
import type { RelevanceReader } from '../search/relevance.ts';
import { parseSearch } from '../search/search-query.ts';
import { loadSummaries } from './article-read.ts';

/** See {@link ArticleStore.listArticles}. */
export function listArticles(
  connection: Connection,
  rankings: Rankings,
  relevance: RelevanceReader,
  facetCounter: FacetCounter,
  query: ArticleQuery,
  page: PageRequest,
): RankedPage<ArticleSummary> {
  const selection = selectArticles(connection, query);
  const { rows, next, considered } = pageArticles(connection, rankings, relevance, query, selection, page);
  const counted = facetCounter.count(selection, query.facets);
  const total = page.withTotal ? (counted?.total ?? countSelected(connection, selection)) : null;
  return { ...makePage(loadSummaries(connection, rows), next, total, counted?.facets), considered };
}

function pageArticles(
  connection: Connection,
  rankings: Rankings,
  relevance: RelevanceReader,
  query: ArticleQuery,
  selection: Selection,
  page: PageRequest,
): RankedRows {
  const rank =
    query.sort === 'relevance' ? relevanceRanking(connection, rankings, relevance, selection) : null;
  if (rank !== null) return rankings.page(page, rank, createRowFinder(connection, 'articles'));
  const direction = query.sort === 'publishedAt' ? 'asc' : 'desc';
  return { ...pageByTime(connection, selection, direction, page), considered: null };
}

const articleLinks = { table: 'article_entities', row: 'article_row', of: 'a' };

function selectArticles(connection: Connection, query: ArticleQuery): Selection {
  const search = query.q === null ? undefined : parseSearch(query.q);
  const labels = [
    ['publisher', query.publisher],
    ['agency', query.agency],
    ['byline', query.byline],
    ['language', query.language],
  ] as const;
  const parameters: Record<string, SqlValue> = {};
  const filters: Filter[] = [];
  if (search !== undefined) filters.push(searchFilter(search, 'articles', 'a', parameters));
  if (query.url !== null) {
    parameters['url'] = query.url;
    filters.push({
      sources: [{ from: 'articles a', row: 'a.row', where: 'a.url = :url', relevance: null }],
      condition: 'a.url = :url',
    });
  }
  if (query.entityIds !== null) {
    const named = findEntityRows(connection, query.entityIds);
    filters.push(entityFilter({ ...articleLinks, where: 's.is_named' }, named, 'entity', parameters));
  }
  if (query.speakerIds !== null) {
    const quoted = findEntityRows(connection, query.speakerIds);
    filters.push(
      entityFilter({ ...articleLinks, where: 's.quote_count > 0' }, quoted, 'speaker', parameters),
    );
  }
  for (const [kind, label] of labels) {
    if (label === null) continue;
    const key = nameKey(label);
    parameters[kind] = key;
    filters.push({
      sources: [
        {
          from: 'article_labels s',
          row: 's.article_row',
          where: `s.kind = '${kind}' and s.key = :${kind}`,
          relevance: null,
        },
      ],
      condition: `exists (select 1 from article_labels s where s.kind = '${kind}' and s.key = :${kind} and s.article_row = a.row)`,
      test: { column: kind, accepts: (value) => value === key },
    });
  }
  const range = rangeOfDays(query.from, query.to);
  const selected = combineFilters(filters, {
    from: 'articles a',
    row: 'a.row',
    where: null,
    relevance: null,
  });
  const conditions = filters.map(({ condition }) => condition);
  const all: Selection = {
    ...selected,
    parameters,
    table: { name: 'articles', alias: 'a' },
    range,
    isOnce: false,
    counter: findCounter(query, filters.length, parameters),
  };
  if (!query.isOnce) return all;
  return {
    ...all,
    conditions: [...selected.conditions, isFirstCopy(conditions, range, parameters)],
    isOnce: true,
    counter: all.counter ?? countStoriesOf(selectAllRows(all)),
  };
}

/** All articles, those that name an entity, and those that quote one are counted as they come and go. */
function findCounter(
  { entityIds, speakerIds, from, to, isOnce }: ArticleQuery,
  filters: number,
  parameters: Readonly<Record<string, SqlValue>>,
): string | null {
  if (from !== null || to !== null) return null;
  if (isOnce) return filters === 0 ? countStories : null;
  if (filters === 0) return "select count from totals where name = 'articles'";
  if (filters > 1) return null;
  if (entityIds?.length === 1 && 'entity0' in parameters)
    return 'select article_count as count from entities where row = :entity0';
  if (speakerIds?.length === 1 && 'speaker0' in parameters)
    return 'select quoted_article_count as count from entities where row = :speaker0';
  return null;
}

/** Whether a page costs the same in a store of any size: it is read off one index, and nothing has to be counted. */
export function isQuickArticleList(query: ArticleQuery, { withTotal }: PageRequest): boolean {
  const { sort, facets, q, from, to, isOnce, ...others } = query;
  if (isOnce || q !== null || facets.length > 0) return false;
  const filters = Object.values(others).filter((value) => value !== null).length;
  if (filters > 1) return false;
  const ids = query.entityIds ?? query.speakerIds;
  const isCounted = from === null && to === null && (filters === 0 || ids?.length === 1);
  return !withTotal || isCounted || query.url !== null;
}
