import { lexiconEntries, type ResourceFiles } from '../../resource-files.ts';
import { foldName, foldWord, levelWord } from './fold.ts';
import { KindredRoles } from './kindred-roles.ts';
import { organizationKey } from './organization-names.ts';

export type Gender = 'female' | 'male';

/** A people, religion or party whose members one word names. */
export interface People {
  /** Stands for the group: the country's name, or the first form of its line. */
  readonly key: string;
  /** The country that it belongs to; null where it belongs to none. */
  readonly country: string | null;
}

/** The word lists that entities are found with. All keys are folded by {@link foldName}. */
export interface EntityLexicons {
  /** "mr", "queen": what stands before a name and is no part of it, and the gender that it shows. */
  readonly honorifics: ReadonlyMap<string, Gender | null>;
  /** "spokeswoman", "minister": what a person is, and the gender that it shows. */
  readonly roleNouns: ReadonlyMap<string, Gender | null>;
  /** Which of them news uses of one person. */
  readonly kindredRoles: KindredRoles;
  /** Verbs, some with the word behind them ("plays-for"), and what people are called who do so ("player"). */
  readonly deedNouns: ReadonlyMap<string, readonly string[]>;
  /** First names; null where both genders bear the name. */
  readonly firstNames: ReadonlyMap<string, Gender | null>;
  /** Per first name, levelled, the lines of the list that hold it: two names that share a line can be one person's. */
  readonly nicknames: ReadonlyMap<string, readonly number[]>;
  readonly familyNamesFirst: ReadonlySet<string>;
  readonly organizationNouns: ReadonlySet<string>;
  /** "fleet", "think-tank": nouns that describe a body, and that its name does not show. */
  readonly bodyNouns: ReadonlySet<string>;
  /** "lines", "metals": what names of companies end with. */
  readonly businessWords: ReadonlySet<string>;
  /** Names of organizations that have several, with the first of them. */
  readonly organizations: ReadonlyMap<string, string>;
  /** Those of them that are hardly ever anything else: the first two of each line. */
  readonly surelyOrganizations: ReadonlySet<string>;
  /** Names of countries, with the first of them. */
  readonly countries: ReadonlyMap<string, string>;
  readonly peoples: ReadonlyMap<string, People>;
}

/** Reads the lists out of `data/lexicons`. Throws where one is missing. */
export function readEntityLexicons(files: ResourceFiles): EntityLexicons {
  const countries = readColumns(files, 'countries');
  return {
    honorifics: readGenders(files, 'honorifics'),
    roleNouns: withPlurals(readGenders(files, 'role-nouns')),
    kindredRoles: new KindredRoles(readColumns(files, 'kindred-roles')),
    deedNouns: readDeeds(readColumns(files, 'deed-nouns')),
    firstNames: readGenders(files, 'first-names'),
    nicknames: readNicknames(files),
    familyNamesFirst: new Set(lexiconEntries(files, 'family-names-first')),
    organizationNouns: new Set(lexiconEntries(files, 'organization-nouns')),
    bodyNouns: new Set(lexiconEntries(files, 'body-nouns')),
    businessWords: new Set(lexiconEntries(files, 'business-words')),
    organizations: readOrganizations(readColumns(files, 'organizations')),
    surelyOrganizations: new Set(
      readColumns(files, 'organizations').flatMap((names) => names.slice(0, 2).map(foldName)),
    ),
    countries: readAliases(countries.map(([name, others]) => [name!, ...splitForms(others)])),
    peoples: readPeoples(countries, readColumns(files, 'peoples')),
  };
}

function readColumns(files: ResourceFiles, name: string): string[][] {
  return lexiconEntries(files, name).map((entry) => entry.split('\t'));
}

const splitForms = (column: string | undefined): string[] => (column ? column.split(';') : []);

function readGenders(files: ResourceFiles, name: string): Map<string, Gender | null> {
  const genders = new Map<string, Gender | null>();
  for (const [word, letter] of readColumns(files, name)) {
    genders.set(foldWord(word!), letter === 'f' ? 'female' : letter === 'm' ? 'male' : null);
  }
  return genders;
}

function withPlurals(nouns: Map<string, Gender | null>): Map<string, Gender | null> {
  for (const [noun, gender] of [...nouns]) nouns.set(pluralOf(noun), gender);
  return nouns;
}

/** The regular plural: "minister" → "ministers", "ally" → "allies", "spokesman" → "spokesmen". */
function pluralOf(noun: string): string {
  if (noun.endsWith('man')) return `${noun.slice(0, -3)}men`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function readNicknames(files: ResourceFiles): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const [line, names] of readColumns(files, 'nicknames').entries()) {
    for (const name of names.map(levelWord)) {
      const known = lines.get(name);
      if (known === undefined) lines.set(name, [line]);
      else known.push(line);
    }
  }
  return lines;
}

function readDeeds(rows: readonly string[][]): Map<string, string[]> {
  const nouns = new Map<string, string[]>();
  for (const [noun, verbs] of rows)
    for (const verb of verbs!.split(' ')) {
      const known = nouns.get(verb);
      if (known === undefined) nouns.set(verb, [noun!]);
      else known.push(noun!);
    }
  return nouns;
}

function readAliases(rows: readonly string[][]): Map<string, string> {
  const names = new Map<string, string>();
  for (const row of rows) for (const name of row) names.set(foldName(name), row[0]!);
  return names;
}

function readOrganizations(rows: readonly string[][]): Map<string, string> {
  const names = new Map<string, string>();
  for (const row of rows) for (const name of row) names.set(organizationKey(name), `known ${row[0]!}`);
  return names;
}

function readPeoples(countries: readonly string[][], others: readonly string[][]): Map<string, People> {
  const peoples = new Map<string, People>();
  const add = (forms: readonly string[], people: People) => {
    for (const form of forms) {
      const word = foldName(form);
      peoples.set(word, people);
      // "Chinese" and "Danish" have no plural of their own; "Frenchmen" is one.
      if (!/(?:s|ese|ish|men)$/.test(word)) peoples.set(pluralOf(word), people);
    }
  };
  for (const forms of others) add(forms, { key: forms[0]!, country: null });
  for (const [name, , forms] of countries) add(splitForms(forms), { key: name!, country: name! });
  return peoples;
}
