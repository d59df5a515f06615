import { forwardBackward, type Lattice } from './chain.ts';
import { type FeatureSequence, featureRow, mixHash } from './features.ts';
import type { LabelSet } from './labels.ts';
import type { ChainModel } from './model.ts';
import { packWeights } from './weight-table.ts';

/** A sequence with its true labels. */
export interface Example {
  readonly features: FeatureSequence;
  readonly labels: Uint8Array;
  /** How much it counts; 1 is usual. */
  readonly weight: number;
  /** Scores that another model gives its labels, to which this one's are added; null where there are none. */
  readonly prior: Float32Array | null;
  /**
   * The source that the example comes from, where sources label by habits of their own: examples of one domain above 0
   * share weights beside those that all share, which take up its habits and are left out of the model (Daumé 2007).
   */
  readonly domain?: number;
}

export interface LearningOptions {
  readonly labels: LabelSet;
  /** Rows of the table of weights. */
  readonly rows: number;
  readonly epochs: number;
  /** The step of AdaGrad (Duchi et al. 2011). */
  readonly rate: number;
  /** The pull of weights towards 0. */
  readonly decay: number;
  /** The share of features left out at each visit, so that none is leant on alone; 0 for none. */
  readonly dropout: number;
  /** The share of items that lose the features marked by `identity`; 0 for none. */
  readonly identityDropout: number;
  /** How many features at the head of each item's list name the item itself. */
  readonly identityFeatures: number;
  /** The weights are the mean of those after each of the last `averaged` epochs; at least 1. */
  readonly averaged: number;
  /** Features of fewer items than this in all examples are left out. */
  readonly minimumCount: number;
  /** Transitions to use and not to change; null to learn them. */
  readonly fixedTransitions: Float32Array | null;
  readonly seed: number;
  /** Called after each epoch with the sum of the items' negative log likelihoods. */
  readonly report: (epoch: number, loss: number) => void;
}

/** Weights as learning leaves them, before they are rounded to int8. */
export interface LearnedWeights {
  readonly labels: LabelSet;
  readonly rows: number;
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

/**
 * Trains a linear-chain CRF by stochastic gradient with AdaGrad. Deterministic: the same examples and options give
 * the same weights to the last bit.
 */
export function learnChain(examples: readonly Example[], options: LearningOptions): LearnedWeights {
  const { labels, rows, epochs, averaged } = options;
  const size = labels.size;
  const known = options.minimumCount > 1 ? countFeatures(examples, options.minimumCount) : null;
  const prepared = examples.map((example) => keepRows(example, rows, known, options.identityFeatures));
  const tableRows = examples.some(({ domain }) => domain) ? rows * 2 : rows;
  const learner = new Learner(options, tableRows);
  const random = createRandom(options.seed);
  const order = Uint32Array.from(examples, (_, k) => k);
  const sums = new Float32Array(rows * size);
  const transitionSums = new Float32Array(size * size);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const k of order) loss += learner.visit(examples[k] as Example, prepared[k] as KeptRows, random);
    if (epoch >= epochs - averaged) {
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (learner.weights[k] as number);
      for (let k = 0; k < transitionSums.length; k++)
        transitionSums[k] = (transitionSums[k] as number) + (learner.transitions[k] as number);
    }
    options.report(epoch, loss);
  }
  return {
    labels,
    rows,
    weights: sums.map((value) => value / averaged),
    transitions: transitionSums.map((value) => value / averaged),
  };
}

/** The mean of models with the same labels and rows, trained apart. */
export function meanOf(models: readonly LearnedWeights[]): LearnedWeights {
  const mean = (tables: readonly Float32Array[]): Float32Array =>
    tables[0]!.map((_, k) => tables.reduce((sum, table) => sum + (table[k] as number), 0) / tables.length);
  return {
    ...models[0]!,
    weights: mean(models.map(({ weights }) => weights)),
    transitions: mean(models.map(({ transitions }) => transitions)),
  };
}

