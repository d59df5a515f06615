import { hashString, mixHash } from '../../tagging/features.ts';
import { lexiconEntries, type ResourceFiles } from '../resource-files.ts';
import { type NameTables, type PhrasePart, phrasePart } from './name-tables.ts';
import type { WordClasses } from './word-classes.ts';

/** A word form and all that can be told from it alone, as features. Made once a form and kept. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly isCapitalized: boolean;
  readonly isUpperCase: boolean;
  readonly hasLetter: boolean;
  readonly startsWithDigit: boolean;
  /** Whether it is a word of grammar, whose capital at the head of a sentence says nothing. */
  readonly isGrammar: boolean;
  /** Whether it is a word of reports on sport. */
  readonly isSport: boolean;
  /** The features that conjunctions are made of. */
  readonly identity: number;
  readonly shape: number;
  readonly suffix: number;
  readonly personName: number;
  readonly casing: number;
  readonly cluster: number;
  /** A second cluster, of another text. */
  readonly branch: number;
  /** What the listed names are that it begins and ends; 0 where it is in none. */
  readonly nameKinds: number;
  readonly phrasePart: PhrasePart;
  /** What it says of its own place; the first {@link identityFeatures} name the word itself. */
  readonly own: readonly number[];
  /** What it says of the places beside it, and of those two away: to be mixed with the distance. */
  readonly beside: readonly number[];
  readonly near: readonly number[];
  /** For the tagger to keep what these features come to, by distance. */
  readonly sums: (Int16Array | undefined)[];
}

/** How many features at the head of {@link Word.own} name the word itself. */
export const identityFeatures = 2;

/** Reads word forms. */
export interface WordReader {
  read(text: string): Word;
  /** The word that stands for what is before the first and behind the last token. */
  readonly edge: Word;
}

export function createWordReader(files: ResourceFiles, classes: WordClasses, tables: NameTables): WordReader {
  const lists = {
    sport: new Set(lexiconEntries(files, 'sport-words')),
    first: new Set(lexiconEntries(files, 'first-names').map((line) => line.split('\t', 1)[0] as string)),
    last: new Set(lexiconEntries(files, 'gazetteer-surnames').map(foldDiacritics)),
  };
  const words = new Map<string, Word>();
  const read = (text: string): Word => {
    const known = words.get(text);
    if (known) return known;
    const word = describeWord(normalizeWord(text), lists, classes, tables);
    // Hostile input may hold a million forms; those seen again are soon there again.
    if (words.size >= keptWords) words.clear();
    words.set(text, word);
    return word;
  };
  return { read, edge: describeWord('<edge>', lists, classes, tables) };
}

const keptWords = 20_000;

