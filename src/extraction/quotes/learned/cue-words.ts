import { hashString, mixHash } from '../../../tagging/features.ts';
import type { ChainModel } from '../../../tagging/model.ts';
import type { WordClasses } from '../../names/word-classes.ts';
import type { CueLexicon } from '../cues/cue-lexicon.ts';
import { personalPronouns } from '../cues/sources.ts';
import type { CueRates } from './cue-rates.ts';

/** What a word form tells of a place in an article, as features; made once a form and kept. */
export interface CueWord {
  readonly identity: number;
  readonly shape: number;
  readonly suffix: number;
  /** Clusters of words that keep the same company, from coarse to fine. */
  readonly coarse: number;
  readonly middle: number;
  readonly fine: number;
  /** 0: no cue; otherwise what the verb governs and its form. */
  readonly cue: number;
  /** How often it is part of cues and of sources, in steps; see {@link CueRates}. */
  readonly cueRate: number;
  readonly sourceRate: number;
  /** 0: none; otherwise which. */
  readonly pronoun: number;
  readonly hasLetter: boolean;
  readonly isCapitalized: boolean;
  /** What tokens see of it by itself: first the token {@link wordReach} places behind it, last the one as far before it. */
  readonly seen: readonly Int32Array[];
  /** What {@link seen} comes to in the model that asked last, one sum a place and label; null before. */
  kept: { readonly model: ChainModel; readonly sums: Int16Array } | null;
}

/** The features of a token see single words from three tokens before it to three behind it. */
export const wordReach = 3;

export interface CueWordReader {
  /** `lower`: the form in lower case with straight apostrophes. */
  read(text: string, lower: string): CueWord;
  /** Stands before the first and behind the last token. */
  readonly edge: CueWord;
  /** Stands for every mark of quotation, whatever it looks like. */
  readonly mark: CueWord;
}

export function createCueWordReader(
  lexicon: CueLexicon,
  classes: WordClasses,
  rates: CueRates,
): CueWordReader {
  const words = new Map<string, CueWord>();
  return {
    read: (text, lower) => {
      const known = words.get(text);
      if (known !== undefined) return known;
      const word = describe(text, lower, lexicon, classes, rates);
      if (words.size >= keptWords) words.clear();
      words.set(text, word);
      return word;
    },
    edge: describe('<edge>', '<edge>', lexicon, classes, rates),
    mark: describe('"', '"', lexicon, classes, rates),
  };
}

/** Hostile input may hold a million forms; those seen again are soon there again. */
const keptWords = 20_000;

const pronouns = new Map(
  Object.entries({
    he: 1,
    she: 1,
    they: 2,
    it: 3,
    we: 4,
    i: 4,
    you: 5,
    who: 6,
    which: 7,
    him: 8,
    her: 8,
    them: 8,
    his: 9,
    their: 9,
    its: 9,
    that: 10,
    those: 11,
    one: 11,
    some: 11,
    many: 11,
    others: 11,
    both: 11,
  }),
);

function describe(
  text: string,
  lower: string,
  lexicon: CueLexicon,
  classes: WordClasses,
  rates: CueRates,
): CueWord {
  const form = lower.replace(/\d/g, '0');
  const identity = hashString(form, 2);
  const shape = hashString(shapeOf(text), 3);
  const suffix = hashString(lower.slice(-3), 23);
  const isCapitalized = text[0] !== lower[0];
  const clusters = classes.findClusters(lower) ?? classes.findClusters(form);
  const level = (index: number, kind: number): number =>
    clusters === null
      ? hashString(isCapitalized ? 'Xx' : lower.length > 3 ? lower.slice(-2) : 'x', 53)
      : hashString(`${clusters[index]}`, kind);
  const coarse = level(0, 50);
  const middle = level(1, 51);
  const fine = level(2, 52);
  const finest = level(3, 54);
  const cue = cueClass(lower, lexicon);
  const { cue: cueRate, source: sourceRate } = rates.get(lower) ?? { cue: 0, source: 0 };
  const own = [identity, shape, coarse, middle, fine, finest, hashString(`${cue}`, 60)];
  own.push(mixHash(cueRate | (sourceRate << 3), 61));
  for (let length = 2; length <= 4; length += 1)
    if (lower.length > length) own.push(hashString(lower.slice(-length), 20 + length));
  if (lower.length > 4) own.push(hashString(lower.slice(0, 4), 14));
  const pronoun = pronouns.get(lower) ?? (personalPronouns.test(lower) ? 12 : 0);
  const beside = (kinds: readonly number[]): number[] =>
    [identity, shape, suffix, fine, middle, cue, cueRate].map((value, index) =>
      mixHash(value, kinds[index]!),
    );
  const seen = [
    [mixHash(identity, 105)],
    [mixHash(identity, 103), mixHash(middle, 121), mixHash(cue, 132)],
    beside([101, 107, 111, 117, 119, 129, 160]),
    own,
    beside([102, 108, 112, 118, 120, 130, 161]),
    [mixHash(identity, 104), mixHash(middle, 122), mixHash(cue, 131)],
    [mixHash(identity, 106)],
  ];
  return {
    identity,
    shape,
    suffix,
    coarse,
    middle,
    fine,
    cue,
    cueRate,
    sourceRate,
    pronoun,
    hasLetter: /\p{L}/u.test(text),
    isCapitalized,
    seen: seen.map((features) => Int32Array.from(features)),
    kept: null,
  };
}

/** What the verb governs (says, quotes, object, tells, judges) and its form, as one number. */
function cueClass(lower: string, lexicon: CueLexicon): number {
  const entry = lexicon.verbs.get(lower);
  if (entry === undefined) return lexicon.feelingNouns.has(lower) ? 1 : lexicon.wordNouns.has(lower) ? 2 : 0;
  const { says, quotes, object, tells, judges } = entry.verb;
  const frames =
    Number(says) |
    (Number(quotes) << 1) |
    (Number(object) << 2) |
    (Number(tells) << 3) |
    (Number(judges) << 4);
  return 3 + frames * 4 + ['base', 'present', 'past', 'gerund'].indexOf(entry.form);
}

/** "McCain-2008" → "XxXx-d": runs of capitals, small letters and digits, and all else as it is. */
function shapeOf(text: string): string {
  let shape = '';
  for (const character of text.slice(0, 24)) {
    const kind = /\d/.test(character)
      ? 'd'
      : character !== character.toLowerCase()
        ? 'X'
        : character !== character.toUpperCase()
          ? 'x'
          : character;
    if (!shape.endsWith(kind)) shape += kind;
  }
  return shape;
}
