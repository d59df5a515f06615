import type { Resolution } from '../../../domain/quote.ts';
import type { Attribution } from '../attribution.ts';
import type { Stretch } from '../reading.ts';
import { findAntecedent } from './antecedents.ts';
import { findCandidates } from './candidates.ts';
import { findAnswered } from './dialogue.ts';
import type { Question } from './features.ts';
import { isWriters } from './interlude.ts';
import { findInterview, type Interview } from './interviews.ts';
import { readLabel } from './labels.ts';
import { type Asked, type Form, readReference, readWithNext } from './references.ts';
import { findRepeated } from './repeated-words.ts';
import { lastBefore, namedAmong, placeOf, type Scene, type Turn } from './scene.ts';
import { type RankingModel, rankCandidates } from './speaker-model.ts';

export interface Speakers {
  /** Index into the entities; null where nobody can be told. */
  readonly speaker: number | null;
  readonly joint: readonly number[];
  readonly resolution: Resolution | null;
  /** How surely the reference was resolved, given that the source is right. */
  readonly probability: number;
}

/** What a quote was answered with; `question` is null where its source left nothing to ask. */
export interface Answer extends Speakers {
  readonly question: Question | null;
  /** Who it is that spoke if it is nobody who is named: someone who is only described, or none. */
  readonly otherwise: readonly number[];
}

/**
 * Who spoke, for each attribution in the order of the text: each answer helps with the next. Where no source tells, several
 * courses of a dialogue are followed, until what comes later shows the likeliest. Words that repeat others, of which it is
 * said whose they are, are no turn, but have the speaker of those. Whoever knows better than the model can `settle` answers:
 * those that follow build on what it returns.
 */
export function resolveSpeakers(
  scene: Scene,
  attributions: readonly Attribution[],
  model: RankingModel,
  settle: Settle | null = null,
): readonly Answer[] {
  const repeated = findRepeated(scene.reading, attributions);
  const indices = [...attributions.keys()].filter((index) => repeated[index] === -1);
  const turns = indices.map((index) => attributions[index]!);
  const settleTurn: Settle | null = settle && ((answer, turn) => settle(answer, indices[turn]!));
  const answers: Answer[] = [];
  for (const [turn, answer] of resolveTurns(scene, turns, model, settleTurn).entries())
    answers[indices[turn]!] = answer;
  return repeated.map((from, index) => (from === -1 ? answers[index]! : repeatAnswer(answers[from]!)));
}

type Settle = (answer: Answer, index: number) => Answer;

const repeatAnswer = (answer: Answer): Answer => ({
  ...answer,
  resolution: answer.speaker === null ? null : 'context',
  question: null,
});

