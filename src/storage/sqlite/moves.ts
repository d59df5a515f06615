import type { Connection } from './connection.ts';

/**
 * Rows that something left for others: articles and quotes to which a revision gave another date, and entities that were
 * merged into others.
 */
export type Moves = readonly (readonly [from: number, to: number])[];

/** Tells those who are walking through a list (see {@link readMoves}), and those who count facets. */
export function noteMoves(
  connection: Connection,
  kind: 'articles' | 'quotes' | 'entities',
  moves: Moves,
): void {
  for (const [from, to] of moves) {
    connection.run('insert into vacancies (kind, row, into_row) values (:kind, :from, :to)', {
      kind,
      from,
      to,
    });
  }
}

/** What tells moves that came before from those that come after. */
export function findLatestMove(connection: Connection): number {
  return connection.get<{ number: number }>('select coalesce(max(number), 0) as number from vacancies')!
    .number;
}

/** The rows, then and now, of what has moved since. */
export function readMoves(
  connection: Connection,
  kind: 'articles' | 'quotes',
  since: number,
): ReadonlyMap<number, number> {
  const moves = connection.all<{ from: number; to: number }>(
    `select row as "from", into_row as "to" from vacancies
     where number > :since and kind = :kind and into_row is not null order by number`,
    { since, kind },
  );
  const rowsThen = new Map<number, number>();
  for (const { from, to } of moves) {
    const then = rowsThen.get(from) ?? from;
    rowsThen.delete(from);
    rowsThen.set(to, then);
  }
  return new Map(Array.from(rowsThen, ([now, then]) => [then, now]));
}
