import type { EntityMention } from '../../entities/index.ts';
import { isAdverbInLy } from '../adverbs.ts';
import { isPastTense } from '../past-tense.ts';
import type { Reading } from '../reading.ts';

export const prepositions: ReadonlySet<string> = new Set(
  'of by with to for from on in at about against than like after before under over'.split(' '),
);
const verbForms = new Set('is was are were has had have be been'.split(' '));
const speechWords = new Set('said says told tells'.split(' '));

/**
 * A name in the same clause stands before it, and more than titles between: "Roe saw Ms Doe".
 */
export function isBehindVerb(
  { segmented: { sentenceOfToken }, words, capital, quotationOf }: Reading,
  before: EntityMention | undefined,
  { firstToken }: EntityMention,
): boolean {
  if (before === undefined || sentenceOfToken[before.firstToken] !== sentenceOfToken[firstToken])
    return false;
  let hasVerb = false;
  for (let token = before.endToken; token < firstToken; token += 1) {
    const word = words[token]!;
    if (
      quotationOf[token] !== quotationOf[firstToken] ||
      clauseEdges.has(word) ||
      !/^[\p{L}\p{N}.'’-]+$/u.test(word)
    )
      return false;
    if (capital[token] === 0 && !prepositions.has(word) && !word.startsWith("'")) hasVerb = true;
  }
  return hasVerb;
}

const clauseEdges = new Set(
  'and but or while when as that if because whether who which where after before until'.split(' '),
);

/** A subject starts no further behind its sentence's start, in tokens. */
const subjectReach = 30;

/** A subject follows, whatever stands before. */
const clauseOpeners = /^(?:but|while|because|although|whereas|;)$/;

/** Whether nothing that governs stands before the words in their sentence, outside of what is quoted. */
export function opensClause({ segmented, words, quotationOf }: Reading, firstToken: number): boolean {
  const first = segmented.sentences[segmented.sentenceOfToken[firstToken]!]!.firstToken;
  const isQuoted = quotationOf[firstToken] !== -1;
  if (!isQuoted && clauseOpeners.test(words[firstToken - 1] ?? '')) return true;
  if (firstToken - first > subjectReach) return false;
  for (let token = first; token < firstToken; token += 1) {
    if (!isQuoted && quotationOf[token] !== -1) continue;
    const word = words[token]!;
    if (word.endsWith('ed') || speechWords.has(word)) return false;
    if (token >= firstToken - 2 && (prepositions.has(word) || verbForms.has(word))) return false;
  }
  return true;
}

/**
 * A name behind the comma of what opens the sentence, with its titles, and its verb behind it.
 *
 * > Following the death of his respected father, Alexander Stodden has taken over.
 *                                                ^^^^^^^^^^^^^^^^^
 * > As tension mounted, Foreign Minister Ana Roe earlier announced new sanctions.
 *                                        ^^^^^^^
 */
export function isBehindOpening(reading: Reading, first: number, end: number): boolean {
  const { segmented, words, capital, quotationOf } = reading;
  const { firstToken } = segmented.sentences[segmented.sentenceOfToken[first]!]!;
  let start = first;
  while (start > firstToken && first - start < longestTitle && capital[start - 1] === 1) start -= 1;
  if (words[start - 1] !== ',' || quotationOf[first] !== quotationOf[firstToken]) return false;
  if (first - firstToken > subjectReach || !opensSentence(words[firstToken]!)) return false;
  let verb = end;
  while (adverbs.has(words[verb] ?? '') || isAdverbInLy(words[verb] ?? '')) verb += 1;
  const word = words[verb] ?? '';
  return finiteVerbs.has(word) || isPastTense(word);
}

/** In tokens. */
const longestTitle = 6;

const opensSentence = (word: string): boolean => sentenceOpeners.has(word) || /(?:ing|ed)$/.test(word);

const sentenceOpeners: ReadonlySet<string> = new Set([
  ...prepositions,
  ...'following although though when while since because if as during despite until amid without having unlike'.split(
    ' ',
  ),
]);
const finiteVerbs = new Set(
  'is was are were has had have will would can could may might must does do did said says told tells'.split(
    ' ',
  ),
);
const adverbs = new Set('also earlier later then now never again soon still once yesterday today'.split(' '));
