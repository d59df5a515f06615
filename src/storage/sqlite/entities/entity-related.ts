import type { PageRequest, RankedPage, RelatedQuery } from '../../../domain/queries.ts';
import type { EntityReference, RelatedEntity } from '../../../domain/records.ts';
import type { Connection } from '../connection.ts';
import { makePage } from '../lists/paging.ts';
import { createRowFinder, type Rankings } from '../lists/ranking.ts';
import { findEntityRow } from './entity-read.ts';

/** The latest articles of an entity in which others are counted: some 50 ms of work. */
const mostConsidered = 5_000;

/** See {@link ArticleStore.listRelated}. */
export function listRelated(
  connection: Connection,
  rankings: Rankings,
  id: string,
  { type }: RelatedQuery,
  page: PageRequest,
): RankedPage<RelatedEntity> {
  const row = findEntityRow(connection, id);
  const all = countArticles(connection, row);
  const considered = Math.min(all, mostConsidered);
  const together = findTogether(connection, row, type);
  const { count } = connection.get<{ count: number }>("select count from totals where name = 'articles'")!;
  const related = new Map(
    together.map(({ row, shared, articleCount, ...entity }): [number, RelatedEntity] => [
      row,
      {
        ...entity,
        articleCount: shared,
        score: scoreTogether({ together: shared, one: considered, other: articleCount, all: count }),
      },
    ]),
  );
  const find = createRowFinder(connection, 'entities');
  const { rows, next } = rankings.page(
    page,
    () => ({ rows: rank(related), considered: null, keep: null, since: 0 }),
    (candidates, since) => new Map([...find(candidates, since)].filter(([, rowNow]) => related.has(rowNow))),
  );
  const items = rows.map((candidate) => related.get(candidate)!);
  return {
    ...makePage(items, next, page.withTotal ? related.size : null),
    considered: all > considered ? considered : null,
  };
}

/**
 * How much more often two appear together than chance would have it: the log-likelihood ratio of Dunning, "Accurate
 * methods for the statistics of surprise and coincidence" (1993), which does not overrate what is rare. 0 where they
 * appear together no more often.
 */
function scoreTogether(articles: { together: number; one: number; other: number; all: number }): number {
  const { together, one, other, all } = articles;
  if (together * all <= one * other) return 0;
  const cells = [
    [together, one, other],
    [one - together, one, all - other],
    [other - together, all - one, other],
    [all - one - other + together, all - one, all - other],
  ] as const;
  let ratio = 0;
  for (const [count, row, column] of cells) {
    if (count > 0) ratio += 2 * count * Math.log((count * all) / (row * column));
  }
  return Math.round(ratio * 1000) / 1000;
}

function rank(related: ReadonlyMap<number, RelatedEntity>): number[] {
  return [...related]
    .sort(([rowA, a], [rowB, b]) => b.score - a.score || b.articleCount - a.articleCount || rowB - rowA)
    .map(([row]) => row);
}

interface TogetherRow extends EntityReference {
  readonly row: number;
  readonly shared: number;
  readonly articleCount: number;
}

function findTogether(connection: Connection, row: number, type: string | null): readonly TogetherRow[] {
  return connection.all<TogetherRow>(
    `with own as materialized (
       select article_row from article_entities where entity_row = :row and is_named and article_row > 0
       order by article_row desc limit :mostConsidered),
     counted as (
       select x.entity_row, count(*) as shared
       from own cross join article_entities x on x.article_row = own.article_row
       where x.is_named and x.entity_row <> :row group by x.entity_row)
     select e.row, e.id, e.name, e.type, c.shared, e.article_count as articleCount
     from counted c cross join entities e on e.row = c.entity_row where :type is null or e.type = :type`,
    { row, type, mostConsidered },
  );
}

function countArticles(connection: Connection, row: number): number {
  return connection.get<{ count: number }>('select article_count as count from entities where row = :row', {
    row,
  })!.count;
}
