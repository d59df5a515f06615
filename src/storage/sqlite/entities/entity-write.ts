import type { Connection } from '../connection.ts';
import { firstDatedRow } from '../places.ts';

/** Which entities of the store an article names, and who speaks in it. */
export interface EntitiesToLink {
  /** In the order of the article's entities. */
  readonly entityRows: readonly number[];
  /** How many of the article's quotes each entity speaks, by its row. */
  readonly spoken: ReadonlyMap<number, number>;
}

/** What ties an article to the entities that it names, and to those that speak in it. */
export function linksOf({ entityRows, spoken }: EntitiesToLink): readonly EntityLink[] {
  const named = new Set(entityRows);
  // A person may have corrected a speaker to one whom the article does not name.
  const others = [...spoken.keys()].filter((row) => !named.has(row));
  const linked = new Set<number>();
  return [...entityRows, ...others].map((entityRow, number) => {
    const isFirst = !linked.has(entityRow);
    linked.add(entityRow);
    return {
      number,
      entityRow,
      isNamed: isFirst && named.has(entityRow) ? 1 : 0,
      quoteCount: isFirst ? (spoken.get(entityRow) ?? 0) : 0,
    };
  });
}

/** Ties articles to entities, which {@link addCounts} counts for those that lists show. */
export function insertLinks(
  connection: Connection,
  articles: readonly { readonly articleRow: number; readonly links: readonly EntityLink[] }[],
): void {
  connection.insert(
    'article_entities',
    'article_row, number, entity_row, is_named, quote_count',
    articles.flatMap(({ articleRow, links }) =>
      links.map(({ number, entityRow, isNamed, quoteCount }) => [
        articleRow,
        number,
        entityRow,
        isNamed,
        quoteCount,
      ]),
    ),
  );
}

/** Ties an article to its entities, and counts it for them, unless lists never show it. */
export function linkEntities(connection: Connection, articleRow: number, entities: EntitiesToLink): void {
  const links = linksOf(entities);
  insertLinks(connection, [{ articleRow, links }]);
  countLinks(connection, articleRow, links, 1);
}

/** Takes an article's links and counts back; answers with the rows of its entities. Its quotes are gone already. */
export function unlinkEntities(connection: Connection, articleRow: number): number[] {
  const links = connection.all<EntityLink>(
    `select number, entity_row as entityRow, is_named as isNamed, quote_count as quoteCount
     from article_entities where article_row = :articleRow order by number`,
    { articleRow },
  );
  connection.run('delete from article_entities where article_row = :articleRow', { articleRow });
  countLinks(connection, articleRow, links, -1);
  refreshQuoted(
    connection,
    links.flatMap(({ quoteCount, entityRow }) => (quoteCount > 0 ? entityRow : [])),
  );
  return links.map(({ entityRow }) => entityRow);
}

/** Forgets those of these entities that no article names any more, and nobody decided anything about. */
export function dropUnnamedEntities(connection: Connection, entityRows: readonly number[]): void {
  for (const row of new Set(entityRows)) {
    connection.run(
      `delete from entities where row = :row
       and not exists (select 1 from article_entities where entity_row = :row)
       and not exists (select 1 from entity_corrections where entity_row = :row)`,
      { row },
    );
  }
}

/** Brings the dates of their first and last quote up to date. Undated quotes count as the oldest, and give no date. */
export function refreshQuoted(connection: Connection, entityRows: Iterable<number>): void {
  connection.run(
    `update entities set
       last_quote_row = (select max(quote_row) from quote_speakers where entity_row = entities.row and quote_row > 0),
       first_quoted_at = (
         select a.published_at from quotes q join articles a on a.row = q.article_row where q.row = (
           select min(quote_row) from quote_speakers where entity_row = entities.row and quote_row >= :firstDatedRow)),
       last_quoted_at = (
         select a.published_at from quotes q join articles a on a.row = q.article_row where q.row = (
           select max(quote_row) from quote_speakers where entity_row = entities.row and quote_row >= :firstDatedRow))
     where row in (select value from json_each(:rows))`,
    { rows: JSON.stringify([...entityRows]), firstDatedRow },
  );
}

/** What ties an article to one entity. */
export interface EntityLink {
  /** Among those of the article. */
  readonly number: number;
  readonly entityRow: number;
  readonly isNamed: 0 | 1;
  readonly quoteCount: number;
}

/** What is counted of an entity in articles that lists show. */
export interface EntityCounts {
  readonly articles: number;
  readonly quotes: number;
  readonly quotedArticles: number;
}

function countLinks(
  connection: Connection,
  articleRow: number,
  links: readonly EntityLink[],
  sign: 1 | -1,
): void {
  if (articleRow < 0) return;
  for (const { entityRow, isNamed, quoteCount } of links) {
    addCounts(connection, entityRow, {
      articles: sign * isNamed,
      quotes: sign * quoteCount,
      quotedArticles: sign * Math.sign(quoteCount),
    });
  }
}

export function addCounts(connection: Connection, entityRow: number, counts: EntityCounts): void {
  connection.run(
    `update entities set article_count = article_count + :articles, quote_count = quote_count + :quotes,
       quoted_article_count = quoted_article_count + :quotedArticles where row = :entityRow`,
    { entityRow, ...counts },
  );
}
