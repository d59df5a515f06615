import type { Entity } from '../../../domain/entity.ts';
import type { Connection } from '../connection.ts';
import { insertEntity } from './entity-identity.ts';
import { indexNames, listNames } from './entity-names.ts';
import { type EntityLink, refreshQuoted } from './entity-write.ts';
import { fullNameKey } from './names.ts';

/** Entities of a store that is being made: what many articles tell of them is added up, and written once. */
export interface EntityLedger {
  /** Rows of an article's entities, in its order. */
  identify(entities: readonly Entity[], publishedAt: string | null): readonly number[];
  count(this: void, link: EntityLink): void;
  /** Writes all that was added up. */
  write(): void;
}

interface Account {
  readonly row: number;
  articles: number;
  quotes: number;
  quotedArticles: number;
  readonly namings: Naming[];
}

interface Naming {
  readonly kind: string;
  readonly text: string;
  articles: number;
  firstSeenOn: string | null;
  lastSeenOn: string | null;
}

export function createEntityLedger(connection: Connection): EntityLedger {
  const byName = new Map<string, Account>();
  /** The first bearer of each name as printed, which is cheaper to look up than by its key. */
  const bySpelling = new Map<string, Account>();
  const byRow = new Map<number, Account>();

  /** Who bears this name, and is none of `others`. */
  const find = ({ name, type }: Entity, others: readonly Account[]): Account => {
    const spelling = `${type} ${name}`;
    const usual = bySpelling.get(spelling);
    if (usual !== undefined && !others.includes(usual)) return usual;
    const key = fullNameKey(name, type);
    for (let ordinal = 0; ; ordinal++) {
      const place = `${type} ${ordinal} ${key}`;
      const account =
        byName.get(place) ?? open(insertEntity(connection, { name, type, key }, ordinal), place);
      if (ordinal === 0) bySpelling.set(spelling, account);
      if (!others.includes(account)) return account;
    }
  };
  const open = (row: number, place: string): Account => {
    const account = { row, articles: 0, quotes: 0, quotedArticles: 0, namings: [] };
    byName.set(place, account);
    byRow.set(row, account);
    return account;
  };

  return {
    identify: (entities, publishedAt) => {
      const day = publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
      const accounts: Account[] = [];
      for (const entity of entities) {
        // Two of one name in one article are two.
        const account = find(entity, accounts);
        accounts.push(account);
        for (const [kind, text] of listNames(entity)) addNaming(account.namings, kind, text, day);
      }
      return accounts.map(({ row }) => row);
    },
    count: ({ entityRow, isNamed, quoteCount }) => {
      const account = byRow.get(entityRow)!;
      account.articles += isNamed;
      account.quotes += quoteCount;
      account.quotedArticles += Math.sign(quoteCount);
    },
    write: () => {
      for (const account of byRow.values()) writeAccount(connection, account);
      byName.clear();
      bySpelling.clear();
      byRow.clear();
    },
  };
}

function addNaming(namings: Naming[], kind: string, text: string, day: string | null): void {
  const naming = namings.find((other) => other.text === text && other.kind === kind);
  if (naming === undefined) {
    namings.push({ kind, text, articles: 1, firstSeenOn: day, lastSeenOn: day });
    return;
  }
  naming.articles += 1;
  if (day === null) return;
  if (naming.firstSeenOn === null || day < naming.firstSeenOn) naming.firstSeenOn = day;
  if (naming.lastSeenOn === null || day > naming.lastSeenOn) naming.lastSeenOn = day;
}

function writeAccount(connection: Connection, account: Account): void {
  const { namings, ...counts } = account;
  connection.run(
    `update entities set article_count = :articles, quote_count = :quotes, quoted_article_count = :quotedArticles
     where row = :row`,
    counts,
  );
  for (const naming of namings) {
    connection.run(
      `insert into entity_names (entity_row, kind, text, article_count, first_seen_on, last_seen_on)
       values (:row, :kind, :text, :articles, :firstSeenOn, :lastSeenOn)`,
      { row: counts.row, ...naming },
    );
  }
  if (counts.quotes > 0) refreshQuoted(connection, [counts.row]);
  indexNames(connection, counts.row);
}
