import type { IfMatch } from '../../../domain/article-store.ts';
import type { EntityCorrection } from '../../../domain/corrections.ts';
import { OnrecordError } from '../../../domain/errors.ts';
import type { EntityReference, EntitySummary } from '../../../domain/records.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { findTime } from '../time.ts';
import { claimName, findBearers, insertEntity } from './entity-identity.ts';
import { aliasesOf, indexNames } from './entity-names.ts';
import { findEntityRow, loadEntities } from './entity-read.ts';
import { fullNameKey } from './names.ts';

/**
 * See {@link ArticleStore.correctEntity}. No article and no quote is touched: they hold the entity's number, and how they
 * name it themselves.
 */
export function correctEntity(
  connection: Connection,
  id: string,
  { name, type, aliases }: EntityCorrection,
  ifMatch: IfMatch<EntitySummary>,
): EntitySummary {
  return connection.transaction(() => {
    const row = findEntityRow(connection, id);
    const current = loadEntities(connection, [row])[0]!;
    if (ifMatch !== null && !ifMatch(current)) {
      throw new OnrecordError('precondition-failed', `The entity ${id} has changed since you read it.`);
    }
    noteCorrection(connection, row);
    if (type !== undefined) setType(connection, row, type);
    if (name !== undefined) setName(connection, row, name, current.name);
    if (aliases !== undefined) setAliases(connection, row, aliases);
    indexNames(connection, row);
    noteChange(connection, { kind: 'entity', action: 'corrected', id: current.id });
    return loadEntities(connection, [row])[0]!;
  });
}

/** The entity that a full name leads to; where nothing bears it yet, one that a person makes known by it. */
export function findOrAddEntity(
  connection: Connection,
  { name, type }: Pick<EntityReference, 'name' | 'type'>,
): number {
  const key = fullNameKey(name, type);
  const known = findBearers(connection, key, type)[0]?.row;
  if (known !== undefined) return known;
  const row = insertEntity(connection, { name, type, key });
  noteCorrection(connection, row);
  setName(connection, row, name, name);
  indexNames(connection, row);
  return row;
}

/** Notes that a person decided something about an entity. From now on it stays, whatever articles come and go. */
export function noteCorrection(connection: Connection, row: number): void {
  connection.run(
    `insert into entity_corrections (entity_row, corrected_at) values (:row, :now)
     on conflict do update set corrected_at = :now`,
    { row, now: findTime(connection) },
  );
}

/** Gives an entity a name that stays, whatever articles use. */
export function setName(connection: Connection, row: number, name: string | null, former: string): void {
  connection.run('update entity_corrections set name = :name where entity_row = :row', { row, name });
  if (name === null) return;
  const { type } = connection.get<{ type: string }>('select type from entities where row = :row', { row })!;
  if (former !== name) addAlias(connection, row, former);
  claimName(connection, fullNameKey(name, type), type, row);
}

/** Makes it answer to an alias, also where no article uses it. */
export function addAlias(connection: Connection, row: number, text: string): void {
  connection.run(
    'insert or replace into entity_alias_corrections (entity_row, text, is_alias) values (:row, :text, 1)',
    { row, text },
  );
}

/** Null: as it was before. Names of either type lead to it from now on. */
function setType(connection: Connection, row: number, type: string | null): void {
  const { now } = connection.get<{ now: string }>(
    `select coalesce(:type, c.former_type, e.type) as now
     from entities e join entity_corrections c on c.entity_row = e.row where e.row = :row`,
    { row, type },
  )!;
  connection.run(
    `update entity_corrections set former_type = case when :type is null then null
       else coalesce(former_type, (select type from entities where row = :row)) end
     where entity_row = :row`,
    { row, type },
  );
  connection.run('update entities set type = :now where row = :row', { row, now });
  const names = connection.all<{ key: string }>(
    'select distinct key from entity_identities where entity_row = :row',
    { row },
  );
  for (const { key } of names) claimName(connection, key, now, row);
}

function setAliases(connection: Connection, row: number, aliases: readonly string[] | null): void {
  const used =
    aliases === null
      ? []
      : connection.all<{ text: string }>(`select text from ${aliasesOf(':row')}`, { row });
  connection.run('delete from entity_alias_corrections where entity_row = :row', { row });
  for (const { text } of used) {
    connection.run(
      'insert into entity_alias_corrections (entity_row, text, is_alias) values (:row, :text, 0)',
      { row, text },
    );
  }
  for (const alias of aliases ?? []) addAlias(connection, row, alias);
}
