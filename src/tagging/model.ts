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

/**
 * The score of each label at each item, from the features alone: `length * labels.size` numbers. `known`, in units of
 * the weights, is what further features come to. Four labels go at a time, so that their sums stay in registers.
 */
export function scoreFeatures(
  model: ChainModel,
  { length, hashes, starts }: FeatureSequence,
  known: Int32Array | null = null,
): Float32Array {
  const { rows, weights, scales } = model;
  const size = model.labels.size;
  const emissions = new Float32Array(length * size);
  for (let i = 0; i < length; i++) {
    const start = starts[i] as number;
    const end = starts[i + 1] as number;
    for (let block = 0; block < size; block += 4) {
      // The last four overlap those before, so that nothing is read behind a row.
      const label = Math.max(0, Math.min(block, size - 4));
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let k = start; k < end; k++) {
        const at = featureRow(hashes[k] as number, rows) * size + label;
        a = (a + (weights[at] as number)) | 0;
        b = (b + (weights[at + 1] as number)) | 0;
        c = (c + (weights[at + 2] as number)) | 0;
        d = (d + (weights[at + 3] as number)) | 0;
      }
      const sums = [a, b, c, d];
      for (let y = label; y < Math.min(size, label + 4); y++) {
        const at = i * size + y;
        emissions[at] =
          ((sums[y - label] as number) + (known === null ? 0 : (known[at] as number))) *
          (scales[y] as number);
      }
    }
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
