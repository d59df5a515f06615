import { finiteWords, mainClause } from './contents.ts';
import type { Cue, CueMap } from './cues.ts';
import { isQuoted, type Reading, type Stretch } from './reading.ts';

/**
 * What somebody is asked to do, behind a cue.
 *
 * > He instructed the builders to complete the canal by autumn.
 *                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function bidBehind(reading: Reading, cues: CueMap, { verb, end }: Cue): Stretch | null {
  const { words, capital } = reading;
  if (verb === null || !askingVerbs.test(verb.lemma)) return null;
  const preposition = prepositions.get(verb.lemma);
  if (preposition !== undefined && words[end] !== preposition) return null;
  for (let token = end + 1; token < Math.min(words.length, end + longestHearer); token += 1) {
    const word = words[token]!;
    if (isQuoted(reading, token) || noHearers.test(word)) return null;
    if (finiteWords.test(word) && !/^(?:you|it)$/.test(word)) return null;
    if (word !== 'to' || (preposition === 'to' && token === end)) continue;
    const next = words[token + 1] ?? '';
    const isVerb = /^\p{Ll}{2,}$/u.test(next) && !noVerbs.test(next) && capital[token + 1] === 0;
    return isVerb ? mainClause(reading, cues, end) : null;
  }
  return null;
}

const askingVerbs =
  /^(?:urge|ask|order|instruct|direct|advise|implore|beg|command|request|remind|warn|call|appeal|encourage)$/;

const prepositions: ReadonlyMap<string, string> = new Map([
  ['call', 'on'],
  ['appeal', 'to'],
]);

/** In tokens. */
const longestHearer = 14;

const noHearers = /^(?:[.,;:!?()—–]|--|that|whether|how|why|what|because|as|when|if|while)$/;
const noVerbs = /^(?:the|a|an|his|her|its|their|this|that|these|those|some|any|all|no|\p{Ll}+ing)$/u;
