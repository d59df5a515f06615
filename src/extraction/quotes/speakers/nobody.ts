import type { Gender } from '../../entities/index.ts';
import { isHeardOf } from '../forms/passive-cues.ts';
import type { Reading, Stretch } from '../reading.ts';
import { describeDialogue } from './dialogue.ts';
import { isBehindDocument, isDocument } from './documents.ts';
import type { Features } from './features.ts';
import { type Asked, isDefinite, type Reference } from './references.ts';
import { lastBefore, namedAmong, type Place, type Scene, type Turn } from './scene.ts';
import { isSameSource } from './turns.ts';

/** What speaks for nobody that the article names: people and bodies that it describes near by. */
export function describeNobody(scene: Scene, asked: Asked): Features {
  const { reference, turns, own } = asked;
  const { description, form } = reference;
  const features: Features = {
    nobody: 1,
    ...(form === 'orphan' ? describeDialogue(scene, withoutFigures(scene, asked), []) : {}),
  };
  const { cue, source: ownSource } = own.attribution;
  if (ownSource === null && cue !== null && isHeardOf(scene.reading, cue)) features.unnamedAgent = 1;
  if (form === 'orphan') {
    const unnamed = findUnnamed(scene, reference);
    if (unnamed !== undefined) {
      const sentences = reference.narrative - unnamed.narrative;
      features[sentences <= 1 ? 'unnamedBefore' : 'unnamedFarther'] = 1;
    }
  }
  const before = turns.at(-1);
  const source = before?.attribution.source ?? null;
  if (before !== undefined && namedAmong(scene, before.speakers).length === 0 && source !== null) {
    const isPerson = describesPerson(scene, source);
    const isOther = isOfOtherGender(scene, before, description?.gender ?? null);
    if (
      form === 'orphan' ||
      form === 'they' ||
      (!isOther && isPerson === (form === 'he' || form === 'person'))
    ) {
      const paragraphs = reference.paragraph - before.paragraph;
      if (paragraphs === 0) features.unnamedSpokeHere = 1;
      else if (paragraphs === 1) features.unnamedSpokeBefore = 1;
    }
  }
  if (description?.head != null) {
    const same = turns.findLast((turn) => isSameSource(scene, turn, own));
    if (same !== undefined && namedAmong(scene, same.speakers).length === 0) features.sameDescription = 1;
    if (isIntroducedUnnamed(scene, reference, description.head)) features.introducedUnnamed = 1;
  }
  if (form === 'other' || form === 'name') {
    if (!isDefinite(scene, reference) && scene.reading.capital[reference.first] === 0)
      features.indefinite = 1;
    if (isDocument(scene, reference.stretch)) features.document = 1;
  }
  if (form === 'it' && isBehindDocument(scene, reference.stretch)) features.document = 1;
  if (reference.interlude?.isAnonymous) features.anonymousBefore = 1;
  if (form !== 'orphan' && reference.heads.length === 0 && isAnonymous(scene, reference.stretch))
    features.anonymous = 1;
  return features;
}

/** In a dialogue nobody who is named speaks wherever someone does who is only described. */
const withoutFigures = (scene: Scene, asked: Asked): Asked => ({
  ...asked,
  turns: asked.turns.map((turn) => ({ ...turn, speakers: namedAmong(scene, turn.speakers) })),
});

/** How far back people who are only described are looked for, in tokens. */
const reach = 80;

function findUnnamed({ described, named }: Scene, { first }: Reference): Place | undefined {
  for (let index = lastBefore(described, first); index >= 0; index -= 1) {
    const one = described[index]!;
    if (one.first <= first - reach) return undefined;
    if (one.entity >= named) return one;
  }
  return undefined;
}

/**
 * > Two officials said that the cabinet was split. … the official said
 *   ^^^^^^^^^^^^^
 */
function isIntroducedUnnamed({ reading }: Scene, { first }: Reference, head: string): boolean {
  const { words, nameOf, quotationOf } = reading;
  for (let token = first - 1; token >= Math.max(0, first - farthestIntroduction); token -= 1) {
    if ((words[token] !== head && words[token] !== `${head}s`) || quotationOf[token] !== -1) continue;
    const behind = words[token + 1] === ',' ? token + 2 : token + 1;
    if (isOfName(reading, token)) continue;
    const before = words.slice(Math.max(0, token - 4), token);
    if (nameOf[behind] === -1 && before.some((word) => indefinite.test(word))) return true;
  }
  return false;
}

/** > Evercrest, a care provider, … */
//                    ^^^^^^^^
function isOfName({ words, nameOf }: Reading, noun: number): boolean {
  for (let token = noun - 1; token >= noun - 6; token -= 1)
    if (words[token] === ',') return (nameOf[token - 1] ?? -1) !== -1;
  return false;
}

/** In tokens. */
const farthestIntroduction = 300;

const indefinite = /^(?:a|an|one|another|two|three|four|some|several|many|unnamed|anonymous)$/;

/** Does the head of a description say what a person is ("the owner, who …")? */
export function describesPerson({ reading, found }: Scene, { first, end }: Stretch): boolean {
  if (/^(?:he|she|who)$/.test(reading.words[first]!)) return true;
  for (let token = first; token < Math.min(end, first + 6); token += 1) {
    const word = reading.words[token]!;
    if (/^(?:,|of|for|from|in|at|with|who|whose|on|to|by)$/.test(word)) return false;
    if (found.lexicons.roleNouns.has(word)) return true;
  }
  return false;
}

/**
 * > "No," said a man. "Yes," she said.
 *              ^^^
 */
export function isOfOtherGender({ found, reading }: Scene, turn: Turn, gender: Gender | null): boolean {
  if (gender === null) return false;
  const pronoun = reading.words[turn.attribution.source!.first]!;
  const [figure] = turn.speakers;
  const male =
    pronoun === 'he' ? 1 : pronoun === 'she' ? 0 : figure === undefined ? 0.5 : found.profiles[figure]!.male;
  return gender === 'male' ? male < 0.5 : male > 0.5;
}

/** > The owner, who did not want to be named, said … */
function isAnonymous({ reading }: Scene, { first, end }: Stretch): boolean {
  let last = end;
  while (last < end + longestAside && !/^[.;:!?]$/.test(reading.words[last] ?? '.')) last += 1;
  const phrase = reading.words.slice(first, last);
  return phrase.includes('who') && phrase.some((word) => anonymous.test(word));
}

/** What is said of a source behind it, in tokens. */
const longestAside = 12;

const anonymous = /^(?:named|identified|anonymous|anonymity|unnamed)$/;
