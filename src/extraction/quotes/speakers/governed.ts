import type { Scene } from './scene.ts';

export const governing =
  /^(?:of|for|from|at|in|with|by|to|on|among|including|near|under|against|about|via|per|across|behind|through|outside|inside|within|between|over|around|throughout|into|like)$/;

/** Does what follows in a source only say of its head for whom it is, from where, or what it does? */
export const governs = (scene: Pick<Scene, 'reading' | 'found'>, from: number, token: number): boolean =>
  governing.test(scene.reading.words[token]!) || tellsOfNoun(scene, from, token);

/**
 * > delegates supporting Roe      > a man wearing a Leeds shirt      not: the sitting Roe, the building manager Roe
 *             ^^^^^^^^^^                   ^^^^^^^
 */
export function tellsOfNoun(
  { reading: { words, capital }, found }: Pick<Scene, 'reading' | 'found'>,
  from: number,
  token: number,
): boolean {
  const word = words[token]!;
  if (
    token <= from ||
    capital[token] === 1 ||
    !/^\p{Ll}{2,}ing$/u.test(word) ||
    found.lexicons.roleNouns.has(word)
  )
    return false;
  if (/^(?:of|for|and)$/.test(words[token - 2]!)) return false; // "director of city planning Ann Roe"
  const before = words[token - 1]!;
  const isBehindNoun = /^\p{Ll}+$/u.test(before) && (capital[token - 1] === 0 || token - 1 === from);
  return isBehindNoun && !beforeNouns.test(before) && opensPhrase(words[token + 1]!, capital[token + 1]!);
}

const beforeNouns =
  /^(?:the|an?|his|her|its|their|our|my|this|that|former|newly|long|then|of|for|and|in|at|on|with)$/;

const opensPhrase = (word: string, capital: number): boolean =>
  capital === 1 || /^(?:the|an?|his|her|its|their)$/.test(word);

/**
 * > a spokesman for the agency, Ribble Homes      not: the mission in the country, Monusco
 *                               ^^^^^^^^^^^^
 */
export function isBesideGoverned(
  { reading: { words, capital }, found }: Pick<Scene, 'reading' | 'found'>,
  from: number,
  name: number,
): boolean {
  if (words[name - 1] !== ',') return false;
  for (let token = name - 2; token > from + 1 && name - token <= longestGoverned; token -= 1) {
    if (capital[token] === 1 || !/^\p{L}/u.test(words[token]!)) return false;
    if (!/^(?:the|a|an|his|her|its|their)$/.test(words[token]!)) continue;
    const noun = words[token - 2]!.replace(/s$/, '');
    return governing.test(words[token - 1]!) && (noun === 'source' || found.lexicons.roleNouns.has(noun));
  }
  return false;
}

/** In tokens, with the comma. */
const longestGoverned = 7;

/** > a UN-backed panel      > an EU-funded project      what it is, and not who speaks */
//    ^^                        ^^
export const isWithinAdjective = (word: string): boolean =>
  /-(?:\p{Ll}+ed|led|run|made|born|wide)$/u.test(word);
