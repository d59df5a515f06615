import type { Article } from '../../domain/article.ts';
import type { Entity } from '../../domain/entity.ts';
import { entityId } from '../ids.ts';
import { loadEntitiesAsNamed } from './article-read.ts';
import type { Connection } from './connection.ts';
import { addNames, removeNames } from './entity-names.ts';
import { fullNameKey } from './names.ts';
import { firstDatedRow } from './places.ts';

/**
 * Ties the entities of an article to those that the store knows, and makes the others known; answers with their rows, in
 * the article's order.
 *
 * Full name and type tie, without regard to case, diacritics and title. A surname alone is a name of its own: "Clinton"
 * is tied to other articles' "Clinton", and to neither Bill nor Hillary. Two of one name in one article are two in the
 * store, too.
 */
export function linkEntities(connection: Connection, articleRow: number, article: Article): number[] {
  const spoken = countSpoken(article);
  const seen = new Map<string, number>();
  return article.entities.map((entity, number) => {
    const key = fullNameKey(entity.name, entity.type);
    const ordinal = seen.get(`${entity.type} ${key}`) ?? 0;
    seen.set(`${entity.type} ${key}`, ordinal + 1);
    const entityRow =
      findEntity(connection, key, entity.type, ordinal) ?? insertEntity(connection, key, entity, ordinal);
    const quoteCount = spoken.get(number) ?? 0;
    connection.run(
      `insert into article_entities (article_row, number, entity_row, quote_count)
       values (:articleRow, :number, :entityRow, :quoteCount)`,
      { articleRow, number, entityRow, quoteCount },
    );
    if (articleRow > 0) addCounts(connection, entityRow, 1, quoteCount);
    addNames(connection, entityRow, entity);
    return entityRow;
  });
}

/** Takes an article's names and counts back; answers with the rows of its entities. Its quotes are gone already. */
export function unlinkEntities(connection: Connection, articleRow: number): number[] {
  const named = loadEntitiesAsNamed(connection, articleRow);
  const links = connection.all<{ entity_row: number; quote_count: number }>(
    'select entity_row, quote_count from article_entities where article_row = :articleRow order by number',
    { articleRow },
  );
  connection.run('delete from article_entities where article_row = :articleRow', { articleRow });
  links.forEach(({ entity_row, quote_count }, number) => {
    if (articleRow > 0) addCounts(connection, entity_row, -1, -quote_count);
    removeNames(connection, entity_row, named[number]!);
  });
  refreshQuoted(
    connection,
    links.flatMap((link) => (link.quote_count > 0 ? link.entity_row : [])),
  );
  return links.map(({ entity_row }) => entity_row);
}

/** Forgets those of these entities that no article names any more. */
export function dropUnnamedEntities(connection: Connection, entityRows: readonly number[]): void {
  for (const row of entityRows) {
    connection.run(
      `delete from entities where row = :row
       and not exists (select 1 from article_entities where entity_row = :row)`,
      { row },
    );
  }
}

/** Brings the dates of their first and last quote up to date. Undated quotes count as the oldest, and give no date. */
export function refreshQuoted(connection: Connection, entityRows: readonly number[]): void {
  for (const row of entityRows) {
    connection.run(
      `update entities set
         last_quote_row = (select max(quote_row) from quote_speakers where entity_row = :row and quote_row > 0),
         first_quoted_at = (
           select a.published_at from quotes q join articles a on a.row = q.article_row where q.row = (
             select min(quote_row) from quote_speakers where entity_row = :row and quote_row >= :firstDatedRow)),
         last_quoted_at = (
           select a.published_at from quotes q join articles a on a.row = q.article_row where q.row = (
             select max(quote_row) from quote_speakers where entity_row = :row and quote_row >= :firstDatedRow))
       where row = :row`,
      { row, firstDatedRow },
    );
  }
}

function countSpoken(article: Article): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { speaker, jointSpeakers } of article.quotes) {
    if (speaker === null) continue;
    for (const number of new Set([speaker, ...jointSpeakers])) {
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  return counts;
}

function findEntity(connection: Connection, key: string, type: string, ordinal: number): number | null {
  const found = connection.get<{ row: number }>(
    'select row from entities where key = :key and type = :type order by ordinal limit 1 offset :ordinal',
    { key, type, ordinal },
  );
  return found?.row ?? null;
}

function insertEntity(connection: Connection, key: string, entity: Entity, position: number): number {
  const { next } = connection.get<{ next: number }>(
    'select coalesce(max(ordinal) + 1, 0) as next from entities where key = :key and type = :type',
    { key, type: entity.type },
  )!;
  const ordinal = Math.max(next, position);
  for (let attempt = 0; ; attempt++) {
    const id = entityId(key, attempt);
    const inserted = connection.get<{ row: number }>(
      `insert into entities (id, type, name, key, ordinal) values (:id, :type, :name, :key, :ordinal)
       on conflict (id) do nothing returning row`,
      { id, type: entity.type, name: entity.name, key, ordinal },
    );
    if (inserted !== undefined) return inserted.row;
  }
}

function addCounts(connection: Connection, row: number, articles: number, quotes: number): void {
  connection.run(
    `update entities set article_count = article_count + :articles, quote_count = quote_count + :quotes,
       quoted_article_count = quoted_article_count + sign(:quotes) where row = :row`,
    { row, articles, quotes },
  );
}