interface NameLists {
  readonly sport: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

function describeWord(text: string, lists: NameLists, classes: WordClasses, tables: NameTables): Word {
  const lower = text.toLowerCase();
  const form = lower.replace(/\d/g, '0');
  const first = text.charAt(0);
  const isCapitalized = first !== first.toLowerCase();
  const isUpperCase = isCapitalized && text.length > 1 && text === text.toUpperCase();
  // "MOSCOW" is looked up as "Moscow", and "USA" as it is.
  const titled = isUpperCase && text.length > 3 ? first + lower.slice(1) : text;
  const caseMark = isUpperCase ? 'U' : isCapitalized ? 'C' : 'l';

  const identity = hashString(form, 2);
  const shape = hashString(shapeOf(text), 3);
  const own = [hashString(text, 1), identity, shape, hashString(shapeOf(text) + Math.min(text.length, 5), 4)];
  for (let length = 1; length <= 4 && length < lower.length; length++)
    own.push(hashString(lower.slice(0, length), 10 + length), hashString(lower.slice(-length), 20 + length));

  const folded = foldDiacritics(form);
  const use = isCapitalized ? tables.findUse(folded) : null;
  const isListed = `${Number(lists.first.has(foldDiacritics(lower)))}${Number(lists.last.has(foldDiacritics(titled)))}`;
  const personName = hashString(isCapitalized ? `${isListed} ${use?.first ?? 0} ${use?.last ?? 0}` : '-', 40);
  const nameKinds = use ? hashString(`${use.begins} ${use.ends}`, 48) : 0;
  own.push(personName);
  if (isCapitalized) own.push(hashString(isListed, 49));
  if (use)
    own.push(
      hashString(`${use.first} ${use.last}`, 41),
      hashString(`${use.first}`, 42),
      hashString(`${use.last}`, 43),
      hashString(`${use.begins}`, 46),
      hashString(`${use.ends}`, 47),
      nameKinds,
    );

  const casingValue = classes.findCasing(lower);
  const casing = hashString(`${casingValue}${caseMark}`, 44);
  own.push(casing, hashString(`${casingValue & 7}${caseMark}`, 45));

  const clusters = classes.findClusters(lower) ?? classes.findClusters(form) ?? [];
  const clusterFeatures = clusters.map((cluster, level) => hashString(`${cluster}`, 50 + level));
  const path = classes.findPath(text) || classes.findPath(titled);
  const pathFeatures = describePath(path, 60);
  const branchFeatures = describePath(tables.findPath(form), 160);
  own.push(...clusterFeatures, ...pathFeatures, ...branchFeatures);
  for (const cluster of clusterFeatures.slice(0, 3))
    own.push(mixHash(cluster, isUpperCase ? 92 : isCapitalized ? 91 : 90));

  const suffix = hashString(lower.slice(-3), 23);
  return {
    text,
    lower,
    isCapitalized,
    isUpperCase,
    hasLetter: /\p{L}/u.test(text),
    startsWithDigit: /^\d/.test(text),
    isGrammar: grammar.has(lower),
    isSport: lists.sport.has(lower),
    identity,
    shape,
    suffix,
    personName,
    casing,
    cluster: clusterFeatures[1] ?? pathFeatures[1] ?? branchFeatures[1] ?? 0,
    branch: branchFeatures[2] ?? 0,
    nameKinds,
    phrasePart: phrasePart(folded),
    own,
    beside: [
      identity,
      hashString(text, 1),
      shape,
      suffix,
      personName,
      casing,
      ...(use ? [nameKinds] : []),
      ...clusterFeatures,
      ...pathFeatures,
      ...branchFeatures,
    ],
    near: [
      identity,
      shape,
      ...clusterFeatures.slice(0, 2),
      ...pathFeatures.slice(1, 2),
      ...branchFeatures.slice(1, 2),
    ],
    sums: [undefined, undefined, undefined, undefined, undefined],
  };
}

/** Words that open sentences and are nobody's name. */
const grammar = new Set(
  `a about after all also although an and another any are as at because before both but by did do does during each even
  every few for from had has have he her here his how however if in instead is it its just many meanwhile more most much
  my neither nevertheless nor not now of on once only or other our over perhaps several she since some still such than
  that the their then there these they this those though through thus to under unless until was we were what when where
  whether which while who why with within without yet you your`.split(/\s+/),
);

/** A path's first steps, from few to all; none for 0, which is no path. */
function describePath(path: number, kind: number): number[] {
  if (path === 0) return [];
  const starts = [4, 6, 8].map((bits) => hashString(`${path & ((1 << bits) - 1)}`, kind + bits));
  return [...starts, hashString(`${path}`, kind + 18)];
}

/** Typographic marks as typewriters write them: the corpora know hardly any others. */
function normalizeWord(text: string): string {
  if (/^(?:[“”„«»]|''|``)$/.test(text)) return '"';
  if (/^(?:[–—―]|--+)$/.test(text)) return '-';
  if (text === '`') return "'";
  return /[‘’–]/.test(text) ? text.replace(/[‘’]/g, "'").replace(/–/g, '-') : text;
}

/** "Erdoğan" → "Erdogan", as some of the lists write it. */
export const foldDiacritics = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** "Xx" for "Smith", "X-x" for "U-turn", "dxd" for "3rd2": runs of one kind are one letter. */
function shapeOf(text: string): string {
  let shape = '';
  let last = '';
  for (const character of text) {
    const lower = character.toLowerCase();
    const kind =
      character !== lower
        ? 'X'
        : /\d/.test(character)
          ? 'd'
          : lower !== character.toUpperCase()
            ? 'x'
            : character;
    if (kind !== last) shape += kind;
    last = kind;
  }
  return shape;
}
