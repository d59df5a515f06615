import { areCopies } from '../../../copies/overlap.ts';
import { sketch } from '../../../copies/sketch.ts';
import { fingerprint, readWords } from '../../../copies/words.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { compareInTime } from '../places.ts';
import { raiseVersion } from '../versions.ts';

/** An article as it was, or as it is from now on. Rows that no list shows are copies of nothing. */
export interface CopiedArticle {
  readonly row: number;
  readonly text: string;
}

/**
 * Finds out which articles are copies of which, after one has changed: `former` is where it was (null: nowhere), `current`
 * what it is (null: deleted). In the order of time, an article is a copy of the earliest one that it is a copy of and
 * that is no copy itself; so every copy was compared with its first, and no chain leads from one story to another. What
 * follows for others is settled at once, so that it does not matter in which order articles come and go.
 */
export function settleCopies(
  connection: Connection,
  former: number | null,
  current: CopiedArticle | null,
): void {
  const words = current === null || current.row < 0 ? null : readWords(current.text);
  const keys = words === null ? [] : sketch(words);
  const known = former === null ? undefined : findCopy(connection, former);
  if (known === undefined && keys.length === 0) return;
  const print = words === null ? 0 : fingerprint(words);
  if (known !== undefined && keys.length > 0 && former === current?.row && known.fingerprint === print)
    return;

  const settlement = new Settlement(connection);
  if (known !== undefined) settlement.remove(known);
  if (keys.length > 0)
    settlement.add({ row: current!.row, fingerprint: print, keys, firstRow: null }, words!);
  settlement.finish();
}

/** Other articles with the same keys; those with most of them. */
interface Candidates {
  readonly firsts: readonly number[];
  readonly copies: readonly number[];
}

function takeNearest(shared: ReadonlyMap<number, number>): readonly number[] {
  return [...shared]
    .sort(([a, sharedByA], [b, sharedByB]) => sharedByB - sharedByA || compareInTime(a, b))
    .slice(0, mostCompared)
    .map(([row]) => row);
}

/** A row of article_copies. */
interface Copy {
  readonly row: number;
  readonly fingerprint: number;
  readonly keys: readonly number[];
  readonly firstRow: number | null;
}

/** Runs of words that more stories than this have are no sign of a copy: standing phrases of all reports in one form. */
const mostHolders = 32;
/** Other articles that hold some of the keys, and how many of them: of each key its firsts, and its copies if they are few, too. */
const holdersOfKeys = `
  select k.row, k.is_copy, count(*) as shared
  from (select value as key, (select count(*) from (select 1 from copy_keys where key = value limit ${2 * mostHolders})) as holders
        from json_each(:keys)
        where not exists (select 1 from copy_keys where key = value and is_copy = 0 limit 1 offset ${mostHolders})) j
  cross join copy_keys k on k.key = j.key and k.is_copy <= (j.holders < ${2 * mostHolders})
  where k.row <> :own
  group by k.row, k.is_copy`;
/** Texts that one is compared with, those first that have most keys in common with it. */
const mostCompared = 16;

