import { fitDescription } from '../../entities/index.ts';
import type { Features } from './features.ts';
import { type Asked, isDefinite, type Reference } from './references.ts';
import { lastBefore, type Scene, type SceneMention } from './scene.ts';
import { isSureFit } from './sure-fit.ts';

/** Where one, or several together, are named around a reference. */
export interface Places {
  readonly speakers: readonly number[];
  /** How they fit the description. */
  readonly fit: Features;
  /** Named or described outside of quotation marks and before the reference, the last first. */
  readonly before: SceneMention[];
  /** How often before the reference at all. */
  count: number;
  /** Within the source. */
  inSource: SceneMention | null;
  /** The first one behind the quote's source, outside of quotation marks. */
  later: SceneMention | null;
}

/** How far is looked: mentions before and behind the reference, and sentences of the narrative before it. */
const reach = { mentions: 200, later: 24, sentences: 40 };

/** Where those are named who can be meant. The time that it takes does not grow with the article. */
export function findPlaces(scene: Scene, { reference, turns }: Asked): readonly Places[] {
  const { mentions } = scene;
  const { form, stretch, description, heads } = reference;
  const isPlural = form === 'they' || form === 'people';
  const places = new Map<string, Places | null>();
  const placesOf = (speakers: readonly number[]): Places | null => {
    const key = speakers.join('+');
    let known = places.get(key);
    if (known === undefined) {
      const fit = fitTogether(scene, reference, speakers);
      const isPresented = fit !== null && (!reference.introduces || mayBePresented(reference, fit));
      known = isPresented ? { speakers, fit, before: [], count: 0, inSource: null, later: null } : null;
      places.set(key, known);
    }
    return known;
  };
  /** Those who are named here: one, and where several may be meant, also both of "Roe and Doe". */
  const namedAt = (index: number): readonly Places[] => {
    const one = placesOf([mentions[index]!.entity]);
    const several = isPlural ? listedFrom(scene, index) : [];
    const all = several.length < 2 ? null : placesOf(several);
    return [one, all].filter((place) => place !== null);
  };

  const last = lastBefore(mentions, stretch.first);
  let behind = last + 1;
  for (; form !== 'orphan' && behind < mentions.length && mentions[behind]!.first < stretch.end; behind += 1)
    for (const place of namedAt(behind)) place.inSource ??= mentions[behind]!;
  if (heads.length > 1) {
    const together = placesOf(heads);
    if (together !== null) together.inSource = mentions[last + 1]!;
  }
  const asksAround = form !== 'name' && (form !== 'other' || isDefinite(scene, reference));
  for (let index = last; index >= 0 && last - index < reach.mentions; index -= 1) {
    const mention = mentions[index]!;
    if (reference.narrative - mention.narrative > reach.sentences) break;
    if (!asksAround && !places.has(String(mention.entity))) continue;
    for (const place of namedAt(index)) {
      place.count += 1;
      if (!mention.isQuoted) place.before.push(mention);
    }
  }
  if (asksAround) {
    // In a dialogue all who are only described are one: nobody who is named.
    const isApart = (one: number) => form !== 'orphan' || one < scene.named;
    for (const mention of describedBefore(scene, reference)) {
      const place = isApart(mention.entity) ? placesOf([mention.entity]) : null;
      place?.before.push(mention);
      if (place !== null && mention.entity >= scene.named) place.count += 1;
    }
    for (const place of places.values()) place?.before.sort((a, b) => b.first - a.first);
    for (const { speakers } of turns)
      if (speakers.every(isApart) && (isPlural ? speakers.length > 0 : speakers.length === 1))
        placesOf(speakers);
  }
  if (reference.introduces || (asksAround && (description?.form === 'nominal' || form === 'orphan')))
    for (let index = behind; index < mentions.length && index - behind < reach.later; index += 1)
      if (!mentions[index]!.isQuoted) for (const place of namedAt(index)) place.later ??= mentions[index]!;
  return [...places.values()].filter((place) => place !== null);
}

/**
 * May the name that follows be that of someone who is introduced by what he is?
 *
 * > A church leader has protested. Prime Minister John Roe      not: the leader of a church
 * > A spokesman said so. Tom Doe was asleep.      not: one who speaks for others, unless it is said of him
 */
const mayBePresented = ({ description }: Reference, fit: Features): boolean =>
  /^(?:spokes\p{L}+|official|source)$/u.test(description?.head ?? '')
    ? fit.sameRole === 1
    : isSureFit(fit) || !(fit.otherRole === 1 && fit.fieldRole !== 1);

/** Where people are described, the last first. */
function describedBefore({ described }: Scene, { first, narrative }: Reference): readonly SceneMention[] {
  const before: SceneMention[] = [];
  const last = lastBefore(described, first);
  for (let index = last; index >= 0 && last - index < reach.mentions; index -= 1) {
    if (narrative - described[index]!.narrative > reach.sentences) break;
    before.push(described[index]!);
  }
  return before;
}

/** > Zambia and Zimbabwe      > the Medical Association and the Resource Centre      > Ana, Ben and Eve */
function listedFrom(scene: Scene, first: number): readonly number[] {
  const { mentions } = scene;
  if (mentions[first]!.isQuoted || (first > 0 && joint(scene, first - 1) === ',')) return [];
  const listed = [mentions[first]!.entity];
  for (let index = first; listed.length <= longestList; index += 1) {
    const word = joint(scene, index);
    if (word === null) return [];
    listed.push(mentions[index + 1]!.entity);
    if (word === 'and') return new Set(listed).size === listed.length ? listed : [];
  }
  return [];
}

const longestList = 5;

/** What alone stands between a name and the next. */
function joint(scene: Scene, index: number): ',' | 'and' | null {
  const { mentions, reading } = scene;
  const [one, next] = [mentions[index]!, mentions[index + 1]];
  if (next === undefined || next.first > one.end + longestJoint) return null;
  const between = reading.words.slice(one.end, next.first);
  const words = between.join(' ').replace(/ the$/, '');
  if (words === ',') return ',';
  return words === 'and' || words === ', and' || isIntroduced(scene, between) ? 'and' : null;
}

/** In tokens. */
const longestJoint = 8;

/** > Val Tooley, 62, and her husband Terry      > Minister Ann Roe and Trade Minister Paul Lee */
//             ^^^^^^^^^^^^^^^^^^^^^                               ^^^^^^^^^^^^^^^^^^
function isIntroduced({ found }: Scene, between: readonly string[]): boolean {
  const role = /^(?:, \d{1,3} ,? ?)?and (?:(?:his|her|their) )?((?:[\p{L}-]+ ){0,2}[\p{L}-]+)(?: ,)?$/u.exec(
    between.join(' '),
  )?.[1];
  return role !== undefined && found.lexicons.roleNouns.has(role.slice(role.lastIndexOf(' ') + 1));
}

/** Null where they cannot be meant. */
function fitTogether(
  { found }: Scene,
  { description, form }: Reference,
  speakers: readonly number[],
): Features | null {
  if (speakers.length > 1) {
    const arePeople = speakers.every((one) => found.entities[one]!.type === 'person');
    // "The envoys of the United Nations and the African Union" are people.
    return description?.kind === 'person' && !arePeople ? null : { joint: 1 };
  }
  const [speaker] = speakers as readonly [number];
  if (description !== null) return fitDescription(found, speaker, description);
  const { type } = found.entities[speaker]!;
  return form === 'orphan' && type !== 'person' && type !== 'organization' ? null : {};
}
