import { isPastOfSubject } from '../past-tense.ts';
import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import type { Cue } from './cues.ts';

/**
 * The subject of a verb that is no cue, and that "and" or "but" joins the cue to; or a comma, or "before", where it ends in -ing.
 *
 * > The bank kept its rating and said in a note that margins had bottomed.      > The firm shut its plant, blaming "weak demand".
 *   ^^^^^^^^                                                                      ^^^^^^^^
 */
export function subjectOfJoinedVerb(
  reading: Reading,
  { groupFirst, form }: Pick<Cue, 'groupFirst' | 'form'>,
): Stretch | null {
  const { words } = reading;
  const before = words[groupFirst - 1] ?? '';
  const isJoinedGerund = form === 'gerund' && /^(?:,|before|after|by)$/.test(before);
  if (!/^(?:and|but)$/.test(before) && !isJoinedGerund && words[groupFirst] !== 'to') return null;
  const sentence = sentenceAround(reading, groupFirst);
  const first = behindOpening(reading, sentence.first);
  if (groupFirst - first > longestSentence) return null;
  const last = isJoinedGerund ? groupFirst - 1 : groupFirst;
  for (let token = first; token < last; token += 1) {
    if (isQuoted(reading, token)) continue;
    const isJoined = words[token - 1] === ',' && /^(?:and|but)$/.test(words[token]!);
    const opensClause = clauseOpeners.test(words[token]!) && !opensPhrase(reading, token, last);
    if (opensClause || (isJoined && token !== groupFirst - 1)) return null;
  }
  const end = subjectEnd(reading, first, groupFirst - 1);
  return end === null ? null : { first, end };
}

/**
 * Behind a word that joins, or a day, that a sentence opens with.
 *
 * > On Tuesday the bank kept its rating and said …      > But Ruiz met Lee and said …
 *              ^^^^^^^^                                       ^^^^
 */
export function behindOpening({ words }: Reading, first: number): number {
  const opening = openings.exec(words.slice(first, first + longestOpening).join(' '))?.[0];
  return opening === undefined ? first : first + opening.trim().split(' ').length;
}

const openings =
  /^(?:(?:and|but|still|yet)(?= )|(?:(?:(?:early |late )?on |last |this |earlier )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?|(?:last|earlier this|late last) (?:week|month|year|spring|summer|fall|autumn|winter)|meanwhile|instead|in response|in turn|also|later|then)(?: ,)?(?= ))/;
/** In tokens. */
const longestOpening = 7;

/** In tokens. */
const longestSentence = 60;

/** > The prize went to Ana Ruiz, who smiled and said …      others are the subject behind these */
const clauseOpeners = /^(?:[;:]|who|which|that|when|as|while|after|before|because|where|if|until|since)$/;

/** > He did not spare them after the 5-1 defeat by Leith, accusing … */
//                         ^^^^^
const opensPhrase = ({ words }: Reading, token: number, end: number): boolean =>
  /^(?:after|before|since|until)$/.test(words[token]!) && !words.slice(token + 1, end).some(isVerb);

/** Where the subject that starts at a token gives way to its verb; null where it is none. */
export function subjectEnd({ words, nameOf, capital }: Reading, first: number, limit: number): number | null {
  if (/^(?:he|she|it|they)$/.test(words[first]!)) return first + 1;
  const isTitled =
    capital[first] === 1 && nameOf.subarray(first, first + longestTitle).some((name) => name !== -1);
  if (!isTitled && !/^(?:the|a|an|his|her|its|their)$/.test(words[first]!)) return null;
  for (let token = first + 1; token < Math.min(limit, first + longestSubject); token += 1) {
    // "the Growers' Association (GGA)"
    if (nameOf[token] !== -1 || capital[token] === 1 || /^[()]$/.test(words[token]!)) continue;
    if (words[token] === 'and') return null;
    if (words[token] === ',') {
      // "Ana Ruiz, the mayor of Cádiz, met"
      const aside = words.slice(token + 1, Math.min(limit, token + longestSubject)).indexOf(',');
      if (aside === -1 || !/^(?:the|a|an|his|her|its|their)$/.test(words[token + 1]!)) return null;
      const verb = token + aside + 2;
      return isVerb(words[verb]!) ? verb : null;
    }
    if (isVerb(words[token]!)) return token;
  }
  return null;
}

/** In tokens. */
const longestSubject = 12;
const longestTitle = 4;

const isVerb = (word: string): boolean =>
  isPastOfSubject(word) ||
  /^(?:is|are|has|have|will|would|could|can|may|might|must|should|does|do|\p{L}+n't)$/u.test(word);
