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
  sameOrigin: 3,
  toldOrigin: 2,
  otherOrigin: -2,
  deedRole: 1,
  likeDescription: 1,
  otherPlace: -1,
  contraryWord: -10,
  contraryKind: -4,
  anonymous: 4,
  unnamedAgent: 4,
  noneFitting: 4,
  noneFittingOwned: 4,
  document: 4,
  subjectSince: 2,
  silentSince: -2,
  namedNext: 1,
  presented: 3,
  anonymousBefore: 2,
  introducedUnnamed: 1,
};

/**
 * The weights that make the right candidates likely, together where several are right (softmax, L2). Each weight is the sum of one that all forms share and
 * one of the form's own (Daumé, 2007), so that rare forms learn from the common ones.
 */
export function learnRanking(questions: readonly AnsweredQuestion[]): RankingModel {
  const width = features.length;
  const prepared = questions.map(prepareQuestion);
  const prior = features.map((name) => beliefs[name] ?? 0);
  const weights = minimize((forms.length + 1) * width, steps, (now, gradient) => {
    for (let index = 0; index < now.length; index += 1)
      gradient[index] =
        index < width ? penalty.shared * (now[index]! - prior[index]!) : penalty.own * now[index]!;
    for (const { row, right, weight, starts, columns, values } of prepared) {
      const shares = new Float64Array(right.length);
      for (let index = 0; index < right.length; index += 1)
        for (let at = starts[index]!; at < starts[index + 1]!; at += 1)
          shares[index]! += values[at]! * (now[columns[at]!]! + now[row + columns[at]!]!);
      const highest = Math.max(...shares);
      let total = 0;
      let totalRight = 0;
      for (let index = 0; index < right.length; index += 1) {
        shares[index] = Math.exp(shares[index]! - highest);
        total += shares[index]!;
        totalRight += right[index]! * shares[index]!;
      }
      for (let index = 0; index < right.length; index += 1) {
        const error = weight * shares[index]! * (1 / total - right[index]! / totalRight);
        for (let at = starts[index]!; at < starts[index + 1]!; at += 1) {
          gradient[columns[at]!]! += error * values[at]!;
          gradient[row + columns[at]!]! += error * values[at]!;
        }
      }
    }
  });
  return Object.fromEntries(
    forms.map((form, place) => [form, nameWeights(weights, (place + 1) * width)]),
  ) as RankingModel;
}

const columnOf: ReadonlyMap<string, number> = new Map(features.map((name, index) => [name, index]));

/** A question as flat arrays: it is read some hundred times. `starts`: where the features of each candidate begin. */
function prepareQuestion({ form, right, weight, candidates }: AnsweredQuestion) {
  const given = candidates.map(({ features: parts }) => parts.flatMap((part) => Object.entries(part)));
  const starts = [0];
  for (const values of given) starts.push(starts.at(-1)! + values.length);
  return {
    row: (forms.indexOf(form) + 1) * features.length,
    right: Uint8Array.from(candidates, (_, index) => Number(right.includes(index))),
    weight,
    starts,
    columns: Int32Array.from(given.flat(), ([name]) => columnOf.get(name)!),
    values: Float64Array.from(given.flat(), ([, value]) => value),
  };
}

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
