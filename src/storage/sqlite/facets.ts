import type { FacetValue } from '../../domain/article-store.ts';
import type { Connection } from './connection.ts';
import { monthOfRow } from './places.ts';
import { type Selection, selectAllRows } from './selection.ts';

/** A facet's most frequent values; its counts are exact. */
const maxValues = 100;

/** SQL that joins the matched rows, `m.row`, with the values to count; crosswise, so that no search is run for each value. `name` is null where the value needs none. */
interface Facet {
  readonly join: string;
  readonly value: string;
  readonly name: string | null;
  /** What tells values apart, where it is not `value`. */
  readonly group: string;
}

const articleLabel = (kind: string): Facet => ({
  join: `cross join article_labels l on l.article_row = m.row and l.kind = '${kind}'`,
  value: 'max(l.label)',
  name: null,
  group: 'l.key',
});

const quoteEntity = (table: string): Facet => ({
  join: `cross join ${table} s on s.quote_row = m.row cross join entities e on e.row = s.entity_row`,
  value: 'e.id',
  name: 'e.name',
  group: 'e.row',
});

const month: Facet = { join: '', value: monthOfRow('m.row'), name: null, group: '1' };

export const articleFacets = {
  publisher: articleLabel('publisher'),
  agency: articleLabel('agency'),
  language: articleLabel('language'),
  month,
} as const;

export const quoteFacets = {
  speaker: quoteEntity('quote_speakers'),
  about: quoteEntity('quote_subjects'),
  publisher: {
    join: 'cross join quotes q on q.row = m.row cross join articles a on a.row = q.article_row',
    value: 'max(a.publisher_name)',
    name: null,
    group: 'q.publisher_key',
  },
  kind: { join: 'cross join quotes q on q.row = m.row', value: 'q.kind', name: null, group: '1' },
  month,
} as const;

/** Counts what is selected by the values of each facet: most frequent first, months by date. Null where none is asked. */
export function countFacets<Name extends string>(
  connection: Connection,
  selection: Selection,
  facets: Readonly<Record<Name, Facet>>,
  names: readonly Name[],
): Readonly<Record<string, readonly FacetValue[]>> | null {
  if (names.length === 0) return null;
  return Object.fromEntries(names.map((name) => [name, countFacet(connection, selection, facets[name])]));
}

function countFacet(connection: Connection, selection: Selection, facet: Facet): readonly FacetValue[] {
  if (selection.sources.length === 0) return [];
  return connection.all<FacetValue>(
    `with m as materialized (${selectAllRows(selection)})
     select ${facet.value} as value, ${facet.name ?? 'null'} as name, count(*) as count
     from m ${facet.join} group by ${facet.group} having value is not null
     order by ${facet === month ? 'value desc' : 'count desc, value'} limit ${maxValues}`,
    { ...selection.parameters, ...selection.range },
  );
}
