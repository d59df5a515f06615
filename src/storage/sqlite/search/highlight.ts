import type { QuoteQuery } from '../../../domain/queries.ts';
import type { Span } from '../../../domain/span.ts';
import type { Connection } from '../connection.ts';
import { readSearch } from '../quotes/quote-list.ts';

/** Mark where hits start and end: control characters, of which cleaning leaves none in a text. */
const opening = '\u0001';
const closing = '\u0002';

/** See {@link ArticleStore.findHits}. */
export function findHits(
  connection: Connection,
  query: Pick<QuoteQuery, 'q' | 'phrase'>,
  ids: readonly string[],
): ReadonlyMap<string, readonly Span[]> {
  const search = readSearch(query);
  if (search === undefined || search === null || search.negated) return new Map();
  const rows = connection.all<{ id: string; marked: string }>(
    `select q.id, highlight(quotes_search, 0, :opening, :closing) as marked
     from json_each(:ids) j cross join quotes q on q.id = j.value
     cross join quotes_search on quotes_search.rowid = q.row where quotes_search match :match`,
    { ids: JSON.stringify(ids), match: search.match, opening, closing },
  );
  return new Map(rows.map(({ id, marked }) => [id, readMarks(marked)]));
}

function readMarks(marked: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  let at = 0;
  for (const unit of marked) {
    if (unit === opening) start = at;
    else if (unit === closing) spans.push({ start, end: at });
    else at += unit.length;
  }
  return spans;
}
