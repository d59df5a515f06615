import type { Attribution } from './attribution.ts';
import type { Speakers } from './speakers.ts';

/**
 * The probability that the speaker is right, given that the words are a quote: a logistic model over plain features.
 * The weights are fitted by `npm run train -- confidence`.
 */
export function estimateConfidence(attribution: Attribution, speakers: Speakers): number {
  const { source, evidence } = attribution;
  const score =
    bias +
    (source === null ? weights.noSource : 0) +
    (speakers.resolution === null ? weights.noSpeaker : weights[speakers.resolution]) +
    (evidence === 'rule' ? weights.byRule : evidence === 'shape' ? weights.byShape : 0) +
    weights.logit * logit(speakers.probability);
  return Math.round((1000 * 1) / (1 + Math.exp(-score))) / 1000;
}

const bias = 1;
const weights = {
  noSource: -0.5,
  noSpeaker: 0.5,
  name: 0.8,
  nominal: -0.4,
  pronoun: 0.2,
  context: 0,
  byRule: 0,
  byShape: 0.8,
  logit: 0.3,
} as const;

/** Log odds, kept within what a probability of 0.5 % to 99.5 % gives. */
function logit(probability: number): number {
  const kept = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(kept / (1 - kept));
}
