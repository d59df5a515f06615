import type { PageRequest, QuoteQuery, RankedPage } from '../../../domain/queries.ts';
import type { FacetCounter } from '../columns/facets.ts';
import type { Connection } from '../connection.ts';
import { countOnce, countPlacesOnce, isFirstPlace } from '../copies/first-places.ts';
import type { SqlValue } from '../driver.ts';
import { findEntityRows } from '../entities/entity-read.ts';
import { nameKey } from '../entities/names.ts';
import { combineFilters, entityFilter, searchFilter } from '../lists/filters.ts';
import { countSelected, makePage, pageByTime } from '../lists/paging.ts';
import {
  createRowFinder,
  type RankedRows,
  type Ranking,
  type Rankings,
  readRanking,
  relevanceRanking,
} from '../lists/ranking.ts';
import { type Filter, rangeOfDays, type Selection, selectAllRows } from '../lists/selection.ts';
import type { RelevanceReader } from '../search/relevance.ts';
import { intersect, parseSearch, phraseSearch, type SearchExpression } from '../search/search-query.ts';

/** See {@link ArticleStore.listQuotes}. `load` brings the items of a page, in the order of their rows. */
export function listQuotes<Item>(
  connection: Connection,
  rankings: Rankings,
  relevance: RelevanceReader,
  facetCounter: FacetCounter,
  query: QuoteQuery,
  page: PageRequest,
  load: (rows: readonly number[]) => readonly Item[],
): RankedPage<Item> {
  const selection = selectQuotes(connection, query);
  const { rows, next, considered } = pageQuotes(connection, rankings, relevance, query, selection, page);
  const counted = facetCounter.count(selection, query.facets);
  const total = page.withTotal ? (counted?.total ?? countSelected(connection, selection)) : null;
  return { ...makePage(load(rows), next, total, counted?.facets), considered };
}

function pageQuotes(
  connection: Connection,
  rankings: Rankings,
  relevance: RelevanceReader,
  { sort }: QuoteQuery,
  selection: Selection,
  page: PageRequest,
): RankedRows {
  const rank = findRanking(connection, rankings, relevance, selection, sort);
  if (rank !== null) return rankings.page(page, rank, createRowFinder(connection, 'quotes'));
  const direction = sort === 'publishedAt' ? 'asc' : 'desc';
  return { ...pageByTime(connection, selection, direction, page), considered: null };
}

/** Null for an order in time, which is also that of relevance where no words are searched for. */
function findRanking(
  connection: Connection,
  rankings: Rankings,
  relevance: RelevanceReader,
  selection: Selection,
  sort: QuoteQuery['sort'],
): (() => Ranking) | null {
  if (sort === 'relevance') return relevanceRanking(connection, rankings, relevance, selection);
  if (sort !== '-confidence' || selection.sources.length === 0) return null;
  const surestFirst = `select q.row from (${selectAllRows(selection)}) m join quotes q on q.row = m.row
                       order by q.confidence desc, q.row desc`;
  return () => readRanking(connection, surestFirst, { ...selection.parameters, ...selection.range });
}

