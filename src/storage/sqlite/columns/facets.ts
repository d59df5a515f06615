import type { FacetValue } from '../../../domain/queries.ts';
import {
  articleRows,
  type Column,
  type ColumnDefinition,
  type ColumnSource,
  type Columns,
  quoteRows,
} from '../columns.ts';
import type { Connection } from '../connection.ts';
import { type SelectedRows, selectInMemory } from '../lists/selected-rows.ts';
import type { Selection } from '../lists/selection.ts';
import { createHolderFinder } from '../search/holders.ts';
import { type ColumnOptions, createColumnReader } from './columns-reader.ts';
import { countCodes, countMonths } from './counting.ts';

/** A facet's most frequent values; its counts are exact. */
const maxValues = 100;

export type Facets = Readonly<Record<string, readonly FacetValue[]>>;

/** Counts what is selected, of one table, by the values of facets: most frequent first, months by date. */
export interface FacetCounter {
  /** Reads what facets are counted from. */
  prepare(): void;
  /** Null where none is asked; otherwise with how many are selected. */
  count(
    selection: Selection,
    names: readonly string[],
  ): { readonly facets: Facets; readonly total: number } | null;
}

export function createArticleFacets(connection: Connection, options: ColumnOptions): FacetCounter {
  return createFacetCounter(connection, options, {
    ...articleRows,
    name: 'articles-facets',
    columns: {
      publisher: articleLabel('publisher', 'label'),
      agency: articleLabel('agency', 'labels'),
      language: articleLabel('language', 'label'),
      group: {
        values: 'label',
        sql: `select row, coalesce(first_row, row) from article_copies
          where row >= :start and row < :end and (first_row is not null or copy_count > 0) order by row`,
      },
    },
    texts: `select coalesce(headline, '') || ' ' || text as text from article_bodies
            where row in (select value from json_each(:rows))`,
    mostWords: 64,
  });
}

export function createQuoteFacets(connection: Connection, options: ColumnOptions): FacetCounter {
  return createFacetCounter(connection, options, {
    ...quoteRows,
    name: 'quotes-facets',
    columns: {
      kind: quoteColumn('kind'),
      publisher: quoteColumn('publisher_key'),
      attributed: quoteColumn('attributed'),
      confidence: quoteColumn('confidence'),
      speaker: quoteEntity('quote_speakers'),
      about: quoteEntity('quote_subjects'),
      group: {
        values: 'number',
        sql: `select row, group_number from quote_places
          where row >= :start and row < :end and group_number is not null order by row`,
      },
    },
    texts: 'select text from quotes where row in (select value from json_each(:rows))',
    mostWords: 32,
  });
}

function articleLabel(kind: string, values: 'label' | 'labels'): ColumnDefinition {
  return {
    values,
    sql: `select article_row, key from article_labels indexed by article_labels_by_article
      where article_row >= :start and article_row < :end and kind = '${kind}' order by article_row`,
  };
}

function quoteColumn(name: string): ColumnDefinition {
  return {
    values: 'label',
    sql: `select row, ${name} from quotes indexed by quotes_narrow
      where row >= :start and row < :end and ${name} is not null order by row`,
  };
}

function quoteEntity(table: string): ColumnDefinition {
  return {
    values: 'entities',
    sql: `select quote_row, entity_row from ${table} where quote_row >= :start and quote_row < :end
      order by quote_row, number`,
  };
}

function createFacetCounter(
  connection: Connection,
  options: ColumnOptions,
  source: ColumnSource,
): FacetCounter {
  const read = createColumnReader(connection, source, options);
  const findHolders = createHolderFinder(connection, source.table);
  return {
    prepare: () => {
      connection.snapshot(read);
    },
    count: (selection, names) =>
      names.length === 0
        ? null
        : connection.snapshot(() => {
            const columns = read();
            const selected = selectInMemory(connection, selection, columns, findHolders);
            const facet = (name: string) =>
              name === 'month'
                ? nameMonths(columns, selected)
                : nameValues(connection, name, columns.columns[name]!, selected);
            return {
              facets: Object.fromEntries(names.map((name) => [name, facet(name)])),
              total: selected.count,
            };
          }),
  };
}

interface CodeCount {
  readonly code: number;
  readonly count: number;
}

/** The most frequent codes, of equally frequent ones the lowest. There may be hundreds of thousands: few are sorted. */
function findMostFrequent(counts: Uint32Array): readonly CodeCount[] {
  const moreFrequent = (a: CodeCount, b: CodeCount) => b.count - a.count || a.code - b.code;
  let most: CodeCount[] = [];
  let least = 0;
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code]!;
    if (count <= least) continue;
    most.push({ code, count });
    if (most.length < 10 * maxValues) continue;
    most = most.sort(moreFrequent).slice(0, maxValues);
    least = most.at(-1)!.count;
  }
  return most.sort(moreFrequent).slice(0, maxValues);
}

function nameValues(
  connection: Connection,
  name: string,
  column: Column,
  selected: SelectedRows,
): readonly FacetValue[] {
  const { labels } = column;
  const most = findMostFrequent(countCodes(column, selected));
  if (labels === null) return connection.all<FacetValue>(namedEntities, { most: JSON.stringify(most) });
  const keys = most.map(({ code, count }) => ({ key: labels.labelOf(code), count }));
  return connection.all<FacetValue>(namedLabels, { kind: name, most: JSON.stringify(keys) });
}

const namedEntities = `
  select e.id as value, e.name, j.value ->> 'count' as count
  from json_each(:most) j cross join entities e on e.row = j.value ->> 'code'
  order by j.key`;

/** A label is shown as its first article spells it; a kind of quotes is none. */
const namedLabels = `
  select coalesce((select label from article_labels where kind = :kind and key = j.value ->> 'key' limit 1),
                  j.value ->> 'key') as value, null as name, j.value ->> 'count' as count
  from json_each(:most) j order by count desc, value`;

function nameMonths(columns: Columns, selected: SelectedRows): readonly FacetValue[] {
  return Array.from(countMonths(columns, selected), ([value, count]) => ({ value, name: null, count }))
    .filter(({ count }) => count > 0)
    .slice(0, maxValues);
}
