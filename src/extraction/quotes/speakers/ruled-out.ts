import type { Gender } from '../../entities/index.ts';
import { withoutThoseBehindSame } from './behind-unnamed.ts';
import { describesPerson, isOfOtherGender } from './nobody.ts';
import type { Places } from './places.ts';
import type { Asked, Reference } from './references.ts';
import { lastBefore, namedAmong, type Scene, type SceneMention, type Turn } from './scene.ts';
import { isPossibleFit, isSureFit } from './sure-fit.ts';
import { describeInSource } from './within-source.ts';

/** Those who may be meant, without whom the words around a reference rule out. */
export function withoutRuledOut(scene: Scene, asked: Asked, places: readonly Places[]): readonly Places[] {
  const { reference } = asked;
  let left = withoutBesideSpeaker(scene, asked, places);
  left = withoutBeside(scene, reference, left);
  left = withoutOwner(scene, reference, left);
  left = withoutOwnerOfSubject(scene, reference, left);
  left = sinceFigure(scene, reference, left);
  left = withoutThoseBehindSame(scene, asked, left);
  if (reference.introduces) left = left.filter((place) => !isKnown(scene, reference, place));
  left = withoutThoseOfOthers(scene, reference, left);
  return withoutEmployers(scene, reference, withoutThoseToCome(left));
}

/**
 * Nobody who was named before is told by a body that was not, unless known to be so.
 *
 * > Tom Bale left on Monday. The director of the Ribble Trust said it was closed.
 *   ^^^^^^^^                                     ^^^^^^^^^^^^
 */
function withoutThoseOfOthers(
  { mentions, found, reading }: Scene,
  { form, stretch: { first, end } }: Reference,
  places: readonly Places[],
): readonly Places[] {
  if (form !== 'person') return places;
  for (let index = lastBefore(mentions, first) + 1; index < mentions.length; index += 1) {
    const { entity, first: name } = mentions[index]!;
    if (name >= end || reading.words.slice(first, name).some((word) => /^(?:,|who)$/.test(word))) break;
    const { type, mentions: all } = found.entities[entity]!;
    if (type !== 'organization' || all[0]!.start !== reading.segmented.tokens[name]!.start) continue;
    const before = reading.words[name - 1] === 'the' ? name - 2 : name - 1;
    if (!/^(?:of|at|for|from)$/.test(reading.words[before]!)) continue;
    return places.filter(
      (place) => place.inSource !== null || place.before.length === 0 || isSureFit(place.fit),
    );
  }
  return places;
}

/** Nobody whom the article has named already is "a neighbour". */
const isKnown = ({ mentions }: Scene, { first }: Reference, { speakers, inSource }: Places): boolean =>
  inSource === null &&
  mentions
    .slice(0, lastBefore(mentions, first) + 1)
    .some(({ entity, isQuoted }) => !isQuoted && speakers.includes(entity));

/**
 * Nor is "the company" the firm whose people judge the one that the text is about, if there is another.
 *
 * > Halcyte grew. Analysts at Brightwell said it was not enough. The company said it was.
 *                             ^^^^^^^^^^
 */
function withoutEmployers(
  scene: Scene,
  { form, description }: Reference,
  places: readonly Places[],
): readonly Places[] {
  if (form !== 'body' && form !== 'it') return places;
  const isAnyFirm = /^(?:company|firm|group|business)$/.test(description?.head ?? '');
  const isEmployer = (place: Places): boolean =>
    (place.fit.sameKind !== 1 || isAnyFirm) &&
    place.before.length > 0 &&
    place.before.every((mention) => employs(scene, mention));
  const others = places.filter((place) => !isEmployer(place));
  const isOther = ({ fit, before, speakers }: Places) =>
    before.length > 0 && isPossibleFit(fit) && scene.found.entities[speakers[0]!]!.type === 'organization';
  return others.some(isOther) ? others : places;
}

/** > an analyst at Roe & Co.      > Roe analysts      > Eva Lee, an economist with the Roe Bank */
function employs({ reading: { words } }: Scene, { first, end }: SceneMention): boolean {
  if (observers.test(words[end] ?? '')) return true;
  const before = words[first - 1] === 'the' ? first - 2 : first - 1;
  return /^(?:at|with|for|of|from)$/.test(words[before] ?? '') && observers.test(words[before - 1] ?? '');
}

const observers = /^(?:analyst|economist|strategist|researcher|broker|trader|forecaster|consultant)s?$/;

/**
 * Nobody of whom nothing is known and who is named only later, where another has the very role.
 *
 * > The premier is sorry. Claude Roe fled in May. … Premier Ana Doe said …
 *                         ^^^^^^^^^^
 */
function withoutThoseToCome(places: readonly Places[]): readonly Places[] {
  if (places.every(({ fit }) => fit.sameRole !== 1)) return places;
  return places.filter(
    ({ before, inSource, fit }) => before.length > 0 || inSource !== null || fit.unknownRole !== 1,
  );
}

/**
 * Nobody whom the source names only to say whose, where or for whom the one is who speaks.
 *
 * > Roe's mother      > a lawyer for Roe      > a Roe ally
 *   ^^^                              ^^^          ^^^
 */
