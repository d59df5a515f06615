import type { EntityType } from '../domain/entity.ts';
import { lexiconEntries, type ResourceFiles } from '../extraction/resource-files.ts';
import { Random } from './random.ts';
import { topicCount } from './vocabulary.ts';
import { createZipf, type Zipf } from './zipf.ts';

/** Someone or something that articles name. */
export interface Character {
  readonly name: string;
  readonly type: EntityType;
  /** What articles call it after its first mention; null: always by its name. */
  readonly shortName: string | null;
  /** What a person is ("trade minister"); null for all others. */
  readonly role: string | null;
  readonly pronoun: 'he' | 'she' | 'it';
}

/** All that the made-up news is about. A few are named every day, most of them once. */
export interface Cast {
  drawPerson(random: Random, topic: number): Character;
  drawOrganization(random: Random, topic: number): Character;
  drawPlace(random: Random, topic: number): Character;
  /** Somebody who writes for this outlet. */
  drawReporter(random: Random, outlet: number): string;
}

const peopleCount = 250_000;
const organizationCount = 40_000;
/** Of those that an article names, this share belongs to its topic. */
const topicalShare = 0.6;
const reportersPerOutlet = 80;

/** Makes the cast of the names in `data/lexicons`. */
export function createCast(files: ResourceFiles, seed: number): Cast {
  const firstNames = lexiconEntries(files, 'first-names').map((entry) => entry.split('\t'));
  const surnames = shuffle(lexiconEntries(files, 'gazetteer-surnames'), new Random(seed, -2));
  const roles = lexiconEntries(files, 'role-nouns').flatMap((entry) => entry.split('\t')[0] ?? []);
  const nouns = lexiconEntries(files, 'organization-nouns').map(capitalize);
  const places = shuffle(
    [
      ...lexiconEntries(files, 'countries').map((entry) => entry.split('\t')[0]!),
      ...lexiconEntries(files, 'gazetteer-cities'),
    ],
    new Random(seed, -3),
  );
  // Surnames are spread unevenly, too: many who are in the news share one.
  const surnameRanks = createZipf(surnames.length, 0.6);

  const makePerson = (random: Random): Character => {
    const [firstName, gender] = random.pick(firstNames);
    const surname = surnames[surnameRanks.draw(random)]!;
    return {
      name: `${firstName!
        .split(/([ -])/)
        .map(capitalize)
        .join('')} ${surname}`,
      type: 'person',
      shortName: surname,
      role: random.pick(roles),
      pronoun: gender === 'f' ? 'she' : 'he',
    };
  };
  const makeOrganization = (random: Random): Character => {
    const words = [
      random.pick(places),
      random.pick(nouns),
      ...(random.chance(0.4) ? [random.pick(nouns)] : []),
    ];
    const initials = words.flatMap((word) => word.split(' ')).map((word) => word[0]);
    return {
      name: words.join(' '),
      type: 'organization',
      shortName: initials.length > 2 && random.chance(0.5) ? initials.join('') : null,
      role: null,
      pronoun: 'it',
    };
  };
  const people = createCrowd(seed, 1, peopleCount, makePerson);
  const organizations = createCrowd(seed, 2, organizationCount, makeOrganization);
  const placeRanks = createZipf(places.length, 1.1, 3);
  return {
    drawPerson: people,
    drawOrganization: organizations,
    drawPlace: (random, topic) => ({
      name: places[atTopic(placeRanks, random, topic, places.length)]!,
      type: 'place',
      shortName: null,
      role: null,
      pronoun: 'it',
    }),
    drawReporter: (random, outlet) => {
      const number = random.below(reportersPerOutlet);
      return makePerson(new Random(seed ^ 0x5f3759df, outlet * reportersPerOutlet + number)).name;
    },
  };
}

/** Characters that are made when they are first drawn, each from a stream of its own: the same whoever comes before. */
function createCrowd(
  seed: number,
  kind: number,
  size: number,
  make: (random: Random) => Character,
): (random: Random, topic: number) => Character {
  const ranks = createZipf(size, 1, 2);
  const known = new Map<number, Character>();
  return (random, topic) => {
    const rank = atTopic(ranks, random, topic, size);
    let character = known.get(rank);
    if (character === undefined) {
      character = make(new Random(seed + kind, rank));
      known.set(rank, character);
    }
    return character;
  };
}

/** A rank, moved to one near it that belongs to the topic in {@link topicalShare} of all cases. */
function atTopic(ranks: Zipf, random: Random, topic: number, size: number): number {
  const rank = ranks.draw(random);
  if (!random.chance(topicalShare)) return rank;
  return Math.min(rank - (rank % topicCount) + topic, size - 1);
}

function shuffle(values: readonly string[], random: Random): readonly string[] {
  const shuffled = [...values];
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
  }
  return shuffled;
}

export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
