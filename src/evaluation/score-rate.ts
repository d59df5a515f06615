/** How many of those predicted are right, how many of the gold ones are found, and their harmonic mean; in [0, 1]. */
export interface Rate {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Counts that add up over texts to a {@link Rate}. */
export class Tally {
  #right = 0;
  #predicted = 0;
  #found = 0;
  #gold = 0;

  /** Adds `right` of `predicted` predictions, and `found` of `gold` annotations. */
  add(right: number, predicted: number, found: number, gold: number): void {
    this.#right += right;
    this.#predicted += predicted;
    this.#found += found;
    this.#gold += gold;
  }

  rate(): Rate {
    const precision = share(this.#right, this.#predicted);
    const recall = share(this.#found, this.#gold);
    return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
  }
}

/** A part of a whole, in [0, 1]; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
