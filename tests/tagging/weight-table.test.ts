import fc from 'fast-check';
import { expect, test } from 'vitest';
import { featureRow } from '../../src/tagging/features.ts';
import { addRows, createSums, packWeights, unpackWeights } from '../../src/tagging/weight-table.ts';

const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 20 }), columns: fc.integer({ min: 1, max: 18 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      weights: fc.int8Array({ minLength: rows * columns, maxLength: rows * columns }),
    }),
  );

test('a table holds the weights that it is made of', () => {
  fc.assert(
    fc.property(tables, ({ weights, rows, columns }) => {
      expect(unpackWeights(packWeights(weights, rows, columns))).toEqual(weights);
    }),
  );
});

test('sums of many rows are what adding weight by weight gives', () => {
  fc.assert(
    fc.property(
      tables,
      fc.int32Array({ maxLength: 1000, size: 'max' }),
      fc.nat(20),
      ({ weights, rows, columns }, hashes, start) => {
        const from = Math.min(start, hashes.length);
        const expected = new Int32Array(columns);
        for (const hash of hashes.subarray(from))
          for (let y = 0; y < columns; y++) expected[y]! += weights[featureRow(hash, rows) * columns + y]!;
        const table = packWeights(weights, rows, columns);
        const sums = createSums(table);
        addRows(table, hashes, from, hashes.length, sums);
        expect(sums.subarray(0, columns)).toEqual(expected);
      },
    ),
  );
});

test.each([-128, 127])('a thousand times %i does not overflow', (weight) => {
  const table = packWeights(new Int8Array(3).fill(weight), 1, 3);
  const sums = createSums(table);
  addRows(table, new Int32Array(1000), 0, 1000, sums);
  expect([...sums.subarray(0, 3)]).toEqual([1000 * weight, 1000 * weight, 1000 * weight]);
});
