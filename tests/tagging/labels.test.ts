import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLabels, labelStretches, readStretches } from '../../src/tagging/labels.ts';

describe('labels', () => {
  it('reads back the stretches that it writes, in either scheme', () => {
    const cuts = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 4 }), fc.nat(2)),
    );
    fc.assert(
      fc.property(cuts, fc.constantFrom('bio' as const, 'bilou' as const), (pieces, scheme) => {
        const labels = createLabels(scheme, ['x', 'y', 'z']);
        let place = 0;
        const stretches = pieces.map(([gap, length, type]) => {
          const start = place + gap;
          place = start + length;
          return { start, end: place, type };
        });
        const sequence = labelStretches(stretches, place + 1, labels);
        expect(readStretches(sequence, labels)).toEqual(stretches);
        for (let i = 1; i < sequence.length; i++)
          expect(labels.after[sequence[i - 1]!]).toContain(sequence[i]);
      }),
    );
  });

  it('lets no stretch start inside, end open, or change its type', () => {
    const { names, before, canStart, canEnd } = createLabels('bilou', ['x', 'y']);
    const label = (name: string) => names.indexOf(name);
    expect(canStart[label('I-x')]).toBe(0);
    expect(canEnd[label('B-x')]).toBe(0);
    expect(before[label('L-x')]).toEqual(Int32Array.of(label('B-x'), label('I-x')));
    expect(before[label('O')]).not.toContain(label('I-y'));
  });
});
