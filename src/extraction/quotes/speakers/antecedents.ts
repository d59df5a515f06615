import type { Reading } from '../reading.ts';
import type { Reference } from './references.ts';
import { lastBefore, type Scene } from './scene.ts';

/**
 * Whom "who" and "which" go on about: the last name before them in their sentence that can be called so; nobody where
 * someone stands between who is only described.
 *
 * > Ruiz, who leads the union, said …      not: > Ruiz was wrong, said a neighbour who asked not to be named.
 *   ^^^^
 */
export function findAntecedent(
  scene: Scene,
  { description, first, narrative }: Reference,
): readonly number[] {
  if (isUnnamed(scene.reading, first)) return [];
  for (let index = lastBefore(scene.mentions, first); index >= 0; index -= 1) {
    const mention = scene.mentions[index]!;
    if (mention.narrative !== narrative) break;
    const isPerson = scene.found.entities[mention.entity]!.type === 'person';
    if (isPerson === (description?.kind === 'person')) return [mention.entity];
  }
  return [];
}

/** > another neighbour, who      > one mother who      not: > Ruiz, a mother of three, who */
function isUnnamed({ words, nameOf, capital }: Reading, who: number): boolean {
  const last = words[who - 1] === ',' ? who - 2 : who - 1;
  for (let token = last; token > Math.max(0, last - longestPhrase); token -= 1) {
    if (nameOf[token] !== -1 || capital[token + 1] === 1 || !/^[\p{L}'’-]+$/u.test(words[token]!))
      return false;
    if (!/^(?:an?|one|another)$/.test(words[token]!)) continue;
    return token < last && !(words[token - 1] === ',' && nameOf[token - 2] !== -1);
  }
  return false;
}

/** In tokens: "one mother of two small children". */
const longestPhrase = 7;
