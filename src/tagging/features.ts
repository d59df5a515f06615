/**
 * Hashed features: a feature is a 32-bit number, made of a string or of other features, and stands for "the word
 * before is 'said'" or the like. A model finds a feature's weights in row {@link featureRow} of its table; features
 * that fall into one row share their weights (Weinberger et al. 2009).
 */

/** The features of a sequence of items: those of item `i` are `hashes[starts[i]] … hashes[starts[i + 1] - 1]`. */
export interface FeatureSequence {
  readonly length: number;
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
}

/** Hashes a string; `kind` keeps features of different kinds apart. */
export function hashString(text: string, kind: number): number {
  let hash = kind | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** A feature made of another one and a kind ("the word before is …"). */
export function mixHash(hash: number, kind: number): number {
  const mixed = Math.imul(hash ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** A feature made of two, in this order, and a kind. */
export function mixHashes(a: number, b: number, kind: number): number {
  return mixHash(Math.imul(a, 31) ^ b, kind);
}

/** The row of a table of `rows` rows that holds a feature's weights. */
export function featureRow(hash: number, rows: number): number {
  return (hash & 0x7fffffff) % rows;
}

/** Collects the features of a sequence, item by item. It is itself the sequence so far, as long as nothing is added. */
export class FeatureWriter implements FeatureSequence {
  #hashes = new Int32Array(4096);
  #count = 0;
  #starts = new Int32Array(256);
  #items = 0;

  get length(): number {
    return this.#items;
  }

  get hashes(): Int32Array {
    return this.#hashes;
  }

  get starts(): Int32Array {
    this.#starts[this.#items] = this.#count;
    return this.#starts;
  }

  clear(): void {
    if (this.#hashes.length > keptRoom) this.#hashes = new Int32Array(keptRoom);
    this.#count = 0;
    this.#items = 0;
  }

  startItem(): void {
    if (this.#items + 1 === this.#starts.length) this.#starts = doubled(this.#starts);
    this.#starts[this.#items++] = this.#count;
  }

  add(hash: number): void {
    if (this.#count === this.#hashes.length) this.#hashes = doubled(this.#hashes);
    this.#hashes[this.#count++] = hash;
  }

  /** Adds {@link mixHash}. */
  addValue(hash: number, kind: number): void {
    this.add(mixHash(hash, kind));
  }

  /** Adds {@link mixHashes}. */
  addPair(a: number, b: number, kind: number): void {
    this.add(mixHashes(a, b, kind));
  }

  /** The sequence so far, to be kept; the writer is empty again. */
  finish(): FeatureSequence {
    const sequence = {
      length: this.#items,
      hashes: this.#hashes.slice(0, this.#count),
      starts: this.starts.slice(0, this.#items + 1),
    };
    this.clear();
    return sequence;
  }
}

/** Features that a writer keeps room for; what only a hostile text needs is given back. */
const keptRoom = 1 << 18;

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}
