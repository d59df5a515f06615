import type { Entity } from '../../../domain/entity.ts';
import { entityId } from '../../ids.ts';
import type { Connection } from '../connection.ts';
import { chooseByEvidence } from './entity-evidence.ts';
import { fullNameKey } from './names.ts';

/** What an article tells of an entity before it is known which one that is. */
export type NamedEntity = Pick<Entity, 'name' | 'type' | 'roles'>;

/**
 * Which entities of the store an article means by its own, in its order; makes those known that are new.
 *
 * Full name and type tie, without regard to case, diacritics and title. Two of one name in one article are two in the
 * store, too. Where several bear a full name, or the article has a surname alone, the others that it names decide; where
 * they do not, a full name is its first bearer's, and a surname is a name of its own: "Clinton" is neither Bill nor
 * Hillary. What a person decided (merges, splits) goes before all of that.
 */
export function identifyEntities(
  connection: Connection,
  articleId: string,
  entities: readonly NamedEntity[],
): number[] {
  const names = entities.map((entity) => ({ ...entity, key: fullNameKey(entity.name, entity.type) }));
  const rows = new Map<number, number>();
  const unsure: (readonly [number: number, candidates: readonly number[]])[] = [];

  const ordinals = new Map<string, number>();
  for (const { type, key } of names)
    ordinals.set(`${type} ${key}`, (ordinals.get(`${type} ${key}`) ?? -1) + 1);
  const met = new Map<string, number>();
  names.forEach((name, number) => {
    const { type, key } = name;
    const ordinal = met.get(`${type} ${key}`) ?? 0;
    met.set(`${type} ${key}`, ordinal + 1);
    const bearers = findBearers(connection, key, type);
    const isAlone = ordinals.get(`${type} ${key}`) === 0;
    const candidates = isAlone ? findCandidates(connection, name, bearers) : [];
    if (candidates.length > 0) unsure.push([number, candidates]);
    else rows.set(number, bearers[ordinal] ?? insertEntity(connection, name, ordinal));
  });

  const companions = [...rows.values()];
  for (const [number, candidates] of unsure) {
    const name = names[number]!;
    const row =
      chooseByEvidence(connection, candidates, companions, name.roles) ??
      findBearers(connection, name.key, name.type)[0] ??
      insertEntity(connection, name, 0);
    rows.set(number, row);
  }
  return names.map((_, number) => findAssigned(connection, articleId, rows.get(number)!));
}

/** Makes a name that nobody bears yet lead to an entity; a name that has bearers stays theirs. */
export function claimName(connection: Connection, key: string, type: string, entityRow: number): void {
  connection.run(
    `insert into entity_identities (key, type, ordinal, entity_row) select :key, :type, 0, :entityRow
     where not exists (select 1 from entity_identities where key = :key and type = :type)`,
    { key, type, entityRow },
  );
}

/** Makes an entity of this name, beside all others that bear it. `position`: how many of the article bear it before. */
export function insertEntity(
  connection: Connection,
  { name, type, key }: { readonly name: string; readonly type: string; readonly key: string },
  position: number,
): number {
  const row = insertEntityRow(connection, { name, type, key });
  connection.run(
    `insert into entity_identities (key, type, ordinal, entity_row)
     select :key, :type, max(:position, coalesce(max(ordinal) + 1, 0)), :row
     from entity_identities where key = :key and type = :type`,
    { key, type, position, row },
  );
  return row;
}

/** Makes an entity that no name leads to yet. */
export function insertEntityRow(
  connection: Connection,
  entity: { readonly name: string; readonly type: string; readonly key: string },
): number {
  for (let attempt = 0; ; attempt++) {
    const id = entityId(entity.key, attempt);
    // The id of one that was merged into another leads there, until a split parts them again.
    if (connection.get('select 1 from entity_redirects where id = :id', { id }) !== undefined) continue;
    const inserted = connection.get<{ row: number }>(
      `insert into entities (id, type, name, key) values (:id, :type, :name, :key)
       on conflict (id) do nothing returning row`,
      { id, ...entity },
    );
    if (inserted !== undefined) return inserted.row;
  }
}

/** Those whom a full name may mean, the first that came in first. */
export function findBearers(connection: Connection, key: string, type: string): readonly number[] {
  return connection
    .all<{ row: number }>(
      'select entity_row as row from entity_identities where key = :key and type = :type order by ordinal',
      { key, type },
    )
    .map(({ row }) => row);
}

/** Surnames have more bearers than that only where no evidence tells them apart. */
const maxCandidates = 20;

/** Those among whom the evidence has to choose; none where there is no choice. */
function findCandidates(
  connection: Connection,
  { key, type }: { readonly key: string; readonly type: string },
  bearers: readonly number[],
): readonly number[] {
  const distinct = [...new Set(bearers)];
  if (distinct.length > 1) return distinct.slice(0, maxCandidates);
  if (type !== 'person' || key.includes(' ') || isCorrected(connection, distinct[0])) return [];
  return connection
    .all<{ row: number }>(
      `select e.row from entity_keys k join entities e on e.row = k.entity_row
       where k.key = :key and k.is_name and e.type = 'person' and e.key like '% %' and e.article_count > 0
       order by e.quote_count desc, e.article_count desc, e.row limit :maxCandidates`,
      { key, maxCandidates },
    )
    .map(({ row }) => row);
}

/** Whose a lone surname is that a person merged or renamed, is decided. */
function isCorrected(connection: Connection, row: number | undefined): boolean {
  if (row === undefined) return false;
  return connection.get('select 1 from entity_corrections where entity_row = :row', { row }) !== undefined;
}

function findAssigned(connection: Connection, articleId: string, row: number): number {
  const assigned = connection.get<{ row: number }>(
    'select to_row as row from entity_assignments where article_id = :articleId and from_row = :row',
    { articleId, row },
  );
  return assigned?.row ?? row;
}
