import type { Connection } from '../connection.ts';
import { readNumbers } from './fts-numbers.ts';
import { createWeigher, type Weigher, type WeightsOfRows } from './word-weigher.ts';

/**
 * The lists of FTS5, which say of each word in which rows it stands and where, read as they lie in its tables. To have FTS5
 * itself go through them, a row at a time, and look up the length of each, takes more than ten times as long.
 *
 * The format is that of SQLite's `ext/fts5/fts5_index.c`, version 4: segments, of which a newer one supersedes what older
 * ones say of the same row; in each the words in their order, and behind a word its rows, over as many pages as it takes.
 * A page starts with two offsets of 16 bits: where the first row lies on it if the list came over from the page before,
 * and where its footer starts, which has the offset of each word on the page as the difference to the last.
 */
export interface WordLists {
  /** The list of a word as FTS5's tokenizer makes it. */
  find(term: string): WordList;
}

export interface WordList {
  /** To be read, about. */
  readonly bytes: number;
  /** Notes what the word weighs in each of these rows; returns in how many it stands. */
  weigh(rows: WeightsOfRows): number;
}

/** `columnWeights`: what a word weighs in each column. */
export function openWordLists(
  connection: Connection,
  table: 'articles_search' | 'quotes_search',
  columnWeights: readonly number[],
): WordLists {
  const segments = readSegments(connection, table);
  return {
    find: (term) => {
      const parts = segments.map((segment) => findPages(connection, table, segment, term));
      return {
        bytes: parts.reduce((sum, { first, last }) => sum + (last - first) * pageSize, 0),
        weigh: (rows) => {
          const weigher = createWeigher(rows, columnWeights);
          for (const part of parts) readList(connection, table, part, term, rows.rows[0]!, weigher);
          return weigher.count();
        },
      };
    },
  };
}

/** FTS5's measure, of which few pages fall short. */
const pageSize = 4050;

interface Pages {
  readonly segment: number;
  readonly first: number;
  readonly last: number;
}

/** Newest first. */
function readSegments(connection: Connection, table: string): readonly Pages[] {
  const [structure] = connection.blobs(`select block from ${table}_data where id = 10`, {});
  if (structure === undefined) return [];
  const [levels, , , ...numbers] = readNumbers(structure, 4, structure.length);
  const segments: Pages[] = [];
  let at = 0;
  for (let level = 0; level < levels!; level++) {
    const count = numbers[at + 1]!;
    at += 2;
    const newestLast = Array.from({ length: count }, (_, i) => {
      const [segment, first, last] = numbers.slice(at + 3 * i, at + 3 * i + 3);
      return { segment: segment!, first: first!, last: last! };
    });
    segments.push(...newestLast.reverse());
    at += 3 * count;
  }
  return segments;
}

/** FTS5 keeps the words before those of indexes of prefixes, by this mark. */
const keyOf = (term: string): string => `0${term}`;

/** The pages of a segment among which the list of a word lies, if it has any. */
function findPages(connection: Connection, table: string, segment: Pages, term: string): Pages {
  const { first, last } = connection.get<{ first: number | null; last: number | null }>(
    `select (select pgno >> 1 from ${table}_idx where segid = :segment and term <= cast(:key as blob)
             order by term desc limit 1) as first,
            (select pgno >> 1 from ${table}_idx where segid = :segment and term > cast(:key as blob)
             order by term limit 1) as last`,
    { segment: segment.segment, key: keyOf(term) },
  )!;
  return {
    segment: segment.segment,
    first: Math.max(first ?? segment.first, segment.first),
    last: last ?? segment.last,
  };
}

/** Pages that are read at once: ever more, since most lists are short. */
const [fewestPages, mostPages] = [2, 256];

function readList(
  connection: Connection,
  table: string,
  { segment, first, last }: Pages,
  term: string,
  firstRow: number,
  weigher: Weigher,
): void {
  const read = (from: number, to: number) =>
    connection.blobs(
      `select block from ${table}_data where id >= cast(:from as integer) and id < cast(:to as integer) order by id`,
      { from: segment * 2 ** 37 + from, to: segment * 2 ** 37 + Math.min(to, last + 1) },
    );
  const [page] = read(first, first + 1);
  const list = page === undefined ? null : findList(page, keyOf(term));
  if (list === null) return;
  weigher.begin();
  if (weigher.take(page!, list.start, list.end, list.start) || !list.isOpen) return;
  let next = first + 1;
  const before = findPageBefore(next, last, firstRow, (number) => read(number, number + 1)[0]);
  if (before !== null) {
    weigher.begin();
    next = before;
  }
  for (let count = fewestPages; next <= last; next += count, count = Math.min(4 * count, mostPages)) {
    for (const following of read(next, next + count)) {
      const footer = following.readUInt16BE(2);
      const hasWords = footer < following.length;
      const end = hasWords ? readNumbers(following, footer, following.length)[0]! : footer;
      const firstRowAt = following.readUInt16BE(0);
      if (weigher.take(following, headerSize, end, firstRowAt) || hasWords) return;
    }
  }
}

const headerSize = 4;

/** The last page, of those the list fills, that starts with a row before this one; null where there is none. */
function findPageBefore(
  first: number,
  end: number,
  row: number,
  read: (number: number) => Buffer | undefined,
): number | null {
  let found: number | null = null;
  for (let low = first, high = end; low < high; ) {
    const middle = (low + high) >> 1;
    const page = read(middle);
    const firstRowAt = page?.readUInt16BE(0) ?? 0;
    if (firstRowAt > 0 && readNumbers(page!, firstRowAt, firstRowAt + 1)[0]! < row) {
      found = middle;
      low = middle + 1;
    } else high = middle;
  }
  return found;
}

/** Where a page has the list of a word; `isOpen`: it may go on over the next. */
function findList(
  page: Buffer,
  key: string,
): { readonly start: number; readonly end: number; readonly isOpen: boolean } | null {
  const wanted = Buffer.from(key);
  const footer = page.readUInt16BE(2);
  const offsets: number[] = [];
  for (const difference of readNumbers(page, footer, page.length)) {
    offsets.push((offsets.at(-1) ?? 0) + difference);
  }
  let word = Buffer.alloc(0);
  for (const [index, offset] of offsets.entries()) {
    // All but the first leave out what they have in common with the word before.
    const isFirst = index === 0;
    const numbers = readNumbers(page, offset, offset + 8);
    const [kept, length] = isFirst ? [0, numbers[0]!] : [numbers[0]!, numbers[1]!];
    const start = offset + sizeOfNumber(length) + (isFirst ? 0 : sizeOfNumber(kept));
    word = Buffer.concat([word.subarray(0, kept), page.subarray(start, start + length)]);
    const order = word.compare(wanted);
    if (order > 0) return null;
    if (order === 0) {
      const isOpen = index + 1 === offsets.length;
      return { start: start + length, end: isOpen ? footer : offsets[index + 1]!, isOpen };
    }
  }
  return null;
}

const sizeOfNumber = (number: number): number => (number < 0x80 ? 1 : number < 0x4000 ? 2 : 3);
