import { type ChainModel, sumFeatures } from '../../../tagging/model.ts';
import type { Stretch } from '../reading.ts';
import { type CueWord, wordReach } from './cue-words.ts';
import type { MarkedReading } from './marking-features.ts';

/**
 * What the features of single words come to in a model, in units of its weights: added up once a form and place, and
 * kept. A third of all features need not be looked up for each token again.
 */
export class WordSums {
  readonly #model: ChainModel;

  constructor(model: ChainModel) {
    this.#model = model;
  }

  /** `length * labels.size` numbers for the tokens of a paragraph. */
  ofParagraph({ words, edge }: MarkedReading, { first, end }: Stretch): Int32Array {
    const { size } = this.#model.labels;
    const total = new Int32Array((end - first) * size);
    // Each word adds to the tokens that see it.
    for (let token = first - wordReach; token < end + wordReach; token += 1) {
      const sums = this.#sumsOf(token < first || token >= end ? edge : words[token]!);
      const from = Math.max(first, token - wordReach);
      const to = Math.min(end, token + wordReach + 1);
      for (let seeing = from; seeing < to; seeing += 1) {
        const item = (seeing - first) * size;
        const place = (token - seeing + wordReach) * size;
        for (let y = 0; y < size; y += 1) total[item + y]! += sums[place + y]!;
      }
    }
    return total;
  }

  #sumsOf(word: CueWord): Int16Array {
    if (word.kept?.model === this.#model) return word.kept.sums;
    const { size } = this.#model.labels;
    const sums = new Int16Array(word.seen.length * size);
    for (const [index, features] of word.seen.entries())
      sums.set(sumFeatures(this.#model, features), index * size);
    word.kept = { model: this.#model, sums };
    return sums;
  }
}
