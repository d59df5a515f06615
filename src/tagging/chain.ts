import type { LabelSet } from './labels.ts';
import { Room } from './room.ts';

/**
 * The arithmetic of a linear chain (Lafferty et al. 2001). Scores are row-major: item `i`, label `y` is at
 * `i * labels.size + y`; a transition from `a` to `b` is at `a * labels.size + b`. Illegal steps are never taken,
 * whatever their score. Time is linear in the number of items.
 */
export interface Chain {
  readonly labels: LabelSet;
  readonly transitions: Float32Array;
}

/** The best legal sequence of labels (Viterbi). */
export function decode(chain: Chain, emissions: Float32Array, length: number): Uint8Array {
  const { labels, transitions } = chain;
  const size = labels.size;
  const sequence = new Uint8Array(length);
  if (length === 0) return sequence;
  const from = rooms.from.take(length * size);
  let scores = rooms.scores.take(size).fill(Number.NEGATIVE_INFINITY);
  let next = rooms.next.take(size);
  for (let y = 0; y < size; y++) if (labels.canStart[y]) scores[y] = emissions[y] ?? 0;
  for (let i = 1; i < length; i++) {
    const row = i * size;
    for (let y = 0; y < size; y++) {
      const before = labels.before[y] as Int32Array;
      let best = Number.NEGATIVE_INFINITY;
      let bestLabel = 0;
      for (let k = 0; k < before.length; k++) {
        const a = before[k] as number;
        const score = (scores[a] as number) + (transitions[a * size + y] as number);
        if (score > best) {
          best = score;
          bestLabel = a;
        }
      }
      next[y] = best + (emissions[row + y] as number);
      from[row + y] = bestLabel;
    }
    [scores, next] = [next, scores];
  }
  let best = Number.NEGATIVE_INFINITY;
  let label = 0;
  for (let y = 0; y < size; y++) {
    const score = scores[y] as number;
    if (labels.canEnd[y] && score > best) {
      best = score;
      label = y;
    }
  }
  for (let i = length - 1; i >= 0; i--) {
    sequence[i] = label;
    label = from[i * size + label] as number;
  }
  return sequence;
}

/** What the forward-backward pass computes, scaled per item so that nothing overflows; it holds until the next pass. */
export interface Lattice {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** `exp` of the emissions, less each item's maximum. */
  readonly factors: Float64Array;
  /** `exp` of the legal transitions; 0 elsewhere. */
  readonly steps: Float64Array;
  /** The probability of each label at each item, given the whole sequence. */
  readonly marginals: Float64Array;
}

/**
 * The probability of each label at each item: `length * labels.size` numbers; each item's sum to 1. They hold until the
 * next pass, as a {@link Lattice} does.
 */
export function marginals(
  chain: Chain,
  emissions: Float32Array,
  length: number,
  steps?: Float64Array,
): Float64Array {
  return forwardBackward(chain, emissions, length, steps).marginals;
}

/** `steps` are the chain's {@link stepFactors}, for those who use one chain often. */
export function forwardBackward(
  chain: Chain,
  emissions: Float32Array,
  length: number,
  steps = stepFactors(chain),
): Lattice {
  const { labels } = chain;
  const size = labels.size;
  const factors = rooms.factors.take(length * size);
  const forward = rooms.forward.take(length * size);
  const backward = rooms.backward.take(length * size);
  const probabilities = rooms.probabilities.take(length * size).subarray(0, length * size);
  for (let i = 0; i < length; i++) {
    const row = i * size;
    let highest = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < size; y++) highest = Math.max(highest, emissions[row + y] as number);
    for (let y = 0; y < size; y++) factors[row + y] = Math.exp((emissions[row + y] as number) - highest);
  }
  for (let i = 0; i < length; i++) {
    const row = i * size;
    for (let y = 0; y < size; y++) {
      let sum = i === 0 ? (labels.canStart[y] as number) : 0;
      if (i > 0) {
        const before = labels.before[y] as Int32Array;
        for (let k = 0; k < before.length; k++) {
          const a = before[k] as number;
          sum += (forward[row - size + a] as number) * (steps[a * size + y] as number);
        }
      }
      forward[row + y] = sum * (factors[row + y] as number);
    }
    normalize(forward, row, size);
  }
  const last = (length - 1) * size;
  for (let y = 0; y < size && length > 0; y++) backward[last + y] = labels.canEnd[y] as number;
  for (let i = length - 2; i >= 0; i--) {
    const row = i * size;
    for (let a = 0; a < size; a++) {
      const after = labels.after[a] as Int32Array;
      let sum = 0;
      for (let k = 0; k < after.length; k++) {
        const b = after[k] as number;
        const there = row + size + b;
        sum += (steps[a * size + b] as number) * (factors[there] as number) * (backward[there] as number);
      }
      backward[row + a] = sum;
    }
    normalize(backward, row, size);
  }
  for (let i = 0; i < length; i++) {
    const row = i * size;
    for (let y = row; y < row + size; y++)
      probabilities[y] = (forward[y] as number) * (backward[y] as number);
    normalize(probabilities, row, size);
  }
  return { forward, backward, factors, steps, marginals: probabilities };
}

/** The probability that exactly this stretch `[start, end)` carries these labels, given the lattice. */
export function stretchProbability(
  chain: Chain,
  lattice: Lattice,
  sequence: Uint8Array,
  start: number,
  end: number,
): number {
  const size = chain.labels.size;
  const { backward, factors, steps, marginals: probabilities } = lattice;
  let probability = probabilities[start * size + (sequence[start] as number)] as number;
  // P(y_i | y_{i-1}) = step · factor · backward / Σ over the labels that may follow.
  for (let i = start + 1; i < end; i++) {
    const a = sequence[i - 1] as number;
    const after = chain.labels.after[a] as Int32Array;
    let total = 0;
    let chosen = 0;
    for (let k = 0; k < after.length; k++) {
      const b = after[k] as number;
      const mass =
        (steps[a * size + b] as number) *
        (factors[i * size + b] as number) *
        (backward[i * size + b] as number);
      total += mass;
      if (b === sequence[i]) chosen = mass;
    }
    probability *= total > 0 ? chosen / total : 0;
  }
  return probability;
}

/** `exp` of the legal transitions; 0 for the others. */
export function stepFactors({ labels, transitions }: Chain): Float64Array {
  const steps = new Float64Array(labels.size * labels.size);
  for (let a = 0; a < labels.size; a++)
    for (const b of labels.after[a] as Int32Array)
      steps[a * labels.size + b] = Math.exp(transitions[a * labels.size + b] as number);
  return steps;
}

const createDoubles = (length: number): Float64Array => new Float64Array(length);

const rooms = {
  from: new Room((length) => new Uint8Array(length)),
  scores: new Room(createDoubles),
  next: new Room(createDoubles),
  factors: new Room(createDoubles),
  forward: new Room(createDoubles),
  backward: new Room(createDoubles),
  probabilities: new Room(createDoubles),
};

function normalize(values: Float64Array, start: number, size: number): void {
  let sum = 0;
  for (let y = start; y < start + size; y++) sum += values[y] as number;
  // A row of zeros can only come from underflow: every label is then as likely as any other.
  for (let y = start; y < start + size; y++) values[y] = sum > 0 ? (values[y] as number) / sum : 1 / size;
}
