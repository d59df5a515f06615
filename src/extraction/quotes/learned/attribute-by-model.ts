import { decode, marginals, stepFactors } from '../../../tagging/chain.ts';
import { FeatureWriter } from '../../../tagging/features.ts';
import type { LabelledStretch } from '../../../tagging/labels.ts';
import { readStretches as stretchesOfLabels } from '../../../tagging/labels.ts';
import { type ChainModel, scoreFeatures } from '../../../tagging/model.ts';
import { readModelFile } from '../../../tagging/model-file.ts';
import { readWordClasses } from '../../names/word-classes.ts';
import type { ResourceFiles } from '../../resource-files.ts';
import type { Attribution } from '../attribution.ts';
import type { CueLexicon } from '../cues/cue-lexicon.ts';
import { overlapLength, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { cueWordRate, readCueRates } from './cue-rates.ts';
import { type CueWordReader, createCueWordReader } from './cue-words.ts';
import {
  type MarkedStretches,
  type Marking,
  readStretches,
  windowOf,
  writeLinkingFeatures,
} from './linking-features.ts';
import { type MarkedReading, markReading, writeMarkingFeatures } from './marking-features.ts';
import { WordSums } from './word-sums.ts';

/** Two taggers: one marks sources, cues and contents; the other gives each cue the source and content that are its own. */
export interface QuoteModel {
  readonly marker: Marker;
  readonly linker: ChainModel;
  readonly words: CueWordReader;
}

export interface Marker {
  readonly model: ChainModel;
  readonly steps: Float64Array;
  readonly wordSums: WordSums;
}

export function createMarker(model: ChainModel): Marker {
  return { model, steps: stepFactors(model), wordSums: new WordSums(model) };
}

/** Reads `quote-marker.bin` and `quote-linker.bin`. Throws where one is missing or damaged. */
export function readQuoteModel(files: ResourceFiles, lexicon: CueLexicon): QuoteModel {
  const classes = readWordClasses(modelBytes(files, 'word-classes'), 'word-classes');
  return {
    marker: createMarker(readModelFile(modelBytes(files, 'quote-marker'), 'quote-marker')),
    linker: readModelFile(modelBytes(files, 'quote-linker'), 'quote-linker'),
    words: createCueWordReader(lexicon, classes, readCueRates(files)),
  };
}

function modelBytes(files: ResourceFiles, name: string): Uint8Array {
  const bytes = files.models.get(name);
  if (bytes === undefined) throw new Error(`data/models/${name}.bin is missing`);
  return bytes;
}

/** Labels of the marker: 1–2 source, 3–4 cue, 5–6 content. Of the linker: 1–2 source, 3–4 content. */
const markerTypes = 3;
const cueLabel = 3;
const contentLabel = 3;

/**
 * Added to the score of a cue, and of a content's first token: what is one too many is turned down later, what is one
 * too few is lost. Tuned on PolNeAR dev together with data/gold, 0.8 to 1.6 and 0 to 1.
 */
const cueBias = 1.2;
const contentBias = 1;

/** Attributions as learned from annotated news. `ruled` are those that the rules found: the taggers' best features. */
export function attributeByModel(
  reading: Reading,
  ruled: readonly Attribution[],
  model: QuoteModel,
): readonly Attribution[] {
  const marked = markReading(reading, ruled, model.words);
  const marking = markTokens(marked, model.marker);
  const stretches = readStretches(marked, marking);
  const writer = new FeatureWriter();
  const attributions: Attribution[] = [];
  for (const { first, end, kind } of stretches.stretches) {
    if (kind !== 2) continue;
    const attribution = linkCue(marked, stretches, { first, end }, model.linker, writer);
    if (attribution !== null) attributions.push(attribution);
  }
  return shareSources(reading, attributions);
}

/** Runs the first tagger over each paragraph that somebody may speak in. */
export function markTokens(marked: MarkedReading, { model, steps, wordSums }: Marker): Marking {
  const { size } = model.labels;
  const writer = new FeatureWriter();
  const labels = new Uint8Array(marked.words.length);
  const chances = new Uint8Array(marked.words.length);
  const sourceChances = new Float32Array(marked.words.length);
  for (const paragraph of marked.reading.paragraphTokens) {
    if (!maySpeak(marked, paragraph)) continue;
    const length = paragraph.end - paragraph.first;
    writer.clear();
    writeMarkingFeatures(marked, paragraph, writer, 'without words');
    const emissions = scoreFeatures(model, writer, wordSums.ofParagraph(marked, paragraph));
    const probabilities = marginals(model, emissions, length, steps);
    for (let item = 0; item < length; item += 1) {
      let chance = 0;
      for (let type = 0; type < markerTypes; type += 1) {
        const label = item * size + 1 + 2 * type;
        chance |= inSteps(probabilities[label]! + probabilities[label + 1]!) << (2 * type);
      }
      chances[paragraph.first + item] = chance;
      sourceChances[paragraph.first + item] =
        probabilities[item * size + 1]! + probabilities[item * size + 2]!;
      emissions[item * size + cueLabel]! += cueBias;
    }
    labels.set(decode(model, emissions, length), paragraph.first);
  }
  return { labels, chances, sourceChances };
}

/**
 * A fifth of PolNeAR dev stands in paragraphs without quotation and without a word that is often part of cues. The tagger
 * finds 10 of its 1,421 cues there, and none of them becomes a quote.
 */
function maySpeak({ words, reading }: MarkedReading, { first, end }: Stretch): boolean {
  for (let token = first; token < end; token += 1)
    if (words[token]!.cueRate >= cueWordRate || reading.quotationOf[token] !== -1) return true;
  return false;
}

const inSteps = (probability: number): number =>
  probability < 0.08 ? 0 : probability < 0.35 ? 1 : probability < 0.7 ? 2 : 3;

/** Runs the second tagger over the window of a cue; null where it finds no content: the cue is none. */
function linkCue(
  marked: MarkedReading,
  stretches: MarkedStretches,
  cue: Stretch,
  linker: ChainModel,
  writer: FeatureWriter,
): Attribution | null {
  const window = windowOf(marked, cue);
  const length = window.end - window.first;
  writer.clear();
  writeLinkingFeatures(marked, stretches, cue, window, writer);
  const emissions = scoreFeatures(linker, writer);
  const { size } = linker.labels;
  for (let item = 0; item < length; item += 1) emissions[item * size + contentLabel]! += contentBias;
  const found = stretchesAt(decode(linker, emissions, length), linker, window.first);
  const contents = found.filter(({ type }) => type === 1).map(({ start, end }) => ({ first: start, end }));
  if (contents.length === 0) return null;
  let source = nearestSource(found, cue);
  // Marked words are seldom without a source: it may hide just under the threshold.
  for (const bias of [1.5, 3]) {
    if (source !== null) break;
    for (let item = 0; item < length; item += 1) {
      emissions[item * size + 1]! += bias;
      emissions[item * size + 2]! += 0.3 * bias;
    }
    source = nearestSource(stretchesAt(decode(linker, emissions, length), linker, window.first), cue);
  }
  const sureness = source === null ? 0.5 : meanChance(stretches.marking.sourceChances, source);
  return { contents, cue, source, reporters: [], sureness, evidence: 'model' };
}

function meanChance(chances: Float32Array, { first, end }: Stretch): number {
  let sum = 0;
  for (let token = first; token < end; token += 1) sum += chances[token]!;
  return sum / (end - first);
}

function stretchesAt(
  labels: Uint8Array,
  { labels: set }: ChainModel,
  first: number,
): readonly LabelledStretch[] {
  return stretchesOfLabels(labels, set).map(({ start, end, type }) => ({
    start: start + first,
    end: end + first,
    type,
  }));
}

function nearestSource(found: readonly LabelledStretch[], cue: Stretch): Stretch | null {
  let nearest: Stretch | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { start, end, type } of found) {
    const gap = Math.min(Math.abs(start - cue.end), Math.abs(cue.first - end));
    if (type !== 0 || gap >= least) continue;
    least = gap;
    nearest = { first: start, end };
  }
  return nearest;
}

/**
 * A cue without source takes that of the cue before it in its sentence, also where the taggers see one in its words:
 * "announced new rates and said it would grow", "says Purcell took it and claims he sold it".
 */
function shareSources(reading: Reading, attributions: readonly Attribution[]): readonly Attribution[] {
  const shared: Attribution[] = [];
  for (const attribution of attributions) {
    const { cue, source } = attribution;
    const last = shared.at(-1);
    const sameSentence =
      cue !== null && last?.cue != null && last.cue.first >= sentenceAround(reading, cue.first).first;
    const isJoined = sameSentence && /^(?:and|but)$/.test(reading.words[cue.first - 1] ?? '');
    const isSaid =
      isJoined &&
      source !== null &&
      last.contents.some(
        ({ first, end }) => last.cue!.end <= first && first <= source.first && source.end <= end + 1,
      );
    const isOwn =
      source !== null && attribution.contents.some((content) => overlapLength(content, source) > 0);
    const takes = sameSentence && (source === null || isOwn || isSaid);
    shared.push(takes ? { ...attribution, source: last.source } : attribution);
  }
  return shared;
}
