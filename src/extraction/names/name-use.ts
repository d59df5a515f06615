/** How often a word is used in listed names, and of what: "Boris" begins persons, "University" ends organizations. */
export interface NameUse {
  /** How many persons have it as their first, and as their last name: steps of {@link countStep}. */
  readonly first: number;
  readonly last: number;
  /** What the names of several words are that it begins, and that it ends: {@link kindStep}. */
  readonly begins: number;
  readonly ends: number;
}

/** 0 to 6, each step about four times the one before. */
export function countStep(count: number): number {
  return count === 0 ? 0 : [2, 5, 16, 64, 256].filter((bound) => count >= bound).length + 1;
}

/**
 * The commonest of four kinds of names and how common it is, from the number of names of each kind, as 1 to 12; 0 where
 * the names are too few to tell. Multiples of three mean that hardly any name is of another kind.
 */
export function kindStep(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < 3) return 0;
  const largest = Math.max(...counts);
  const share = largest / total;
  return 1 + counts.indexOf(largest) * 3 + (share > 0.9 ? 2 : share > 0.6 ? 1 : 0);
}

export const packUse = ({ first, last, begins, ends }: NameUse): number =>
  first + countSteps * (last + countSteps * (begins + kindSteps * ends));

/** The use that {@link packUse} packed; null for 0. */
export function unpackUse(packed: number): NameUse | null {
  if (packed === 0) return null;
  const kinds = Math.floor(packed / countSteps ** 2);
  return {
    first: packed % countSteps,
    last: Math.floor(packed / countSteps) % countSteps,
    begins: kinds % kindSteps,
    ends: Math.floor(kinds / kindSteps),
  };
}

const countSteps = 7;
const kindSteps = 13;
