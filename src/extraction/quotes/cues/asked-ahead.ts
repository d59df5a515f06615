import { isQuoted, type Reading } from '../reading.ts';
import type { Cue } from './cues.ts';

/**
 * Where behind "asked", and whom it names, the question opens, or what was asked for; null where nothing does.
 *
 * > Rao asked her on the first day what the prize was.      > The union asked the state for a delay.
 *                                  ^^^^                                              ^^^
 */
export function askedAhead(reading: Reading, { verb }: Cue, from: number, end: number): number | null {
  const isAsking = verb?.lemma === 'ask';
  if (!isAsking && verb?.lemma !== 'wonder') return null;
  const { words } = reading;
  for (let token = from; token < Math.min(end - 1, from + longestHearer); token += 1) {
    const word = words[token]!;
    if (isQuoted(reading, token) || /^(?:[,;:.?]|to|that|and)$/.test(word)) return null;
    if (questionWords.test(word) || (relatives.test(word) && isHeardBefore(reading, from, token)))
      return token;
    if (isAsking && word === 'for')
      return /^(?:it|more|them|that|this)$/.test(words[token + 1]!) ? null : token;
  }
  return null;
}

/** In tokens: "one of the young officials of the ministry on Tuesday evening". */
const longestHearer = 12;
const questionWords = /^(?:whether|if|what|why|how|whose)$/;
const relatives = /^(?:who|which|when|where)$/;

/** > asked who had won      > asked her who had won      > not: asked the man who had won */
function isHeardBefore({ words, nameOf }: Reading, from: number, token: number): boolean {
  return (
    token === from ||
    nameOf[token - 1] !== -1 ||
    /^(?:him|her|them|me|us|it|reporters|journalists)$/.test(words[token - 1]!)
  );
}
