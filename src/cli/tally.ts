/** What became of articles, and how many of each. */
const words = {
  created: 'new',
  revised: 'revised',
  unchanged: 'unchanged',
  outdated: 'older than what is stored',
  deleted: 'deleted before',
  failed: 'failed',
  passedOver: 'passed over',
} as const;

export type Tally = Record<keyof typeof words, number>;

export function createTally(): Tally {
  return { created: 0, revised: 0, unchanged: 0, outdated: 0, deleted: 0, failed: 0, passedOver: 0 };
}

/** "3 new, 1 unchanged"; "nothing new" where there is none. */
export function describeTally(tally: Readonly<Tally>): string {
  const parts = Object.entries(words).flatMap(([key, word]) => {
    const count = tally[key as keyof Tally];
    return count > 0 ? [`${count.toLocaleString('en')} ${word}`] : [];
  });
  return parts.join(', ') || 'nothing new';
}

/** What became of the articles of several sources (files, feeds), of each and of all. */
export interface Tallies {
  readonly whole: Readonly<Tally>;
  count(source: string, outcome: keyof Tally): void;
  /** What was counted of a source, which is forgotten. */
  take(source: string): Readonly<Tally>;
}

export function createTallies(): Tallies {
  const whole = createTally();
  const bySource = new Map<string, Tally>();
  return {
    whole,
    count: (source, outcome) => {
      const tally = bySource.get(source) ?? createTally();
      bySource.set(source, tally);
      tally[outcome]++;
      whole[outcome]++;
    },
    take: (source) => {
      const tally = bySource.get(source) ?? createTally();
      bySource.delete(source);
      return tally;
    },
  };
}