/** Rounds weights to int8, with one scale a label. Weights beyond `limit` in size are cut to it. */
export function quantize(learned: LearnedWeights, limit: number): ChainModel {
  const { labels, rows, weights, transitions } = learned;
  const size = labels.size;
  const largest = new Float32Array(size);
  for (let k = 0; k < weights.length; k++)
    largest[k % size] = Math.max(largest[k % size] as number, Math.abs(weights[k] as number));
  const scales = largest.map((value) => Math.min(value, limit) / 127);
  const rounded = new Int8Array(weights.length);
  for (let k = 0; k < weights.length; k++) {
    const scale = scales[k % size] as number;
    const units = scale > 0 ? Math.round((weights[k] as number) / scale) : 0;
    rounded[k] = Math.max(-127, Math.min(127, units));
  }
  return { labels, transitions, scales, weights: packWeights(rounded, rows, size) };
}

/** A generator of numbers in [0, 1), the same for the same seed (Numerical Recipes' LCG). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A sequence's features as rows of the table, those too rare left out. */
interface KeptRows {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  /** Per item: where its rows that do not name the item itself begin. */
  readonly afterIdentity: Int32Array;
}

class Learner {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly #gradients: Float32Array;
  readonly #transitionGradients: Float32Array;
  readonly #options: LearningOptions;
  #kept = new Int32Array(1 << 16);

  constructor(options: LearningOptions, rows: number) {
    const size = options.labels.size;
    this.#options = options;
    this.weights = new Float32Array(rows * size);
    this.#gradients = new Float32Array(rows * size);
    this.transitions = options.fixedTransitions?.slice() ?? new Float32Array(size * size);
    this.#transitionGradients = new Float32Array(size * size);
  }

  /** One step along the gradient of one example; returns its loss. */
  visit(example: Example, kept: KeptRows, random: () => number): number {
    const { labels, fixedTransitions } = this.#options;
    const size = labels.size;
    const length = example.labels.length;
    if (length === 0) return 0;
    const starts = this.#drop(kept, random);
    const rows = this.#kept;
    const emissions = this.#score(rows, starts, example.prior, length);
    const lattice = forwardBackward({ labels, transitions: this.transitions }, emissions, length);
    let loss = 0;
    for (let i = 0; i < length; i++) {
      const truth = example.labels[i] as number;
      loss -= Math.log((lattice.marginals[i * size + truth] as number) + 1e-12);
      const start = starts[i] as number;
      const end = starts[i + 1] as number;
      for (let y = 0; y < size; y++) {
        const slope = ((y === truth ? 1 : 0) - (lattice.marginals[i * size + y] as number)) * example.weight;
        if (Math.abs(slope) >= smallestSlope) this.#step(rows, start, end, y, slope);
      }
      if (i > 0 && !fixedTransitions) this.#stepTransitions(example, lattice, i);
    }
    return loss;
  }

  /** Copies the rows that this visit uses into `#kept`; returns where each item's begin. */
  #drop(kept: KeptRows, random: () => number): Int32Array {
    const { dropout, identityDropout } = this.#options;
    if (this.#kept.length < kept.rows.length) this.#kept = new Int32Array(kept.rows.length * 2);
    const length = kept.starts.length - 1;
    const starts = new Int32Array(length + 1);
    let count = 0;
    for (let i = 0; i < length; i++) {
      const anonymous = identityDropout > 0 && random() < identityDropout;
      const end = kept.starts[i + 1] as number;
      for (let k = (anonymous ? kept.afterIdentity[i] : kept.starts[i]) as number; k < end; k++)
        if (dropout === 0 || random() >= dropout) this.#kept[count++] = kept.rows[k] as number;
      starts[i + 1] = count;
    }
    return starts;
  }