/** The filters in the order in which they should bring the rows: the one that brings fewest first. */
export function selectQuotes(connection: Connection, query: QuoteQuery): Selection {
  const parameters: Record<string, SqlValue> = {};
  const filters: Filter[] = [];
  const search = readSearch(query);
  if (search !== undefined) filters.push(searchFilter(search, 'quotes', 'q', parameters));
  if (query.phrase !== null) {
    parameters['phrase'] = query.phrase;
    filters.push({ sources: null, condition: 'holds_phrase(q.text, :phrase)' });
  }
  if (query.placesOf !== null) filters.push(placesFilter(connection, query.placesOf, parameters));
  // Places of one quote have the same words; in all that follows they may differ.
  const ofWords = filters.length;
  if (query.speakerIds !== null) {
    const rows = findEntityRows(connection, query.speakerIds);
    const links = { table: 'quote_speakers', row: 'quote_row', of: 'q' };
    filters.push(entityFilter(links, rows, 'speaker', parameters));
  }
  if (query.articleId !== null) {
    parameters['article'] = query.articleId;
    const condition = 'q.article_row = (select article_row from article_registry where id = :article)';
    filters.push({ sources: null, condition });
  }
  if (query.aboutIds !== null) {
    const rows = findEntityRows(connection, query.aboutIds);
    const links = { table: 'quote_subjects', row: 'quote_row', of: 'q' };
    filters.push(entityFilter(links, rows, 'about', parameters));
  }
  if (query.publisher !== null) {
    const key = nameKey(query.publisher);
    parameters['publisher'] = key;
    const condition = 'q.publisher_key = :publisher';
    filters.push({
      sources: [{ from: 'quotes q', row: 'q.row', where: condition, relevance: null }],
      condition,
      test: { column: 'publisher', accepts: (label) => label === key },
    });
  }
  const { kinds, minConfidence, attributed } = query;
  if (kinds !== null) {
    parameters['kinds'] = JSON.stringify(kinds);
    filters.push({
      sources: null,
      condition: 'q.kind in (select value from json_each(:kinds))',
      test: { column: 'kind', accepts: (kind) => (kinds as readonly string[]).includes(kind) },
    });
  }
  if (minConfidence !== null) {
    parameters['minConfidence'] = minConfidence;
    filters.push({
      sources: null,
      condition: 'q.confidence >= :minConfidence',
      test: { column: 'confidence', accepts: (confidence) => Number(confidence) >= minConfidence },
    });
  }
  if (attributed !== null) {
    const flag = attributed ? 1 : 0;
    parameters['attributed'] = flag;
    filters.push({
      sources: null,
      condition: 'q.attributed = :attributed',
      test: { column: 'attributed', accepts: (label) => Number(label) === flag },
    });
  }
  const range = rangeOfDays(query.from, query.to);
  const selected = combineFilters(filters, { from: 'quotes q', row: 'q.row', where: null, relevance: null });
  const conditions = filters.slice(ofWords).map(({ condition }) => condition);
  const all: Selection = {
    ...selected,
    parameters,
    table: { name: 'quotes', alias: 'q' },
    range,
    isOnce: false,
    counter: findCounter(query, filters.length, parameters),
  };
  if (!query.isOnce) return all;
  return {
    ...all,
    conditions: [...selected.conditions, isFirstPlace(conditions, range, parameters)],
    isOnce: true,
    counter: all.counter ?? countPlacesOnce(selectAllRows(all)),
  };
}

/** The places of the quote with this id. */
function placesFilter(connection: Connection, id: string, parameters: Record<string, SqlValue>): Filter {
  const quote = connection.get<{ row: number; number: number | null }>(
    `select q.row, p.group_number as number from quotes q left join quote_places p on p.row = q.row where q.id = :id`,
    { id },
  );
  if (quote === undefined) return { sources: [], condition: 'false' };
  const isAlone = quote.number === null;
  parameters['placesOf'] = quote.number ?? quote.row;
  const where = isAlone ? 'q.row = :placesOf' : 's.group_number = :placesOf';
  return {
    sources: [
      isAlone
        ? { from: 'quotes q', row: 'q.row', where, relevance: null }
        : { from: 'quote_places s', row: 's.row', where, relevance: null },
    ],
    condition: isAlone ? where : `exists (select 1 from quote_places s where s.row = q.row and ${where})`,
  };
}

/** All quotes, and those of one speaker, are counted as they come and go. */
function findCounter(
  { speakerIds, from, to, isOnce }: QuoteQuery,
  filters: number,
  parameters: Readonly<Record<string, SqlValue>>,
): string | null {
  if (from !== null || to !== null) return null;
  if (isOnce) return filters === 0 ? countOnce : null;
  if (filters === 0) return "select count from totals where name = 'quotes'";
  const isOneSpeaker = filters === 1 && speakerIds?.length === 1 && 'speaker0' in parameters;
  return isOneSpeaker ? 'select quote_count as count from entities where row = :speaker0' : null;
}

/** Whether a page costs the same in a store of any size: it is read off one index, and nothing has to be counted. */
export function isQuickQuoteList(query: QuoteQuery, { withTotal }: PageRequest): boolean {
  const { sort, facets, q, phrase, speakerIds, from, to, isOnce, ...others } = query;
  if (isOnce || q !== null || phrase !== null || facets.length > 0) return false;
  if (sort !== '-publishedAt' && sort !== 'publishedAt') return false;
  const filters = [speakerIds, ...Object.values(others)].filter((value) => value !== null).length;
  if (filters > 1 || query.kinds !== null || query.minConfidence !== null || query.attributed !== null)
    return false;
  const isCounted = from === null && to === null && (filters === 0 || (speakerIds?.length ?? 0) === 1);
  return !withTotal || isCounted || query.articleId !== null;
}

/** What is searched for in the index: for a phrase a superset, since the index holds stems. Undefined for nothing. */
export function readSearch({
  q,
  phrase,
}: Pick<QuoteQuery, 'q' | 'phrase'>): SearchExpression | null | undefined {
  const words = q === null ? undefined : parseSearch(q);
  const inOrder = phrase === null ? undefined : phraseSearch(phrase);
  if (words === undefined || inOrder === undefined) return words === undefined ? inOrder : words;
  return words === null || inOrder === null ? null : intersect(words, inOrder);
}
