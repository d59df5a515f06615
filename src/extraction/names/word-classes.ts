import { hashString } from '../../tagging/features.ts';

/**
 * What large corpora teach of single words: which words occur in the same company, and how each is usually cased.
 * Lets the tagger treat a name that it never saw like the names that it did see. Made by `npm run train -- words`.
 */
export interface WordClasses {
  /** Clusters of the word's lower-case form, from coarse to fine; null for a word that is not in the table. */
  findClusters(lower: string): readonly number[] | null;
  /** The path of the word, as cased, in a tree of clusters (Brown et al. 1992), and its bits; 0 where unknown. */
  findPath(word: string): number;
  /** How often the word is cased, 0 (hardly ever) to 7 (always), and 8 × how frequent it is; -1 where unknown. */
  findCasing(lower: string): number;
}

/**
 * The file, little-endian: magic "ORWC", version (u32), number of lower-case words (u32), number of cased words (u32);
 * then the sorted hashes of the lower-case words (i32), their clusters (u16 × {@link clusterLevels}), their casing (i8),
 * padded to four; then the sorted hashes of the cased words (i32) and their paths (u32, the first step in the lowest bit).
 */
export function readWordClasses(bytes: Uint8Array, name: string): WordClasses {
  const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const isWhole =
    file.length >= headerLength && view.getUint32(0, true) === magic && view.getUint32(4, true) === version;
  const lowerCount = isWhole ? view.getUint32(8, true) : 0;
  const casedCount = isWhole ? view.getUint32(12, true) : 0;
  const layout = layOut(lowerCount, casedCount);
  if (!isWhole || file.length !== layout.length)
    throw new Error(`data/models/${name}.bin is damaged; get it again from the repository`);
  const at = file.byteOffset;
  const lowerHashes = new Int32Array(file.buffer, at + layout.lowerHashes, lowerCount);
  const clusters = new Uint16Array(file.buffer, at + layout.clusters, lowerCount * clusterLevels);
  const casing = new Int8Array(file.buffer, at + layout.casing, lowerCount);
  const casedHashes = new Int32Array(file.buffer, at + layout.casedHashes, casedCount);
  const paths = new Uint32Array(file.buffer, at + layout.paths, casedCount);
  return {
    findClusters: (lower) => {
      const index = findHash(lowerHashes, hashWord(lower));
      if (index < 0 || clusters[index * clusterLevels] === noCluster) return null;
      return [...clusters.subarray(index * clusterLevels, (index + 1) * clusterLevels)];
    },
    findPath: (word) => paths[findHash(casedHashes, hashWord(word))] ?? 0,
    findCasing: (lower) => casing[findHash(lowerHashes, hashWord(lower))] ?? -1,
  };
}

export interface LowerWord {
  readonly word: string;
  /** Null where the word has none. */
  readonly clusters: readonly number[] | null;
  readonly casing: number;
}

/** The bytes that {@link readWordClasses} reads. Of words whose hashes fall together, the first is kept. */
export function writeWordClasses(
  lowerWords: readonly LowerWord[],
  casedWords: readonly { readonly word: string; readonly path: number }[],
): Uint8Array {
  const lower = sortByHash(lowerWords);
  const cased = sortByHash(casedWords);
  const layout = layOut(lower.length, cased.length);
  const file = new Uint8Array(layout.length);
  const view = new DataView(file.buffer);
  for (const [k, value] of [magic, version, lower.length, cased.length].entries()) {
    view.setUint32(k * 4, value, true);
  }
  lower.forEach(([hash, { clusters, casing }], index) => {
    view.setInt32(layout.lowerHashes + index * 4, hash, true);
    for (let level = 0; level < clusterLevels; level++)
      view.setUint16(
        layout.clusters + (index * clusterLevels + level) * 2,
        clusters?.[level] ?? noCluster,
        true,
      );
    view.setInt8(layout.casing + index, casing);
  });
  cased.forEach(([hash, { path }], index) => {
    view.setInt32(layout.casedHashes + index * 4, hash, true);
    view.setUint32(layout.paths + index * 4, path, true);
  });
  return file;
}

/** How many levels of clusters a word has. */
const clusterLevels = 4;

const magic = 0x4357524f; // "ORWC"
const version = 1;
const headerLength = 16;
const noCluster = 0xffff;

const hashWord = (word: string): number => hashString(word, 77);

function layOut(lowerCount: number, casedCount: number) {
  const pad = (offset: number): number => Math.ceil(offset / 4) * 4;
  const lowerHashes = headerLength;
  const clusters = lowerHashes + lowerCount * 4;
  const casing = clusters + lowerCount * clusterLevels * 2;
  const casedHashes = pad(casing + lowerCount);
  const paths = casedHashes + casedCount * 4;
  return { lowerHashes, clusters, casing, casedHashes, paths, length: paths + casedCount * 4 };
}

function sortByHash<T extends { readonly word: string }>(words: readonly T[]): [number, T][] {
  const byHash = new Map<number, T>();
  for (const word of words) {
    const hash = hashWord(word.word);
    if (!byHash.has(hash)) byHash.set(hash, word);
  }
  return [...byHash].sort(([a], [b]) => a - b);
}

/** The index of a hash in sorted hashes; -1 where it is not there. */
function findHash(hashes: Int32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hashes[middle] as number;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
