import { hashString } from '../../tagging/features.ts';
import { type FingerprintTable, readFingerprints, writeFingerprints } from './fingerprints.ts';
import { type NameUse, unpackUse } from './name-use.ts';

/**
 * What large lists of names and a large text teach: which phrases are listed as names of what, how a word is used in
 * names, and in which company it occurs. Made by `npm run train -- tables`.
 */
export interface NameTables {
  /** The bits of {@link nameLists} for the lists that hold a phrase, given by its {@link phraseHash}; 0 for none. */
  findPhrase(hash: number): number;
  /** How a folded word is used in listed names; null where it is in none. */
  findUse(folded: string): NameUse | null;
  /**
   * The path of a lower-case word in a tree of clusters (Brown et al. 1992), the first step in the lowest bit, under a
   * leading 1; 0 where unknown.
   */
  findPath(lower: string): number;
}

/** The lists of names; the order is that of the bits in {@link NameTables.findPhrase}'s answers. */
export const nameLists = [
  'countries',
  'peoples',
  'cities',
  'regions',
  'airlines',
  'persons',
  'places',
  'organizations',
  'things',
  'works',
  'events',
] as const;
export type NameList = (typeof nameLists)[number];

/** The tables' entries, by the hashes of phrases and words. */
export interface NameTableEntries {
  readonly phrases: ReadonlyMap<number, number>;
  readonly uses: ReadonlyMap<number, number>;
  readonly paths: ReadonlyMap<number, number>;
}

/** The bytes that {@link readNameTables} reads: magic "ORNT" and version (u32), then the three tables. */
export function writeNameTables({ phrases, uses, paths }: NameTableEntries): Uint8Array {
  const head = new Uint8Array(Uint32Array.of(magic, version).buffer);
  const parts = [head, ...[phrases, uses, paths].map(writeFingerprints)];
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    file.set(part, end);
    end += part.length;
  }
  return file;
}

export function readNameTables(bytes: Uint8Array, name: string): NameTables {
  const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const fail = (): never => {
    throw new Error(`data/models/${name}.bin is damaged; get it again from the repository`);
  };
  if (file.length < headLength) fail();
  const head = new Uint32Array(file.buffer, file.byteOffset, 2);
  if (head[0] !== magic || head[1] !== version) fail();
  let end = headLength;
  const next = (): FingerprintTable => {
    const { table, end: tableEnd } = readFingerprints(file, end) ?? fail();
    end = tableEnd;
    return table;
  };
  const [phrases, uses, paths] = [next(), next(), next()];
  if (end !== file.length) fail();
  return {
    findPhrase: (hash) => phrases.find(hash),
    findUse: (folded) => unpackUse(uses.find(hashTableWord(folded))),
    findPath: (lower) => paths.find(hashTableWord(lower)),
  };
}

export const hashTableWord = (word: string): number => hashString(word, 78);

/** What phrases are made of: a hash of a word's letters and digits, and `base` to the power of their number. */
export interface PhrasePart {
  readonly hash: number;
  readonly power: number;
}

/** Of a word without diacritics, in lower case. "F.C." and "FC", "St Louis" and "St. Louis" are the same. */
export function phrasePart(folded: string): PhrasePart {
  let hash = 0;
  let power = 1;
  for (const letter of folded.replace(/[^\p{L}\p{N}]/gu, '')) {
    hash = (Math.imul(hash, base) + letter.codePointAt(0)!) | 0;
    power = Math.imul(power, base);
  }
  return { hash, power };
}

/** The hash of a phrase and one more word; a phrase begins as 0. */
export const phraseHash = (phrase: number, word: PhrasePart): number =>
  (Math.imul(phrase, word.power) + word.hash) | 0;

const base = 0x01000193;
const magic = 0x544e524f; // "ORNT"
const version = 1;
const headLength = 8;
