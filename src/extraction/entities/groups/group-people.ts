import type { EntityLexicons, Gender } from '../words/lexicons.ts';
import type { Generation, Mention, Standing } from '../words/mention.ts';
import {
  canBeOnePerson,
  familyOf,
  genderOfFirstName,
  isSameWord,
  type PersonName,
  rankOfPart,
  readPersonName,
} from './person-names.ts';

/** A person in the making. */
interface Person {
  readonly id: number;
  /** Their different names of two words and more, the first {@link keptNames}. */
  readonly names: PersonName[];
  gender: Gender | null;
  /** The titles that stand before their names: "justice", "prof". */
  readonly titles: Set<string>;
  /** How they come into the sentences that have their full names. */
  readonly standings: Set<Standing>;
  /** Indexes into the mentions, in the order in which they were found to be theirs. */
  readonly fullMentions: number[];
  /** The last mention that was tied to them while reading on; -1 before the first. */
  lastMention: number;
  mentionCount: number;
}

/**
 * Which mentions name one person: for each mention a number, equal for equal people.
 * Full names are read first, over the whole article, since headlines and photo captions have the surname before it;
 * then lone words in order, each tied to the likeliest bearer.
 */
export function groupPeople(mentions: readonly Mention[], lexicons: EntityLexicons): number[] {
  const names = mentions.map((mention) => readPersonName(mention, lexicons));
  const people: Person[] = [];
  const byWord = new Map<string, Person[]>();
  const bySpelling = new Map<string, Person[]>();
  const byGiven = new Map<string, Person[]>();
  const personOf: (Person | undefined)[] = new Array(mentions.length);

  const index = (person: Person, name: PersonName) => {
    person.names.push(name);
    if (name.words.length > 1) {
      for (const key of spellingKeys(familyOf(name))) addBearer(bySpelling, key, person);
      addBearer(byGiven, givenOf(name).slice(0, shortestGiven), person);
    }
    for (const word of name.words.flatMap(withParts)) addBearer(byWord, word, person);
  };
  const create = (name: PersonName, gender: Gender | null): Person => {
    const person: Person = {
      id: people.length,
      names: [],
      gender,
      titles: new Set(),
      standings: new Set(),
      fullMentions: [],
      lastMention: -1,
      mentionCount: 0,
    };
    people.push(person);
    index(person, name);
    return person;
  };

  for (const [at, name] of names.entries()) {
    if (name.words.length < 2) continue;
    const honorificGender = mentions[at]!.honorific?.gender ?? null;
    let person = findBearer(name, honorificGender, byWord, lexicons);
    if (person === null) person = create(name, name.gender);
    else if (person.names.length < keptNames && !person.names.some((known) => isSameName(known, name))) {
      index(person, name);
    }
    person.gender ??= name.gender;
    const { address, standing } = mentions[at]!;
    if (isTitle(mentions[at]!, lexicons)) person.titles.add(address);
    if (standing !== null) person.standings.add(standing);
    person.fullMentions.push(at);
    personOf[at] = person;
  }

  for (const [at, name] of names.entries()) {
    let person = personOf[at];
    if (person === undefined) {
      const word = name.words[0]!;
      person =
        chooseBearer(name, mentions[at]!, at, byWord.get(word) ?? [], lexicons) ??
        findMisspelled(word, bySpelling) ??
        findShortened(word, byGiven, lexicons);
      person ??= create(name, mentions[at]!.honorific?.gender ?? genderOfFirstName(word, lexicons));
      person.gender ??= mentions[at]!.honorific?.gender ?? null;
      personOf[at] = person;
    }
    person.lastMention = at;
    person.mentionCount++;
  }
  return personOf.map((person) => person!.id);
}

/** How many names of one person, and how many bearers of one word, are compared: enough for any article, and linear. */
const keptNames = 6;
const comparedBearers = 24;

function addBearer(index: Map<string, Person[]>, word: string, person: Person): void {
  const bearers = index.get(word);
  if (bearers === undefined) index.set(word, [person]);
  else if (bearers.at(-1) !== person) bearers.push(person);
}

/** A hyphened name, and its parts. */
const withParts = (word: string): string[] => (word.includes('-') ? [word, ...word.split('-')] : [word]);

/** A slip of one letter spares the head or the tail of the word. */
const spellingKeys = (word: string): string[] =>
  word.length < 5 ? [] : [`${word.slice(0, 3)}*`, `*${word.slice(-3)}`];

/** A lone word that nobody bears, but for one letter: "Cazaneuve" where there is a Bernard Cazeneuve. */
function findMisspelled(
  word: string,
  bySpelling: ReadonlyMap<string, readonly Person[]>,
): Person | undefined {
  for (const key of spellingKeys(word)) {
    const bearers = bySpelling.get(key) ?? [];
    for (let at = bearers.length - 1; at >= 0 && at >= bearers.length - comparedBearers; at--) {
      if (bearers[at]!.names.some((name) => name.words.length > 1 && isSameWord(familyOf(name), word)))
        return bearers[at];
    }
  }
  return undefined;
}

/**
 * The one person whose first name a lone word cuts short, or is a pet form of:
 *   Crisanto Malinao … Cris      Winston Pryce … Winnie
 */
