import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import type { Cue } from './cues.ts';

/**
 * The subject of a verb that is no cue, and that "and" or "but" joins the cue to, or a comma where it ends in -ing.
 *
 * > The bank kept its rating and said in a note that margins had bottomed.      > The firm shut its plant, blaming "weak demand".
 *   ^^^^^^^^                                                                      ^^^^^^^^
 */
export function subjectOfJoinedVerb(reading: Reading, { groupFirst, form }: Cue): Stretch | null {
  const { words } = reading;
  const before = words[groupFirst - 1] ?? '';
  if (!/^(?:and|but)$/.test(before) && !(form === 'gerund' && before === ',')) return null;
  const sentence = sentenceAround(reading, groupFirst);
  const first = sentence.first + Number(/^(?:and|but|still|yet)$/.test(words[sentence.first]!));
  if (groupFirst - first > longestSentence) return null;
  for (let token = first; token < groupFirst; token += 1) {
    if (isQuoted(reading, token)) continue;
    const isJoined = words[token - 1] === ',' && /^(?:and|but)$/.test(words[token]!);
    if (clauseOpeners.test(words[token]!) || (isJoined && token !== groupFirst - 1)) return null;
  }
  const end = subjectEnd(reading, first, groupFirst - 1);
  return end === null ? null : { first, end };
}

/** In tokens. */
const longestSentence = 60;

/** > The prize went to Ana Ruiz, who smiled and said …      others are the subject behind these */
const clauseOpeners = /^(?:[;:]|who|which|that|when|as|while|after|before|because|where|if|until|since)$/;

/** Where the subject that starts at a token gives way to its verb; null where it is none. */
function subjectEnd({ words, nameOf, capital }: Reading, first: number, limit: number): number | null {
  if (/^(?:he|she|it|they)$/.test(words[first]!)) return first + 1;
  if (nameOf[first] === -1 && !/^(?:the|a|an|his|her|its|their)$/.test(words[first]!)) return null;
  for (let token = first + 1; token < Math.min(limit, first + longestSubject); token += 1) {
    // "the Growers' Association (GGA)"
    if (nameOf[token] !== -1 || capital[token] === 1 || /^[()]$/.test(words[token]!)) continue;
    if (/^(?:,|and)$/.test(words[token]!)) return null;
    if (pastVerbs.test(words[token]!)) return token;
  }
  return null;
}

/** In tokens. */
const longestSubject = 12;

const pastVerbs =
  /^(?:is|are|was|were|has|have|had|will|would|\p{Ll}{2,}(?<!e|hundr|wick|nak|kindr)ed|went|took|came|made|got|gave|saw|left|won|lost|held|began|met|fell|rose|stood|led|kept|felt|brought|paid|spoke|wrote|sent|sold|became|broke|built|bought|caught|chose|drew|drove|fought|cut|put|set|shut|hit)$/u;
