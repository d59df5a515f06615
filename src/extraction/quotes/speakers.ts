import type { Entity } from '../../domain/entity.ts';
import type { Resolution } from '../../domain/quote.ts';
import type { Attribution } from './attribution.ts';
import { rankContextSpeakers } from './context-speakers.ts';
import { mentionsWithin, namedHeads } from './named-heads.ts';
import { settlePronoun } from './pronoun-speakers.ts';
import type { Reading, Stretch } from './reading.ts';
import { personalPronouns } from './sources.ts';

/** Whom the words of an article refer to, as attribution asks for it. */
export interface Referents {
  readonly entities: readonly Entity[];
  /** Per token: index of the entity named there; -1 where none is. */
  readonly entityOf: Int32Array;
  /**
   * Whom a pronoun or a description stands for, and with what probability; null where nobody can be told.
   * `spoken` are those who spoke before, the last one last.
   */
  resolve(reference: Stretch, form: 'pronoun' | 'nominal', spoken: readonly Spoken[]): Referent | null;
  /** What the article says that an entity is, as stated nearest to a token; null where it says nothing. */
  roleOf(entity: number, token: number): string | null;
  /** Where the article names it first. */
  firstTokenOf(entity: number): number;
  /** The probability that it is a man; one half where nothing shows. */
  chanceOfMan(entity: number): number;
  /** Does the head of a description say what a person is ("the owner, who …")? */
  describesPerson(description: Stretch): boolean;
  /** The one person who bears this name, or this surname, however it is cased; null where none or several do. */
  findByName(name: string): number | null;
}

export interface Referent {
  readonly entity: number;
  /** In [0, 1]. */
  readonly probability: number;
}

/** Someone who spoke, and where the source of the words stands. */
export interface Spoken {
  readonly entity: number;
  readonly token: number;
}

export interface Speakers {
  /** Index into the entities; null where nobody can be told. */
  readonly speaker: number | null;
  readonly joint: readonly number[];
  readonly resolution: Resolution | null;
  /** How surely the reference was resolved, given that the source is right. */
  readonly probability: number;
}

/** Who spoke, for each attribution in the order of the text: each answer helps with the next. */
export function resolveSpeakers(
  reading: Reading,
  referents: Referents,
  attributions: readonly Attribution[],
): readonly Speakers[] {
  const spoken: Spoken[] = [];
  const resolved: (Speakers | null)[] = [];
  for (const attribution of attributions) {
    const speakers =
      attribution.evidence === 'shape' && attribution.source !== null
        ? speakersOfLabel(reading, referents, attribution.source, spoken)
        : attribution.source === null
          ? null
          : (speakersOfPronoun(reading, referents, attribution.source, attributions, resolved) ??
            speakersOfSource(reading, referents, attribution.source, spoken));
    resolved.push(speakers);
    if (speakers?.speaker != null)
      spoken.push({ entity: speakers.speaker, token: attribution.source!.first });
  }
  return resolved.map((speakers, index) => {
    if (speakers !== null) return speakers;
    const answer = rankContextSpeakers(reading, referents, attributions, resolved, spoken, index);
    const own: Speakers =
      answer === null
        ? { speaker: null, joint: [], resolution: null, probability: 0.5 }
        : { speaker: answer.entity, joint: [], resolution: 'context', probability: answer.probability };
    resolved[index] = own;
    return own;
  });
}

/**
 * A label of a transcript names its speaker in full or by surname; "A" is the one who is interviewed.
 *
 * > MS ORAV: When did you open it?      > A: In the autumn.
 *   ^^^^^^^                               ^
 */
