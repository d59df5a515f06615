/** Numbers that look random, and are the same for the same seed on every machine (sfc32 of PractRand). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, stream: number) {
    this.#a = scramble(seed);
    this.#b = scramble(stream ^ 0x9e3779b9);
    this.#c = scramble(this.#a ^ this.#b);
    for (let turn = 0; turn < 12; turn++) this.number();
  }

  /** In [0, 1). */
  number(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** A whole number in [0, end). */
  below(end: number): number {
    return Math.floor(this.number() * end);
  }

  /** A whole number in [start, end). */
  between(start: number, end: number): number {
    return start + this.below(end - start);
  }

  chance(probability: number): boolean {
    return this.number() < probability;
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  /** Lengths of texts and sentences are spread like this: log-normal, with this median; `spread` is sigma. */
  logNormal(median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.number()));
    return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * this.number()));
  }
}

function scramble(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
