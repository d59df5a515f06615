import type { Entity } from '../../../domain/entity.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import type { SqlValue } from '../driver.ts';
import { fullNameKey, keyStarts, nameKey, surnameKeys, withoutTitles } from './names.ts';

type NamedEntity = Pick<Entity, 'name' | 'aliases' | 'roles'>;

/** A name or a role that articles give an entity. */
interface Naming {
  /** See entity_names. */
  readonly kind: string;
  readonly text: string;
  /** How many articles do. */
  articles: number;
  /** Days of those articles. */
  firstSeenOn: string | null;
  lastSeenOn: string | null;
}

/** Adds up the names and roles of an entity, and widens the days on which they were seen. */
export class Namings {
  readonly #namings: Naming[] = [];

  /** Those that one article gives. */
  add(entity: NamedEntity, publishedAt: string | null): this {
    const day = publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
    for (const [kind, text] of listNames(entity)) this.#addOne(kind, text, day);
    return this;
  }

  all(): readonly Naming[] {
    return this.#namings;
  }

  /** Without the roles. */
  names(): readonly string[] {
    return this.#namings.flatMap(({ kind, text }) => (kind === 'role' ? [] : text));
  }

  #addOne(kind: string, text: string, day: string | null): void {
    const naming = this.#namings.find((other) => other.text === text && other.kind === kind);
    if (naming === undefined) {
      this.#namings.push({ kind, text, articles: 1, firstSeenOn: day, lastSeenOn: day });
      return;
    }
    naming.articles += 1;
    if (day === null) return;
    if (naming.firstSeenOn === null || day < naming.firstSeenOn) naming.firstSeenOn = day;
    if (naming.lastSeenOn === null || day > naming.lastSeenOn) naming.lastSeenOn = day;
  }
}

/** Writes the names of entities that had none. */
export function insertNamings(
  connection: Connection,
  named: readonly { readonly row: number; readonly namings: Namings }[],
): void {
  connection.insert(
    'entity_names',
    'entity_row, kind, text, article_count, first_seen_on, last_seen_on',
    named.flatMap(({ row, namings }) => namings.all().map((naming) => [row, ...valuesOf(naming)])),
  );
}

function valuesOf({ kind, text, articles, firstSeenOn, lastSeenOn }: Naming): readonly SqlValue[] {
  return [kind, text, articles, firstSeenOn, lastSeenOn];
}

/** Adds to the names that an entity has. True: it has a new one, which is found after {@link indexNames}. */
export function addNamings(connection: Connection, entityRow: number, namings: Namings): boolean {
  let isNew = false;
  for (const naming of namings.all()) {
    const { count } = connection.get<{ count: number }>(
      `insert into entity_names (entity_row, kind, text, article_count, first_seen_on, last_seen_on)
       values (:entityRow, :kind, :text, :articles, :firstSeenOn, :lastSeenOn)
       on conflict do update set article_count = article_count + :articles,
         first_seen_on = min(coalesce(first_seen_on, :firstSeenOn), coalesce(:firstSeenOn, first_seen_on)),
         last_seen_on = max(coalesce(last_seen_on, :lastSeenOn), coalesce(:lastSeenOn, last_seen_on))
       returning article_count as count`,
      { entityRow, ...naming },
    )!;
    isNew ||= count === naming.articles && naming.kind !== 'role';
  }
  return isNew;
}

/**
 * Takes back what {@link addNamings} counted of one article; what no article says any more is forgotten. True: it has a
 * name less, which is found until {@link indexNames}.
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
  connection.run('delete from entity_keys where entity_row = :entityRow', { entityRow });
  insertKeys(connection, [{ row: entityRow, type, names: [name, ...aliases.map((alias) => alias.text)] }]);
  return name;
}

/** Makes entities known by these names, who are known by none. */
export function insertKeys(
  connection: Connection,
  entities: readonly { readonly row: number; readonly type: string; readonly names: readonly string[] }[],
): void {
  connection.insert(
    'entity_keys',
    'key, entity_row, is_name',
    entities.flatMap(({ row, type, names }) =>
      Array.from(keysOf(type, names), ([key, isName]) => [key, row, isName]),
    ),
  );
}

/** All keys by which an entity of these names is found, with whether each is a whole name. */
function keysOf(type: string, names: readonly string[]): ReadonlyMap<string, 0 | 1> {
  const keys = new Map<string, 0 | 1>();
  for (const text of names) {
    const full = nameKey(text);
    for (const start of keyStarts(full)) keys.set(start, keys.get(start) ?? 0);
    keys.set(full, 1).set(withoutTitles(full, type), 1);
    if (type === 'person') for (const surname of surnameKeys(full)) keys.set(surname, 1);
  }
  return keys;
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
