import { isPastTense } from '../past-tense.ts';
import type { Reading, Stretch } from '../reading.ts';
import type { Reference } from './references.ts';
import { lastBefore, type Scene } from './scene.ts';

/**
 * Whom "who" and "which" go on about: the last name before them in their sentence that can be called so; nobody where
 * they go on about others, who are only described.
 *
 * > Ruiz, who leads the union, said …      not: > Ruiz met neighbours who said …
 *   ^^^^
 */
export function findAntecedent(
  scene: Scene,
  { description, first, narrative }: Reference,
): readonly number[] {
  for (let index = lastBefore(scene.mentions, first); index >= 0; index -= 1) {
    const mention = scene.mentions[index]!;
    if (mention.narrative !== narrative) break;
    const isPerson = scene.found.entities[mention.entity]!.type === 'person';
    if (isPerson !== (description?.kind === 'person')) continue;
    return goesOnAbout(scene.reading, { first: mention.end, end: first }) ? [mention.entity] : [];
  }
  return [];
}

/**
 * Do the words between a name and "who" only say more of the one who is named?
 *
 * > Ruiz of Leeds who      > Ruiz, a mother of two, who      > Ruiz was among those who
 *        ^^^^^^^^              ^^^^^^^^^^^^^^^^^^^               ^^^^^^^^^^^^^^^
 */
function goesOnAbout({ words, nameOf }: Reading, { first, end }: Stretch): boolean {
  let from = first;
  while (asides.test(words[from]!)) from = asideEnd(words, from, end);
  const between = words.slice(from, end);
  const [opening, next] = between;
  if (opening === undefined || (opening === ',' && next === undefined)) return true;
  if (copulas.test(opening)) return predicates.test(between.slice(1, 4).join(' '));
  const isParted = between.at(-1) === ',';
  const phrase = opening === ',' ? between.slice(1) : between;
  if (phrase[0] === 'told') return isParted && nameOf[end - 2] !== -1; // "Ruiz told the BBC, who"
  if (phrase.some((word) => finite.test(word))) return false;
  if (opening !== ',') return belonging.test(opening) && !phrase.some(isPastTense);
  return appositions.test(next!) ? isParted || !phrase.some(isPastTense) : isParted && !joining.test(next!);
}

/** > Ruiz (44)      > Ruiz, 44 */
function asideEnd(words: readonly string[], first: number, end: number): number {
  const closing = words.indexOf(')', first);
  return words[first] === '(' && closing !== -1 && closing < end ? closing + 1 : first + 1;
}

const asides = /^(?:\(|\d+|jr|sr|snr|jnr|[dr]-\p{L}+)$/u;
const copulas = /^(?:is|are|was|were|be|been|became|remains|remained)$/;
const predicates = /^(?:(?:not|also|now|still|only|just) )*(?:among|one|the|an?)\b/;
const finite = /^(?:is|are|was|were|has|have|had|will|would|can|could|said|says|told|tells)$/;
const belonging = /^(?:of|from|at|in|for)$/;
const appositions =
  /^(?:an?|the|one|both|all|two|three|himself|herself|themselves|his|her|their|its|of|from|at|in|\d+|now|then)$/;
const joining =
  /^(?:along|together|with|and|but|or|while|as|alongside|where|when|after|before|who|whose|which)$/;
