import type { ResourceFiles } from '../../resource-files.ts';
import { type ConfidenceModel, confidenceFeatures } from './confidence.ts';
import {
  type Candidate,
  type Feature,
  type Features,
  features as featureNames,
  type Question,
} from './features.ts';
import { type Form, forms } from './references.ts';

/** What `data/models/speakers.json` holds; see `data/models/speakers.md`. */
export interface SpeakerModel {
  readonly ranking: RankingModel;
  readonly confidence: ConfidenceModel;
}

/** A log-linear model: what each feature is worth, for each form of reference. */
export type RankingModel = Readonly<Record<Form, Readonly<Partial<Record<Feature, number>>>>>;

/** A candidate with its probability in [0, 1]; those of all candidates of a question sum to 1. */
export interface Ranked extends Candidate {
  readonly probability: number;
}

/** The candidates, the likeliest first; of equals the one that was found first. */
export function rankCandidates(model: RankingModel, { form, candidates }: Question): readonly Ranked[] {
  const scores = candidates.map((candidate) => scoreOf(model[form], candidate.features));
  const highest = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  return candidates
    .map(({ speakers, features }, index) => ({
      speakers,
      features,
      probability: Math.exp(scores[index]! - highest) / total,
    }))
    .sort((a, b) => b.probability - a.probability);
}

function scoreOf(weights: RankingModel[Form], parts: readonly Features[]): number {
  let score = 0;
  for (const part of parts)
    for (const feature in part) score += part[feature as Feature]! * (weights[feature as Feature] ?? 0);
  return score;
}

/** Throws where the model is missing, or weighs what nobody measures. */
export function readSpeakerModel(files: ResourceFiles): SpeakerModel {
  const file = files.weights.get('speakers');
  if (file === undefined) throw new Error('data/models/speakers.json is missing');
  const model = JSON.parse(file) as SpeakerModel;
  checkNames(model.ranking, forms);
  for (const form of forms) checkNames(model.ranking[form], featureNames, { some: true });
  checkNames(model.confidence, confidenceFeatures);
  return model;
}

/** `some`: those that are not given are 0. */
function checkNames(weights: object | undefined, names: readonly string[], { some = false } = {}): void {
  const given = new Set(Object.keys(weights ?? {}));
  const odd = some ? undefined : names.find((name) => !given.has(name));
  const wrong = odd ?? [...given].find((name) => !names.includes(name));
  if (weights === undefined || wrong !== undefined)
    throw new Error(`data/models/speakers.json does not fit: "${wrong ?? 'nothing'}"; train it anew`);
}
