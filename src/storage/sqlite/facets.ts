import type { FacetValue } from '../../domain/article-store.ts';
import { type Column, type ColumnSource, type Columns, createColumnReader, type Prepare } from './columns.ts';
import type { Connection } from './connection.ts';
import { firstDatedRow, firstRowAt, monthOfRow } from './places.ts';
import { type Selection, selectAllRows } from './selection.ts';

/** A facet's most frequent values; its counts are exact. */
const maxValues = 100;

export type Facets = Readonly<Record<string, readonly FacetValue[]>>;

/** Counts what is selected, of one table, by the values of facets: most frequent first, months by date. */
export interface FacetCounter {
  /** Reads what facets are counted from. */
  prepare(): void;
  /** Null where none is asked. */
  count(selection: Selection, names: readonly string[]): Facets | null;
}

export function createArticleFacets(connection: Connection, prepare: Prepare): FacetCounter {
  return createFacetCounter(connection, prepare, {
    table: 'articles',
    rows: 'select row from articles where row >= :start order by row limit :limit',
    changedRows: 'select row from articles where version > :version and row > 0',
    columns: {
      publisher: articleLabel('publisher'),
      agency: articleLabel('agency'),
      language: articleLabel('language'),
    },
  });
}

export function createQuoteFacets(connection: Connection, prepare: Prepare): FacetCounter {
  return createFacetCounter(connection, prepare, {
    table: 'quotes',
    rows: 'select row from quotes indexed by quotes_narrow where row >= :start order by row limit :limit',
    changedRows: `select q.row from articles a cross join quotes q on q.article_row = a.row
                  where a.version > :version and q.row > 0`,
    columns: {
      kind: quoteColumn('kind'),
      publisher: quoteColumn('publisher_key'),
      speaker: quoteEntity('quote_speakers'),
      about: quoteEntity('quote_subjects'),
    },
  });
}

type ColumnDefinition = ColumnSource['columns'][string];

function articleLabel(kind: string): ColumnDefinition {
  return {
    ofEntities: false,
    sql: (rows) => `select article_row, key from article_labels indexed by article_labels_by_article
      where ${rows('article_row')} and kind = '${kind}' order by article_row`,
  };
}

function quoteColumn(name: string): ColumnDefinition {
  return {
    ofEntities: false,
    sql: (rows) => `select row, ${name} from quotes indexed by quotes_narrow
      where ${rows('row')} and ${name} is not null order by row`,
  };
}

function quoteEntity(table: string): ColumnDefinition {
  return {
    ofEntities: true,
    sql: (rows) =>
      `select quote_row, entity_row from ${table} where ${rows('quote_row')} order by quote_row, number`,
  };
}

function createFacetCounter(connection: Connection, prepare: Prepare, source: ColumnSource): FacetCounter {
  const read = createColumnReader(connection, source, prepare);
  return {
    prepare: () => {
      connection.snapshot(read);
    },
    count: (selection, names) =>
      names.length === 0
        ? null
        : connection.snapshot(() => {
            const columns = read();
            const selected = findPlaces(connection, selection, columns.rows);
            const facet = (name: string) =>
              name === 'month'
                ? countMonths(columns, selected)
                : nameValues(connection, name, columns.columns[name]!, selected);
            return Object.fromEntries(names.map((name) => [name, facet(name)]));
          }),
  };
}

/** What is selected among all rows: these places, ascending, or all places from the first on. */
interface Selected {
  readonly first: number;
  readonly count: number;
  readonly places: Uint32Array | null;
}

function findPlaces(connection: Connection, selection: Selection, rows: Float64Array): Selected {
  if (selection.sources.length === 0) return { first: 0, count: 0, places: null };
  const { start, end } = selection.range;
  const first = findPlace(rows, start);
  if (selection.isEverythingInRange) return { first, count: findPlace(rows, end) - first, places: null };
  const selected = connection.column(selectAllRows(selection), {
    ...selection.parameters,
    ...selection.range,
  });
  const ascending = Float64Array.from(selected);
  if (!ascending.every((row, i) => i === 0 || row > ascending[i - 1]!)) ascending.sort();
  const places = new Uint32Array(ascending.length);
  let place = first;
  for (let i = 0; i < ascending.length; i++) {
    while (rows[place]! < ascending[i]!) place++;
    places[i] = place;
  }
  return { first: 0, count: places.length, places };
}

/** The place of the first row that is not before this one. */
function findPlace(rows: Float64Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How often each code occurs. */
function countCodes({ starts, codes, codeCount }: Column, { first, count, places }: Selected): Uint32Array {
  const counts = new Uint32Array(codeCount);
  for (let index = 0; index < count; index++) {
    const place = places === null ? first + index : places[index]!;
    for (let i = starts[place]!; i < starts[place + 1]!; i++) counts[codes[i]!]! += 1;
  }
  return counts;
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
  for (let code = 0; code < counts.length; code++) {
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
  selected: Selected,
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

/** Rows ascend in time, so that a month ends where the next one starts. */
function countMonths({ rows }: Columns, { first, count, places }: Selected): readonly FacetValue[] {
  const months: { value: string; name: null; count: number }[] = [];
  let end = firstDatedRow;
  for (let index = 0; index < count; index++) {
    const row = rows[places === null ? first + index : places[index]!]!;
    if (row < firstDatedRow) continue;
    if (row >= end) {
      const value = monthOfRow(row);
      months.push({ value, name: null, count: 0 });
      end = firstRowAt(monthAfter(value));
    }
    months.at(-1)!.count += 1;
  }
  return months.reverse().slice(0, maxValues);
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 1)).toISOString();
}
