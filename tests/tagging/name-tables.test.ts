import { describe, expect, it } from 'vitest';
import {
  hashTableWord,
  nameLists,
  phraseHash,
  phrasePart,
  readNameTables,
  writeNameTables,
} from '../../src/extraction/names/name-tables.ts';
import { countStep, kindStep, packUse, unpackUse } from '../../src/extraction/names/name-use.ts';
import { readResourceFiles } from '../../src/resources.ts';

const hashPhrase = (phrase: string): number =>
  phrase.split(' ').reduce((hash, word) => phraseHash(hash, phrasePart(word)), 0);
const bit = (list: (typeof nameLists)[number]): number => 1 << nameLists.indexOf(list);

describe('tables of names', () => {
  const words = Array.from({ length: 3_000 }, (_, index) => `word${index}`);
  const use = { first: 6, last: 2, begins: 12, ends: 0 };
  const entries = {
    phrases: new Map([[hashPhrase('fc barcelona'), bit('organizations')]]),
    uses: new Map([[hashTableWord('boris'), packUse(use)]]),
    paths: new Map(words.map((word, index) => [hashTableWord(word), index + 1])),
  };
  const bytes = writeNameTables(entries);
  const tables = readNameTables(bytes, 'name-tables');

  it('give back what was written', () => {
    expect(tables.findPhrase(hashPhrase('fc barcelona'))).toBe(bit('organizations'));
    expect(tables.findUse('boris')).toEqual(use);
    expect(words.map((word) => tables.findPath(word))).toEqual(words.map((_, index) => index + 1));
  });

  it('know next to nothing of what was not', () => {
    const others = Array.from({ length: 20_000 }, (_, index) => `other${index}`);
    expect(others.filter((word) => tables.findPath(word) > 0).length).toBeLessThan(10);
    expect(tables.findUse('word1')).toBeNull();
    expect(tables.findPhrase(hashPhrase('barcelona fc'))).toBe(0);
  });

  it('may be read from anywhere in a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(readNameTables(shifted.subarray(1), 'name-tables').findUse('boris')).toEqual(use);
  });

  it.each([
    ['empty', bytes.slice(0, 0)],
    ['cut short', bytes.slice(0, -4)],
    ['too long', Uint8Array.from([...bytes, 0, 0, 0, 0])],
    ['of another kind', bytes.map((byte) => byte ^ 1)],
  ])('that are %s are damaged', (_, damaged) => {
    expect(() => readNameTables(damaged, 'name-tables')).toThrow('data/models/name-tables.bin is damaged');
  });

  it('do not tell marks apart', () => {
    expect(hashPhrase('f.c. barcelona')).toBe(hashPhrase('fc barcelona'));
    expect(hashPhrase('st. louis')).toBe(hashPhrase('st louis'));
    expect(hashPhrase('st louis')).not.toBe(hashPhrase('louis st'));
  });
});

describe('the tables that ship', () => {
  const tables = readNameTables(readResourceFiles().models.get('name-tables')!, 'name-tables');

  it('know the world', () => {
    expect(tables.findPhrase(hashPhrase('burkina faso')) & bit('countries')).toBeTruthy();
    expect(tables.findPhrase(hashPhrase('bayern munich')) & bit('organizations')).toBeTruthy();
    expect(tables.findUse('boris')?.first).toBeGreaterThan(4);
    expect(tables.findPath('kremlin')).toBeGreaterThan(1);
  });
});

describe('the use of a word', () => {
  it('survives packing', () => {
    for (let packed = 1; packed < 7 * 7 * 13 * 13; packed += 97)
      expect(packUse(unpackUse(packed)!)).toBe(packed);
  });

  it('counts in steps', () => {
    expect([0, 1, 2, 5, 16, 64, 256, 9_999].map(countStep)).toEqual([0, 1, 2, 3, 4, 5, 6, 6]);
    expect(kindStep([1, 1, 0, 0])).toBe(0);
    expect(kindStep([10, 0, 0, 0])).toBe(3);
    expect(kindStep([3, 7, 0, 0])).toBe(5);
    expect(kindStep([3, 2, 2, 4])).toBe(10);
  });
});