const withoutBeside = (scene: Scene, reference: Reference, places: readonly Places[]): readonly Places[] =>
  places.filter((place) => {
    const { sourceHead, sourceOwner, sourceGoverned, sourceModifier } = describeInSource(
      scene,
      reference,
      place,
    );
    return sourceHead === 1 || [sourceOwner, sourceGoverned, sourceModifier].every((one) => one !== 1);
  });

/**
 * Nor is "he" whoever was named last to say whose spokesman it was that spoke before.
 *
 * > A spokesman for Tom Bale said that the fire was out. "It was nothing," he said.
 *                   ^^^^^^^^
 */
function withoutBesideSpeaker(
  scene: Scene,
  { reference, turns }: Asked,
  places: readonly Places[],
): readonly Places[] {
  if (reference.description?.form !== 'personal') return places;
  const turn = turns.findLast((one) => !isPronoun(scene, one));
  const last = turns.at(-1);
  if (turn === undefined || last === undefined || !isUnnamedPerson(scene, turn)) return places;
  if (namedAmong(scene, last.speakers).length > 0 || reference.paragraph - last.paragraph > 1) return places;
  if (isOfOtherGender(scene, turn, reference.description.gender)) return places;
  const { first, end } = turn.attribution.source!;
  return places.filter(
    ({ speakers: [speaker], before: [latest] }) =>
      speaker! >= scene.named || latest === undefined || latest.first < first || latest.first >= end,
  );
}

const isPronoun = ({ reading }: Scene, { attribution: { source } }: Turn): boolean =>
  source !== null && /^(?:he|she)$/.test(reading.words[source.first]!);

const isUnnamedPerson = (scene: Scene, { attribution: { source }, speakers }: Turn): boolean =>
  source !== null && namedAmong(scene, speakers).length === 0 && describesPerson(scene, source);

/**
 * Whoever "his" means is not the one that it describes: the subject before that is named last, unless what is said of that
 * one fits.
 *
 * > Lee is hurt. His agent said so.
 *   ^^^
 */
function withoutOwner(scene: Scene, reference: Reference, places: readonly Places[]): readonly Places[] {
  if (reference.description?.isOwned !== true) return places;
  const gender = ownerGenders.get(scene.reading.words[reference.first]!);
  if (reference.description.kind !== 'person' && gender === undefined) return places;
  let owner: Places | null = null;
  for (const place of places) {
    const [last] = place.before;
    if (!last?.isSubject || reference.narrative - last.narrative > 1 || place.speakers.length > 1) continue;
    if (gender !== undefined && genderChance(scene, place.speakers[0]!, gender) < leastChance) continue;
    if (owner === null || last.first > owner.before[0]!.first) owner = place;
  }
  return owner === null || isSureFit(owner.fit) ? places : places.filter((place) => place !== owner);
}

/**
 * Nor is "he" whoever is named only to say whose lawyer it is that the sentence before is about.
 *
 * > Roe's lawyer rose. "My client is here as a witness," he said.
 *   ^^^
 */
function withoutOwnerOfSubject(
  scene: Scene,
  { description, first, narrative }: Reference,
  places: readonly Places[],
): readonly Places[] {
  const { described, named } = scene;
  const subject = described[lastBefore(described, first)];
  if (description?.form !== 'personal' || subject === undefined || subject.entity < named) return places;
  if (narrative - subject.narrative !== 1) return places;
  if (description.gender !== null && genderChance(scene, subject.entity, description.gender) < leastChance)
    return places;
  return places.filter(({ before: [last] }) => {
    const isOwner = last?.isOwner === true && subject.first <= last.first && last.first < subject.end;
    return !isOwner;
  });
}

/**
 * Behind a sentence about someone without a name, whose gender shows, "she" is that one, unless another is named since.
 *
 * > His granddaughter rolled her eyes. "He tells everybody," she said.
 *   ^^^^^^^^^^^^^^^^^
 */
function sinceFigure(
  scene: Scene,
  { description, first, narrative }: Reference,
  places: readonly Places[],
): readonly Places[] {
  const { described, named, reading } = scene;
  const subject = described[lastBefore(described, first)];
  if (description?.form !== 'personal' || description.gender === null) return places;
  if (subject === undefined || subject.entity < named || narrative - subject.narrative !== 1) return places;
  const { sentences, sentenceOfToken } = reading.segmented;
  const isOpening = sentences[sentenceOfToken[subject.first]!]!.firstToken === subject.first;
  const isNew = subject.isIntroduction && reading.words[subject.first] !== 'the';
  if (!isOpening || !isNew || genderChance(scene, subject.entity, description.gender) < surelyOfGender)
    return places;
  return places.filter(
    ({ speakers: [speaker], before: [last] }) =>
      speaker === subject.entity || (last?.first ?? -1) > subject.first,
  );
}

/** The gender shows, as in "his granddaughter". */
const surelyOfGender = 0.9;

const ownerGenders: ReadonlyMap<string, Gender> = new Map([
  ['his', 'male'],
  ['her', 'female'],
]);

/** One whose gender fits less likely than this stands in nobody's way. */
export const leastChance = 0.2;

/** How likely it is that someone is of a gender. */
export function genderChance({ found }: Scene, speaker: number, gender: Gender): number {
  const { male } = found.profiles[speaker]!;
  return gender === 'male' ? male : 1 - male;
}
