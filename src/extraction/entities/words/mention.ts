import type { EntityType } from '../../../domain/entity.ts';
import type { Span } from '../../../domain/span.ts';
import type { SegmentedText, Token } from '../../../text/segments.ts';
import { foldWord, isCapitalized } from './fold.ts';
import type { Gender } from './lexicons.ts';

/** One place where a name stands: without title, article and possessive. */
export interface Mention extends Span {
  readonly text: string;
  readonly type: EntityType;
  /** The tagger's probability in [0, 1]; lower where the name was only found elsewhere in the article. */
  readonly confidence: number;
  /** Tokens `[firstToken, endToken)` that the span touches; those at the edges may reach beyond it ("Iran-made"). */
  readonly firstToken: number;
  readonly endToken: number;
  /** The form of address before it ("Mrs"), and what it shows. */
  readonly honorific: Honorific | null;
  /** The capitalized word before it, folded: "justice" before "Khan"; empty where there is none. */
  readonly address: string;
  /** "the elder Lathrop", "the younger Lathrop". */
  readonly generation: Generation | null;
  /** Whether "and" stands behind it. */
  readonly isTied: boolean;
  /** The surname that a first name shares with the name behind: "Derek and Pauline Hoskins". */
  readonly sharedSurname: string | null;
  /** Whether a name that starts with a particle is a surname alone: "Ben Gvir", behind "Itamar Ben Gvir". */
  readonly isSurname: boolean;
  /** How somebody comes into the sentence; null where that tells nothing. */
  readonly standing: Standing | null;
}

/** As somebody's relative who does not speak, as the subject or beside it; or as one who speaks. */
export type Standing = 'kin' | 'kin-aside' | 'speaker';

export type Generation = 'elder' | 'younger';

export interface Honorific {
  /** Folded: lower case, no point. */
  readonly word: string;
  readonly gender: Gender | null;
}

/** The index of the first token that ends behind `offset`; the number of tokens where none does. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function createMention(
  segmented: SegmentedText,
  span: Span,
  type: EntityType,
  confidence: number,
  honorific: Honorific | null = null,
): Mention {
  const { text, tokens } = segmented;
  const firstToken = tokenAt(tokens, span.start);
  let endToken = firstToken;
  while (endToken < tokens.length && tokens[endToken]!.start < span.end) endToken++;
  const { start, end } = span;
  const before = tokens[firstToken - 1]?.text ?? '';
  const generation = generations.get(tokens[firstToken - 1]?.text ?? '') ?? null;
  return {
    start,
    end,
    text: text.slice(start, end),
    type,
    confidence,
    firstToken,
    endToken,
    honorific,
    address: isCapitalized(before) ? foldWord(before) : '',
    generation,
    isTied: /^(?:and|&)$/.test(tokens[endToken]?.text ?? ''),
    sharedSurname: null,
    isSurname: false,
    standing: null,
  };
}

/** Words before a surname that tell father from son, and mother from daughter. */
const generations: ReadonlyMap<string, Generation> = new Map([
  ['elder', 'elder'],
  ['older', 'elder'],
  ['younger', 'younger'],
]);

/**
 * Does an apostrophe make the word before it an owner?
 *
 * > the Joneses' house      > Ruiz's house      not: > Achieng' said
 */
export const makesOwner = (token: string | undefined, before: string): boolean =>
  isPossessive(token) && (token!.length > 1 || /[sxzç]$/i.test(before));

export const isPossessive = (token: string | undefined): boolean =>
  token === "'s" || token === '’s' || token === "'" || token === '’' || token === "'S" || token === '’S';