function findShortened(
  word: string,
  byGiven: ReadonlyMap<string, readonly Person[]>,
  lexicons: EntityLexicons,
): Person | undefined {
  const stem = word.replace(/[aeiou]+$/, '');
  if (stem.length < shortestGiven) return undefined;
  const bearers = byGiven.get(stem.slice(0, shortestGiven)) ?? [];
  const gender = genderOfFirstName(word, lexicons);
  const fitting = bearers
    .slice(0, comparedBearers)
    .filter(
      (person) =>
        person.names.some((name) => name.words.length > 1 && givenOf(name).startsWith(stem)) &&
        (gender === null || person.gender === null || gender === person.gender),
    );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** In letters. */
const shortestGiven = 3;

const givenOf = ({ words, isFamilyFirst }: PersonName): string => words.at(isFamilyFirst ? 1 : 0)!;

const isSameName = (a: PersonName, b: PersonName): boolean =>
  a.words.length === b.words.length && a.words.every((word, index) => word === b.words[index]);

function findBearer(
  name: PersonName,
  honorificGender: Gender | null,
  byWord: ReadonlyMap<string, readonly Person[]>,
  lexicons: EntityLexicons,
): Person | null {
  // The family name is shared by few, a first name by many: look there last.
  for (const word of [...name.words].reverse().flatMap(withParts)) {
    const bearers = byWord.get(word) ?? [];
    for (let at = bearers.length - 1; at >= 0 && at >= bearers.length - comparedBearers; at--) {
      const person = bearers[at]!;
      if (honorificGender !== null && person.gender !== null && person.gender !== honorificGender) continue;
      if (person.names.some((known) => known.words.length > 1 && canBeOnePerson(known, name, lexicons)))
        return person;
    }
  }
  return null;
}

/** The likeliest bearer of a lone word; undefined where nobody can be meant. */
function chooseBearer(
  { words: [word], suffix }: PersonName,
  mention: Mention,
  at: number,
  bearers: readonly Person[],
  lexicons: EntityLexicons,
): Person | undefined {
  let best: Person | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let index = bearers.length - 1; index >= 0 && index >= bearers.length - comparedBearers; index--) {
    const person = bearers[index]!;
    const rank = bestRank(word!, person);
    if (rank === null) continue;
    const shown = mention.honorific?.gender ?? null;
    if (shown !== null && person.gender !== null && shown !== person.gender) continue;
    // "Mr. James" is no James by first name; "Prince Harry" is, and so are "Mr. Phuc" and "Ms. Sigrun" where they live.
    const isFormal = mention.honorific !== null && familyHonorifics.has(mention.honorific.word);
    if (rank === 2 && isFormal && lexicons.nicknames.has(word!)) continue;
    const isOther = isOtherGeneration(person, suffix, mention.generation);
    const isSame = person.titles.has(mention.address) || (shown !== null && shown === person.gender);
    const isTitled = isFormal && !isSame && person.titles.size > 0;
    const score =
      scoreBearer(person, rank, at, index === 0) +
      titleWeight * (Number(isSame) - Number(isTitled)) -
      (isOther ? generationWeight : 0) -
      (standsBy(person, bearers) ? kinWeight : 0);
    if (score > bestScore) {
      bestScore = score;
      best = person;
    }
  }
  return best;
}

/**
 * Whether suffix or age tell that somebody else of the name is meant:
 *   Warren Lathrop Sr. … Warren Lathrop Jr. … Lathrop Jr.      the elder Lathrop
 */
function isOtherGeneration({ names }: Person, suffix: string | null, generation: Generation | null): boolean {
  const isJunior = names.some((name) => name.suffix !== null && name.suffix !== 'sr');
  if (generation !== null) return isJunior !== (generation === 'younger');
  return suffix !== null && !names.some((name) => name.suffix === suffix);
}

/** Less than a title, more than any distance. */
const kinWeight = 1e5;

/** Whether somebody is only a relative of another of the name, who is the one with an office, or the subject. */
function standsBy({ standings }: Person, bearers: readonly Person[]): boolean {
  if (standings.has('speaker')) return false;
  if (!standings.has('kin')) return standings.has('kin-aside');
  return bearers.slice(-comparedBearers).some(({ titles }) => titles.size > 0);
}

/** Less than a rank, more than any distance. */
const generationWeight = 5e5;

/** "Justice Khan" is the Khan who was called so, "Ms Khan" a woman or one without a title; less than a generation. */
const titleWeight = 2e5;

const isTitle = ({ address }: Mention, { roleNouns, honorifics }: EntityLexicons): boolean =>
  roleNouns.has(address) || honorifics.has(address);

const familyHonorifics = new Set('mr mrs ms sen rep gov'.split(' '));

function bestRank(word: string, person: Person): number | null {
  let best: number | null = null;
  for (const name of person.names) {
    const rank = name.words.length === 1 ? (name.words[0] === word ? 0 : null) : rankOfPart(word, name);
    if (rank !== null && (best === null || rank < best)) best = rank;
  }
  return best;
}

/** How many mentions of distance one mention more outweighs; 3 to 60 give the same figures on DWIE, 0 gives 0.4 less. */
const prominenceWeight = 8;

/** Relatives come into a story behind the one that it is about. 4 to 6 are best on our own articles, 0 gives 1.5 less. */
const firstWeight = 5;

/**
 * Rank first, then who is named most, who was named last, and who was the first of the name or has just been named: a
 * story's main person goes by the surname alone.
 */
function scoreBearer(person: Person, rank: number, at: number, isFirst: boolean): number {
  const isNamedBefore = person.lastMention >= 0;
  const distance = isNamedBefore ? at - person.lastMention : (person.fullMentions[0] ?? at) - at + 1000;
  return (
    -rank * 1e6 -
    distance +
    prominenceWeight * person.mentionCount +
    (isFirst || distance === 1 ? firstWeight : 0)
  );
}
