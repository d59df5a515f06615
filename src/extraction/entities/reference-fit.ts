import type { Entity } from '../../domain/entity.ts';
import type { ArticleEntities } from './article-entities.ts';
import type { Description } from './descriptions.ts';
import { foldName, foldWord } from './fold.ts';

/** How well what the article says of an entity fits a description; numbers are 0 or 1 where nothing else is said. */
export const fitFeatures = [
  /** "the 54-year-old" of someone who is 54; of someone whose age is another. */
  'sameAge',
  'otherAge',
  /** "the Ethiopian" of someone whom the article ties to Ethiopia; of someone else. */
  'sameOrigin',
  'otherOrigin',
  /** Its role is headed by the very noun, by one that news uses for it, by others; or no role is known. */
  'sameRole',
  'kindredRole',
  'otherRole',
  'unknownRole',
  /** Likewise for the nouns that say what kind of organization it is. */
  'sameKind',
  'kindredKind',
  'otherKind',
  'unknownKind',
  /** How many words the description shares with its roles and name. */
  'sharedWords',
  /** The description says more than its noun, and nothing of it is known of the entity. */
  'otherWord',
  /** … while other such words are known of it: "the foreign minister" of a trade minister. */
  'contraryWord',
] as const;

export type Fit = Partial<Record<(typeof fitFeatures)[number], number>>;

/** Null where the entity cannot be meant, whatever is said of it. */
export function fitDescription(
  { entities, profiles }: ArticleEntities,
  entity: number,
  description: Description,
): Fit | null {
  const { type, name } = entities[entity]!;
  if (!isOfKind(entities[entity]!, description)) return null;
  const { head, words, age, origin, kind } = description;
  if (head === null) return {};
  const profile = profiles[entity]!;
  if (age !== null) return profile.age === null ? {} : profile.age === age ? { sameAge: 1 } : { otherAge: 1 };
  if (origin !== null) return profile.origins.has(origin) ? { sameOrigin: 1 } : { otherOrigin: 1 };
  const fit =
    kind === 'person' && type === 'person' ? fitRoles(profile, head) : fitKinds(profile, name, head);
  const roleWords = profile.roles.flatMap(({ text }) => text.split(/[\s']+/).map(foldWord));
  const ownWords = new Set([...roleWords, ...foldName(name).split(' ')]);
  const sharedWords = words.filter((word) => ownWords.has(word)).length;
  // "the meteorological agency" is no news agency, and "the foreign minister" no trade minister; any company is "troubled".
  const isSpecific = words.some(isTelling);
  const otherWord = Number(isSpecific && sharedWords === 0 && !businesses.has(head));
  const isContrary = otherWord === 1 && fit.sameRole === 1 && roleWords.filter(isTelling).length > 1;
  return { ...fit, sharedWords, otherWord, contraryWord: Number(isContrary) };
}

const isTelling = (word: string): boolean => /^\p{L}{3,}$/u.test(word) && !looseWords.has(word);

/** Can an entity of this type be called so? */
function isOfKind({ type, name }: Entity, { kind, form, head, isPlural }: Description): boolean {
  if (isPlural) return type !== 'person' && type !== 'place';
  switch (kind) {
    case 'person':
      return type === 'person';
    case 'organization':
      if (type === 'person' || type === 'group') return false;
      // "The museum" may be one that the tagger took for a place.
      return type !== 'place' || form !== 'nominal' || foldName(name).split(' ').includes(head!);
    case 'place':
      return type === 'place';
    case 'any':
      return form !== 'plural' || type !== 'person';
  }
}

type Profile = ArticleEntities['profiles'][number];

function fitRoles({ roles }: Profile, head: string): Fit {
  const heads = roles.flatMap((role) => (role.head === null ? [] : [levelHead(role.head)]));
  if (heads.includes(levelHead(head))) return { sameRole: 1 };
  if (heads.some((one) => isKindred(one, levelHead(head)))) return { kindredRole: 1 };
  if (plainNouns.has(head)) return {};
  return heads.length > 0 ? { otherRole: 1 } : { unknownRole: 1 };
}

function fitKinds({ kinds }: Profile, name: string, head: string): Fit {
  const nameWords = name.split(/\s+/).map(foldWord);
  if (nameWords.includes(head) || kinds.has(head)) return { sameKind: 1 };
  if (businesses.has(head) && [...kinds].some((one) => businesses.has(one))) return { kindredKind: 1 };
  if (kinds.size > 0) return { otherKind: 1 };
  return plainNouns.has(head) ? {} : { unknownKind: 1 };
}

/** Words before a noun that tell nobody from anybody else. */
const looseWords = new Set(
  'former late old young new veteran current outgoing own whole same late small big local'.split(' '),
);

/** Nouns that say no more than that it is a person or a body. */
const plainNouns = new Set(
  `man woman boy girl person teenager youth politician leader official lawmaker suspect defendant victim veteran player
  bride groom bridegroom newlywed winner champion star candidate nominee businessman businesswoman billionaire mogul company firm agency group organization organisation
  institution body`.split(/\s+/),
);

/** "spokesman", "spokeswoman" and "spokesperson" are one; so are "chairman" and "chair", "Sen." and "senator". */
const levelHead = (head: string): string => {
  const full = shortOffices.get(head) ?? head;
  return full.replace(/(?:wo)?m[ae]n$|person$|people$/, '');
};

const shortOffices: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator',
    gov: 'governor',
    rep: 'representative',
    prof: 'professor',
    pres: 'president',
    amb: 'ambassador',
    gen: 'general',
    maj: 'major',
    col: 'colonel',
    lt: 'lieutenant',
    capt: 'captain',
    sgt: 'sergeant',
    adm: 'admiral',
    det: 'detective',
    mom: 'mother',
    mum: 'mother',
    dad: 'father',
  }),
);

/** Nouns, levelled, that news uses for one another. */
const kindreds: readonly ReadonlySet<string>[] = [
  'lawmaker legislator senator representative congress parliamentarian mp deputy assembly politician',
  'chief head boss chair leader director president ceo executive founder owner',
  'lawyer attorney solicitor barrister counsel advocate prosecutor',
  'judge justice magistrate',
  'police officer detective constable sergeant inspector sheriff trooper deputy',
  'professor academic scholar scientist researcher expert economist historian biologist physicist geologist glaciologist',
  'player striker forward footballer',
  'player midfielder footballer',
  'player defender footballer',
  'player winger footballer',
  'goalkeeper keeper',
  'writer author novelist poet playwright',
  'soldier general colonel major captain lieutenant sergeant officer commander',
  'cleric priest bishop archbishop imam pastor rabbi vicar pope cardinal',
  'doctor physician surgeon',
  'businessman business businesswoman entrepreneur tycoon magnate mogul billionaire shipowner industrialist',
].map((nouns) => new Set(nouns.split(' ')));

/** Nouns that news uses for one another where a business is meant. */
const businesses = new Set(
  `company firm group corporation conglomerate business airline automaker carmaker brewer drugmaker insurer lender bank
  maker manufacturer operator publisher retailer startup supplier chain studio`.split(/\s+/),
);

const isKindred = (a: string, b: string): boolean => kindreds.some((nouns) => nouns.has(a) && nouns.has(b));
