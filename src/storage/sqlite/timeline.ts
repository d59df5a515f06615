import type { QuoteQuery } from '../../domain/queries.ts';
import type { DayCount } from '../../domain/records.ts';
import type { Connection } from './connection.ts';
import { selectAllRows } from './lists/selection.ts';
import { dayOfRow } from './places.ts';
import { selectQuotes } from './quotes/quote-list.ts';

/** See {@link ArticleStore.countQuotesByDay}. */
export function countQuotesByDay(connection: Connection, query: QuoteQuery): readonly DayCount[] {
  const selection = selectQuotes(connection, query);
  if (selection.sources.length === 0) return [];
  return connection.all<DayCount>(
    `select ${dayOfRow('m.row')} as day, count(*) as count from (${selectAllRows(selection)}) m
     group by 1 having day is not null order by 1`,
    { ...selection.parameters, ...selection.range },
  );
}