  #score(rows: Int32Array, starts: Int32Array, prior: Float32Array | null, length: number): Float32Array {
    const size = this.#options.labels.size;
    const weights = this.weights;
    const emissions = prior ? prior.slice() : new Float32Array(length * size);
    for (let i = 0; i < length; i++) {
      const item = i * size;
      const end = starts[i + 1] as number;
      for (let k = starts[i] as number; k < end; k++) {
        const row = (rows[k] as number) * size;
        for (let y = 0; y < size; y++)
          emissions[item + y] = (emissions[item + y] as number) + (weights[row + y] as number);
      }
    }
    return emissions;
  }

  #step(rows: Int32Array, start: number, end: number, label: number, slope: number): void {
    const { rate, decay, labels } = this.#options;
    const size = labels.size;
    const weights = this.weights;
    const gradients = this.#gradients;
    const square = slope * slope;
    for (let k = start; k < end; k++) {
      const at = (rows[k] as number) * size + label;
      const gradient = (gradients[at] as number) + square;
      gradients[at] = gradient;
      const weight = weights[at] as number;
      weights[at] = weight + (rate * (slope - decay * weight)) / Math.sqrt(gradient + 1);
    }
  }

  #stepTransitions(example: Example, lattice: Lattice, i: number): void {
    const { labels, rate } = this.#options;
    const size = labels.size;
    const { forward, backward, factors, steps } = lattice;
    const mass = (a: number, b: number): number =>
      (forward[(i - 1) * size + a] as number) *
      (steps[a * size + b] as number) *
      (factors[i * size + b] as number) *
      (backward[i * size + b] as number);
    let total = 0;
    for (let a = 0; a < size; a++) for (const b of labels.after[a] as Int32Array) total += mass(a, b);
    for (let a = 0; a < size; a++)
      for (const b of labels.after[a] as Int32Array) {
        const truth = a === example.labels[i - 1] && b === example.labels[i] ? 1 : 0;
        const slope = (truth - mass(a, b) / total) * example.weight;
        if (Math.abs(slope) < 1e-6) continue;
        const at = a * size + b;
        const gradient = (this.#transitionGradients[at] as number) + slope * slope;
        this.#transitionGradients[at] = gradient;
        this.transitions[at] = (this.transitions[at] as number) + (rate * slope) / Math.sqrt(gradient + 1);
      }
  }
}

/** Slopes below this change nothing that can be measured, and most labels of most items are there after an epoch. */
const smallestSlope = 1e-4;

/** Counts in a table of 2^24 bytes, by hash; features that fall together there are counted together. */
function countFeatures(examples: readonly Example[], minimum: number): Uint8Array {
  const counts = new Uint8Array(countTable);
  for (const { features } of examples)
    for (const hash of features.hashes) {
      const at = hash & (countTable - 1);
      if ((counts[at] as number) < minimum) counts[at] = (counts[at] as number) + 1;
    }
  return counts.map((count) => Number(count >= minimum));
}

const countTable = 1 << 24;

function keepRows(
  { features, domain = 0 }: Example,
  rows: number,
  known: Uint8Array | null,
  identityFeatures: number,
): KeptRows {
  const kept = new Int32Array(features.hashes.length * (domain > 0 ? 2 : 1));
  const starts = new Int32Array(features.length + 1);
  const afterIdentity = new Int32Array(features.length);
  let count = 0;
  for (let i = 0; i < features.length; i++) {
    const start = features.starts[i] as number;
    const end = features.starts[i + 1] as number;
    for (let k = start; k < end; k++) {
      if (k === start + identityFeatures) afterIdentity[i] = count;
      const hash = features.hashes[k] as number;
      if (known && !known[hash & (countTable - 1)]) continue;
      const row = featureRow(hash, rows);
      kept[count++] = row;
      // The second half of the table is the domains'.
      if (domain > 0) kept[count++] = rows + featureRow(mixHash(row, domain), rows);
    }
    if (end <= start + identityFeatures) afterIdentity[i] = count;
    starts[i + 1] = count;
  }
  return { rows: kept.slice(0, count), starts, afterIdentity };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const moved = order[i] as number;
    order[i] = order[j] as number;
    order[j] = moved;
  }
}