function resolveTurns(
  scene: Scene,
  attributions: readonly Attribution[],
  model: RankingModel,
  settle: Settle | null,
): readonly Answer[] {
  const areWriters = attributions.map((one) => isWriters(scene.reading, one));
  let before: Attribution | undefined;
  const read = attributions.map((attribution, index) => {
    const reference = readReference(scene, attribution, before);
    if (!areWriters[index]) before = attribution;
    return reference;
  });
  const references = read.map((reference, index) => readWithNext(scene, reference, read[index + 1]));
  const interview = findInterview(scene, attributions);
  const bare = attributions.map(
    (attribution, index): Turn => ({
      attribution,
      head: references[index]!.description?.head ?? null,
      speakers: [],
      ...placeOfTurn(scene, attribution),
    }),
  );
  let courses: readonly Course[] = [{ turns: [], answer: null, before: null, score: 0 }];
  for (const [index, own] of bare.entries()) {
    const [reference, next] = [references[index]!, references[index + 1]];
    const speakingNext = next !== undefined && next.paragraph - own.paragraph <= 1 ? next.heads : [];
    const answered = findAnswered(scene.reading, bare, references, index);
    const isOpen = settle === null && (reference.form === 'orphan' || next?.form === 'orphan');
    courses = courses
      .flatMap((before) => {
        const asked = { reference, turns: before.turns, own, speakingNext, answered };
        const answers = interview?.answers.has(index)
          ? [answerOf(interview)]
          : answersFor(scene, asked, model);
        return answers.slice(0, isOpen ? openCourses : 1).map((given): Course => {
          const answer = settle === null ? given : settle(given, index);
          const speakers = answer.speaker === null ? answer.otherwise : speakersOf(answer);
          const turns = areWriters[index]
            ? before.turns
            : [...before.turns, { ...own, speakers }].slice(-recentTurns);
          return { turns, answer, before, score: before.score + Math.log(answer.probability) };
        });
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, isOpen ? openCourses : 1);
  }
  const answers: Answer[] = [];
  for (let course = courses[0]!; course.answer !== null; course = course.before!) answers.push(course.answer);
  return answers.reverse();
}

const answerOf = ({ interviewee }: Interview): Answer => ({
  probability: interviewSureness,
  question: null,
  otherwise: [],
  ...answerWith([interviewee], 'context'),
});

/** How often what stands behind a question of the writer's is an answer of the one who is interviewed. */
const interviewSureness = 0.9;

/** One way in which an article may go on: the last answer, those before it, and how likely all of them are. */
interface Course {
  readonly turns: readonly Turn[];
  readonly answer: Answer | null;
  readonly before: Course | null;
  /** The logarithm of a probability. */
  readonly score: number;
}

/** So many courses are followed at a time, and so many answers tried for each turn. */
const openCourses = 4;

export const speakersOf = ({ speaker, joint }: Speakers): readonly number[] =>
  speaker === null ? [] : [speaker, ...joint];

/** More turns back nobody is meant by "he". */
const recentTurns = 24;

/** A turn stands where its source does, or its first words; it ends in the paragraph of the last of both. */
function placeOfTurn(
  scene: Scene,
  { source, contents }: Attribution,
): Pick<Turn, 'first' | 'paragraph' | 'narrative'> {
  const place = placeOf(scene, source?.first ?? contents[0]!.first);
  const last = scene.reading.paragraphOf[contents.at(-1)!.end - 1]!;
  return { ...place, paragraph: Math.max(place.paragraph, last) };
}

/** The likeliest first. */
function answersFor(scene: Scene, asked: Asked, model: RankingModel): readonly Answer[] {
  const { source, evidence } = asked.own.attribution;
  const label = source !== null && evidence === 'shape' ? readLabel(scene, source) : null;
  const sure = { question: null, otherwise: [] };
  if (label !== null) return [{ probability: 1, ...sure, ...answerWith(label.speakers, label.resolution) }];
  if (asked.reference.description?.form === 'relative') {
    const antecedent = findAntecedent(scene, asked.reference);
    return [{ probability: antecedentSureness, ...sure, ...answerWith(antecedent, 'pronoun') }];
  }
  const question = findCandidates(scene, asked);
  const ranked = rankCandidates(model, question);
  const named = ranked.filter(({ speakers }) => namedAmong(scene, speakers).length > 0);
  const unnamed = ranked.filter((one) => !named.includes(one));
  const likeliest = unnamed[0]!.speakers;
  const otherwise = likeliest.length > 0 ? likeliest : describedIn(scene, source);
  const sum = unnamed.reduce((total, { probability }) => total + probability, 0);
  const answers = named.map(({ speakers, features, probability }): Answer => {
    const isNamed = features.some(({ inSource }) => inSource === 1);
    const resolution = isNamed ? 'name' : resolutions[question.form];
    return { probability, question, otherwise, ...answerWith(speakers, resolution) };
  });
  answers.push({ probability: sum, question, otherwise, ...answerWith([], 'name') });
  return answers.sort((a, b) => b.probability - a.probability);
}

/** The figure that a source describes. */
function describedIn({ described, named }: Scene, source: Stretch | null): readonly number[] {
  if (source === null) return [];
  const one = described[lastBefore(described, source.first) + 1];
  return one !== undefined && one.entity >= named && one.first < source.end ? [one.entity] : [];
}

/** How often the last name before "who" is the right one. */
const antecedentSureness = 0.9;

function answerWith(
  [speaker, ...joint]: readonly number[],
  resolution: Resolution,
): Omit<Speakers, 'probability'> {
  return speaker === undefined
    ? { speaker: null, joint: [], resolution: null }
    : { speaker, joint, resolution };
}

const resolutions: Readonly<Record<Form, Resolution>> = {
  name: 'name',
  other: 'nominal',
  he: 'pronoun',
  it: 'pronoun',
  they: 'pronoun',
  person: 'nominal',
  body: 'nominal',
  people: 'nominal',
  orphan: 'context',
};
