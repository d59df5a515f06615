import type { Attribution } from './attribution.ts';
import { type Reading, type Stretch, sentenceAround } from './reading.ts';
import type { Referents, Speakers } from './speakers.ts';

/** The quote before, and who spoke it; null where nothing in its sentence tells. */
export interface QuoteBefore {
  readonly attribution: Attribution;
  readonly speakers: Speakers | null;
}

/**
 * Whom a pronoun means where the sentences just before leave no choice, whoever spoke before; null where they leave one.
 * A person introduced there comes first, then whoever spoke last: several, or someone who has no name.
 */
export function settlePronoun(
  reading: Reading,
  referents: Referents,
  pronoun: number,
  before: QuoteBefore | null,
): Speakers | null {
  const word = reading.words[pronoun]!;
  if (word === 'he' || word === 'she') {
    const introduced = introducedPerson(reading, referents, pronoun, word);
    if (introduced !== null)
      return { speaker: introduced, joint: [], resolution: 'pronoun', probability: 0.9 };
  }
  const source = before?.attribution.source ?? null;
  const speakers = before?.speakers ?? null;
  if (source === null || !isNear(reading, source, pronoun)) return null;
  if (word === 'they' && speakers !== null && speakers.joint.length > 0)
    return { ...speakers, resolution: 'pronoun', probability: 0.9 };
  if (speakers === null || speakers.speaker !== null || reading.words[source.first] === word) return null;
  return meansUnnamed(reading, referents, source, pronoun) ? nobody : null;
}

const nobody: Speakers = { speaker: null, joint: [], resolution: null, probability: 0.7 };

/**
 * The one whom the sentence before introduces by a full name as its subject.
 *
 * > Campaigner Joyce Hartnell, whose husband Ken was treated on the ward, started the petition.
 *              ^^^^^^^^^^^^^^
 * > "I thought I'd get fifty names," she said.
 */
function introducedPerson(
  reading: Reading,
  referents: Referents,
  pronoun: number,
  word: 'he' | 'she',
): number | null {
  const sentence = sentenceBefore(reading, pronoun);
  if (sentence === null) return null;
  const limit = Math.min(sentence.end, sentence.first + subjectReach);
  for (let token = sentence.first; token < limit; token += 1) {
    const entity = referents.entityOf[token]!;
    if (entity < 0 || referents.entities[entity]!.type !== 'person') {
      if (governing.test(reading.words[token]!) || reading.quotationOf[token] !== -1) return null;
      continue;
    }
    let end = token + 1;
    while (referents.entityOf[end] === entity) end += 1;
    const isOwner = /^'s?$/.test(reading.words[end] ?? '');
    const isNew = end - token > 1 && referents.firstTokenOf(entity) === token;
    const isJoined = reading.words[end] === 'and' && (referents.entityOf[end + 1] ?? -1) >= 0;
    if (isOwner || !isNew || isJoined) return null;
    const male = referents.chanceOfMan(entity);
    return (word === 'he' ? male : 1 - male) >= leastChance ? entity : null;
  }
  return null;
}

/** A subject starts no further behind its sentence's start, in tokens: titles are long. */
const subjectReach = 10;

/** Names that tell nothing of sex are let through. */
const leastChance = 0.4;

const governing =
  /^(?:of|for|from|at|in|with|by|to|on|near|under|against|about|after|when|as|while|because|,|:|said|says|told|asked)$/;

/** The sentence that ends before the one of the pronoun and before the quotations that stand in between; null at the start. */
function sentenceBefore(reading: Reading, pronoun: number): Stretch | null {
  let token = sentenceAround(reading, pronoun).first;
  while (token >= 0) {
    const quotation = reading.quotations[reading.quotationOf[token] ?? -1];
    const first = sentenceAround(reading, quotation?.firstToken ?? token).first;
    const before = first - 1;
    if (before < 0) return null;
    if (quotation === undefined || first === token) {
      if (reading.quotationOf[before] !== -1) return null;
      return sentenceAround(reading, before);
    }
    token = first;
  }
  return null;
}

/** In the same paragraph, or in the one before. */
const isNear = (reading: Reading, source: Stretch, pronoun: number): boolean =>
  source.first < pronoun && reading.paragraphOf[pronoun]! - reading.paragraphOf[source.first]! <= 1;

/**
 * > The owner, who didn't want to be named, said he was 'mortified'. 'I'm sorry,' he added.
 *   ^^^^^^^^^ whoever that is                                                      ^^
 */
function meansUnnamed(reading: Reading, referents: Referents, source: Stretch, pronoun: number): boolean {
  const isPerson = referents.describesPerson(source);
  const isThing = reading.words[pronoun] === 'it';
  if (isThing === isPerson || reading.words[pronoun] === 'they' || reading.words[source.first] === 'who')
    return false;
  if (/^(?:he|she|it|they)$/.test(reading.words[source.first]!)) return false;
  const { words } = reading;
  const isVague =
    /^(?:a|an|one|another)$/.test(words[source.first]!) ||
    words.slice(source.first, source.end).includes('who');
  if (isPerson && !isVague) return false;
  const wanted = isThing ? 'organization' : 'person';
  for (let token = source.end; token < pronoun; token += 1) {
    const entity = referents.entityOf[token]!;
    if (entity >= 0 && reading.quotationOf[token] === -1 && referents.entities[entity]!.type === wanted)
      return false;
  }
  return true;
}
