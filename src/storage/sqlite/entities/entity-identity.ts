import type { Entity } from '../../../domain/entity.ts';
import { entityId } from '../../ids.ts';
import type { Connection } from '../connection.ts';
import { chooseByEvidence } from './entity-evidence.ts';
import type { EntityLedger } from './entity-ledger.ts';
import { fullNameKey } from './names.ts';

/** What an article tells of an entity before it is known which one that is. */
export type NamedEntity = Pick<Entity, 'name' | 'type' | 'roles'>;

/**
 * Which entities of the store an article means by its own, in its order; opens those that are new.
 *
 * Full name and type tie, without regard to case, diacritics and title. Two of one name in one article are two in the
 * store, too. Where several bear a full name, or the article has a surname alone, the others that it names decide; where
 * they do not, a full name is its first bearer's, and a surname is a name of its own: "Clinton" is neither Bill nor
 * Hillary. What a person decided (merges, splits) goes before all of that.
 *
 * `gatherEvidence` writes what earlier articles tell, before it is read.
 */
export function identifyEntities(
  connection: Connection,
  ledger: EntityLedger,
  gatherEvidence: () => void,
  { id, entities }: { readonly id: string; readonly entities: readonly NamedEntity[] },
): readonly number[] {
  const names = entities.map(({ name, type, roles }) => {
    const key = fullNameKey(name, type);
    return { name, type, roles, key, place: `${type} ${key}` };
  });
  const namesakes = countNamesakes(names);
  const rows = new Map<number, number>();
  const unsure: (readonly [number: number, candidates: readonly number[]])[] = [];

  const met = new Map<string, number>();
  names.forEach((name, number) => {
    const ordinal = met.get(name.place) ?? 0;
    met.set(name.place, ordinal + 1);
    const bearers = ledger.findBearers(name);
    const isAlone = namesakes.get(name.place) === 1;
    const candidates = isAlone ? findCandidates(connection, name, bearers, gatherEvidence) : [];
    if (candidates.length > 0) unsure.push([number, candidates]);
    else rows.set(number, bearers[ordinal]?.row ?? ledger.open(name));
  });

  const companions = [...rows.values()];
  for (const [number, candidates] of unsure) {
    const name = names[number]!;
    const row =
      chooseByEvidence(connection, candidates, companions, name.roles) ??
      ledger.findBearers(name)[0]?.row ??
      ledger.open(name);
    rows.set(number, row);
  }
  const assigned = findAssigned(connection, id);
  return names.map((_, number) => assigned.get(rows.get(number)!) ?? rows.get(number)!);
}

/** A name as articles give it, with what two spellings of it have in common. */
export interface KeyedName {
  readonly name: string;
  readonly type: string;
  readonly key: string;
}

/** An entity that a full name may mean. */
export interface Bearer {
  readonly row: number;
  /** See entity_identities. */
  readonly ordinal: number;
}

/** How many of an article's entities bear each name. */
function countNamesakes(names: readonly { readonly place: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of names) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}

/** Makes a name that nobody bears yet lead to an entity; a name that has bearers stays theirs. */
export function claimName(connection: Connection, key: string, type: string, entityRow: number): void {
  connection.run(
    `insert into entity_identities (key, type, ordinal, entity_row) select :key, :type, 0, :entityRow
     where not exists (select 1 from entity_identities where key = :key and type = :type)`,
    { key, type, entityRow },
  );
}

/** Makes an entity of this name, beside all others that bear it. */
export function insertEntity(connection: Connection, entity: KeyedName): number {
  const row = insertEntityRow(connection, entity);
  const { type, key } = entity;
  connection.insert('entity_identities', 'key, type, ordinal, entity_row', [
    [key, type, nextOrdinal(findBearers(connection, key, type)), row],
  ]);
  return row;
}

/** Comes after all of them. */
export function nextOrdinal(bearers: readonly Bearer[]): number {
  return (bearers.at(-1)?.ordinal ?? -1) + 1;
}

/** Makes an entity that no name leads to yet. */
export function insertEntityRow(connection: Connection, { name, type, key }: KeyedName): number {
  return connection.get<{ row: number }>(
    'insert into entities (id, type, name, key) values (:id, :type, :name, :key) returning row',
    { id: findFreeId(connection, key), type, name, key },
  )!.row;
}

/** An id for an entity of this name, which none has and none of `given` is. */
export function findFreeId(
  connection: Connection,
  key: string,
  given: ReadonlySet<string> = new Set(),
): string {
  for (let attempt = 0; ; attempt++) {
    const id = entityId(key, attempt);
    if (given.has(id)) continue;
    // The id of one that was merged into another leads there, until a split parts them again.
    const taken = connection.get(
      'select 1 from entities where id = :id union all select 1 from entity_redirects where id = :id',
      { id },
    );
    if (taken === undefined) return id;
  }
}

/** Those whom a full name may mean, the first that came in first. */
export function findBearers(connection: Connection, key: string, type: string): Bearer[] {
  return connection.all<Bearer>(
    'select entity_row as row, ordinal from entity_identities where key = :key and type = :type order by ordinal',
    { key, type },
  );
}

/** Surnames have more bearers than that only where no evidence tells them apart. */
const maxCandidates = 20;

/** Those among whom the evidence has to choose; none where there is no choice. */
function findCandidates(
  connection: Connection,
  { key, type }: { readonly key: string; readonly type: string },
  bearers: readonly Bearer[],
  gatherEvidence: () => void,
): readonly number[] {
  const distinct = [...new Set(bearers.map(({ row }) => row))];
  if (distinct.length > 1) {
    gatherEvidence();
    return distinct.slice(0, maxCandidates);
  }
  if (type !== 'person' || key.includes(' ') || isCorrected(connection, distinct[0])) return [];
  gatherEvidence();
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

/** Whom a split put in the place of whom, in this article. */
function findAssigned(connection: Connection, articleId: string): ReadonlyMap<number, number> {
  const assigned = connection.all<{ from: number; to: number }>(
    'select from_row as "from", to_row as "to" from entity_assignments where article_id = :articleId',
    { articleId },
  );
  return new Map(assigned.map(({ from, to }) => [from, to]));
}
