import { featureRow } from './features.ts';

/**
 * A table of int8 weights, one row a feature and one column a label, laid out to be added up fast: four columns lie in
 * one 32-bit word, and two of them are added at a time. A byte holds its weight plus 128, so that no sum borrows from
 * the one beside it; the first label's is the lowest of its word.
 */
export interface WeightTable {
  readonly rows: number;
  readonly columns: number;
  /** Even: words are read in pairs. */
  readonly wordsPerRow: number;
  readonly words: Int32Array;
}

/** `weights` row after row, without gaps. */
export function packWeights(weights: Int8Array, rows: number, columns: number): WeightTable {
  const wordsPerRow = 2 * Math.ceil(columns / 8);
  const words = new Int32Array(rows * wordsPerRow);
  const bytes = new Uint8Array(words.buffer);
  for (let row = 0, from = 0; row < rows; row++)
    for (let at = 4 * wordsPerRow * row, end = at + columns; at < end; at++)
      bytes[at] = (weights[from++] as number) + bias;
  return { rows, columns, wordsPerRow, words };
}

export function unpackWeights({ rows, columns, wordsPerRow, words }: WeightTable): Int8Array {
  const weights = new Int8Array(rows * columns);
  const bytes = new Uint8Array(words.buffer);
  for (let row = 0, to = 0; row < rows; row++)
    for (let at = 4 * wordsPerRow * row, end = at + columns; at < end; at++)
      weights[to++] = (bytes[at] as number) - bias;
  return weights;
}

/** Room for the sums of a row. */
export function createSums({ wordsPerRow }: WeightTable): Int32Array {
  return new Int32Array(4 * wordsPerRow);
}

/** Adds the weights of the features `hashes[start] … hashes[end - 1]` to `sums`, per label. */
export function addRows(
  table: WeightTable,
  hashes: Int32Array,
  start: number,
  end: number,
  sums: Int32Array,
): void {
  const { rows, wordsPerRow, words } = table;
  for (let from = start; from < end; from += mostAdded) {
    const to = Math.min(end, from + mostAdded);
    for (let word = 0; word < wordsPerRow; word += 2) {
      // Labels 0 and 2, 1 and 3, 4 and 6, 5 and 7 of these eight: 16 bits for each sum.
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let k = from; k < to; k++) {
        const at = featureRow(hashes[k] as number, rows) * wordsPerRow + word;
        const left = words[at] as number;
        const right = words[at + 1] as number;
        a = (a + (left & evenBytes)) | 0;
        b = (b + ((left >>> 8) & evenBytes)) | 0;
        c = (c + (right & evenBytes)) | 0;
        d = (d + ((right >>> 8) & evenBytes)) | 0;
      }
      const surplus = (to - from) * bias;
      unpackSums(a, b, surplus, 4 * word, sums);
      unpackSums(c, d, surplus, 4 * word + 4, sums);
    }
  }
}

const bias = 128;
const evenBytes = 0x00ff00ff;
/** Bytes that 16 bits hold the sum of. */
const mostAdded = 256;

function unpackSums(even: number, odd: number, surplus: number, at: number, sums: Int32Array): void {
  sums[at]! += (even & 0xffff) - surplus;
  sums[at + 1]! += (odd & 0xffff) - surplus;
  sums[at + 2]! += (even >>> 16) - surplus;
  sums[at + 3]! += (odd >>> 16) - surplus;
}
