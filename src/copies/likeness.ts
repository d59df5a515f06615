/** Compares texts by the words that they have in common: the rarer a word is among some texts, the more it says. */
export interface LikenessScale {
  /** The cosine of two texts' words, each weighted by how rare it is: 0 to 1. */
  measure(one: Uint32Array, other: Uint32Array): number;
}

/**
 * Weighs words by these texts: inverse document frequency (Spärck Jones, 1972). The texts have to be of all kinds, or what
 * stands in all of one kind says more than it should.
 */
export function createLikenessScale(texts: readonly Uint32Array[]): LikenessScale {
  const frequencies = new Map<number, number>();
  for (const words of texts) {
    for (const word of new Set(words)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  const weigh = (word: number) => Math.log((texts.length + 1) / (frequencies.get(word) ?? 1)) ** 2;
  const sum = (words: Iterable<number>) => {
    let total = 0;
    for (const word of words) total += weigh(word);
    return total;
  };
  return {
    measure: (one, other) => {
      const [a, b] = [new Set(one), new Set(other)];
      const all = sum(a) * sum(b);
      return all === 0 ? 0 : sum([...a].filter((word) => b.has(word))) / Math.sqrt(all);
    },
  };
}
