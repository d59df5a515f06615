import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  hashTableWord,
  type NameList,
  nameLists,
  phraseHash,
  phrasePart,
  writeNameTables,
} from '../extraction/names/name-tables.ts';
import { countStep, kindStep, packUse } from '../extraction/names/name-use.ts';
import { readPeoples } from '../extraction/names/peoples.ts';
import { foldDiacritics } from '../extraction/names/words.ts';
import { lexiconEntries, type ResourceFiles } from '../extraction/resource-files.ts';
import { readResourceFiles } from '../resources.ts';
import type { TrainingOptions } from './train.ts';

/**
 * Writes `name-tables.bin` from the lists of `data/lexicons` and a folder that holds the `names.tsv` and `clusters.tsv`
 * that `PrintNameLists.java` prints.
 */
export function writeNameTableFile({ sources, output }: TrainingOptions): void {
  if (sources === null) throw new Error('give the folder of the printed lists with --sources');
  const names = readListedNames(join(sources, 'names.tsv'));
  const uses = new WordUses(names);
  const phrases = new Map<number, number>();
  const add = (list: NameList, phrase: string): void => {
    const hash = phraseHash(0, phrasePart(fold(phrase)));
    phrases.set(hash, (phrases.get(hash) ?? 0) | (1 << nameLists.indexOf(list)));
  };
  for (const [list, phrase] of readOwnLists(readResourceFiles())) add(list, phrase);
  for (const name of names) if (!uses.tellOf(name)) add(name.list, name.phrase);
  writeFileSync(
    join(output, 'models', 'name-tables.bin'),
    writeNameTables({ phrases, uses: uses.pack(), paths: readPaths(join(sources, 'clusters.tsv')) }),
  );
}

function* readOwnLists(files: ResourceFiles): Iterable<[NameList, string]> {
  for (const people of readPeoples(files)) yield ['peoples', people];
  for (const line of lexiconEntries(files, 'countries'))
    for (const country of line.split('\t', 2).join(';').split(';')) if (country) yield ['countries', country];
  for (const list of ['cities', 'regions', 'airlines'] as const)
    for (const name of lexiconEntries(files, `gazetteer-${list}`)) yield [list, name];
}

interface ListedName {
  readonly list: NameList;
  readonly phrase: string;
  /** Its words, without marks that stand alone, as {@link fold} leaves them. */
  readonly words: readonly string[];
}

/** The codes of the printed lists; nationalities, titles and single given names are left out. */
const listOfCode: Readonly<Record<string, NameList>> = {
  0: 'organizations',
  6: 'places',
  8: 'works',
  9: 'events',
  10: 'works',
  11: 'places',
  12: 'things',
  13: 'organizations',
  14: 'persons',
  15: 'works',
};

function readListedNames(file: string): readonly ListedName[] {
  return readLines(file).flatMap((line): ListedName[] => {
    const [codes, phrase] = line.split('\t') as [string, string];
    const parts = phrase.split(' ');
    if (parts.length > 6 || !/^[\p{Lu}\d]/u.test(phrase) || /["()[\];!]/.test(phrase)) return [];
    const words = parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).map(fold);
    const lists = new Set(codes.split(',').map((code) => listOfCode[code]));
    return [...lists].flatMap((list) =>
      list && isPlausible(list, phrase, words.length) ? [{ list, phrase, words }] : [],
    );
  });
}

function isPlausible(list: NameList, phrase: string, words: number): boolean {
  if (list === 'persons') return words >= 2 && words <= 4 && !/\d/.test(phrase);
  return list !== 'works' || words >= 2;
}

/** What of names words begin and end: four kinds, as {@link kindStep} counts them. */
const kindOf: Partial<Record<NameList, number>> = {
  persons: 0,
  places: 1,
  organizations: 2,
  events: 3,
  works: 3,
  things: 3,
};

/** Counts how words are used in names. */
class WordUses {
  readonly #counts = new Map<string, { first: number; last: number; begins: number[]; ends: number[] }>();

  constructor(names: readonly ListedName[]) {
    for (const { list, phrase, words } of names) {
      const first = this.#of(words[0] as string);
      const last = this.#of(words.at(-1) as string);
      if (list === 'persons') {
        first.first++;
        last.last++;
      }
      // "Springfield, Illinois" does not end in what it is.
      if (words.length < 2 || phrase.includes(',')) continue;
      first.begins[kindOf[list] as number]! += 1;
      last.ends[kindOf[list] as number]! += 1;
    }
  }

  /** Whether its words alone say of a name that it is a person's: "Maria Gonzalez" need not be listed. */
  tellOf({ list, words }: ListedName): boolean {
    if (list !== 'persons') return false;
    return this.#of(words[0] as string).first >= 16 && this.#of(words.at(-1) as string).last >= 5;
  }

  /** By the hash of the word; words of a single name are left out. */
  pack(): Map<number, number> {
    const uses = new Map<number, number>();
    for (const [word, { first, last, begins, ends }] of this.#counts) {
      const use = {
        first: countStep(first),
        last: countStep(last),
        begins: kindStep(begins),
        ends: kindStep(ends),
      };
      const names = [...begins, ...ends].reduce((sum, count) => sum + count, 0);
      if (names >= 2 && packUse(use) > 0) uses.set(hashTableWord(word), packUse(use));
    }
    return uses;
  }

  #of(word: string) {
    let counts = this.#counts.get(word);
    if (!counts) {
      counts = { first: 0, last: 0, begins: [0, 0, 0, 0], ends: [0, 0, 0, 0] };
      this.#counts.set(word, counts);
    }
    return counts;
  }
}

/** By the hash of the word: its path as `NameTables.findPath` gives it. */
function readPaths(file: string): Map<number, number> {
  const paths = new Map<number, number>();
  for (const line of readLines(file)) {
    const [word, steps] = line.split('\t') as [string, string];
    if (/\p{L}/u.test(word))
      paths.set(hashTableWord(word), Number.parseInt(`1${[...steps].reverse().join('')}`, 2));
  }
  return paths;
}

const readLines = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** As the tagger looks words up. */
const fold = (text: string): string => foldDiacritics(text).toLowerCase().replace(/\d/g, '0');
