import type { Chain } from './chain.ts';
import type { FeatureSequence } from './features.ts';
import type { LabelSet } from './labels.ts';
import { addRows, createSums, type WeightTable } from './weight-table.ts';

/**
 * A trained linear-chain CRF: a table of int8 weights, one row a feature and one column a label, with one scale a
 * label, and the transitions. It knows nothing of what the labels mean.
 */
export interface ChainModel extends Chain {
  readonly labels: LabelSet;
  readonly transitions: Float32Array;
  readonly weights: WeightTable;
  /** Per label: what one unit of its weights is worth. */
  readonly scales: Float32Array;
}

/**
 * The score of each label at each item, from the features alone: `length * labels.size` numbers. `known`, in units of
 * the weights, is what further features come to.
 */
export function scoreFeatures(
  { labels: { size }, weights, scales }: ChainModel,
  { length, hashes, starts }: FeatureSequence,
  known: Int32Array | null = null,
): Float32Array {
  const emissions = new Float32Array(length * size);
  const sums = createSums(weights);
  for (let i = 0; i < length; i++) {
    sums.fill(0);
    addRows(weights, hashes, starts[i] as number, starts[i + 1] as number, sums);
    for (let y = 0; y < size; y++) {
      const at = i * size + y;
      const sum = (sums[y] as number) + (known === null ? 0 : (known[at] as number));
      emissions[at] = sum * (scales[y] as number);
    }
  }
  return emissions;
}

/** What a few features, at most 256, come to: the sums of their weights, still in int8 units, one a label. */
export function sumFeatures({ labels, weights }: ChainModel, features: Int32Array): Int16Array {
  const sums = createSums(weights);
  addRows(weights, features, 0, features.length, sums);
  return Int16Array.from(sums.subarray(0, labels.size));
}
