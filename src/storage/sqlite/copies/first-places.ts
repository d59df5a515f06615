import type { Codes, Columns } from '../columns.ts';
import type { SqlValue } from '../driver.ts';
import type { RowRange } from '../lists/selection.ts';
import { endOfRows, firstDatedRow } from '../places.ts';

// Lists of each thing once: of the places of one quote, or of the copies of one story, the earliest that the filters let
// through. Inside a condition, `q` and `a` are other places: the one that is asked about is named `own`.

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
  if (conditions.length === 0 && isEverything(range)) return isFirst;
  setRange(range, parameters);
  return `not exists (
    select 1 from (select p.row, p.group_number from quote_places p where p.row = q.row and p.group_number is not null) own
    cross join quote_places p on p.group_number = own.group_number cross join quotes q on q.row = p.row
    where (p.row < ${firstDatedRow}, p.row) < (own.row < ${firstDatedRow}, own.row)
      and p.row >= :firstOf and p.row < :endOf ${conditions.map((condition) => `and ${condition}`).join(' ')})`;
}

/** SQL for a copy of the article `a`: the story, if it is one. */
const ownCopy =
  '(select c.row, c.first_row from article_copies c where c.row = a.row and c.first_row is not null) own';

/** SQL that the article `a` is the earliest of the copies of its story that the filters of a list let through. */
export function isFirstCopy(
  conditions: readonly string[],
  range: RowRange,
  parameters: Record<string, SqlValue>,
): string {
  if (conditions.length === 0 && isEverything(range)) return `not exists (select 1 from ${ownCopy})`;
  setRange(range, parameters);
  const matches = ['a.row >= :firstOf', 'a.row < :endOf', ...conditions].join(' and ');
  return `not exists (select 1 from ${ownCopy} cross join articles a on a.row = own.first_row where ${matches})
    and not exists (
      select 1 from ${ownCopy} cross join article_copies p on p.first_row = own.first_row
      cross join articles a on a.row = p.row
      where (a.row < ${firstDatedRow}, a.row) < (own.row < ${firstDatedRow}, own.row) and ${matches})`;
}

/** Counts every article of {@link isFirstCopy} where there are no filters. */
export const countStories = `select count - (select count(*) from article_copies where first_row is not null) as count
  from totals where name = 'articles'`;

function isEverything({ start, end }: RowRange): boolean {
  return start <= 1 && end === endOfRows;
}

function setRange({ start, end }: RowRange, parameters: Record<string, SqlValue>): void {
  parameters['firstOf'] = start;
  parameters['endOf'] = end;
}

/** Counts the quotes of these rows, each once: quicker than to look for the earliest place of each. */
export function countPlacesOnce(rows: string): string {
  return `select count(*) - count(p.group_number) + count(distinct p.group_number) as count
          from (${rows}) m left join quote_places p on p.row = m.row`;
}

/** Counts the stories of the articles in these rows. */
export function countStoriesOf(rows: string): string {
  return `select count(*) - count(c.row) + count(distinct coalesce(c.first_row, c.row)) as count
          from (${rows}) m left join article_copies c on c.row = m.row and (c.first_row is not null or c.copy_count > 0)`;
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
