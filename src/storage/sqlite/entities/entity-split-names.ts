import type { InputFault } from '../../../domain/errors.ts';
import { entityId } from '../../ids.ts';
import { loadEntitiesAsNamed } from '../articles/article-read.ts';
import { rewriteExtracted } from '../articles/extracted-write.ts';
import type { Connection } from '../connection.ts';
import { refuseFaults } from '../errors.ts';
import { insertEntityRow, type NamedEntity } from './entity-identity.ts';
import { fullNameKey } from './names.ts';

/**
 * Makes another entity of an entity wherever it goes by one of these full names, which lead to the other from now on;
 * answers with its row.
 */
export function splitByNames(connection: Connection, from: number, names: readonly string[]): number {
  const parted = findIdentities(connection, from, names);
  const keys = new Set(parted.map(({ key }) => key));
  const isParted = ({ name, type }: NamedEntity) => keys.has(fullNameKey(name, type));

  const to = insertParted(connection, from, parted, names[0]!);
  for (const key of keys) {
    connection.run('update entity_identities set entity_row = :to where entity_row = :from and key = :key', {
      from,
      to,
      key,
    });
  }
  // Articles that a split gave to a third one stay with it.
  connection.run(
    `insert into entity_assignments (article_id, from_row, to_row)
     select article_id, :to, to_row from entity_assignments where from_row = :from`,
    { from, to },
  );
  removeAliases(connection, from, keys);
  for (const articleRow of findArticleRows(connection, from)) {
    if (!loadEntitiesAsNamed(connection, articleRow).some(isParted)) continue;
    rewriteExtracted(connection, articleRow, (row, entity) => (row === from && isParted(entity) ? to : row));
  }
  return to;
}

interface Identity {
  readonly key: string;
  readonly type: string;
}

function findIdentities(
  connection: Connection,
  entityRow: number,
  names: readonly string[],
): readonly Identity[] {
  const identities = connection.all<Identity>(
    'select distinct key, type from entity_identities where entity_row = :entityRow order by key, type',
    { entityRow },
  );
  const faults: InputFault[] = [];
  const found = names.flatMap((name, index) => {
    const meant = identities.filter(({ key, type }) => key === fullNameKey(name, type));
    if (meant.length === 0) {
      const detail = `"${name}" is no full name by which articles call this entity`;
      faults.push({ pointer: `/names/${index}`, detail });
    }
    return meant;
  });
  if (faults.length === 0 && identities.every((identity) => found.includes(identity))) {
    const detail = 'these are all full names of this entity: give it another name, or split it by articles';
    faults.push({ pointer: '/names', detail });
  }
  refuseFaults(faults);
  return found;
}

/** One that was merged into the other has its id again. */
function insertParted(
  connection: Connection,
  from: number,
  parted: readonly Identity[],
  name: string,
): number {
  const merged = parted.find(
    ({ key }) =>
      connection.get('delete from entity_redirects where id = :id and entity_row = :from returning id', {
        id: entityId(key, 0),
        from,
      }) !== undefined,
  );
  const { key, type } = merged ?? parted[0]!;
  return insertEntityRow(connection, { name, type, key });
}

/** What a merge made an alias of the other. */
function removeAliases(connection: Connection, entityRow: number, keys: ReadonlySet<string>): void {
  const aliases = connection.all<{ text: string; type: string }>(
    `select a.text, e.type from entity_alias_corrections a join entities e on e.row = a.entity_row
     where a.entity_row = :entityRow and a.is_alias`,
    { entityRow },
  );
  for (const { text, type } of aliases) {
    if (!keys.has(fullNameKey(text, type))) continue;
    connection.run('delete from entity_alias_corrections where entity_row = :entityRow and text = :text', {
      entityRow,
      text,
    });
  }
}

function findArticleRows(connection: Connection, entityRow: number): readonly number[] {
  return connection
    .all<{ row: number }>(
      'select distinct article_row as row from article_entities where entity_row = :entityRow',
      { entityRow },
    )
    .map(({ row }) => row);
}
