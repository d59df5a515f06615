import { isPastOfSubject } from '../past-tense.ts';
import { isQuoted, isWord, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { occasionInside } from './occasions.ts';

/**
 * A subject whose clause about it has names and verbs of its own, and no comma on either side; null where there is none.
 *
 * > Survivors of the ferry that capsized off Samar on Sunday said …
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function subjectWithClause(reading: Reading, verb: number): Stretch | null {
  const { words } = reading;
  const first = clauseStart(reading, verb);
  // "to find" is no verb of a sentence.
  if (noSubject.test(words[first]!) || words[verb] === 'to' || words[verb - 1] === 'to') return null;
  const who = words.slice(first, verb).findIndex((word) => relatives.test(word)) + first;
  // "the law that would ban it": the head is a noun phrase, and no sentence of its own.
  if (who <= first || words.slice(first, who).some(isVerb)) return null;
  return hasVerb(reading, who + 1, verb) ? { first, end: verb } : null;
}

/** Behind the last comma, quotation, or start of a sentence before a token, and the words that join. */
function clauseStart(reading: Reading, token: number): number {
  const { words } = reading;
  const sentence = sentenceAround(reading, token);
  let first = Math.max(sentence.first, token - longestSubject);
  for (let index = first; index < token; index += 1)
    if (isQuoted(reading, index) || !isWord(reading, index)) first = index + 1;
  while (first < token && joining.test(words[first]!)) first += 1;
  return first;
}

/** In tokens. */
const longestSubject = 40;

const relatives = /^(?:who|whom|whose|that|which|where)$/;
const joining = /^(?:and|but|while|although|though|as|meanwhile|however|yet|still)$/;
/** What opens a phrase or a clause before a subject, or stands for it whole. */
const noSubject =
  /^(?:in|on|at|by|with|during|after|before|from|to|for|about|of|under|since|until|amid|despite|when|if|because|that|who|which|where|what|how|why|whether|he|she|it|they|we|i|you|this|there|those|\p{Ll}+ing)$/u;

/** Has the clause about the head a verb before the one that is asked for: "who fled", "that the firm closed"? */
function hasVerb({ words, capital, nameOf }: Reading, first: number, end: number): boolean {
  if (end - first < 2) return false;
  // Right behind "who" nothing but a verb has small letters.
  if (words[first - 1] === 'who' && capital[first] === 0 && nameOf[first] === -1) return true;
  return words.slice(first, end).some(isVerb);
}

/** Is a word, where a verb may stand, one that is finite? */
export const isVerb = (word: string): boolean =>
  isPastOfSubject(word) ||
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|says?|think|thinks|believes?|\p{L}+n't)$/u.test(
    word,
  );

/**
 * Who speaks in a clause about the one named before it, where the time or the occasion stands before the verb; null elsewhere.
 *
 * > She had clashed with an investor, Lodestone Partners, which last month called for a sale.
 *                                                         ^^^^^
 */
export function relativeSubject({ words }: Reading, verb: number): Stretch | null {
  let who = verb - 2;
  while (who > verb - longestOccasion && !/^(?:who|which|[,;:.])$/.test(words[who] ?? '.')) who -= 1;
  if (!/^(?:who|which)$/.test(words[who] ?? '') || words[who - 1] !== ',') return null;
  return occasionInside.test(words.slice(who + 1, verb).join(' ')) ? { first: who, end: who + 1 } : null;
}

/** In tokens. */
const longestOccasion = 14;
