import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, forwardBackward, marginals, stretchProbability } from '../../src/tagging/chain.ts';
import { createLabels, type LabelSet } from '../../src/tagging/labels.ts';

const score = fc.float({ min: -6, max: 6, noNaN: true });
const chains = fc
  .record({
    labels: fc.constantFrom(
      createLabels('bio', ['a']),
      createLabels('bio', ['a', 'b']),
      createLabels('bilou', ['a']),
      createLabels('bilou', ['a', 'b']),
    ),
    length: fc.integer({ min: 1, max: 4 }),
    scores: fc.array(score, { minLength: 81 + 36, maxLength: 81 + 36 }),
  })
  .map(({ labels, length, scores }) => ({
    chain: { labels, transitions: Float32Array.from(scores.slice(0, labels.size ** 2)) },
    emissions: Float32Array.from(scores.slice(81, 81 + length * labels.size)),
    length,
  }));

describe('a chain', () => {
  it('decodes the sequence that trying all legal ones finds best', () => {
    fc.assert(
      fc.property(chains, ({ chain, emissions, length }) => {
        const best = enumerate(chain.labels, length)
          .map((sequence) => scoreOf(chain, emissions, sequence))
          .reduce((a, b) => Math.max(a, b));
        const decoded = [...decode(chain, emissions, length)];
        expect(enumerate(chain.labels, length)).toContainEqual(decoded);
        expect(scoreOf(chain, emissions, decoded)).toBeCloseTo(best, 3);
      }),
      { numRuns: 60 },
    );
  });

  it('gives each label the share of all legal sequences that carry it', () => {
    fc.assert(
      fc.property(chains, ({ chain, emissions, length }) => {
        const size = chain.labels.size;
        const sequences = enumerate(chain.labels, length);
        const masses = sequences.map((sequence) => Math.exp(scoreOf(chain, emissions, sequence)));
        const total = masses.reduce((a, b) => a + b);
        const found = marginals(chain, emissions, length);
        for (let i = 0; i < length; i++)
          for (let y = 0; y < size; y++) {
            const share =
              masses.reduce((sum, mass, k) => sum + (sequences[k]?.[i] === y ? mass : 0), 0) / total;
            expect(found[i * size + y]).toBeCloseTo(share, 4);
          }
      }),
      { numRuns: 40 },
    );
  });

  it('gives a stretch the share of all legal sequences that carry all of it', () => {
    fc.assert(
      fc.property(chains, ({ chain, emissions, length }) => {
        const sequences = enumerate(chain.labels, length);
        const masses = sequences.map((sequence) => Math.exp(scoreOf(chain, emissions, sequence)));
        const best = decode(chain, emissions, length);
        const end = Math.min(length, 3);
        const agreeing = masses.filter((_, k) =>
          [...best].slice(0, end).every((y, i) => sequences[k]?.[i] === y),
        );
        const share = agreeing.reduce((a, b) => a + b, 0) / masses.reduce((a, b) => a + b);
        const lattice = forwardBackward(chain, emissions, length);
        expect(stretchProbability(chain, lattice, best, 0, end)).toBeCloseTo(share, 4);
      }),
      { numRuns: 40 },
    );
  });

  it('stays legal and finite whatever the scores', () => {
    const labels = createLabels('bilou', ['a', 'b']);
    const chain = { labels, transitions: new Float32Array(81).fill(-1e30) };
    const emissions = Float32Array.from({ length: 50 * 9 }, (_, k) => (k % 7 === 0 ? 1e30 : -1e30));
    const sequence = decode(chain, emissions, 50);
    for (let i = 1; i < 50; i++) expect(labels.before[sequence[i]!]).toContain(sequence[i - 1]);
    expect(marginals(chain, emissions, 50).every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(decode(chain, new Float32Array(0), 0)).toHaveLength(0);
    expect(marginals(chain, new Float32Array(0), 0)).toHaveLength(0);
  });
});

function enumerate(labels: LabelSet, length: number): number[][] {
  let sequences = [...labels.canStart].flatMap((can, y) => (can ? [[y]] : []));
  for (let i = 1; i < length; i++)
    sequences = sequences.flatMap((sequence) =>
      [...labels.after[sequence.at(-1)!]!].map((y) => [...sequence, y]),
    );
  return sequences.filter((sequence) => labels.canEnd[sequence.at(-1)!]);
}

function scoreOf(
  chain: { labels: LabelSet; transitions: Float32Array },
  emissions: Float32Array,
  sequence: readonly number[],
): number {
  const size = chain.labels.size;
  return sequence.reduce(
    (sum, y, i) =>
      sum + emissions[i * size + y]! + (i > 0 ? chain.transitions[sequence[i - 1]! * size + y]! : 0),
    0,
  );
}
