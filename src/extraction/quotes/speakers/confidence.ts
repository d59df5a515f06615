import type { Attribution } from '../attribution.ts';
import type { Speakers } from './resolve-speakers.ts';

/** What tells right speakers from wrong ones; all weigh on the log-odds. */
export const confidenceFeatures = [
  'bias',
  /** How the speaker was found. */
  'name',
  'pronoun',
  'nominal',
  'context',
  'nobody',
  'joint',
  /** What found the quote. */
  'byRule',
  'byShape',
  /** The rules, too, take these words for a source. */
  'agreed',
  /** Logarithms of how far the source stands from the cue, and of how much longer it is than three words. */
  'farSource',
  'longSource',
  /** Log-odds of the tagger for the words of the source, and of the ranking for whom they mean. */
  'sureness',
  'ranking',
] as const;

export type ConfidenceModel = Readonly<Record<(typeof confidenceFeatures)[number], number>>;

/** The probability that the speaker is right, given that the words are a quote. */
export function estimateConfidence(
  model: ConfidenceModel,
  attribution: Attribution,
  speakers: Speakers,
  isAgreed: boolean,
): number {
  return (
    Math.round(1000 * weighConfidence(model, describeConfidence(attribution, speakers, isAgreed))) / 1000
  );
}

export function weighConfidence(model: ConfidenceModel, values: ConfidenceModel): number {
  const score = confidenceFeatures.reduce((sum, name) => sum + model[name] * values[name], 0);
  return 1 / (1 + Math.exp(-score));
}

export function describeConfidence(
  { source, cue, sureness, evidence }: Attribution,
  { resolution, joint, probability }: Speakers,
  isAgreed: boolean,
): ConfidenceModel {
  const length = source === null ? 0 : source.end - source.first;
  const gap =
    source === null || cue === null ? 0 : Math.max(cue.first - source.end, source.first - cue.end, 0);
  return {
    bias: 1,
    name: Number(resolution === 'name'),
    pronoun: Number(resolution === 'pronoun'),
    nominal: Number(resolution === 'nominal'),
    context: Number(resolution === 'context'),
    nobody: Number(resolution === null),
    joint: Number(joint.length > 0),
    byRule: Number(evidence === 'rule'),
    byShape: Number(evidence === 'shape'),
    agreed: Number(isAgreed),
    farSource: Math.log(1 + gap),
    longSource: Math.log(1 + Math.max(0, length - 3)),
    sureness: logit(sureness),
    ranking: logit(probability),
  };
}

/** Log-odds, kept within what a probability of 0.5 % to 99.5 % gives. */
function logit(probability: number): number {
  const kept = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(kept / (1 - kept));
}
