import type { Entity } from '../../domain/entity.ts';
import type { Connection } from './connection.ts';
import { fullNameKey, keyStarts, nameKey, surnameKeys } from './names.ts';

type NamedEntity = Pick<Entity, 'name' | 'aliases' | 'roles'>;

/** Counts the names and roles that one article gives an entity. */
export function addNames(connection: Connection, entityRow: number, entity: NamedEntity): void {
  let isNew = false;
  for (const [kind, text] of listNames(entity)) {
    const { article_count } = connection.get<{ article_count: number }>(
      `insert into entity_names (entity_row, kind, text, article_count) values (:entityRow, :kind, :text, 1)
       on conflict do update set article_count = article_count + 1 returning article_count`,
      { entityRow, kind, text },
    )!;
    isNew ||= article_count === 1 && kind !== 'role';
  }
  if (isNew) indexNames(connection, entityRow);
}

/** Takes back what {@link addNames} counted; what no article says any more is forgotten. */
export function removeNames(connection: Connection, entityRow: number, entity: NamedEntity): void {
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
  if (isGone) indexNames(connection, entityRow);
}

function listNames({
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

/** Makes an entity known by the names that it has now; where its own is gone, the most used takes its place. */
function indexNames(connection: Connection, entityRow: number): void {
  connection.run(
    `update entities set name = coalesce(
       (select text from entity_names where entity_row = :entityRow and kind = 'name' and text = name),
       (select text from entity_names where entity_row = :entityRow and kind = 'name'
        order by article_count desc, text limit 1),
       name)
     where row = :entityRow`,
    { entityRow },
  );
  const { type } = connection.get<{ type: string }>('select type from entities where row = :entityRow', {
    entityRow,
  })!;
  const names = connection.all<{ text: string }>(
    `select text from entity_names where entity_row = :entityRow and kind in ('name', 'alias')`,
    { entityRow },
  );
  const keys = new Map<string, 0 | 1>();
  for (const { text } of names) {
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
}
