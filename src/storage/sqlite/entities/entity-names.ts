import type { Entity } from '../../../domain/entity.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { fullNameKey, keyStarts, nameKey, surnameKeys } from './names.ts';

type NamedEntity = Pick<Entity, 'name' | 'aliases' | 'roles'>;

/**
 * Counts the names and roles that one article gives an entity, and widens the days on which they were seen. True: it has
 * a new name, which is found after {@link indexNames}.
 */
export function addNames(
  connection: Connection,
  entityRow: number,
  entity: NamedEntity,
  publishedAt: string | null,
): boolean {
  const day = publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
  let isNew = false;
  for (const [kind, text] of listNames(entity)) {
    const { article_count } = connection.get<{ article_count: number }>(
      `insert into entity_names (entity_row, kind, text, article_count, first_seen_on, last_seen_on)
       values (:entityRow, :kind, :text, 1, :day, :day)
       on conflict do update set article_count = article_count + 1,
         first_seen_on = min(coalesce(first_seen_on, :day), coalesce(:day, first_seen_on)),
         last_seen_on = max(coalesce(last_seen_on, :day), coalesce(:day, last_seen_on))
       returning article_count`,
      { entityRow, kind, text, day },
    )!;
    isNew ||= article_count === 1 && kind !== 'role';
  }
  return isNew;
}

/**
 * Takes back what {@link addNames} counted; what no article says any more is forgotten. True: it has a name less, which is
 * found until {@link indexNames}.
 */
export function removeNames(connection: Connection, entityRow: number, entity: NamedEntity): boolean {
  let isGone = false;
  for (const [kind, text] of listNames(entity)) {
    const named = { entityRow, kind, text };
    const { article_count } = connection.get<{ article_count: number }>(
      `update entity_names set article_count = article_count - 1
       where entity_row = :entityRow and kind = :kind and text = :text returning article_count`,
      named,
    )!;
    if (article_count > 0) continue;
    connection.run(
      'delete from entity_names where entity_row = :entityRow and kind = :kind and text = :text',
      named,
    );
    isGone ||= kind !== 'role';
  }
  return isGone;
}

export function listNames({
  name,
  aliases,
  roles,
}: NamedEntity): readonly (readonly [kind: string, text: string])[] {
  return [
    ['name', name],
    ...Array.from(new Set(aliases), (alias) => ['alias', alias] as const),
    ...Array.from(new Set(roles), (role) => ['role', role] as const),
  ];
}

/**
 * Makes entities known by the names that they have after articles came or went. Whose own name is another since, is shown
 * otherwise by all that refer to it.
 */
export function renameEntities(connection: Connection, entityRows: Iterable<number>): void {
  for (const row of entityRows) {
    const former = connection.get<{ id: string; name: string }>(
      'select id, name from entities where row = :row',
      {
        row,
      },
    );
    // An entity that nobody names any more is gone, and its names with it.
    if (former === undefined) continue;
    const name = indexNames(connection, row);
    if (name !== former.name) noteChange(connection, { kind: 'entity', action: 'renamed', id: former.id });
  }
}

/**
 * Makes an entity known by the names that it has now, those that a person gave it included. Its own name is the one that
 * a person gave it; otherwise it stays while articles use it, and then the most used full name takes its place. Answers
 * with it.
 */
export function indexNames(connection: Connection, entityRow: number): string {
  const former = connection.get<{ name: string; formerName: string; type: string; formerKey: string }>(
    `select name as formerName, type, key as formerKey, coalesce(
       (select name from entity_corrections where entity_row = :entityRow),
       (select text from entity_names where entity_row = :entityRow and kind = 'name' and text = entities.name),
       (select text from entity_names where entity_row = :entityRow and kind = 'name'
        order by text like '% %' desc, article_count desc, text limit 1),
       name) as name
     from entities where row = :entityRow`,
    { entityRow },
  )!;
  const { name, type } = former;
  const ownKey = fullNameKey(name, type);
  if (name !== former.formerName || ownKey !== former.formerKey) {
    connection.run('update entities set name = :name, key = :ownKey where row = :entityRow', {
      name,
      ownKey,
      entityRow,
    });
  }
  const aliases = connection.all<{ text: string }>(
    `select text from ${aliasesOf(':entityRow')} where text <> :name`,
    { entityRow, name },
  );
  const keys = new Map<string, 0 | 1>();
  for (const text of [name, ...aliases.map((alias) => alias.text)]) {
    const full = nameKey(text);
    for (const start of keyStarts(full)) keys.set(start, keys.get(start) ?? 0);
    keys.set(full, 1).set(fullNameKey(text, type), 1);
    if (type === 'person') for (const surname of surnameKeys(full)) keys.set(surname, 1);
  }
  connection.run('delete from entity_keys where entity_row = :entityRow', { entityRow });
  for (const [key, isName] of keys) {
    connection.run('insert into entity_keys (key, entity_row, is_name) values (:key, :entityRow, :isName)', {
      key,
      entityRow,
      isName,
    });
  }
  return name;
}

/**
 * SQL for the names of an entity as rows of `text` and `uses`: those that articles use and those that a person gave it,
 * without those that a person took away.
 */
export function aliasesOf(entityRow: string): string {
  return `(select text, sum(article_count) as uses from (
    select text, article_count from entity_names where entity_row = ${entityRow} and kind in ('name', 'alias')
    union all
    select text, 0 from entity_alias_corrections where entity_row = ${entityRow} and is_alias)
    where text not in (select text from entity_alias_corrections where entity_row = ${entityRow} and not is_alias)
    group by text)`;
}
