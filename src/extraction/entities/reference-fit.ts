import type { ArticleEntities } from './article-entities.ts';
import type { Description } from './descriptions.ts';
import { foldName, foldWord } from './fold.ts';
import type { ReferenceWeights } from './reference-weights.ts';

/** How well an entity itself fits, wherever it stands; null where it cannot be meant. */
export function fitEntity(
  article: ArticleEntities,
  entity: number,
  description: Description,
  weights: ReferenceWeights,
): number | null {
  const { type, name } = article.entities[entity]!;
  const profile = article.profiles[entity]!;
  let fit = 0;
  switch (description.kind) {
    case 'person':
      if (type !== 'person') return null;
      break;
    case 'organization':
      if (type === 'person' || type === 'group') return null;
      if (type === 'place') {
        // "The museum" may be one that the tagger took for a place.
        const isThatKind = description.head !== null && foldName(name).split(' ').includes(description.head);
        if (description.form === 'nominal' && !isThatKind) return null;
        if (!isThatKind) fit += weights.unlikelyType;
      }
      break;
    case 'place':
      if (type !== 'place') return null;
      break;
    case 'any':
      if (type === 'person' || type === 'place') fit += weights.unlikelyType;
      break;
  }
  if (description.gender !== null) {
    const probability = description.gender === 'male' ? profile.male : 1 - profile.male;
    fit += weights.gender * Math.log(Math.max(1e-3, probability));
  }
  if (description.form === 'nominal') fit += fitDescription(description, name, profile, weights);
  return fit;
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

function fitDescription(
  { head, words, age, kind, origin }: Description,
  name: string,
  profile: ArticleEntities['profiles'][number],
  weights: ReferenceWeights,
): number {
  let fit = 0;
  if (age !== null) {
    if (profile.age !== null) fit += profile.age === age ? weights.sameAge : weights.otherAge;
    return fit;
  }
  if (origin !== null) return profile.origins.has(origin) ? weights.sameRole : weights.otherRole;
  const roleWords = new Set(profile.roles.flatMap(({ text }) => text.split(/[\s']+/).map(foldWord)));
  if (kind === 'person') {
    const heads = profile.roles.flatMap((role) => (role.head === null ? [] : [levelHead(role.head)]));
    if (heads.includes(levelHead(head!))) fit += weights.sameRole;
    else if (heads.some((one) => isKindred(one, levelHead(head!)))) fit += weights.kindredRole;
    else if (!plainNouns.has(head!)) fit += heads.length > 0 ? weights.otherRole : weights.otherRole / 2;
  } else {
    const nameWords = name.split(/\s+/).map(foldWord);
    if (nameWords.includes(head!) || profile.kinds.has(head!)) fit += weights.sameKind;
    else if (businesses.has(head!) && [...profile.kinds].some((one) => businesses.has(one)))
      fit += weights.kindredRole;
    // "the company" is no ministry.
    else if (!plainNouns.has(head!) || profile.kinds.size > 0) fit += weights.otherRole;
  }
  const ownWords = new Set([...roleWords, ...foldName(name).split(' ')]);
  let isShared = false;
  for (const word of words) {
    if (!ownWords.has(word)) continue;
    isShared = true;
    fit += weights.sharedWord;
  }
  // "the meteorological agency" is no news agency, and "the foreign minister" no trade minister; any company is "troubled".
  const isSpecific = words.some((word) => /^\p{L}+$/u.test(word) && !looseWords.has(word));
  if (isSpecific && !isShared && fit > 0 && !businesses.has(head!)) fit += weights.otherWord;
  return fit;
}

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
