import { type ArticleEntities, type EntityMention, isPossessive } from '../../entities/index.ts';
import type { Attribution } from '../attribution.ts';
import { isWord, type Reading, tokensInside } from '../reading.ts';

/** An article as the question "who is that?" reads it. */
export interface Scene {
  readonly reading: Reading;
  readonly found: ArticleEntities;
  /** Per token: index of the entity named there; -1 where none is. */
  readonly entityOf: Int32Array;
  /** Per sentence: how many sentences before it hold words outside quotation marks. */
  readonly narrativeOf: Int32Array;
  /** Per sentence of the narrative: how many sentences before it say "he", and "she". */
  readonly carrying: Readonly<Record<'male' | 'female', Int32Array>>;
  /** In the order of the text. */
  readonly mentions: readonly SceneMention[];
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
  readonly speakers: readonly number[];
}

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
  const mentions = found.mentions.map((mention): SceneMention => {
    const { entity, firstToken, endToken } = mention;
    const isFirst = !known.has(entity);
    known.add(entity);
    const isOwner = isPossessive(found.segmented.tokens[endToken]?.text);
    return {
      ...placeOf({ reading, narrativeOf }, firstToken),
      entity,
      end: endToken,
      isSubject: !isOwner && isSubject(reading, mention),
      isObject: prepositions.has(reading.words[firstToken - 1] ?? ''),
      isOwner,
      isQuoted: reading.quotationOf[firstToken] !== -1,
      isIntroduction: isFirst && endToken - firstToken > 1,
    };
  });
  return { reading, found, entityOf, narrativeOf, carrying, mentions };
}

export function placeOf(
  { reading, narrativeOf }: Pick<Scene, 'reading' | 'narrativeOf'>,
  token: number,
): Place {
  const sentence = reading.segmented.sentenceOfToken[token]!;
  return { first: token, paragraph: reading.paragraphOf[token]!, narrative: narrativeOf[sentence]! };
}

/** The index of the last mention that starts before a token; -1 where none does. */
export function lastMentionBefore(mentions: readonly SceneMention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < token) low = middle + 1;
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

export const prepositions: ReadonlySet<string> = new Set(
  'of by with to for from on in at about against than like after before under over'.split(' '),
);
const verbForms = new Set('is was are were has had have be been'.split(' '));
const speechWords = new Set('said says told tells'.split(' '));

/** A subject starts no further behind its sentence's start, in tokens. */
const subjectReach = 30;

/** Whether nothing that governs stands before the name in its sentence, outside of what is quoted. */
function isSubject({ segmented, words, quotationOf }: Reading, { firstToken }: EntityMention): boolean {
  const first = segmented.sentences[segmented.sentenceOfToken[firstToken]!]!.firstToken;
  if (firstToken - first > subjectReach) return false;
  const isQuoted = quotationOf[firstToken] !== -1;
  for (let token = first; token < firstToken; token += 1) {
    if (!isQuoted && quotationOf[token] !== -1) continue;
    const word = words[token]!;
    if (word.endsWith('ed') || speechWords.has(word)) return false;
    if (token >= firstToken - 2 && (prepositions.has(word) || verbForms.has(word))) return false;
  }
  return true;
}
