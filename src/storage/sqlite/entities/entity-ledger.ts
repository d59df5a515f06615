import type { Entity } from '../../../domain/entity.ts';
import type { Connection } from '../connection.ts';
import type { SqlValue } from '../driver.ts';
import { type Bearer, findBearers, findFreeId, type KeyedName, nextOrdinal } from './entity-identity.ts';
import { addNamings, insertKeys, insertNamings, Namings, renameEntities } from './entity-names.ts';
import { addCounts, type EntitiesToLink, type EntityLink, insertLinks, linksOf } from './entity-write.ts';

/** An article's entities, when it is known who of the store they are, and who speaks. */
export interface EntitiesToEnter extends EntitiesToLink {
  readonly articleRow: number;
  readonly publishedAt: string | null;
  readonly entities: readonly Pick<Entity, 'name' | 'aliases' | 'roles'>[];
}

/**
 * What articles that are written together tell of entities: looked up once, added up, and written once. Until it is
 * written the database knows nothing of it: who reads there what articles tell of entities has it written before.
 */
export class EntityLedger {
  readonly #connection: Connection;
  readonly #bearers = new Map<string, Bearer[]>();
  /** By the rows of entities. */
  readonly #accounts = new Map<number, Account>();
  readonly #opened: OpenedEntity[] = [];
  readonly #openedIds = new Set<string>();
  readonly #links: { readonly articleRow: number; readonly links: readonly EntityLink[] }[] = [];
  #lastRow: number | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Those whom a full name may mean, the first that came in first. */
  findBearers({ type, key }: KeyedName): readonly Bearer[] {
    return this.#bearersOf(type, key);
  }

  /** Makes an entity of this name, beside all others that bear it. */
  open({ name, type, key }: KeyedName): number {
    const id = findFreeId(this.#connection, key, this.#openedIds);
    this.#openedIds.add(id);
    const row = this.#nextRow();
    const bearers = this.#bearersOf(type, key);
    const ordinal = nextOrdinal(bearers);
    bearers.push({ row, ordinal });
    this.#opened.push({ row, id, type, name, key, ordinal });
    return row;
  }

  /** Lists show, and count, articles with a row above zero. */
  enter({ articleRow, publishedAt, entities, ...linked }: EntitiesToEnter): void {
    const links = linksOf(linked);
    this.#links.push({ articleRow, links });
    for (const link of links) {
      const account = this.#accountOf(link.entityRow);
      const entity = entities[link.number];
      if (entity !== undefined) account.namings.add(entity, articleRow > 0 ? publishedAt : null);
      if (articleRow < 0) continue;
      account.articles += link.isNamed;
      account.quotes += link.quoteCount;
      account.quotedArticles += Math.sign(link.quoteCount);
    }
  }

  /** Writes all that was added up. The articles themselves come before it. */
  write(): void {
    this.#writeOpened();
    const renamed: number[] = [];
    for (const [row, { namings, ...counts }] of this.#accounts) {
      if (counts.articles > 0 || counts.quotes > 0) addCounts(this.#connection, row, counts);
      if (addNamings(this.#connection, row, namings)) renamed.push(row);
    }
    this.#accounts.clear();
    insertLinks(this.#connection, this.#links.splice(0));
    renameEntities(this.#connection, renamed);
  }

  /** All that is told of them is here: nothing has to be looked up. */
  #writeOpened(): void {
    const opened = this.#opened.splice(0).map((entity) => {
      const account = this.#accountOf(entity.row);
      this.#accounts.delete(entity.row);
      return { ...entity, ...account };
    });
    this.#openedIds.clear();
    this.#connection.insert(
      'entities',
      'row, id, type, name, key, article_count, quote_count, quoted_article_count',
      opened.map(({ row, id, type, name, key, articles, quotes, quotedArticles }): SqlValue[] => [
        ...[row, id, type, name, key],
        ...[articles, quotes, quotedArticles],
      ]),
    );
    this.#connection.insert(
      'entity_identities',
      'key, type, ordinal, entity_row',
      opened.map(({ key, type, ordinal, row }) => [key, type, ordinal, row]),
    );
    insertNamings(this.#connection, opened);
    insertKeys(
      this.#connection,
      opened.map(({ row, type, name, namings }) => ({ row, type, names: [name, ...namings.names()] })),
    );
  }

  #bearersOf(type: string, key: string): Bearer[] {
    const place = `${type} ${key}`;
    let bearers = this.#bearers.get(place);
    if (bearers === undefined) {
      bearers = findBearers(this.#connection, key, type);
      this.#bearers.set(place, bearers);
    }
    return bearers;
  }

  #accountOf(row: number): Account {
    let account = this.#accounts.get(row);
    if (account === undefined) {
      account = { articles: 0, quotes: 0, quotedArticles: 0, namings: new Namings() };
      this.#accounts.set(row, account);
    }
    return account;
  }

  /** No row is given again, not even that of an entity that is gone. */
  #nextRow(): number {
    this.#lastRow ??=
      this.#connection.get<{ seq: number }>("select seq from sqlite_sequence where name = 'entities'")?.seq ??
      0;
    this.#lastRow += 1;
    return this.#lastRow;
  }
}

interface OpenedEntity extends KeyedName {
  readonly row: number;
  readonly id: string;
  readonly ordinal: number;
}

/** What is not written yet of an entity. */
interface Account {
  articles: number;
  quotes: number;
  quotedArticles: number;
  readonly namings: Namings;
}
