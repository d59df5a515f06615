import { type ArticleEntities, makesOwner } from '../../entities/index.ts';
import type { Attribution } from '../attribution.ts';
import { isWord, type Reading, type Stretch, tokensInside } from '../reading.ts';
import { isBehindOpening, isBehindVerb, opensClause, prepositions } from './clauses.ts';
import type { Features } from './features.ts';
import { castFigures, type DescribedMention } from './figures.ts';
import { describeStandings } from './standing.ts';

/** An article as the question "who is that?" reads it. */
export interface Scene {
  readonly reading: Reading;
  /** Everyone named, and behind them the people who are only described. */
  readonly found: ArticleEntities;
  /** How many entities are named: indices from here on are people who are only described. */
  readonly named: number;
  /** Per token: index of the entity named there; -1 where none is. */
  readonly entityOf: Int32Array;
  /** Per sentence: how many sentences before it hold words outside quotation marks. */
  readonly narrativeOf: Int32Array;
  /** Per sentence of the narrative: how many sentences before it say "he", and "she". */
  readonly carrying: Readonly<Record<'male' | 'female', Int32Array>>;
  /** In the order of the text. */
  readonly mentions: readonly SceneMention[];
  /** Where someone is described: whom the article names elsewhere, or nowhere. */
  readonly described: readonly SceneMention[];
  /** Per entity that is named: what part it plays in the whole article. */
  readonly standings: readonly Features[];
}

/** A name, and how it stands in its sentence. */
export interface SceneMention extends Place {
  readonly entity: number;
  readonly end: number;
  /** Opens its clause: nothing that governs stands before it. */
  readonly isSubject: boolean;
  /** Stands behind a preposition. */
  readonly isObject: boolean;
  /** "Roe's lawyer" */
  readonly isOwner: boolean;
  /** Stands in somebody's words. */
  readonly isQuoted: boolean;
  /** The first of its entity, and of more than one word. */
  readonly isIntroduction: boolean;
}

/** Where a word stands: its token, its paragraph, and how many sentences of the narrative come before. */
export interface Place {
  readonly first: number;
  readonly paragraph: number;
  readonly narrative: number;
}

/** Words that were said, and by whom: nobody known, one, or several together. */
export interface Turn extends Place {
  readonly attribution: Attribution;
  /** The noun that heads its source, folded, where that describes somebody. */
  readonly head: string | null;
  readonly speakers: readonly number[];
}

export const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

export function setScene(reading: Reading, found: ArticleEntities): Scene {
  const narrativeOf = countNarrative(reading);
  const entityOf = tokensInside(reading.segmented, found.mentions).map((place) =>
    place < 0 ? -1 : found.mentions[place]!.entity,
  );
  const carrying = {
    male: countPronoun(reading, narrativeOf, 'he'),
    female: countPronoun(reading, narrativeOf, 'she'),
  };
  const known = new Set<number>();
  const mentions = found.mentions.map((mention, index): SceneMention => {
    const { entity, firstToken, endToken } = mention;
    const isFirst = !known.has(entity);
    known.add(entity);
    const isOwner = makesOwner(
      found.segmented.tokens[endToken]?.text,
      found.segmented.tokens[endToken - 1]!.text,
    );
    const { first, paragraph, narrative } = placeOf({ reading, narrativeOf }, firstToken);
    return {
      first,
      paragraph,
      narrative,
      entity,
      end: endToken,
      isSubject:
        !isOwner &&
        (isBehindOpening(reading, firstToken, endToken) ||
          (opensClause(reading, firstToken) && !isBehindVerb(reading, found.mentions[index - 1], mention))),
      isObject: isGoverned(reading, firstToken),
      isOwner,
      isQuoted: reading.quotationOf[firstToken] !== -1,
      isIntroduction: isFirst && endToken - firstToken > 1,
    };
  });
  const { described, ...cast } = castFigures(reading, found);
  return {
    reading,
    ...cast,
    entityOf,
    narrativeOf,
    carrying,
    mentions,
    standings: describeStandings(found, mentions),
    described: described.map((one) => standAsSubject(one, placeOf({ reading, narrativeOf }, one.first))),
  };
}

/** > at the hospital      > by its owner Roe */
function isGoverned({ words }: Reading, first: number): boolean {
  const before = words[first - 1] ?? '';
  return prepositions.has(/^(?:the|an?|its|their|his|her)$/.test(before) ? (words[first - 2] ?? '') : before);
}

const standAsSubject = ({ end, entity, isIntroduction }: DescribedMention, place: Place): SceneMention => ({
  end,
  entity,
  isIntroduction,
  isSubject: true,
  isObject: false,
  isOwner: false,
  isQuoted: false,
  ...place,
});

/** Those of some speakers who have a name. */
export const namedAmong = ({ named }: Scene, speakers: readonly number[]): readonly number[] =>
  speakers.every((one) => one < named) ? speakers : [];

export function placeOf(
  { reading, narrativeOf }: Pick<Scene, 'reading' | 'narrativeOf'>,
  token: number,
): Place {
  const sentence = reading.segmented.sentenceOfToken[token]!;
  return { first: token, paragraph: reading.paragraphOf[token]!, narrative: narrativeOf[sentence]! };
}

/** The index of the last one, in the order of the text, that starts before a token; -1 where none does. */
export function lastBefore(stretches: readonly Pick<Stretch, 'first'>[], token: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function countNarrative(reading: Reading): Int32Array {
  const { sentences } = reading.segmented;
  const counts = new Int32Array(sentences.length);
  let count = 0;
  for (const [index, { firstToken, endToken }] of sentences.entries()) {
    counts[index] = count;
    for (let token = firstToken; token < endToken; token += 1) {
      if (reading.quotationOf[token] !== -1 || !isWord(reading, token)) continue;
      count += 1;
      break;
    }
  }
  return counts;
}

/** Per sentence of the narrative, and behind its last: in how many before it the pronoun stands outside of marks. */
function countPronoun(
  { words, quotationOf, segmented }: Reading,
  narrativeOf: Int32Array,
  pronoun: string,
): Int32Array {
  const counts = new Int32Array(segmented.sentences.length + 2);
  for (const [token, word] of words.entries())
    if (word === pronoun && quotationOf[token] === -1)
      counts[narrativeOf[segmented.sentenceOfToken[token]!]! + 1] = 1;
  for (let index = 1; index < counts.length; index += 1) counts[index]! += counts[index - 1]!;
  return counts;
}
