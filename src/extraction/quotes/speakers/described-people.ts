import {
  type ArticleEntities,
  type Description,
  fitDescription,
  type Gender,
  isPossessive,
  readDescription,
} from '../../entities/index.ts';
import type { Reading, Stretch } from '../reading.ts';
import { opensClause } from './clauses.ts';
import { surenessOf } from './sure-fit.ts';

/** A person whom the narrative describes as one who does something: "the premier", "a neighbour", "Chile's president". */
export interface DescribedPerson extends Stretch {
  /** The noun that heads the phrase. */
  readonly head: string;
  readonly gender: Gender | null;
  /** The person named before whom alone it fits the most surely, or the body ("the retailer"); null where there is none. */
  readonly entity: number | null;
  /** "the premier", "her mother", and not "a neighbour". */
  readonly isDefinite: boolean;
}

/** Where people without their names are subjects, in the order of the text. Linear in the length of the text. */
export function findDescribedPeople(reading: Reading, found: ArticleEntities): readonly DescribedPerson[] {
  const described: DescribedPerson[] = [];
  const recent = new RecentNames(found);
  for (let noun = 1; noun < reading.words.length; noun += 1) {
    const gender = found.lexicons.roleNouns.get(reading.words[noun]!);
    if (gender === undefined || !headsPhrase(reading, found, noun)) continue;
    const first = findDeterminer(reading, noun);
    if (first === null || !isSubject(reading, first) || isOfBody(reading, found, first)) continue;
    const isDefinite = !/^(?:a|an|one|another)$/.test(reading.words[first]!);
    const stretch = { first, end: noun + 1 };
    const entity = isDefinite ? recent.fitting(reading, stretch) : null;
    described.push({ head: reading.words[noun]!, gender, entity, isDefinite, ...stretch });
  }
  return described;
}

/** The people and bodies that were named before a place in the text, the last ones. */
class RecentNames {
  readonly #found: ArticleEntities;
  /** The entity of each, in the order of their last mentions. */
  readonly #names = new Set<number>();
  #next = 0;

  constructor(found: ArticleEntities) {
    this.#found = found;
  }

  /** The only one of them whom the description fits the most surely. */
  fitting(reading: Reading, stretch: Stretch): number | null {
    this.#readOn(stretch.first);
    const description = this.#describe(reading, stretch);
    if (description === null) return null;
    let fitting: number[] = [];
    let surest = 1;
    for (const one of this.#names) {
      const { male } = this.#found.profiles[one]!;
      if (description.gender !== null && (description.gender === 'male' ? male : 1 - male) < leastChance)
        continue;
      const sureness = surenessOf(fitDescription(this.#found, one, description) ?? {});
      if (sureness > surest) fitting = [];
      surest = Math.max(surest, sureness);
      if (sureness === surest) fitting.push(one);
    }
    return fitting.length === 1 ? fitting[0]! : null;
  }

  #describe({ segmented }: Reading, { first, end }: Stretch): Description | null {
    const { tokens } = segmented;
    const span = { start: tokens[first]!.start, end: tokens[end - 1]!.end };
    const description = readDescription(segmented, span, this.#found.lexicons);
    return description?.isPlural === true ? null : description;
  }

  #readOn(token: number): void {
    const { mentions, entities } = this.#found;
    for (; this.#next < mentions.length && mentions[this.#next]!.firstToken < token; this.#next += 1) {
      const { entity } = mentions[this.#next]!;
      if (!/^(?:person|organization)$/.test(entities[entity]!.type)) continue;
      this.#names.delete(entity);
      this.#names.add(entity);
      if (this.#names.size > mostNames) this.#names.delete(this.#names.values().next().value!);
    }
  }
}

/** One whose gender fits less likely than this is not meant. */
const leastChance = 0.2;

/** More are not kept in mind. */
const mostNames = 40;

/** Is it the last noun of its phrase, outside of marks, and neither a name's nor an owner? */
function headsPhrase(
  { words, nameOf, quotationOf, segmented }: Reading,
  found: ArticleEntities,
  noun: number,
): boolean {
  if (quotationOf[noun] !== -1 || nameOf[noun] !== -1) return false;
  const next = words[noun + 1] ?? '';
  if (nameOf[noun + 1] !== undefined && nameOf[noun + 1] !== -1) return false;
  if (next === ',' && (nameOf[noun + 2] ?? -1) !== -1) return false;
  return !isPossessive(segmented.tokens[noun + 1]?.text) && !found.lexicons.roleNouns.has(next);
}

/** > Larkmoor, the homeware retailer, … */
//             ^^^
function isOfBody(
  { words, nameOf }: Reading,
  { entities, mentions }: ArticleEntities,
  first: number,
): boolean {
  const name = words[first - 1] === ',' ? (nameOf[first - 2] ?? -1) : -1;
  return name !== -1 && entities[mentions[name]!.entity]!.type !== 'person';
}

/** A phrase has no more words before its noun. */
const longestPhrase = 5;

/** > Her former mother-in-law      > Chile's president */
//    ^^^                              ^^^^^
function findDeterminer({ words, nameOf, segmented }: Reading, noun: number): number | null {
  for (let token = noun - 1; token >= Math.max(0, noun - longestPhrase); token -= 1) {
    if (/^(?:the|a|an|one|another|his|her|its|their)$/.test(words[token]!)) return token;
    if (isPossessive(segmented.tokens[token]!.text) && (nameOf[token - 1] ?? -1) !== -1) {
      let first = token - 1;
      while (first > 0 && nameOf[first - 1] === nameOf[token - 1]) first -= 1;
      return first > 0 && words[first - 1] === 'the' ? first - 1 : first;
    }
    if (!/^[\p{L}'’-]+$/u.test(words[token]!)) return null;
  }
  return null;
}

/** Opens its sentence, or a clause behind a comma or a conjunction; or stands behind words in marks, or "said". */
function isSubject(reading: Reading, first: number): boolean {
  const before = reading.words[first - 1] ?? '';
  return (
    opensClause(reading, first) ||
    /^(?:asked|asks|said|says|but|and|as|when|while|after|that|["”’'»;,])$/.test(before)
  );
}
