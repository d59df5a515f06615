import type { Attribution } from './attribution.ts';
import type { Reading } from './reading.ts';
import type { Referent, Referents, Speakers, Spoken } from './speakers.ts';

/**
 * What can be said of someone as the speaker of a quotation without source; each is worth {@link weights} in the
 * ranking.
 */
interface Candidate {
  readonly entity: number;
  /** Spoke in the same paragraph, or in the one before, or earlier (per paragraph between). */
  readonly spokeHere: number;
  readonly spokeBefore: number;
  readonly paragraphsSince: number;
  /** The first person of the sentence before, in the same paragraph. */
  readonly sentenceBefore: number;
  /** Named in the paragraph before, where nobody speaks in it; as its first name. */
  readonly namedBefore: number;
  readonly namedFirst: number;
  /** The other of two who spoke in turns just before. */
  readonly turn: number;
  /** Spoke the words right behind the quotation. */
  readonly speaksNext: number;
  readonly person: number;
}

const weights = {
  spokeHere: 4,
  spokeBefore: 3,
  paragraphsSince: -1,
  sentenceBefore: 6,
  namedBefore: 1.2,
  namedFirst: 0.8,
  turn: 6,
  speaksNext: 0.8,
  person: 0.6,
} as const;

/** What counts as the distance of one who has not spoken. */
const silent = 1.5;

/** Who spoke further back than this, in tokens, is not who "she" is. */
const nearby = 400;

/** How many paragraphs back a speaker is looked for. */
const reach = 4;

/** Who most likely spoke an orphan, from the paragraphs around it; null where nobody is near. */
export function rankContextSpeakers(
  reading: Reading,
  referents: Referents,
  attributions: readonly Attribution[],
  resolved: readonly (Speakers | null)[],
  spoken: readonly Spoken[],
  index: number,
): Referent | null {
  const candidates = findCandidates(reading, referents, attributions, resolved, spoken, index);
  const scores = candidates.map(scoreOf);
  const total = scores.reduce((sum, score) => sum + Math.exp(score), Math.exp(1));
  let best = -1;
  for (const [place, score] of scores.entries()) if (best === -1 || score > scores[best]!) best = place;
  if (best === -1) return null;
  return { entity: candidates[best]!.entity, probability: Math.exp(scores[best]!) / total };
}

function scoreOf(candidate: Candidate): number {
  let score = 0;
  for (const [feature, weight] of Object.entries(weights))
    score += weight * candidate[feature as keyof typeof weights];
  return score;
}

