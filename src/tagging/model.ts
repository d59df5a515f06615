import { type Chain, decode, forwardBackward, type Lattice } from './chain.ts';
import { type FeatureSequence, featureRow } from './features.ts';
import type { LabelSet } from './labels.ts';

/**
 * A trained linear-chain CRF: a table of int8 weights, one row a feature and one column a label, with one scale a
 * label, and the transitions. It knows nothing of what the labels mean.
 */
export interface ChainModel extends Chain {
  readonly labels: LabelSet;
  readonly transitions: Float32Array;
  readonly rows: number;
  /** `rows * labels.size`. */
  readonly weights: Int8Array;
  /** Per label: what one unit of its weights is worth. */
  readonly scales: Float32Array;
}

export interface Tagging {
  /** The best legal labels. */
  readonly sequence: Uint8Array;
  readonly lattice: Lattice;
}

/** The score of each label at each item, from the features alone: `length * labels.size` numbers. */
export function scoreFeatures(model: ChainModel, features: FeatureSequence): Float32Array {
  const size = model.labels.size;
  const emissions = new Float32Array(features.length * size);
  const sums = new Int32Array(size);
  for (let i = 0; i < features.length; i++) {
    sums.fill(0);
    const end = features.starts[i + 1] as number;
    for (let k = features.starts[i] as number; k < end; k++)
      addWeights(model, features.hashes[k] as number, sums);
    for (let y = 0; y < size; y++)
      emissions[i * size + y] = (sums[y] as number) * (model.scales[y] as number);
  }
  return emissions;
}

/** Adds one feature's weights, still in their int8 units, to `sums`. */
export function addWeights(model: ChainModel, hash: number, sums: Int32Array): void {
  const size = sums.length;
  const row = featureRow(hash, model.rows) * size;
  const weights = model.weights;
  for (let y = 0; y < size; y++) sums[y] = (sums[y] as number) + (weights[row + y] as number);
}

/** Labels a sequence; `prior`, where given, is added to the features' scores. */
export function tagSequence(
  model: ChainModel,
  features: FeatureSequence,
  prior: Float32Array | null = null,
): Tagging {
  const emissions = scoreFeatures(model, features);
  if (prior)
    for (let k = 0; k < emissions.length; k++) emissions[k] = (emissions[k] as number) + (prior[k] ?? 0);
  return tagEmissions(model, emissions, features.length);
}

export function tagEmissions(model: Chain, emissions: Float32Array, length: number): Tagging {
  return {
    sequence: decode(model, emissions, length),
    lattice: forwardBackward(model, emissions, length),
  };
}
