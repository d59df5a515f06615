import type { Connection } from '../connection.ts';
import { nameKey } from './names.ts';

/**
 * Whom of several bearers of a name an article means, by whom and what else it names: the one that has been named beside
 * them before. Null where the article does not say.
 *
 * A bearer's score is the number of the article's other entities that its latest articles name, too, and of the roles
 * that it has there as here; those named nearly everywhere count nothing. The best is meant if it has
 * {@link leastScore}, and {@link leastRatio} times what the next one has.
 */
export function chooseByEvidence(
  connection: Connection,
  candidates: readonly number[],
  companions: readonly number[],
  roles: readonly string[],
): number | null {
  const telling = findTelling(connection, companions);
  const scored = candidates
    .map((row) => ({
      row,
      score: countShared(connection, row, telling) + scoreRoles(connection, row, roles),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (best === undefined || best.score < leastScore) return null;
  return best.score >= leastRatio * (next?.score ?? 0) ? best.row : null;
}

/**
 * A wrong tie puts words into the wrong mouth, a missing one is mended by a merge: so both are careful. Measured by
 * tests/storage/surnames.test.ts, where a third of 702 articles has surnames alone: 146 ties right, 1 wrong, 114 not made.
 * A least score of 1 would make 205 right and 3 wrong there, and more wrong the more people the store knows.
 */
const leastScore = 2;
const leastRatio = 2;

/** A bearer's latest articles that are looked at: the work stays the same for one who is in the news every day. */
const latestArticles = 100;

/** Of these entities, those that fewer than a tenth of the articles name; the store is taken for 100 articles larger. */
function findTelling(connection: Connection, rows: readonly number[]): readonly number[] {
  return connection
    .all<{ row: number }>(
      `select e.row from json_each(:rows) j cross join entities e on e.row = j.value
       where 10 * e.article_count < 100 + (select count from totals where name = 'articles')`,
      { rows: JSON.stringify(rows) },
    )
    .map(({ row }) => row);
}

function countShared(connection: Connection, row: number, telling: readonly number[]): number {
  return connection.get<{ shared: number }>(
    `with latest as materialized (
       select article_row from article_entities where entity_row = :row and is_named and article_row > 0
       order by article_row desc limit :latestArticles)
     select count(distinct x.entity_row) as shared
     from latest cross join article_entities x on x.article_row = latest.article_row
     where x.entity_row in (select value from json_each(:telling)) and x.is_named`,
    { row, latestArticles, telling: JSON.stringify(telling) },
  )!.shared;
}

/** A role of several words ("Kremlin spokesman") tells as much as two names, one of a single word as one. */
function scoreRoles(connection: Connection, row: number, roles: readonly string[]): number {
  if (roles.length === 0) return 0;
  const known = connection.all<{ text: string }>(
    "select text from entity_names where entity_row = :row and kind = 'role' order by article_count desc limit 50",
    { row },
  );
  const keys = new Set(known.map(({ text }) => nameKey(text)));
  const shared = roles.map(nameKey).filter((role) => keys.has(role));
  return shared.reduce((score, role) => Math.max(score, role.includes(' ') ? 2 : 1), 0);
}
