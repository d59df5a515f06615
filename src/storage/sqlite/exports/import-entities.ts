import { OnrecordError } from '../../../domain/errors.ts';
import type { ExportedEntity } from '../../../domain/export.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { indexNames } from '../entities/entity-names.ts';
import { refreshQuoted } from '../entities/entity-write.ts';
import { fullNameKey } from '../entities/names.ts';

export function importEntity(connection: Connection, entity: ExportedEntity): void {
  const { id, type, name } = entity;
  const { row } = connection.get<{ row: number }>(
    'insert into entities (id, type, name, key) values (:id, :type, :name, :key) returning row',
    { id, type, name, key: fullNameKey(name, type) },
  )!;
  for (const { kind, text, articleCount, firstSeenOn, lastSeenOn } of entity.names) {
    connection.run(
      `insert into entity_names (entity_row, kind, text, article_count, first_seen_on, last_seen_on)
       values (:row, :kind, :text, :articleCount, :firstSeenOn, :lastSeenOn)`,
      { row, kind, text, articleCount, firstSeenOn, lastSeenOn },
    );
  }
  for (const { key, type: named, ordinal } of entity.identities) {
    connection.run(
      'insert into entity_identities (key, type, ordinal, entity_row) values (:key, :named, :ordinal, :row)',
      { key, named, ordinal, row },
    );
  }
  for (const merged of entity.mergedIds) {
    connection.run('insert into entity_redirects (id, entity_row) values (:merged, :row)', { merged, row });
    noteChange(connection, { kind: 'entity', action: 'merged', id: merged, into: id });
  }
  importCorrection(connection, row, entity);
}

function importCorrection(
  connection: Connection,
  row: number,
  { id, correction, aliases }: ExportedEntity,
): void {
  if (correction !== null) {
    const { name, formerType, correctedAt } = correction;
    connection.run(
      `insert into entity_corrections (entity_row, name, former_type, corrected_at)
       values (:row, :name, :formerType, :correctedAt)`,
      { row, name, formerType, correctedAt },
    );
    noteChange(connection, { kind: 'entity', action: 'corrected', id });
  }
  for (const { text, isAlias } of aliases) {
    connection.run(
      'insert into entity_alias_corrections (entity_row, text, is_alias) values (:row, :text, :isAlias)',
      { row, text, isAlias: isAlias ? 1 : 0 },
    );
  }
}

/** The row of an entity that came before. */
export function findExportedEntity(connection: Connection, id: string): number {
  const found = connection.get<{ row: number }>('select row from entities where id = :id', { id });
  if (found === undefined) {
    throw new OnrecordError('invalid-body', `It refers to the entity ${id}, which is not there.`);
  }
  return found.row;
}

/** Works out what follows from articles and names: how often entities are named and quoted, and by what they are found. */
export function finishEntities(connection: Connection): void {
  connection.run(
    `update entities set (article_count, quote_count, quoted_article_count) = (
       select coalesce(sum(is_named), 0), coalesce(sum(quote_count), 0), coalesce(sum(quote_count > 0), 0)
       from article_entities where entity_row = entities.row and article_row > 0)`,
  );
  for (let after = 0; ; ) {
    const entities = connection.all<{ row: number; quotes: number }>(
      'select row, quote_count as quotes from entities where row > :after order by row limit 1000',
      { after },
    );
    if (entities.length === 0) return;
    for (const { row, quotes } of entities) {
      if (quotes > 0) refreshQuoted(connection, [row]);
      indexNames(connection, row);
    }
    after = entities.at(-1)!.row;
  }
}