class Settlement {
  readonly #connection: Connection;
  /** Rows that are to be placed, in the order of time: what one is, only follows from earlier ones. */
  #queue: number[] = [];
  #added: number | null = null;
  readonly #words = new Map<number, Uint32Array>();
  /** Those of which something else is told now. */
  readonly #changed = new Set<number>();
  /** Those that are copies of another one now, or of none, but for the one that was added: whoever adds it tells of it. */
  readonly #regrouped = new Set<number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  remove({ row, firstRow }: Copy): void {
    this.#enqueue(this.#copiesOf(row));
    this.#connection.run('delete from article_copies where row = :row', { row });
    if (firstRow !== null) this.#count(firstRow, -1);
  }

  /** As a first, for now. Where it is the revision of one, its copies are still told to be copies of this row. */
  add({ row, fingerprint, keys }: Copy, words: Uint32Array): void {
    this.#words.set(row, words);
    this.#connection.run(
      `insert into article_copies (row, fingerprint, keys, copy_count)
       values (:row, :fingerprint, :keys, (select count(*) from article_copies where first_row = :row))`,
      { row, fingerprint, keys: JSON.stringify(keys) },
    );
    this.#connection.insert(
      'copy_keys',
      'key, is_copy, row',
      keys.map((key) => [key, 0, row]),
    );
    this.#added = row;
    this.#enqueue([row]);
  }

  finish(): void {
    for (let row = this.#queue.shift(); row !== undefined; row = this.#queue.shift()) this.#place(row);
    if (this.#changed.size === 0) return;
    this.#connection.run(
      'update article_copies set version = :version where row in (select value from json_each(:rows))',
      { version: raiseVersion(this.#connection), rows: JSON.stringify([...this.#changed]) },
    );
    for (const row of this.#regrouped) noteRegrouped(this.#connection, row);
  }

  #place(row: number): void {
    const copy = findCopy(this.#connection, row)!;
    const candidates = this.#findCandidates(copy);
    const first = this.#findFirst(copy, candidates);
    if (first !== copy.firstRow) {
      if (copy.firstRow !== null) this.#count(copy.firstRow, -1);
      else this.#enqueue(this.#copiesOf(row));
      this.#write(copy, first);
      if (first !== null) this.#count(first, 1);
    }
    const isNewFirst = first === null && (copy.firstRow !== null || row === this.#added);
    if (isNewFirst) this.#enqueue(this.#findFollowers(copy, candidates));
  }

  #write({ row, firstRow: former, keys }: Copy, firstRow: number | null): void {
    this.#connection.run('update article_copies set first_row = :firstRow where row = :row', {
      firstRow,
      row,
    });
    this.#changed.add(row);
    if (row !== this.#added) this.#regrouped.add(row);
    if ((former === null) === (firstRow === null)) return;
    this.#connection.run(
      `update copy_keys set is_copy = :isCopy
       where key in (select value from json_each(:keys)) and is_copy = 1 - :isCopy and row = :row`,
      { isCopy: firstRow === null ? 0 : 1, keys: JSON.stringify(keys), row },
    );
  }

  #count(firstRow: number, by: 1 | -1): void {
    this.#connection.run('update article_copies set copy_count = copy_count + :by where row = :firstRow', {
      firstRow,
      by,
    });
    this.#changed.add(firstRow);
  }

  /** The earliest article that this one is a copy of and that is no copy itself. */
  #findFirst(copy: Copy, { firsts }: Candidates): number | null {
    const earlier = firsts.filter((row) => compareInTime(row, copy.row) < 0);
    return earlier.sort(compareInTime).find((row) => this.#areCopies(copy, row)) ?? null;
  }

  /** Later articles that may be copies of this one, now that it is none itself: of no other one, or of a later one. */
  #findFollowers(copy: Copy, candidates: Candidates): readonly number[] {
    const isLater = (row: number) => compareInTime(row, copy.row) > 0;
    const firsts = candidates.firsts.filter((row) => isLater(row) && this.#areCopies(copy, row));
    const copies = candidates.copies.filter((row) => {
      if (!isLater(row) || this.#queue.includes(row)) return false;
      const first = findCopy(this.#connection, row)!.firstRow!;
      // The copies of one that is in the queue will follow it.
      return isLater(first) && !firsts.includes(first) && this.#areCopies(copy, row);
    });
    return [...firsts, ...copies];
  }

  #findCandidates({ row: own, keys }: Copy): Candidates {
    const holders = this.#connection.tuples(holdersOfKeys, { own, keys: JSON.stringify(keys) });
    const [firsts, copies] = [new Map<number, number>(), new Map<number, number>()];
    for (const [row, isCopy, shared] of holders as [number, number, number][]) {
      (isCopy === 0 ? firsts : copies).set(row, shared);
    }
    return { firsts: takeNearest(firsts), copies: takeNearest(copies) };
  }

  #areCopies(copy: Copy, row: number): boolean {
    if (findCopy(this.#connection, row)!.fingerprint === copy.fingerprint) return true;
    return areCopies(this.#wordsOf(copy.row), this.#wordsOf(row));
  }

  #wordsOf(row: number): Uint32Array {
    let words = this.#words.get(row);
    if (words === undefined) {
      words = readWords(loadText(this.#connection, row));
      this.#words.set(row, words);
    }
    return words;
  }

  #copiesOf(firstRow: number): readonly number[] {
    return this.#connection
      .all<{ row: number }>('select row from article_copies where first_row = :firstRow', { firstRow })
      .map(({ row }) => row);
  }

  #enqueue(rows: readonly number[]): void {
    if (rows.length > 0) this.#queue = [...new Set([...this.#queue, ...rows])].sort(compareInTime);
  }
}

/** Tells those who follow the store of an article that is a copy of another one now, or of none. */
export function noteRegrouped(connection: Connection, row: number): void {
  const { id } = connection.get<{ id: string }>('select id from articles where row = :row', { row })!;
  noteChange(connection, { kind: 'article', action: 'regrouped', id });
}

function findCopy(connection: Connection, row: number): Copy | undefined {
  const found = connection.get<Omit<Copy, 'keys'> & { keys: string }>(
    'select row, fingerprint, keys, first_row as firstRow from article_copies where row = :row',
    { row },
  );
  return found && { ...found, keys: JSON.parse(found.keys) as number[] };
}

export function loadText(connection: Connection, row: number): string {
  return connection.get<{ text: string }>('select text from article_bodies where row = :row', { row })!.text;
}
