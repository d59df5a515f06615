import type { Entity } from '../../domain/entity.ts';
import type { ArticleEntities } from './article-entities.ts';
import type { Description } from './descriptions.ts';
import { compareBodies, isBusiness } from './kinds/kindred-bodies.ts';
import { headWords } from './kinds/kinds-of-names.ts';
import { isBased, isOrigin, readTrait } from './kinds/traits.ts';
import type { Role } from './roles/role.ts';
import { foldName, foldWord } from './words/fold.ts';
import { levelHead } from './words/kindred-roles.ts';
import type { EntityLexicons } from './words/lexicons.ts';

/** How well what the article says of an entity fits a description; numbers are 0 or 1 where nothing else is said. */
export const fitFeatures = [
  /** "the 54-year-old" of someone who is 54; of someone whose age is another; of someone whose age is not said. */
  'sameAge',
  'otherAge',
  'unknownAge',
  /** "the Ethiopian" of someone whom the article ties to Ethiopia; to other countries; to none. */
  'sameOrigin',
  /** Only by a place or a people that is named behind it. */
  'toldOrigin',
  'otherOrigin',
  'unknownOrigin',
  /**
   * Its role is headed by the very noun; by one that the noun may stand for; by one that may stand for it ("the senator" of
   * a politician); by others, of the same field or not; or no role is known.
   */
  'sameRole',
  'kindredRole',
  'narrowerRole',
  'fieldRole',
  'otherRole',
  'unknownRole',
  /** It does what those do who are called so: "the coach" of one who coaches. */
  'deedRole',
  /** Likewise for the nouns that say what kind of organization it is. */
  'sameKind',
  'kindredKind',
  'otherKind',
  /** "the company" of a ministry */
  'contraryKind',
  'unknownKind',
  /** How many words the description shares with its roles and name. */
  'sharedWords',
  /** How many others of its words stand behind the name: "the Leinster captain" of one who captains Leinster. */
  'toldWords',
  /** The description says more than its noun, and nothing of it is known of the entity. */
  'otherWord',
  /** It says of which country or people the one is, and the text ties this one to none such: "Belgium's minister". */
  'otherPlace',
  /** … while other such words are known of it: "the foreign minister" of a trade minister. */
  'contraryWord',
] as const;

export type Fit = Partial<Record<(typeof fitFeatures)[number], number>>;