function findCandidates(
  reading: Reading,
  referents: Referents,
  attributions: readonly Attribution[],
  resolved: readonly (Speakers | null)[],
  spoken: readonly Spoken[],
  index: number,
): readonly Candidate[] {
  const first = attributions[index]!.contents[0]!.first;
  const paragraph = reading.paragraphOf[first]!;
  const candidates = new Map<number, { -readonly [K in keyof Candidate]: Candidate[K] }>();
  const candidate = (entity: number) => {
    let found = candidates.get(entity);
    if (found === undefined) {
      const person = Number(referents.entities[entity]?.type === 'person');
      found = {
        entity,
        spokeHere: 0,
        spokeBefore: 0,
        paragraphsSince: silent,
        sentenceBefore: 0,
        namedBefore: 0,
        namedFirst: 0,
        turn: 0,
        speaksNext: 0,
        person,
      };
      candidates.set(entity, found);
    }
    return found;
  };
  let lastSpoken = -1;
  for (let other = index - 1; other >= Math.max(0, index - 12); other -= 1) {
    const distance = paragraph - reading.paragraphOf[attributions[other]!.contents.at(-1)!.first]!;
    if (distance > reach) break;
    const speaker = resolved[other]?.speaker ?? null;
    if (speaker === null) continue;
    const one = candidate(speaker);
    one.paragraphsSince = Math.max(0, distance - 1);
    if (lastSpoken === -1) {
      if (distance === 0) one.spokeHere = 1;
      else if (distance <= 1) one.spokeBefore = 1;
      lastSpoken = other;
    }
  }
  const introduced = personOfSentenceBefore(reading, referents, spoken, first);
  if (introduced !== null) candidate(introduced).sentenceBefore = 1;
  const alternate = takesTurns(reading, attributions, resolved, index);
  if (alternate !== null) candidate(alternate).turn = 1;
  const next = resolved[index + 1]?.speaker ?? null;
  if (next !== null && reading.paragraphOf[attributions[index + 1]!.contents[0]!.first]! - paragraph <= 1) {
    candidate(next).speaksNext = 1;
  }
  const spokenBefore =
    lastSpoken !== -1 &&
    paragraph - reading.paragraphOf[attributions[lastSpoken]!.contents.at(-1)!.first]! <= 1;
  if (paragraph > 0 && !spokenBefore) {
    const { first: from, end } = reading.paragraphTokens[paragraph - 1]!;
    let isFirst = true;
    for (let token = from; token < end; token += 1) {
      const entity = referents.entityOf[token]!;
      if (entity < 0 || referents.entities[entity]!.type !== 'person') continue;
      const named = candidate(entity);
      named.namedBefore = 1;
      if (isFirst) named.namedFirst = 1;
      isFirst = false;
    }
  }
  return [...candidates.values()];
}

/**
 * > Governor Mappanyukki visited the gates. "I was a miner's son."
 *            ^^^^^^^^^^^
 */
function personOfSentenceBefore(
  reading: Reading,
  referents: Referents,
  spoken: readonly Spoken[],
  first: number,
): number | null {
  const { sentences, sentenceOfToken } = reading.segmented;
  const sentence = sentences[sentenceOfToken[first]! - 1];
  if (sentence === undefined || sentence.paragraph !== reading.paragraphOf[first]) return null;
  if (reading.quotationOf[sentence.firstToken]! >= 0) return null;
  if (/^(?:he|she)$/.test(reading.words[sentence.firstToken]!)) {
    const pronoun = { first: sentence.firstToken, end: sentence.firstToken + 1 };
    const before = spoken.filter(({ token }) => token < first && first - token < nearby);
    return referents.resolve(pronoun, 'pronoun', before)?.entity ?? null;
  }
  for (
    let token = sentence.firstToken;
    token < Math.min(sentence.endToken, sentence.firstToken + 40);
    token += 1
  ) {
    const entity = referents.entityOf[token]!;
    if (entity >= 0 && referents.entities[entity]!.type === 'person') return entity;
  }
  return null;
}

/**
 * In a dialogue two speak in turns: whose turn it is, where the two paragraphs before are short turns of two people.
 *
 * > "Are you coming?" Ana asked.  |  "No," Ben said.  |  "Why not?"
 *                                                        ^^^^^^^^^^ Ana's turn
 */
function takesTurns(
  reading: Reading,
  attributions: readonly Attribution[],
  resolved: readonly (Speakers | null)[],
  index: number,
): number | null {
  const turn = (place: number): { speaker: number; paragraph: number } | null => {
    const attribution = attributions[place];
    const speaker = resolved[place]?.speaker ?? null;
    if (attribution === undefined || speaker === null) return null;
    const words = attribution.contents.reduce((sum, { first, end }) => sum + end - first, 0);
    const paragraph = reading.paragraphOf[attribution.contents[0]!.first]!;
    return words <= 30 ? { speaker, paragraph } : null;
  };
  const here = reading.paragraphOf[attributions[index]!.contents[0]!.first]!;
  const last = turn(index - 1);
  const before = turn(index - 2);
  if (last === null || before === null || last.speaker === before.speaker) return null;
  return last.paragraph === here - 1 && before.paragraph === here - 2 ? before.speaker : null;
}
