import type { Stretch } from '../reading.ts';
import type { Places } from './places.ts';
import type { Asked } from './references.ts';
import { namedAmong, type Scene } from './scene.ts';

/**
 * "The official" is the one without a name who was just quoted as "an official", and nobody who is named, unless called so.
 *
 * > An official said Mayor Roe had left. … "He is happy," the official said.
 *   ^^^^^^^^^^^                                           ^^^^^^^^^^^^
 */
export function withoutThoseBehindSame(
  scene: Scene,
  { reference: { description }, turns }: Asked,
  places: readonly Places[],
): readonly Places[] {
  const head = description?.form === 'nominal' ? description.head : null;
  if (head === null) return places;
  const same = turns.findLastIndex(
    ({ attribution: { source } }) => source !== null && names(scene, source, head),
  );
  const turn = turns[same];
  if (turn === undefined || namedAmong(scene, turn.speakers).length > 0) return places;
  if (!/^(?:an?|one|two|another)$/.test(scene.reading.words[turn.attribution.source!.first]!)) return places;
  return places.filter(({ speakers, fit }) => fit.sameRole === 1 || namedAmong(scene, speakers).length === 0);
}

/** > an official at the ministry      of "official" */
function names({ reading: { words } }: Scene, { first, end }: Stretch, head: string): boolean {
  for (let token = first; token < Math.min(end, first + longestPhrase); token += 1) {
    if (words[token] === head || words[token] === `${head}s`) return true;
    if (token > first && stops.test(words[token]!)) return false;
  }
  return false;
}

/** A phrase has no more words before its noun. */
const longestPhrase = 7;
const stops = /^(?:,|who|whom|which|that|for|from|in|at|with|to|on|by)$/;
