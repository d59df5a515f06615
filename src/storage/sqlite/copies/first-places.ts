import type { Codes, Columns } from '../columns.ts';
import type { SqlValue } from '../driver.ts';
import type { RowRange } from '../lists/selection.ts';
import { endOfRows, firstDatedRow } from '../places.ts';

/** SQL that no earlier place of the quote `q` is known, for lists whose filters let through all places or none. */
const isFirst = `not exists (
  select 1 from quote_places p cross join quote_groups g on g.number = p.group_number
  where p.row = q.row and g.first_row <> q.row)`;

/**
 * SQL that the quote `q` is the earliest place that the filters of a list let through. `conditions` are those filters that
 * places of the same words may differ in.
 */
export function isFirstPlace(
  conditions: readonly string[],
  range: RowRange,
  parameters: Record<string, SqlValue>,
): string {
  if (conditions.length === 0 && range.start <= 1 && range.end === endOfRows) return isFirst;
  parameters['firstOf'] = range.start;
  parameters['endOf'] = range.end;
  // Inside, `q` is another place: the one that is asked about has to be named otherwise.
  return `not exists (
    select 1 from (select p.row, p.group_number from quote_places p where p.row = q.row and p.group_number is not null) own
    cross join quote_places p on p.group_number = own.group_number cross join quotes q on q.row = p.row
    where (p.row < ${firstDatedRow}, p.row) < (own.row < ${firstDatedRow}, own.row)
      and p.row >= :firstOf and p.row < :endOf ${conditions.map((condition) => `and ${condition}`).join(' ')})`;
}

/** Counts every quote of {@link isFirstPlace} where there are no filters. */
export const countOnce = `select sum(iif(name = 'quotes', count, -count)) as count from totals
  where name in ('quotes', 'repeated-quotes')`;

/** The same in memory: of some places, which ascend, the earliest of each group, and all that are in none. */
export function keepFirstPlaces(places: Uint32Array, { rows, columns }: Columns): Uint32Array {
  const { codes, counts } = columns['group']!;
  const seen = new Uint8Array(counts.length);
  let firstDated = 0;
  while (firstDated < places.length && rows[places[firstDated]!]! < firstDatedRow) firstDated++;
  // What has no date is later than all that has one.
  const dated = keepNew(places.subarray(firstDated), codes, seen);
  const undated = keepNew(places.subarray(0, firstDated), codes, seen);
  const kept = new Uint32Array(undated.length + dated.length);
  kept.set(undated);
  kept.set(dated, undated.length);
  return kept;
}

function keepNew(places: Uint32Array, groups: Codes, seen: Uint8Array): Uint32Array {
  const kept = new Uint32Array(places.length);
  let length = 0;
  for (let i = 0; i < places.length; i++) {
    const group = groups[places[i]!]!;
    if (group !== 0 && seen[group] === 1) continue;
    seen[group] = 1;
    kept[length++] = places[i]!;
  }
  return kept.subarray(0, length);
}
