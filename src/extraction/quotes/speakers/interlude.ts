import type { Gender } from '../../entities/index.ts';
import type { Attribution } from '../attribution.ts';
import type { Reading, Stretch } from '../reading.ts';
import { lastBefore, type Scene } from './scene.ts';

/**
 * What the narrative tells between the words before and words without a source: of whom, if not by name.
 *
 * > "Nobody came," Ruiz said.  |  The widow has four sons. She lit a candle.  |  "One for each."
 *                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export interface Interlude {
  /** Of the last "he" or "she" that a sentence is about; null where there is none. */
  readonly gender: Gender | null;
  /** Its last sentence asks, or tells of what the writer asked or said. */
  readonly asks: boolean;
  /** The token behind the verb of such telling, where the one who was asked may be named; -1 where there is none. */
  readonly asked: number;
  /** It tells of somebody who would not be named. */
  readonly isAnonymous: boolean;
  /** There is nothing between: the words stand right behind those before, in one paragraph. */
  readonly isMissing: boolean;
}

/** In tokens; what is told farther back leads nowhere. */
const longest = 80;

export function readInterlude(scene: Scene, before: Attribution | undefined, first: number): Interlude {
  const { reading } = scene;
  const { sentences, sentenceOfToken } = reading.segmented;
  const told = before === undefined ? 0 : endOf(before);
  const from = Math.max(0, told, first - longest);
  const narrative: Stretch[] = [];
  const open = told > 0 && from === told ? sentenceOfToken[told - 1]! : -1;
  for (let index = sentenceOfToken[from]!; index <= sentenceOfToken[first]!; index += 1) {
    const sentence = sentences[index]!;
    const [start, end] = [Math.max(sentence.firstToken, from), Math.min(sentence.endToken, first)];
    // The rest of a sentence that tells who spoke is about that one.
    if (index !== open && start < end && isTold(reading, start, end)) narrative.push({ first: start, end });
  }
  const last = narrative.at(-1);
  const asked = last === undefined ? -1 : endOfAsking(reading, last);
  return {
    gender: findGender(scene, narrative),
    asks: asked !== -1 || (last !== undefined && reading.words.slice(last.end - 1, last.end).includes('?')),
    asked,
    isAnonymous: narrative.some((sentence) => !namesSubject(scene, sentence) && hidesName(reading, sentence)),
    isMissing:
      before !== undefined && told === first && reading.paragraphOf[told - 1] === reading.paragraphOf[first],
  };
}

/** Does the writer tell what he himself said, as those do who interview? It is no turn of a dialogue. */
export const isWriters = ({ words, quotationOf }: Reading, { source, contents }: Attribution): boolean =>
  source !== null &&
  source.end - source.first === 1 &&
  /^(?:i|we)$/.test(words[source.first]!) &&
  [source, ...contents].every(({ first }) => quotationOf[first] === -1);

/**
 * The token behind the verb, in a sentence that opens with what the writer asked or said; -1 in others.
 *
 * > I ask Roe about the fall.      > I then put it to her that …
 *         ^^^                                     ^^
 */
function endOfAsking({ words, quotationOf }: Reading, { first, end }: Stretch): number {
  if (quotationOf[first] !== -1 || !/^(?:i|we)$/.test(words[first]!)) return -1;
  const verb = /^\p{L}+ly$|^(?:also|then|just|once|again|too|do|did|have|had)$/u.test(words[first + 1] ?? '')
    ? first + 2
    : first + 1;
  return verb < end && asking.test(words[verb]!) ? verb + 1 : -1;
}

const asking =
  /^(?:ask|tell|told|say|said|suggest|wonder|put|mention|remind|point|bring|brought|press|push|prompt|read|show|quote|offer|object|raise|try|tried|want|start|begin|began|confess|admit|observe|remark|note|repeat|inquire|enquire|venture|challenge|protest|insist|interrupt)(?:ed|d)?$/;

const endOf = ({ contents, source, cue }: Attribution): number =>
  Math.max(contents.at(-1)!.end, source?.end ?? 0, cue?.end ?? 0);

const isTold = ({ words, quotationOf }: Reading, first: number, end: number): boolean =>
  words.slice(first, end).some((word, index) => quotationOf[first + index] === -1 && /\p{L}/u.test(word));

function findGender(scene: Scene, narrative: readonly Stretch[]): Gender | null {
  for (const sentence of narrative.toReversed()) {
    if (namesSubject(scene, sentence)) return null;
    const gender = genderIn(scene.reading, sentence);
    if (gender !== null) return gender;
  }
  return null;
}

function namesSubject({ mentions, found }: Scene, { first, end }: Stretch): boolean {
  for (let index = lastBefore(mentions, first) + 1; index < mentions.length; index += 1) {
    const { first: start, isSubject, entity, isQuoted } = mentions[index]!;
    if (start >= end) return false;
    if (isSubject && !isQuoted && found.entities[entity]!.type === 'person') return true;
  }
  return false;
}

function genderIn({ words, quotationOf }: Reading, { first, end }: Stretch): Gender | null {
  for (let token = first; token < end; token += 1) {
    if (quotationOf[token] !== -1) continue;
    if (words[token] === 'he') return 'male';
    if (words[token] === 'she') return 'female';
  }
  return null;
}

/** > He has ten minutes and prefers not to be named.      > They gave no names.      not: > She gave only her first name. */
function hidesName({ words }: Reading, { first, end }: Stretch): boolean {
  const sentence = words.slice(first, end).join(' ');
  return anonymous.test(sentence) && !inPart.test(sentence);
}

const anonymous =
  /(?:\bnot|n't|\b(?:never|without|no|nor|neither|nobody|declin(?:ed|es|ing)|refus(?:ed|es|ing)|unwilling|reluctant|afraid|rather)) (?:(?!but\b)\S+ ){0,4}(?:named?|names|identified|identify|identity|called)\b(?! of\b)|\b(?:anonymity|anonymously|anonymous|unnamed)\b|(?:\bnot|n't) (?:authori[sz]ed|allowed|permitted|supposed) to (?:speak|talk|comment)\b/;
const inPart =
  /\b(?:full|real|first|last|second|family|only|actual) (?:\S+ )?(?:names?|as|by)\b|\bsurnames?\b/;
