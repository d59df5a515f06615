import { type Chain, decode, forwardBackward, stepFactors, stretchProbability } from '../../tagging/chain.ts';
import { FeatureWriter } from '../../tagging/features.ts';
import { readStretches } from '../../tagging/labels.ts';
import { type ChainModel, scoreFeatures, sumFeatures } from '../../tagging/model.ts';
import { readModelFile } from '../../tagging/model-file.ts';
import type { SegmentedText } from '../../text/segments.ts';
import type { ResourceFiles } from '../resource-files.ts';
import { readContext } from './document.ts';
import { type FeatureSink, type TokenSpan, wordFeatures, writeNameFeatures } from './features.ts';
import { readNameTables } from './name-tables.ts';
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
  const tables = readNameTables(requireModel(files, 'name-tables'), 'name-tables');
  const reader = createWordReader(
    files,
    readWordClasses(requireModel(files, 'word-classes'), 'word-classes'),
    tables,
  );
  const scorer = new StretchScorer(model);
  const steps = stepFactors(model);
  return {
    tag: (segmented) => {
      const context = readContext(segmented, reader);
      const names: TaggedName[] = [];
      for (const sentence of segmented.sentences)
        for (const range of findNameRanges(context.words, sentence)) {
          scorer.start(range.endToken - range.firstToken);
          writeNameFeatures(context, sentence, range, tables, reader.edge, scorer);
          appendNames(model, steps, scorer.finish(), range, names);
        }
      return names;
    },
  };
}

/**
 * The stretches of a sentence that can hold a name: the tokens near a capital, but for that of a word of grammar at the
 * head. What lies between them is no name for the corpora, and is more than half of all text.
 */
function findNameRanges(words: readonly Word[], { firstToken, endToken }: TokenSpan): TokenSpan[] {
  const ranges: { firstToken: number; endToken: number }[] = [];
  let isHead = true;
  for (let index = firstToken; index < endToken; index++) {
    const { hasLetter, isCapitalized, isGrammar } = words[index]!;
    const tells = isCapitalized && !(isHead && isGrammar);
    if (hasLetter) isHead = false;
    if (!tells) continue;
    const start = Math.max(firstToken, index - reachBefore);
    const end = Math.min(endToken, index + reachBehind + 1);
    const last = ranges.at(-1);
    if (last && start <= last.endToken) last.endToken = end;
    else ranges.push({ firstToken: start, endToken: end });
  }
  return ranges;
}

/**
 * The model is surer of itself than it should be: on the held-out articles, names of 0.99 are right in 93 to 98 of 100
 * cases, and those of 0.85 in 75. Log odds times this factor come closest.
 */
const sureness = 0.7;

function calibrate(probability: number): number {
  const bounded = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  return 1 / (1 + ((1 - bounded) / bounded) ** sureness);
}

/** Names hold up to two small words in a row ("van der Meer", "Bank of the West"), and labels look one token ahead. */
const reachBefore = 2;
const reachBehind = 3;

function appendNames(
  model: Chain,
  steps: Float64Array,
  emissions: Float32Array,
  { firstToken, endToken }: TokenSpan,
  names: TaggedName[],
): void {
  const length = endToken - firstToken;
  const sequence = decode(model, emissions, length);
  const stretches = readStretches(sequence, model.labels);
  if (stretches.length === 0) return;
  const lattice = forwardBackward(model, emissions, length, steps);
  for (const { start, end, type } of stretches)
    names.push({
      firstToken: firstToken + start,
      endToken: firstToken + end,
      type: modelTypes[type]!,
      confidence: calibrate(stretchProbability(model, lattice, sequence, start, end)),
    });
}

function requireModel(files: ResourceFiles, name: string): Uint8Array {
  const bytes = files.models.get(name);
  if (bytes === undefined)
    throw new Error(`data/models/${name}.bin is missing; get it from the repository, or train it`);
  return bytes;
}

/**
 * Scores the features of a stretch. What a word's own features come to is kept with the word, for each distance: two
 * thirds of all features are looked up once a word form instead of once a token.
 */
class StretchScorer implements FeatureSink {
  readonly #model: ChainModel;
  readonly #writer = new FeatureWriter();
  /** Per item and label: what the words come to. */
  #known = new Int32Array(0);
  #row = 0;

  constructor(model: ChainModel) {
    this.#model = model;
  }

  start(length: number): void {
    this.#writer.clear();
    const count = length * this.#model.labels.size;
    if (this.#known.length < count) this.#known = new Int32Array(2 * count);
    this.#row = -this.#model.labels.size;
  }

  finish(): Float32Array {
    return scoreFeatures(this.#model, this.#writer, this.#known);
  }

  startItem(): void {
    this.#writer.startItem();
    this.#row += this.#model.labels.size;
  }

  add(hash: number): void {
    this.#writer.add(hash);
  }

  addWords(second: Word, previous: Word, word: Word, next: Word, fourth: Word): void {
    const a = this.#sumsOf(second, -2);
    const b = this.#sumsOf(previous, -1);
    const c = this.#sumsOf(word, 0);
    const d = this.#sumsOf(next, 1);
    const e = this.#sumsOf(fourth, 2);
    const known = this.#known;
    const row = this.#row;
    for (let y = 0; y < a.length; y++) known[row + y] = a[y]! + b[y]! + c[y]! + d[y]! + e[y]!;
  }

  #sumsOf(word: Word, distance: number): Int16Array {
    const kept = word.sums[distance + 2];
    if (kept) return kept;
    const sums = sumFeatures(this.#model, Int32Array.from(wordFeatures(word, distance)));
    word.sums[distance + 2] = sums;
    return sums;
  }
}
