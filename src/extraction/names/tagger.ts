import { type Chain, decode, forwardBackward, stretchProbability } from '../../tagging/chain.ts';
import { readStretches } from '../../tagging/labels.ts';
import { addWeights, type ChainModel } from '../../tagging/model.ts';
import { readModelFile } from '../../tagging/model-file.ts';
import type { SegmentedText } from '../../text/segments.ts';
import type { ResourceFiles } from '../resource-files.ts';
import { readContext } from './document.ts';
import { type FeatureSink, wordFeatures, writeNameFeatures } from './features.ts';
import { createGazetteer } from './gazetteer.ts';
import { readWordClasses } from './word-classes.ts';
import { createWordReader, type Word } from './words.ts';

/** A name as the model sees it: whole tokens, one of four types. */
export interface TaggedName {
  readonly firstToken: number;
  readonly endToken: number;
  readonly type: ModelType;
  readonly confidence: number;
}

/** The types that annotated corpora share; `misc` is what is none of the others (nationalities, events, works …). */
export const modelTypes = ['person', 'organization', 'place', 'misc'] as const;
export type ModelType = (typeof modelTypes)[number];

export interface NameTagger {
  tag(segmented: SegmentedText): readonly TaggedName[];
}

export function createNameTagger(files: ResourceFiles): NameTagger {
  const model = readModelFile(requireModel(files, 'names'), 'names');
  const reader = createWordReader(
    files,
    readWordClasses(requireModel(files, 'word-classes'), 'word-classes'),
  );
  const gazetteer = createGazetteer(files);
  const scorer = new SentenceScorer(model);
  return {
    tag: (segmented) => {
      const context = readContext(segmented, reader);
      const names: TaggedName[] = [];
      for (const sentence of segmented.sentences) {
        const length = sentence.endToken - sentence.firstToken;
        // Without a capital there is nothing that the corpora would call a name.
        if (!hasCapital(context.words, sentence.firstToken, sentence.endToken)) continue;
        scorer.start(length);
        writeNameFeatures(context, sentence, gazetteer, reader.edge, scorer);
        appendNames(model, scorer.finish(), length, sentence.firstToken, names);
      }
      return names;
    },
  };
}

function appendNames(
  model: Chain,
  emissions: Float32Array,
  length: number,
  firstToken: number,
  names: TaggedName[],
): void {
  const sequence = decode(model, emissions, length);
  const stretches = readStretches(sequence, model.labels);
  if (stretches.length === 0) return;
  const lattice = forwardBackward(model, emissions, length);
  for (const { start, end, type } of stretches)
    names.push({
      firstToken: firstToken + start,
      endToken: firstToken + end,
      type: modelTypes[type] as ModelType,
      confidence: stretchProbability(model, lattice, sequence, start, end),
    });
}

function hasCapital(words: readonly Word[], first: number, end: number): boolean {
  for (let index = first; index < end; index++) if ((words[index] as Word).isCapitalized) return true;
  return false;
}

function requireModel(files: ResourceFiles, name: string): Uint8Array {
  const bytes = files.models.get(name);
  if (bytes === undefined)
    throw new Error(`data/models/${name}.bin is missing; get it from the repository, or train it`);
  return bytes;
}

/**
 * Adds up the weights of a sentence's features as they are written. What a word's own features come to is kept with
 * the word, for each distance: two thirds of all features are looked up once a word form instead of once a token.
 */
class SentenceScorer implements FeatureSink {
  readonly #model: ChainModel;
  readonly #size: number;
  readonly #sums: Int32Array;
  #emissions = new Float32Array(0);
  #item = -1;

  constructor(model: ChainModel) {
    this.#model = model;
    this.#size = model.labels.size;
    this.#sums = new Int32Array(this.#size);
  }

  start(length: number): void {
    this.#emissions = new Float32Array(length * this.#size);
    this.#item = -1;
  }

  finish(): Float32Array {
    this.#flush();
    return this.#emissions;
  }

  startItem(): void {
    this.#flush();
    this.#item++;
    this.#sums.fill(0);
  }

  add(hash: number): void {
    addWeights(this.#model, hash, this.#sums);
  }

  addWord(word: Word, distance: number): void {
    const kept = word.sums[distance + 2] ?? this.#sumWord(word, distance);
    word.sums[distance + 2] = kept;
    const sums = this.#sums;
    for (let y = 0; y < sums.length; y++) sums[y] = (sums[y] as number) + (kept[y] as number);
  }

  #sumWord(word: Word, distance: number): Int32Array {
    const sums = new Int32Array(this.#size);
    for (const hash of wordFeatures(word, distance)) addWeights(this.#model, hash, sums);
    return sums;
  }

  #flush(): void {
    if (this.#item < 0) return;
    const row = this.#item * this.#size;
    for (let y = 0; y < this.#size; y++)
      this.#emissions[row + y] = (this.#sums[y] as number) * (this.#model.scales[y] as number);
  }
}
