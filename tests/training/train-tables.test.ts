import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nameLists, phraseHash, phrasePart, readNameTables } from '../../src/extraction/names/name-tables.ts';
import { writeNameTableFile } from '../../src/training/train-tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('tables made of lists', () => {
  mkdirSync(join(folder, 'models'));
  const marias = Array.from({ length: 20 }, (_, index) => `14\tMaria ${'ABCD'[index % 4]}oya`);
  const names = [
    '13,9\tZürich Open',
    '14\tÅsa Lind',
    '11\tvon Humboldt',
    '4\tMaria',
    ...marias,
    '14\tJohn Smith 3',
  ];
  writeFileSync(join(folder, 'names.tsv'), `${names.join('\n')}\n`);
  writeFileSync(join(folder, 'clusters.tsv'), 'kremlin\t0111\n42\t01\n');
  writeNameTableFile({ corpora: '', sources: folder, output: folder });
  const tables = readNameTables(readFileSync(join(folder, 'models', 'name-tables.bin')), 'name-tables');
  const listsOf = (phrase: string): string[] => {
    const hash = phrase.split(' ').reduce((sum, word) => phraseHash(sum, phrasePart(word)), 0);
    return nameLists.filter((_, list) => tables.findPhrase(hash) & (1 << list));
  };

  it('fold case and diacritics, and know all lists of a phrase', () => {
    expect(listsOf('zurich open')).toEqual(['organizations', 'events']);
    expect(listsOf('asa lind')).toEqual(['persons']);
  });

  it('leave out what is no name, and persons whose words give them away', () => {
    expect(listsOf('von humboldt')).toEqual([]);
    expect(listsOf('maria')).toEqual([]);
    expect(listsOf('john smith 3')).toEqual([]);
    expect(listsOf('maria aoya')).toEqual([]);
    expect(tables.findUse('maria')).toEqual({ first: 4, last: 0, begins: 3, ends: 0 });
  });

  it('hold the lists of the product too', () => {
    expect(listsOf('burkina faso')).toContain('countries');
  });

  it('read paths from the lowest bit up, under a leading 1', () => {
    expect(tables.findPath('kremlin')).toBe(0b11110);
    expect(tables.findPath('42')).toBe(0);
  });
});
