import type { Gender } from '../../entities/index.ts';
import type { Candidate, Features, Question } from './features.ts';
import { describeNobody } from './nobody.ts';
import { findPlaces, type Places } from './places.ts';
import type { Asked, Reference } from './references.ts';
import { genderChance, leastChance, withoutRuledOut } from './ruled-out.ts';
import { namedAmong, placeOf, type Scene, type SceneMention } from './scene.ts';
import { isPossibleFit, surenessOf } from './sure-fit.ts';
import { describeTurns } from './turns.ts';
import { describeInSource } from './within-source.ts';

/** Who may be meant by a reference: everyone who is named or speaks near by and can be called so, and nobody. */
export function findCandidates(scene: Scene, asked: Asked): Question {
  const { reference } = asked;
  const places = withoutRuledOut(scene, asked, findPlaces(scene, asked));
  const ranks = rankByRecency(scene, reference, places);
  const isDescribed = reference.description?.form === 'nominal';
  const surest = Math.max(1, ...places.map(({ fit }) => surenessOf(fit)));
  const fitting = isDescribed ? places.filter(({ fit }) => surenessOf(fit) === surest) : [];
  const namedFitting = fitting.filter(({ speakers }) => namedAmong(scene, speakers).length > 0);
  const possible = isDescribed
    ? places.filter((place) => place.before.length > 0 && isPossibleFit(place.fit))
    : [];
  const counts = places.map(({ count }) => count).sort((a, b) => b - a);
  const most = counts.length > 1 && counts[0]! > counts[1]! ? counts[0]! : Number.POSITIVE_INFINITY;
  const candidates = places.map(
    (place): Candidate => ({
      speakers: place.speakers,
      features: [
        place.fit,
        fitting.length === 1 && fitting[0] === place ? { onlyFitting: 1 } : {},
        possible.length === 1 && possible[0] === place ? { onlyPossible: 1 } : {},
        describePlace(scene, reference, place),
        describeRank(ranks.get(place)!),
        place.count === most ? { mostNamed: 1 } : {},
        describeKind(scene, reference, place),
        describeStanding(scene, reference, place),
        describeInSource(scene, reference, place),
        describeTurns(scene, asked, place),
      ],
    }),
  );
  const { age = null, origin = null, isOwned = false } = reference.description ?? {};
  const fitsNobody = isDescribed && namedFitting.length === 0 && age === null && origin === null;
  const nobody = [
    describeNobody(scene, asked),
    fitsNobody ? { [isOwned ? 'noneFittingOwned' : 'noneFitting']: 1 } : {},
  ];
  return { form: reference.form, candidates: [...candidates, { speakers: [], features: nobody }] };
}

/** In a dialogue that tells nothing, nor of someone who is known to be something else. */
function describeStanding(
  { standings }: Scene,
  { form }: Reference,
  { fit, speakers: [speaker, other] }: Places,
): Features {
  if (form === 'orphan' || form === 'name' || other !== undefined) return {};
  return fit.otherRole === 1 || fit.contraryKind === 1 ? {} : (standings[speaker!] ?? {});
}

/** How far back, and as what, it was named last. */
function describePlace(
  scene: Scene,
  reference: Reference,
  { before, count, later, inSource }: Places,
): Features {
  const found: Features = { frequency: Math.log(1 + count) };
  const [last] = before;
  if (last === undefined) {
    if (count > 0) found.onlyQuoted = 1;
    if (later !== null && count === 0 && inSource === null) {
      found.onlyLater = 1;
      const sentences = later.narrative - reference.narrative;
      found.sentencesLater = Math.log(1 + Math.max(0, sentences));
      if (reference.presents !== null && later.entity === reference.presents) found.presented = 1;
      if (sentences > 0 && sentences <= 2 && later.isSubject && later.isIntroduction) found.namedNext = 1;
    }
  } else {
    const sentences = countSentences(scene, reference, last);
    if (sentences === 0) found.sameSentence = 1;
    if (sentences === 1) found.sentenceBefore = 1;
    if (sentences === 2) found.twoBefore = 1;
    found.sentences = Math.log(1 + sentences);
    found.paragraphs = Math.log(1 + reference.paragraph - last.paragraph);
    if (last.paragraph === reference.paragraph) found.sameParagraph = 1;
    if (last.isSubject) found.subject = 1;
    if (last.isObject) found.object = 1;
    if (last.isOwner) found.owner = 1;
  }
  for (const mention of before) {
    if (reference.narrative - mention.narrative > 1 && mention.paragraph < reference.paragraph) break;
    if (!mention.isSubject) continue;
    if (mention.narrative === reference.narrative) found.subjectHere = 1;
    if (mention.narrative === reference.narrative - 1) {
      found.subjectBefore = 1;
      if (mention.isIntroduction) found.introduced = 1;
    }
    if (opensParagraph(scene, reference, mention)) found.opensParagraph = 1;
  }
  if (later?.isSubject && later.paragraph === reference.paragraph) {
    if (later.narrative <= reference.narrative + 1) found.subjectBehind = 1;
  }
  return found;
}

/** How many sentences back it was named; those between that go on with the same "she" do not count. */
function countSentences(scene: Scene, { gender, narrative }: Reference, mention: SceneMention): number {
  const sentences = narrative - mention.narrative;
  const carrying = gender === null ? null : scene.carrying[gender];
  if (carrying === null || sentences < 2) return sentences;
  return sentences - (carrying[narrative]! - carrying[mention.narrative + 1]!);
}

function opensParagraph(scene: Scene, reference: Reference, mention: SceneMention): boolean {
  if (mention.paragraph !== reference.paragraph) return false;
  const { first } = scene.reading.paragraphTokens[reference.paragraph]!;
  return placeOf(scene, first).narrative === mention.narrative;
}

/** `others`: how many others that may be meant were named later, before the reference. */
function describeRank(others: number): Features {
  if (others > 0) return { othersSince: Math.log(1 + others) };
  return { nearest: 1 };
}

function rankByRecency(
  scene: Scene,
  { gender }: Reference,
  places: readonly Places[],
): ReadonlyMap<Places, number> {
  const ordered = places.toSorted((a, b) => (b.before[0]?.first ?? -1) - (a.before[0]?.first ?? -1));
  const ranks = new Map<Places, number>();
  let others = 0;
  for (const place of ordered) {
    ranks.set(place, others);
    if (place.before.length > 0 && chanceOfGender(scene, gender, place.speakers) > leastChance) others += 1;
  }
  return ranks;
}

function describeKind(scene: Scene, { gender }: Reference, { speakers }: Places): Features {
  if (speakers.length > 1) return {};
  const found: Features = {};
  const { type } = scene.found.entities[speakers[0]!]!;
  if (type === 'organization' || type === 'place' || type === 'group') found[type] = 1;
  else if (type !== 'person') found.otherType = 1;
  if (speakers[0]! >= scene.named) found.unnamed = 1;
  const chance = chanceOfGender(scene, gender, speakers);
  if (chance !== 1) found.gender = Math.log(Math.max(1e-3, chance));
  return found;
}

/** One where nothing is asked of it. */
function chanceOfGender(scene: Scene, gender: Gender | null, speakers: readonly number[]): number {
  return gender === null || speakers.length > 1 ? 1 : genderChance(scene, speakers[0]!, gender);
}
