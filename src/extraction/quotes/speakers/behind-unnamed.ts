import type { Gender } from '../../entities/index.ts';
import type { Reading, Stretch } from '../reading.ts';
import type { Places } from './places.ts';
import type { Asked } from './references.ts';
import { lastBefore, namedAmong, type Scene, type Turn } from './scene.ts';

/**
 * Behind what somebody without a name said, "he" is mostly that one, unless another is named since. Whom the words were
 * about is not meant.
 *
 * > A spokesman for the school said Roe had left. "It is over," he added.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^                                  ^^
 */
export function isBehindUnnamed(scene: Scene, { reference, turns, own }: Asked): boolean {
  const last = turns.at(-1);
  const source = last?.attribution.source ?? null;
  if (last === undefined || source === null || reference.description?.form !== 'personal') return false;
  if (last.speakers.length > 0 && namedAmong(scene, last.speakers).length > 0) return false;
  if (!/^s?he$/.test(scene.reading.words[reference.first]!) || reference.first <= source.first) return false;
  if (reference.paragraph - last.paragraph > 1 || reference.narrative - last.narrative > 1) return false;
  if (!describesOne(scene, source, reference.gender) || isAsking(scene, last)) return false;
  return !isNamedBetween(scene, last, own, reference.first);
}

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

/** > a spokesman      > the minister's aide      > one of his lawyers      not: > officials */
function describesOne({ reading, found }: Scene, { first, end }: Stretch, gender: Gender | null): boolean {
  const { words } = reading;
  if (!/^(?:an?|one|another|his|her|its|their)$/.test(words[first]!) && !hasOwner(reading, first, end))
    return false;
  for (let token = first + 1; token < Math.min(end, first + longestPhrase); token += 1) {
    if (stops.test(words[token]!)) return false;
    const sex = found.lexicons.roleNouns.get(words[token]!);
    if (sex === undefined || found.lexicons.roleNouns.has(words[token + 1] ?? '')) continue;
    return sex === null || gender === null || sex === gender;
  }
  return false;
}

/** A phrase has no more words before its noun. */
const longestPhrase = 7;
const stops = /^(?:,|who|whom|which|that|for|from|in|at|with|to|on|by)$/;

/** > The prime minister's spokesman */
function hasOwner({ segmented }: Reading, first: number, end: number): boolean {
  for (let token = first + 1; token < Math.min(end, first + longestPhrase); token += 1)
    if (/^(?:['’]s?|.+['’]s)$/.test(segmented.tokens[token]!.text)) return true;
  return false;
}

/** Whoever is asked, or told something, may answer. */
function isAsking({ reading: { words } }: Scene, { attribution: { cue } }: Turn): boolean {
  if (cue === null) return false;
  const isQuestion = words
    .slice(cue.first, cue.end)
    .some((word) => /^(?:ask|question|press|challeng)/.test(word));
  return isQuestion || /^(?:him|her)$/.test(words[cue.end] ?? '');
}

/** Somebody who is named, or described, where neither of the two is speaking. */
function isNamedBetween(scene: Scene, last: Turn, own: Turn, until: number): boolean {
  const source = last.attribution.source!;
  const apart = [source, ...last.attribution.contents, ...own.attribution.contents];
  const isBetween = (first: number) =>
    first > source.first && !apart.some((stretch) => first >= stretch.first && first < stretch.end);
  for (const among of [scene.mentions, scene.described])
    for (let index = lastBefore(among, until); index >= 0 && among[index]!.first > source.first; index -= 1)
      if (scene.found.entities[among[index]!.entity]!.type === 'person' && isBetween(among[index]!.first))
        return true;
  return false;
}
