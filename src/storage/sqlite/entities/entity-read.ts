import { OnrecordError } from '../../../domain/errors.ts';
import type {
  EntityNaming,
  EntityReference,
  EntitySummary,
  SpeakerSummary,
} from '../../../domain/records.ts';
import { isEntityId } from '../../ids.ts';
import type { Connection } from '../connection.ts';
import type { RowRange } from '../lists/selection.ts';
import { aliasesOf } from './entity-names.ts';
import { nameKey, nameKeyWithoutTitle } from './names.ts';

/** See {@link ArticleStore.resolveName}. The most quoted first. */
export function resolveName(connection: Connection, idOrName: string): readonly EntityReference[] {
  const byId = isEntityId(idOrName) ? findReference(connection, idOrName) : undefined;
  if (byId !== undefined) return [byId];
  const byName = findByKey(connection, nameKey(idOrName));
  return byName.length > 0 ? byName : findByKey(connection, nameKeyWithoutTitle(idOrName));
}

function findReference(connection: Connection, id: string): EntityReference | undefined {
  return (
    connection.get<EntityReference>('select id, name, type from entities where id = :id', { id }) ??
    connection.get<EntityReference>(
      `select e.id, e.name, e.type from entity_redirects r join entities e on e.row = r.entity_row where r.id = :id`,
      { id },
    )
  );
}

/** Rejects with `not-found`. The id of one that was merged into another finds the other. */
export function findEntity(connection: Connection, id: string): EntitySummary {
  return loadEntities(connection, [findEntityRow(connection, id)])[0]!;
}

/** See {@link ArticleStore.findSpeaker}. */
export function findSpeaker(connection: Connection, id: string): SpeakerSummary {
  return loadSpeakers(connection, [findEntityRow(connection, id)], null)[0]!;
}

/** The row of an entity. Rejects with `not-found`. */
export function findEntityRow(connection: Connection, id: string): number {
  const [row] = findEntityRows(connection, [id]);
  if (row === undefined) throw new OnrecordError('not-found', `There is no entity ${id}.`);
  return row;
}

/** See {@link ArticleStore.listEntityNames}. */
export function listEntityNames(connection: Connection, id: string): readonly EntityNaming[] {
  return connection.all<EntityNaming>(
    `select kind, text, article_count as articleCount, first_seen_on as firstSeenOn, last_seen_on as lastSeenOn
     from entity_names where entity_row = :row order by kind, article_count desc, text`,
    { row: findEntityRow(connection, id) },
  );
}

/** The rows of these ids, each once; ids that nobody bears are left out. */
export function findEntityRows(connection: Connection, ids: readonly string[]): readonly number[] {
  const rows = ids.map(
    (id) =>
      connection.get<{ row: number }>('select row from entities where id = :id', { id })?.row ??
      connection.get<{ row: number }>('select entity_row as row from entity_redirects where id = :id', { id })
        ?.row,
  );
  return [...new Set(rows)].filter((row) => row !== undefined);
}

/** Entities as lists show them, in the order of the rows given; rows that are no longer there are left out. */
export function loadEntities(connection: Connection, rows: readonly number[]): readonly EntitySummary[] {
  return connection
    .all<EntityRow>(
      `select e.id, e.name, e.type,
              (select json_group_array(text) from (
                 select text from ${aliasesOf('e.row')} where text <> e.name
                 order by uses desc, text limit ${maxNames})) as aliases,
              (select json_group_array(text) from (
                 select text from entity_names where entity_row = e.row and kind = 'role'
                 order by article_count desc, text limit ${maxNames})) as roles,
              e.article_count as articleCount, e.quote_count as quoteCount,
              e.first_quoted_at as firstQuotedAt, e.last_quoted_at as lastQuotedAt
       from json_each(:rows) j cross join entities e on e.row = j.value order by j.key`,
      { rows: JSON.stringify(rows) },
    )
    .map(presentRow);
}

/** The same for those who are quoted: everything is counted over the articles that quote them, within the range. */
export function loadSpeakers(
  connection: Connection,
  rows: readonly number[],
  range: RowRange | null,
): readonly SpeakerSummary[] {
  const summaries = loadEntities(connection, rows);
  const counts = connection.all<SpeakerCounts>(range === null ? countsOfAllTime : countsInRange, {
    rows: JSON.stringify(rows),
    ...range,
  });
  const byId = new Map(counts.map(({ id, ...counted }) => [id, counted]));
  return summaries.map((summary) => ({ ...summary, ...byId.get(summary.id) }));
}

const countsOfAllTime = `
  select e.id, e.quoted_article_count as articleCount
  from json_each(:rows) j cross join entities e on e.row = j.value`;

const countsInRange = `
  select c.id, c.quoteCount, c.articleCount, f.published_at as firstQuotedAt, l.published_at as lastQuotedAt
  from (
    select e.id, count(*) as quoteCount, count(distinct q.article_row) as articleCount,
           min(q.row) as first_row, max(q.row) as last_row
    from json_each(:rows) j cross join entities e on e.row = j.value
    cross join quote_speakers s on s.entity_row = e.row and s.quote_row >= :start and s.quote_row < :end
    cross join quotes q on q.row = s.quote_row
    group by e.row
  ) c
  join articles f on f.row = (select article_row from quotes where row = c.first_row)
  join articles l on l.row = (select article_row from quotes where row = c.last_row)`;

/** A served entity has at most this many aliases and roles, the most used first. */
const maxNames = 50;

function findByKey(connection: Connection, key: string): readonly EntityReference[] {
  return connection.all<EntityReference>(
    `select e.id, e.name, e.type from entity_keys k join entities e on e.row = k.entity_row
     where k.key = :key and k.is_name order by e.quote_count desc, e.article_count desc, e.row`,
    { key },
  );
}

function presentRow({ aliases, roles, ...row }: EntityRow): EntitySummary {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    aliases: JSON.parse(aliases),
    roles: JSON.parse(roles),
    articleCount: row.articleCount,
    quoteCount: row.quoteCount,
    firstQuotedAt: row.firstQuotedAt,
    lastQuotedAt: row.lastQuotedAt,
  };
}

interface SpeakerCounts extends Partial<Omit<EntitySummary, 'id'>> {
  readonly id: string;
}

interface EntityRow extends Omit<EntitySummary, 'aliases' | 'roles'> {
  /** JSON: string[]. */
  readonly aliases: string;
  readonly roles: string;
}