function speakersOfLabel(
  reading: Reading,
  referents: Referents,
  label: Stretch,
  spoken: readonly Spoken[],
): Speakers {
  const words = reading.words.slice(label.first, label.end).join(' ');
  if (words === 'q' || words === 'question')
    return { speaker: null, joint: [], resolution: null, probability: 0.8 };
  if (words === 'a' || words === 'answer') {
    const guest = mostNamedBefore(referents, label.first);
    return { speaker: guest, joint: [], resolution: guest === null ? null : 'context', probability: 0.8 };
  }
  const named = namedHeads(reading, referents, label)[0] ?? referents.findByName(words);
  if (named === null) return speakersOfSource(reading, referents, label, spoken);
  return { speaker: named, joint: [], resolution: 'name', probability: 1 };
}

/** The person whom an interview's introduction names most often, the first of equals. */
function mostNamedBefore(referents: Referents, token: number): number | null {
  const counts = new Map<number, number>();
  for (let place = 0; place < Math.min(token, introduction); place += 1) {
    const entity = referents.entityOf[place]!;
    if (entity >= 0 && referents.entities[entity]!.type === 'person') {
      counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
  }
  let best: number | null = null;
  for (const [entity, count] of counts) if (best === null || count > counts.get(best)!) best = entity;
  return best;
}

/** An introduction takes no more tokens than this. */
const introduction = 400;

function speakersOfPronoun(
  reading: Reading,
  referents: Referents,
  { first }: Stretch,
  attributions: readonly Attribution[],
  resolved: readonly (Speakers | null)[],
): Speakers | null {
  if (!/^(?:he|she|it|they)$/.test(reading.words[first]!)) return null;
  const last = resolved.length - 1;
  const before = last < 0 ? null : { attribution: attributions[last]!, speakers: resolved[last] ?? null };
  return settlePronoun(reading, referents, first, before);
}

function speakersOfSource(
  reading: Reading,
  referents: Referents,
  source: Stretch,
  spoken: readonly Spoken[],
): Speakers {
  const named = namedHeads(reading, referents, source);
  const origin = named.length === 1 ? personByOrigin(reading, referents, source, named[0]!, spoken) : null;
  if (origin !== null) return origin;
  if (named.length > 0) {
    const [speaker, ...joint] = named;
    return { speaker: speaker!, joint, resolution: 'name', probability: 1 };
  }
  const pronoun = personalPronouns.test(reading.words[source.first]!);
  const form = pronoun ? 'pronoun' : 'nominal';
  if (isAnonymous(reading, source)) return { speaker: null, joint: [], resolution: null, probability: 0.95 };
  const reference = pronoun ? { first: source.first, end: source.first + 1 } : source;
  const referent = referents.resolve(reference, form, spoken);
  if (referent === null)
    return { speaker: null, joint: [], resolution: null, probability: pronoun ? 0.4 : 0.8 };
  return { speaker: referent.entity, joint: [], resolution: form, probability: referent.probability };
}

/** > The owner, who did not want to be named, said … */
function isAnonymous({ words }: Reading, { first, end }: Stretch): boolean {
  const phrase = words.slice(first, end);
  return (
    phrase.includes('who') &&
    phrase.some((word) => /^(?:named|identified|anonymous|anonymity|unnamed)$/.test(word))
  );
}

/**
 * One person who goes by a people's name, if the article tells who that is; null otherwise.
 *
 * > Abebe of Ethiopia was second. “I will be back,” the Ethiopian said.
 *                                                   ^^^^^^^^^^^^^
 */
function personByOrigin(
  reading: Reading,
  referents: Referents,
  source: Stretch,
  named: number,
  spoken: readonly Spoken[],
): Speakers | null {
  if (referents.entities[named]!.type !== 'group' || !/^the$/i.test(reading.words[source.first]!))
    return null;
  const isOne = source.end - source.first === 2 && !reading.words[source.end - 1]!.endsWith('s');
  // "The senator, a Democrat": what stands first is who is meant.
  const mention = mentionsWithin(referents, source)[0]!;
  const isBeside = reading.words.slice(source.first, mention.first).includes(',');
  if (!isOne && !isBeside) return null;
  const referent = referents.resolve(source, 'nominal', spoken);
  if (referent === null) return null;
  return { speaker: referent.entity, joint: [], resolution: 'nominal', probability: referent.probability };
}
