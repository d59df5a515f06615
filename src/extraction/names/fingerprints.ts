import { mixHash } from '../../tagging/features.ts';

/**
 * A table from hashes to numbers that keeps of each hash 16 bits. Of what is not in it, about one in 15,000 is taken
 * for something that is; in return an entry takes little more than three bytes.
 */
export interface FingerprintTable {
  /** 0 for what is not in the table. */
  find(hash: number): number;
}

/**
 * Reads a table that {@link writeFingerprints} wrote at `offset`, a multiple of four; null where the bytes end too soon.
 * Entries lie in buckets by their hash:
 *
 *     number of entries, of buckets and of distinct values (u32 each); the distinct values (u32)
 *     per entry its fingerprint (u16)
 *     per entry the index of its value (u8, or u16 where there are more than 256 values)
 *     per bucket the number of its entries (u8)
 *     padding to a multiple of four
 */
export function readFingerprints(
  file: Uint8Array,
  offset: number,
): { readonly table: FingerprintTable; readonly end: number } | null {
  if (offset + headLength > file.length) return null;
  const head = new Uint32Array(file.buffer, file.byteOffset + offset, 3);
  const [entries = 0, buckets = 0, distinct = 0] = head;
  const layout = layOut(offset, entries, buckets, distinct);
  if (layout.end > file.length) return null;
  const at = (part: number): number => file.byteOffset + part;
  const values = new Uint32Array(file.buffer, at(layout.values), distinct);
  const prints = new Uint16Array(file.buffer, at(layout.prints), entries);
  const indexes = new layout.Index(file.buffer as ArrayBuffer, at(layout.indexes), entries);
  const starts = sumUp(new Uint8Array(file.buffer, at(layout.sizes), buckets));
  const find = (hash: number): number => {
    const bucket = bucketOf(hash, buckets);
    const print = printOf(hash);
    const end = starts[bucket + 1] as number;
    for (let entry = starts[bucket] as number; entry < end; entry++)
      if (prints[entry] === print) return values[indexes[entry] as number] as number;
    return 0;
  };
  return { table: { find }, end: layout.end };
}

/** The bytes of a table of these entries, hash by hash; values from 1 to 2³² - 1. */
export function writeFingerprints(entries: ReadonlyMap<number, number>): Uint8Array {
  const values = [...new Set(entries.values())].sort((a, b) => a - b);
  const indexOf = new Map(values.map((value, index) => [value, index]));
  const buckets = Math.ceil(entries.size / entriesPerBucket);
  const layout = layOut(0, entries.size, buckets, values.length);
  const file = new Uint8Array(layout.end);
  new Uint32Array(file.buffer, 0, 3).set([entries.size, buckets, values.length]);
  new Uint32Array(file.buffer, layout.values, values.length).set(values);
  const prints = new Uint16Array(file.buffer, layout.prints, entries.size);
  const indexes = new layout.Index(file.buffer, layout.indexes, entries.size);
  const sizes = new Uint8Array(file.buffer, layout.sizes, buckets);
  const sorted = [...entries].sort(
    ([a], [b]) => bucketOf(a, buckets) - bucketOf(b, buckets) || printOf(a) - printOf(b) || a - b,
  );
  sorted.forEach(([hash, value], entry) => {
    prints[entry] = printOf(hash);
    indexes[entry] = indexOf.get(value) as number;
    sizes[bucketOf(hash, buckets)]! += 1;
  });
  return file;
}

/** Few enough that no bucket comes near 256 entries. */
const entriesPerBucket = 4;
const headLength = 12;

function layOut(offset: number, entries: number, buckets: number, distinct: number) {
  const Index = distinct > 256 ? Uint16Array : Uint8Array;
  const values = offset + headLength;
  const prints = values + distinct * 4;
  const indexes = prints + entries * 2;
  const sizes = indexes + entries * Index.BYTES_PER_ELEMENT;
  return { Index, values, prints, indexes, sizes, end: Math.ceil((sizes + buckets) / 4) * 4 };
}

function sumUp(sizes: Uint8Array): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  for (let k = 0; k < sizes.length; k++) starts[k + 1] = (starts[k] as number) + (sizes[k] as number);
  return starts;
}

const bucketOf = (hash: number, buckets: number): number => (mixHash(hash, 1) >>> 0) % buckets;
const printOf = (hash: number): number => mixHash(hash, 2) & 0xffff;
