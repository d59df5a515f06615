import { type ConfidenceModel, confidenceFeatures } from '../extraction/quotes/speakers/confidence.ts';
import { type Feature, features, type Question } from '../extraction/quotes/speakers/features.ts';
import { forms } from '../extraction/quotes/speakers/references.ts';
import type { RankingModel } from '../extraction/quotes/speakers/speaker-model.ts';
import { minimize, roundWeight } from './descent.ts';

/** A question, and which of its candidates are right: several where it is nobody who is named, and anybody else may be. */
export interface AnsweredQuestion extends Question {
  readonly right: readonly number[];
  /** How much its answer is worth; 1 for one that a person gave. */
  readonly weight: number;
}

/**
 * What it costs a weight that all forms share to be other than 0, and what it costs one form to differ from it. Found by
 * leaving articles out; twice or half as much changes little.
 */
const penalty = { shared: 0.2, own: 1 };
const steps = 400;

/**
 * What weights that all forms share are before any example is seen; 0 where nothing is said. Ages and other ministries are
 * rare, and what they tell is plain; so is a sentence about somebody else between two quotes.
 */
const beliefs: Partial<Record<Feature, number>> = {
  sameAge: 4,
  otherAge: -4,
  contraryWord: -4,
  contraryKind: -4,
  anonymous: 4,
  unnamedAgent: 4,
  noneFitting: 4,
  noneFittingOwned: 4,
  document: 4,
  subjectSince: 2,
  silentSince: -2,
  namedNext: 1,
  introducedUnnamed: 1,
};

/**
 * The weights that make the right candidates likely, together where several are right (softmax, L2). Each weight is the sum of one that all forms share and
 * one of the form's own (Daumé, 2007), so that rare forms learn from the common ones.
 */
export function learnRanking(questions: readonly AnsweredQuestion[]): RankingModel {
  const width = features.length;
  const prepared = questions.map(({ form, right, weight, candidates }) => ({
    row: (forms.indexOf(form) + 1) * width,
    right,
    weight,
    candidates: candidates.map(({ features: values }) =>
      Object.entries(values).map(([name, value]) => [columns.get(name)!, value] as const),
    ),
  }));
  const prior = features.map((name) => beliefs[name] ?? 0);
  const weights = minimize((forms.length + 1) * width, steps, (now, gradient) => {
    for (let index = 0; index < now.length; index += 1)
      gradient[index] =
        index < width ? penalty.shared * (now[index]! - prior[index]!) : penalty.own * now[index]!;
    for (const { row, right, weight, candidates } of prepared) {
      const scores = candidates.map((values) => {
        let score = 0;
        for (const [column, value] of values) score += value * (now[column]! + now[row + column]!);
        return score;
      });
      const highest = Math.max(...scores);
      const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
      const totalRight = right.reduce((sum, index) => sum + Math.exp(scores[index]! - highest), 0);
      for (const [index, values] of candidates.entries()) {
        const share = Math.exp(scores[index]! - highest);
        const error = weight * (share / total - (right.includes(index) ? share / totalRight : 0));
        for (const [column, value] of values) {
          gradient[column]! += error * value;
          gradient[row + column]! += error * value;
        }
      }
    }
  });
  return Object.fromEntries(
    forms.map((form, place) => [form, nameWeights(weights, (place + 1) * width)]),
  ) as RankingModel;
}

const columns: ReadonlyMap<string, number> = new Map(features.map((name, index) => [name, index]));

/** The sums of shared and own weights, without those that come to nothing. */
function nameWeights(weights: Float64Array, row: number): Partial<Record<Feature, number>> {
  const sums = features.map(
    (name, index) => [name, roundWeight(weights[index]! + weights[row + index]!)] as const,
  );
  return Object.fromEntries(sums.filter(([, weight]) => weight !== 0));
}

/** What is known of an answer, and whether it was right. */
export interface JudgedAnswer {
  readonly values: ConfidenceModel;
  readonly isRight: boolean;
}

/** Logistic regression (L2). */
export function learnConfidence(answers: readonly JudgedAnswer[]): ConfidenceModel {
  const rows = answers.map(({ values, isRight }) => ({
    values: confidenceFeatures.map((name) => values[name]),
    right: Number(isRight),
  }));
  const weights = minimize(confidenceFeatures.length, steps, (now, gradient) => {
    for (let index = 0; index < now.length; index += 1) gradient[index] = now[index]!;
    for (const { values, right } of rows) {
      const score = values.reduce((sum, value, index) => sum + value * now[index]!, 0);
      const error = 1 / (1 + Math.exp(-score)) - right;
      for (const [index, value] of values.entries()) gradient[index]! += error * value;
    }
  });
  return Object.fromEntries(
    confidenceFeatures.map((name, index) => [name, roundWeight(weights[index]!)]),
  ) as ConfidenceModel;
}
