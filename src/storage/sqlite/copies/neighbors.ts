import type { Connection } from '../connection.ts';
import { firstDatedRow, rowsPerDay } from '../places.ts';

/** Articles that may have to do with one, each story once: those that it is worth to compare words with. */
export function findNeighbors(connection: Connection, row: number): readonly number[] {
  const weights = new Map<number, number>();
  const add = (rows: readonly number[], weight: number) => {
    for (const found of rows) weights.set(found, (weights.get(found) ?? 0) + weight);
  };
  add(findByKeys(connection, row), weightOfKey);
  for (const { entityRow, articleCount } of findRareEntities(connection, row)) {
    add(findByEntity(connection, row, entityRow), 1 / Math.log2(1 + articleCount));
  }
  // Names are known of English alone, and not in every text.
  if (weights.size < mostNeighbors / 2) add(findByWords(connection, row), weightOfWords);
  const best = [...weights].sort(([a, weightOfA], [b, weightOfB]) => weightOfB - weightOfA || b - a);
  const chosen = [...best.slice(0, mostNeighbors).map(([found]) => found), ...findAround(connection, row)];
  return eachStoryOnce(connection, row, chosen);
}

const mostNeighbors = 32;
/** A run of words in common says more than any name. */
const weightOfKey = 2;
const weightOfWords = 0.1;

function findByKeys(connection: Connection, row: number): readonly number[] {
  return connection
    .all<{ row: number }>(
      `select k.row from article_copies c, json_each(c.keys) j cross join copy_keys k on k.key = j.value
       where c.row = :row and k.row <> :row limit 200`,
      { row },
    )
    .map((found) => found.row);
}

const rarestEntities = 12;
const articlesOfEntity = 8;

function findRareEntities(connection: Connection, row: number) {
  return connection.all<{ entityRow: number; articleCount: number }>(
    `select distinct e.row as entityRow, e.article_count as articleCount
     from article_entities x cross join entities e on e.row = x.entity_row
     where x.article_row = :row and x.is_named and e.article_count > 1
     order by e.article_count limit ${rarestEntities}`,
    { row },
  );
}

/** The next articles before and after that name an entity. */
function findByEntity(connection: Connection, row: number, entityRow: number): readonly number[] {
  return nearest((condition, order) =>
    connection.all<{ row: number }>(
      `select article_row as row from article_entities
       where entity_row = :entityRow and is_named and article_row > 0 and article_row ${condition} :row
       order by article_row ${order} limit ${articlesOfEntity}`,
      { entityRow, row },
    ),
  );
}

const articlesAround = 10;

/** The next articles before and after: most have nothing to do with it, and so tell which words are common. */
function findAround(connection: Connection, row: number): readonly number[] {
  return nearest((condition, order) =>
    connection.all<{ row: number }>(
      `select row from articles where row > 0 and row ${condition} :row order by row ${order} limit ${articlesAround}`,
      { row },
    ),
  );
}

function nearest(
  read: (condition: '<' | '>', order: 'asc' | 'desc') => readonly { readonly row: number }[],
): readonly number[] {
  return [...read('<', 'desc'), ...read('>', 'asc')].map(({ row }) => row);
}

const daysAround = 7;
const mostWords = 8;

/** Articles of the same days with some of the longest words of its headline, or of its first paragraph. */
function findByWords(connection: Connection, row: number): readonly number[] {
  const { headline, lede } = connection.get<{ headline: string | null; lede: string }>(
    'select headline, lede from article_bodies where row = :row',
    { row },
  )!;
  const words = [...new Set((headline ?? lede).toLowerCase().match(/[\p{L}\p{M}]{5,}/gu))]
    .sort((a, b) => b.length - a.length)
    .slice(0, mostWords);
  if (words.length === 0 || row < firstDatedRow) return [];
  return connection
    .all<{ row: number }>(
      `select rowid as row from articles_search where articles_search match :match
         and rowid >= cast(:start as integer) and rowid < cast(:end as integer) and rowid <> cast(:row as integer)
       order by rank limit ${mostNeighbors / 2}`,
      {
        match: words.map((word) => `"${word}"`).join(' OR '),
        row,
        start: row - daysAround * rowsPerDay,
        end: row + daysAround * rowsPerDay,
      },
    )
    .map((found) => found.row);
}

/** In the place of copies of other stories, their firsts; those of the story itself are not related, but the same. */
function eachStoryOnce(connection: Connection, row: number, rows: readonly number[]): readonly number[] {
  return connection
    .all<{ row: number }>(
      `select distinct coalesce(c.first_row, j.value) as row from json_each(:rows) j left join article_copies c on c.row = j.value
       where coalesce(c.first_row, j.value) <> coalesce((select first_row from article_copies where row = :row), :row)`,
      { row, rows: JSON.stringify(rows) },
    )
    .map((story) => story.row);
}
