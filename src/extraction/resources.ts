import { type EntityLexicons, readEntityLexicons } from './entities/index.ts';
import { createNameRecognizer, type NameRecognizer } from './names.ts';
import { type QuoteResources, readQuoteResources } from './quotes/find-quotes.ts';
import type { ResourceFiles } from './resource-files.ts';

export type { ResourceFiles } from './resource-files.ts';

/** What extraction knows beside the article: lexicons and models, read once and used for any number of articles. */
export interface Resources {
  readonly names: NameRecognizer;
  readonly entities: EntityLexicons;
  readonly quotes: QuoteResources;
  /** Tells articles apart that other rules, lexicons or models made: {@link rulesVersion} and a digest of all files. */
  readonly extractor: string;
}

/** The version of the rules. Raise it with every change that can make another record of the same article. */
const rulesVersion = 1;

/** Throws where a file is missing or damaged: the package is incomplete. */
export function createResources(files: ResourceFiles): Resources {
  return {
    names: createNameRecognizer(files),
    entities: readEntityLexicons(files),
    quotes: readQuoteResources(files),
    extractor: `${rulesVersion}-${digestOf(files)}`,
  };
}

/** A digest of names and bytes of all files, in the order of their names, as 16 hexadecimal digits. */
function digestOf({ lexicons, models, weights }: ResourceFiles): string {
  const digest = new Digest();
  for (const files of [lexicons, weights])
    for (const name of [...files.keys()].sort()) {
      digest.addText(name);
      digest.addText(files.get(name)!);
    }
  for (const name of [...models.keys()].sort()) {
    digest.addText(name);
    digest.addBytes(models.get(name)!);
  }
  return digest.finish();
}

/** Two multiplicative hashes side by side. They need not withstand an attacker: they tell versions apart. */
class Digest {
  // Signed, as `Math.imul` has them: engines box what does not fit into 32 bits, and write it at twice the cost.
  #high = 0xdeadbeef | 0;
  #low = 0x41c6ce57;

  addText(text: string): void {
    for (let index = 0; index < text.length; index += 1) this.#add(text.charCodeAt(index));
    this.#add(-1);
  }

  /** Four bytes at a time: models are megabytes, and loading them should not be felt. */
  addBytes(bytes: Uint8Array): void {
    const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const words = new Int32Array(file.buffer, file.byteOffset, file.length >> 2);
    for (let index = 0; index < words.length; index += 1) this.#add(words[index]!);
    for (let index = words.length * 4; index < file.length; index += 1) this.#add(file[index]!);
    this.#add(-1);
  }

  finish(): string {
    const high = (this.#high ^ (this.#high >>> 15)) >>> 0;
    const low = (this.#low ^ (this.#low >>> 15)) >>> 0;
    return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
  }

  #add(unit: number): void {
    this.#high = Math.imul(this.#high ^ unit, 2654435761);
    this.#low = Math.imul(this.#low ^ unit, 1597334677);
  }
}