/** Null where the entity cannot be meant, whatever is said of it. */
export function fitDescription(
  { entities, profiles, lexicons }: ArticleEntities,
  entity: number,
  description: Description,
): Fit | null {
  const { type, name } = entities[entity]!;
  const profile = profiles[entity]!;
  if (!isOfKind(entities[entity]!, profile, description)) return null;
  const { head, words, age, origin } = description;
  if (head === null) return {};
  if (age !== null) return fitAge(profile, [age, age]);
  const ages = agesOf.get(head);
  if (ages !== undefined && profile.age !== null) return fitAge(profile, ages);
  if (origin !== null) return fitOrigin(profile, head, origin, lexicons);
  if (profile.isAccused && /^(?:defendant|accused)$/.test(head)) return { sameRole: 1 };
  if (profile.isAccused && head === 'witness') return { otherRole: 1 };
  const told = type === 'person' ? fitRoles(profile, head, lexicons) : fitKinds(profile, name, head);
  // The coach may well be "the former midfielder".
  const mayHaveBeen =
    told.fieldRole === 1 && words.some((word) => /^(?:former|retired|ex|onetime)$/.test(word));
  const fit: Fit = mayHaveBeen ? { unknownRole: 1 } : told;
  // "The company's union" is no company of which the text does not say that it is a union.
  if (type !== 'person' && description.hasOwner && fit.sameKind !== 1 && fit.kindredKind !== 1) return null;
  if (head === 'central-bank' && fit.sameKind !== 1) return null;
  // "The envoys" are no department.
  if (type !== 'person' && description.isPlural && description.kind === 'person' && fit.otherKind === 1)
    return null;
  // "The retailer" is nobody of whom something else is known.
  if (type === 'person' && (isBusiness(head) || description.kind === 'any') && fit.otherRole === 1)
    return null;
  if (type !== 'person') return fitWords(fit, profile, name, description, lexicons);
  const roleWords = profile.roles.flatMap(({ text }) =>
    withoutOwner(text)
      .split(/[\s']+/)
      .map(foldWord),
  );
  const ownWords = new Set([...roleWords, ...foldName(name).split(' ')]);
  const unshared = words.filter((word) => !isAmong(ownWords, word) && !isFromThere(profile, word, lexicons));
  const sharedWords = words.length - unshared.length;
  const toldWords = unshared.filter((word) => isTelling(word) && isAmong(profile.told, word)).length;
  // "the meteorological agency" is no news agency, and "the foreign minister" no trade minister; any company is "troubled".
  const isSpecific = words.some(isTelling);
  const otherWord = Number(isSpecific && sharedWords + toldWords === 0 && !isBusiness(head));
  // "The Tory leader" may well be the leader of the opposition.
  const isContrary =
    otherWord === 1 && fit.sameRole === 1 && head !== 'leader' && roleWords.filter(isTelling).length > 1;
  const otherPlace = Number(
    unshared.some((word) => isPlace(word, lexicons) && !profile.told.has(word) && !ownWords.has(word)),
  );
  const isOther = (isContrary && departmental.test(head)) || isOtherLeader(profile, description, otherWord);
  const fitOfNoun: Fit = isOther ? { otherRole: 1 } : fit;
  return { sharedWords, toldWords, otherWord, otherPlace, contraryWord: Number(isContrary), ...fitOfNoun };
}

/** > the youngster's mother      is no other one than "Doe's mother": the youngster may be Doe */
const withoutOwner = (role: string): string => role.replace(/^\p{Ll}[\p{L}-]*['’]s? /u, '');

/** > A church leader      is no prime minister */
const isOtherLeader = ({ roles }: Profile, { head, words }: Description, otherWord: number): boolean =>
  leading.test(head ?? '') &&
  otherWord === 1 &&
  words.some((word) => flocks.test(word)) &&
  roles.some((role) => governing.test(role.head));

const leading = /^(?:leader|chief|boss|head)$/;
const holdsFlock = (role: string): boolean => role.split(/\s+/).some((word) => flocks.test(foldWord(word)));
const governing = /^(?:minister|premier|chancellor|taoiseach|governor|mayor|senator|king|queen)$/;

/** Who has leaders of its own. */
const flocks =
  /^(?:church|religious|spiritual|faith|muslim|christian|jewish|hindu|sikh|catholic|anglican|union|trade-union|labour|labor|student|youth|community|civic|tribal|clan|village|rebel|militia|gang|cartel|militant|guerrilla|separatist|protest|business|industry|farm|farmers|civil|rights|opposition|indigenous|aboriginal)$/;

/** Each department has its own: a trade minister is no foreign minister. */
const departmental = /^(?:minister|secretary|commissioner|ambassador|correspondent|editor)$/;

/** What is said of a body with other words than the noun, which fits so: "Baltic", "ruling". */
function fitWords(
  fit: Fit,
  { traits }: Profile,
  name: string,
  { head, words }: Description,
  lexicons: EntityLexicons,
): Fit {
  const wanted = words.filter((word) => !looseWords.has(word)).map((word) => readTrait(word, lexicons));
  const names = foldName(name).split(' ');
  const known = new Set([...traits, ...names.map((word) => readTrait(word, lexicons))]);
  const sharedWords = wanted.filter((word) => known.has(word)).length;
  // Where it is based may be news.
  const isSpecific = words.some((word) => isTelling(word) && !isBased(word));
  const otherWord = Number(isSpecific && sharedWords === 0 && !isBusiness(head!));
  // "The Swiss bank" is no Baltic one, and the teachers' union is not the Rail Workers' Union.
  const isElsewhere = wanted.some(isOrigin) && [...traits].some(isOrigin);
  const hasOtherName =
    otherWord === 1 && names.includes(head!) && names.some((word) => word !== head && isTelling(word));
  const isContrary = sharedWords === 0 && (isElsewhere || hasOtherName);
  return { sharedWords, otherWord, contraryWord: Number(isContrary), ...fit };
}

const isPlace = (word: string, { countries, peoples }: EntityLexicons): boolean =>
  countries.has(word) || peoples.has(word);

/** Is the word among those, or one that starts as it does: "financial" and "finance", "economy" and "economic"? */
function isAmong(known: ReadonlySet<string>, word: string): boolean {
  if (known.has(word)) return true;
  for (const one of known) if (sharesStart(one, word, startOfWords)) return true;
  return false;
}

const sharesStart = (a: string, b: string, letters: number): boolean =>
  a.length >= letters && a.startsWith(b.slice(0, letters)) && b.length >= letters;

/** So many letters two words of one stem share; "Texas" and "Texan", "Glasgow" and "Glaswegian" are sure to be kin. */
const startOfWords = 6;
const startOfPlaces = 4;

/** > the Peruvian leader      of the president of Peru */
//         ^^^^^^^^
const isFromThere = ({ origins }: Profile, word: string, { peoples }: EntityLexicons): boolean =>
  origins.size > 0 && origins.has(peoples.get(word)?.key ?? '');

const isTelling = (word: string): boolean => /^\p{L}[\p{L}-]{2,}$/u.test(word) && !looseWords.has(word);

/** Can an entity of this type be called so? */
function isOfKind(
  { type, name }: Entity,
  { kinds }: Profile,
  { kind, form, head, isPlural }: Description,
): boolean {
  if (isPlural) return type !== 'person' && type !== 'place';
  switch (kind) {
    case 'person':
      return type === 'person';
    case 'organization':
      if (type === 'person' || type === 'group') return false;
      // "The museum" may be one that the tagger took for a place, and "the club" goes by its town's name.
      return (
        type !== 'place' ||
        form !== 'nominal' ||
        foldName(name).split(' ').includes(head!) ||
        /^(?:same|kindred)$/.test(compareBodies(kinds, head!))
      );
    case 'place':
      return type === 'place';
    case 'any':
      return form === 'plural' ? type !== 'person' : type === 'person' || type === 'organization';
  }
}

type Profile = ArticleEntities['profiles'][number];

function fitAge({ age }: Profile, [least, most]: readonly [number, number]): Fit {
  if (age === null) return { unknownAge: 1 };
  return age >= least && age <= most ? { sameAge: 1 } : { otherAge: 1 };
}

/** Nouns that say how old somebody is, in years. */
const agesOf: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['teenager', [13, 19]],
  ['teen', [13, 19]],
  ['schoolboy', [5, 18]],
  ['schoolgirl', [5, 18]],
  ['pensioner', [55, 120]],
  ['septuagenarian', [70, 79]],
  ['octogenarian', [80, 89]],
  ['nonagenarian', [90, 99]],
  ['centenarian', [100, 120]],
]);

function fitOrigin(
  { origins, told }: Profile,
  head: string,
  wanted: string,
  { countries, peoples }: EntityLexicons,
): Fit {
  if (origins.has(wanted)) return { sameOrigin: 1 };
  for (const word of told)
    if ((countries.get(word) ?? peoples.get(word)?.key) === wanted) return { toldOrigin: 1 };
  if ([...told].some((word) => sharesStart(word, head, startOfPlaces))) return { toldOrigin: 1 };
  return origins.size === 0 ? { unknownOrigin: 1 } : { otherOrigin: 1 };
}

function fitRoles({ roles, deeds }: Profile, head: string, { kindredRoles }: EntityLexicons): Fit {
  if (roles.some((role) => levelHead(role.head) === levelHead(head))) return { sameRole: 1 };
  const isKindred = (role: Role): boolean =>
    kindredRoles.standsFor(head, role.head) || isMadeOf(head, role.text);
  if (roles.some(isKindred)) return { kindredRole: 1 };
  const fit: Fit = [...deeds].some((noun) => kindredRoles.standsFor(head, noun)) ? { deedRole: 1 } : {};
  // The opposition leader is no mayor.
  const mayBe = (role: Role): boolean =>
    kindredRoles.standsFor(role.head, head) &&
    !(leading.test(role.head) && holdsFlock(role.text) && governing.test(head));
  if (roles.some(mayBe)) return { narrowerRole: 1, ...fit };
  if (kindredRoles.isOfLife(head)) return roles.length > 0 ? fit : { unknownRole: 1, ...fit };
  const telling = roles.filter((role) => !kindredRoles.isOfLife(role.head) && !plainNouns.has(role.head));
  const isOfField = telling.some((role) => kindredRoles.areOfOneField(role.head, head));
  if (plainNouns.has(head) && !isOfField) return fit;
  if (telling.length === 0) return { unknownRole: 1, ...fit };
  return { otherRole: 1, fieldRole: Number(isOfField), ...fit };
}

/** > the banker, of a bank's director      > the hotelier, of a hotel owner */
const isMadeOf = (head: string, role: string): boolean =>
  role
    .split(/[\s'’]+/)
    .map(foldWord)
    .some((word) => word.length > 3 && head !== word && head.startsWith(word));

function fitKinds({ kinds }: Profile, name: string, head: string): Fit {
  const isNamed = headWords(name.split(/\s+/).map(foldWord)).includes(head);
  switch (isNamed ? 'same' : compareBodies(kinds, head)) {
    case 'same':
      return { sameKind: 1 };
    case 'kindred':
      return { kindredKind: 1 };
    case 'contrary':
      return { otherKind: 1, contraryKind: 1 };
    case 'other':
      return { otherKind: 1 };
    case 'unknown':
      return plainNouns.has(head) ? {} : { unknownKind: 1 };
  }
}

/** Words before a noun that tell nobody from anybody else. */
const looseWords = new Set(
  `former late old young new veteran current outgoing own whole same small big local parent older younger elder two three four five
  six seven eight nine ten angry beaming bearded beloved bereaved burly charismatic defeated delighted devastated disgraced
  distraught dying embattled exhausted famous fed-up flamboyant frustrated furious grieving grinning heartbroken hapless
  injured jubilant laughing legendary lucky mild-mannered ousted outspoken popular proud relieved shaken smiling soft-spoken
  softly-spoken stunned tall tearful unlucky weary winning victorious worried retired onetime one-time longtime long-time
  award-winning best-selling bestselling incoming first-time self-made self-styled so-called would-be lone sole main teenage
  middle-aged bespectacled diminutive towering stocky lanky experienced seasoned talented gifted promising star rookie
  unbeaten reigning defending two-time three-time four-time five-time record-breaking prolific in-form controversial
  colourful colorful fiery combative cheerful happy tired bruised jailed convicted accused alleged suspected missing freed
  sacked suspended deposed exiled re-elected acting interim caretaker`.split(/\s+/),
);

/** Nouns that say no more than that it is a person or a body. */
const plainNouns = new Set(
  `man woman boy girl person teenager youth victim veteran bride groom bridegroom newlywed winner company firm agency group
  organization organisation institution body`.split(/\s+/),
);
