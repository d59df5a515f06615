import type { SqlValue } from '../driver.ts';
import type { SearchExpression } from '../search/search-query.ts';
import type { Filter, Selection, Source } from './selection.ts';

/** The first filter that can bring rows does so; the others are conditions. Without any, `all` brings them. */
export function combineFilters(
  filters: readonly Filter[],
  all: Source,
): Pick<Selection, 'filters' | 'all' | 'sources' | 'conditions'> {
  if (filters.some(({ sources }) => sources?.length === 0)) {
    return { filters, all, sources: [], conditions: [] };
  }
  const first = filters.find(({ sources }) => sources !== null);
  return {
    filters,
    all,
    sources: first?.sources ?? [all],
    conditions: filters.filter((filter) => filter !== first).map(({ condition }) => condition),
  };
}

/** BM25, the better the less: a word in a headline weighs four in the text. Cheaper than FTS5's own column `rank`. */
const relevanceOf = {
  articles: 'bm25(s.articles_search, 4.0, 1.0)',
  quotes: 'bm25(s.quotes_search)',
} as const;

/** Rows whose words a search finds; a search for nothing finds nothing. */
export function searchFilter(
  search: SearchExpression | null,
  table: 'articles' | 'quotes',
  alias: string,
  parameters: Record<string, SqlValue>,
): Filter {
  if (search === null) return { sources: [], condition: 'false' };
  parameters['match'] = search.match;
  const found = `select rowid from ${table}_search where ${table}_search match :match`;
  if (search.negated) return { sources: null, condition: `${alias}.row not in (${found})`, test: search };
  return {
    sources: [
      {
        from: `${table}_search s`,
        row: 's.rowid',
        where: `s.${table}_search match :match`,
        relevance: { sql: relevanceOf[table], words: search.words },
      },
    ],
    condition: `${alias}.row in (${found})`,
    test: search,
  };
}

/** A table that links entities with rows of `articles` or `quotes`. */
export interface EntityLinks {
  readonly table: string;
  /** The column that holds the row. */
  readonly row: string;
  /** The alias of the table whose row that is. */
  readonly of: string;
  /** A condition over the alias `s`. */
  readonly where?: string;
}

/** A name that more bear than this is looked up row by row: merging so many indexes would cost more. */
const maxMerged = 16;

/** Rows linked with any of these entities; with none of them where there are none. */
export function entityFilter(
  links: EntityLinks,
  entityRows: readonly number[],
  name: string,
  parameters: Record<string, SqlValue>,
): Filter {
  const where = links.where === undefined ? '' : ` and ${links.where}`;
  parameters[name] = JSON.stringify(entityRows);
  const condition = `exists (select 1 from ${links.table} s where s.entity_row in (select value from json_each(:${name})) and s.${links.row} = ${links.of}.row${where})`;
  if (entityRows.length > maxMerged) return { sources: null, condition };
  const sources = entityRows.map((entityRow, index) => {
    parameters[`${name}${index}`] = entityRow;
    return {
      from: `${links.table} s`,
      row: `s.${links.row}`,
      where: `s.entity_row = :${name}${index}${where}`,
      relevance: null,
    };
  });
  return { sources, condition };
}
