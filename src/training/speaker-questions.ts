import type { Question } from '../extraction/quotes/speakers/features.ts';
import { resolveSpeakers } from '../extraction/quotes/speakers/resolve-speakers.ts';
import { isSame, namedAmong, type Scene } from '../extraction/quotes/speakers/scene.ts';
import type { RankingModel } from '../extraction/quotes/speakers/speaker-model.ts';
import type { AnsweredQuestion } from './learn-speakers.ts';
import { notFound, type SpokenArticle } from './speaker-examples.ts';

/** The questions of an article whose answers are known; each builds on the right answers to those before. */
export function askAll(
  { scene, attributed, truth }: SpokenArticle,
  ranking: RankingModel,
): readonly AnsweredQuestion[] {
  const questions: AnsweredQuestion[] = [];
  resolveSpeakers(scene, attributed.attributions, ranking, (answer, index) => {
    const speakers = truth[index]!;
    if (speakers === null || speakers.includes(notFound)) return answer;
    questions.push(...answerRight(scene, answer.question, speakers));
    const [speaker, ...joint] = speakers;
    return { ...answer, speaker: speaker ?? null, joint };
  });
  return questions;
}

/** Likewise; each builds on what the ranking itself answered before. */
export function askOnItsOwn(
  { scene, attributed, truth }: SpokenArticle,
  ranking: RankingModel,
): readonly AnsweredQuestion[] {
  return resolveSpeakers(scene, attributed.attributions, ranking).flatMap(({ question }, index) => {
    const speakers = truth[index]!;
    return speakers === null ? [] : answerRight(scene, question, speakers);
  });
}

/** Where nobody who is named is right, everybody else is; none where the right one is not asked about. */
function answerRight(
  scene: Scene,
  question: Question | null,
  speakers: readonly number[],
): readonly AnsweredQuestion[] {
  if (question === null) return [];
  const right = [...question.candidates.keys()].filter((index) =>
    isSame(namedAmong(scene, question.candidates[index]!.speakers), speakers),
  );
  return right.length === 0 ? [] : [{ ...question, right, weight: 1 }];
}
