import type { Resolution } from '../../../domain/quote.ts';
import type { Attribution } from '../attribution.ts';
import { findCandidates } from './candidates.ts';
import type { Question } from './features.ts';
import { readLabel } from './labels.ts';
import { type Asked, type Form, type Reference, readReference } from './references.ts';
import { lastMentionBefore, placeOf, type Scene, type Turn } from './scene.ts';
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
}

/**
 * Who spoke, for each attribution in the order of the text: each answer helps with the next. Whoever knows better than the
 * model can `settle` answers: those that follow build on what it returns.
 */
export function resolveSpeakers(
  scene: Scene,
  attributions: readonly Attribution[],
  model: RankingModel,
  settle: (answer: Answer, index: number) => Answer = (answer) => answer,
): readonly Answer[] {
  const references = attributions.map((attribution) => readReference(scene, attribution));
  const turns: Turn[] = [];
  return attributions.map((attribution, index) => {
    const own = { ...placeOfTurn(scene, attribution), attribution, speakers: [] };
    const next = references[index + 1];
    const speakingNext = next !== undefined && next.paragraph - own.paragraph <= 1 ? next.heads : [];
    const asked = { reference: references[index]!, turns: turns.slice(-recentTurns), own, speakingNext };
    const answer = settle(answerFor(scene, asked, model), index);
    turns.push({ ...own, speakers: speakersOf(answer) });
    return answer;
  });
}

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

function answerFor(scene: Scene, asked: Asked, model: RankingModel): Answer {
  const { source, evidence } = asked.own.attribution;
  const label = source !== null && evidence === 'shape' ? readLabel(scene, source) : null;
  if (label !== null)
    return { ...answerWith(label.speakers, label.resolution), probability: 1, question: null };
  if (asked.reference.description?.form === 'relative') {
    const antecedent = findAntecedent(scene, asked.reference);
    return { ...answerWith(antecedent, 'pronoun'), probability: 0.9, question: null };
  }
  const question = findCandidates(scene, asked);
  const best = rankCandidates(model, question)[0]!;
  const resolution = best.features.inSource === 1 ? 'name' : resolutions[question.form];
  return { ...answerWith(best.speakers, resolution), probability: best.probability, question };
}

/**
 * Whom "who" and "which" go on about: the last name before them in their sentence that can be called so.
 *
 * > Ruiz, who leads the union, said …
 *   ^^^^
 */
function findAntecedent(scene: Scene, { description, first, narrative }: Reference): readonly number[] {
  for (let index = lastMentionBefore(scene.mentions, first); index >= 0; index -= 1) {
    const mention = scene.mentions[index]!;
    if (mention.narrative !== narrative) break;
    const isPerson = scene.found.entities[mention.entity]!.type === 'person';
    if (isPerson === (description?.kind === 'person')) return [mention.entity];
  }
  return [];
}

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
