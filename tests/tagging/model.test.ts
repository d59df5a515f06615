import { describe, expect, it } from 'vitest';
import { decode } from '../../src/tagging/chain.ts';
import { FeatureWriter, hashString } from '../../src/tagging/features.ts';
import { createLabels, labelStretches, readStretches } from '../../src/tagging/labels.ts';
import { type Example, type LearningOptions, learnChain, meanOf, quantize } from '../../src/tagging/learn.ts';
import { type ChainModel, scoreFeatures } from '../../src/tagging/model.ts';
import { readModelFile, writeModelFile } from '../../src/tagging/model-file.ts';

// A language of its own: "oh" opens a stretch of capitals, and anything else closes it.
const labels = createLabels('bilou', ['shout']);
const sentences = ['oh HEY YOU there', 'well HEY now', 'oh NO', 'it is oh SO MANY THINGS here', 'HEY oh'];
const options: LearningOptions = {
  labels,
  rows: 997,
  epochs: 12,
  rate: 0.2,
  decay: 1e-3,
  dropout: 0.05,
  identityDropout: 0.1,
  identityFeatures: 1,
  averaged: 3,
  minimumCount: 1,
  fixedTransitions: null,
  seed: 5,
  report: () => {},
};

describe('learning', () => {
  const model = quantize(learnChain(sentences.map(toExample), options), 4);

  it('learns what the examples show', () => {
    for (const sentence of sentences) expect(tag(model, sentence)).toEqual(shoutsOf(sentence));
    expect(tag(model, 'oh MANY SO')).toEqual([[1, 3]]);
  });

  it('gives the same bytes for the same examples, and others for another seed', () => {
    const again = quantize(learnChain(sentences.map(toExample), options), 4);
    expect(writeModelFile(again)).toEqual(writeModelFile(model));
    const other = quantize(learnChain(sentences.map(toExample), { ...options, seed: 6 }), 4);
    expect(writeModelFile(other)).not.toEqual(writeModelFile(model));
  });

  it('averages models', () => {
    const [one, other] = [5, 6].map((seed) => learnChain(sentences.map(toExample), { ...options, seed }));
    const mean = meanOf([one!, other!]);
    expect(mean.weights[7]).toBeCloseTo((one!.weights[7]! + other!.weights[7]!) / 2, 6);
    expect(meanOf([one!])).toEqual(one);
    for (const sentence of sentences) expect(tag(quantize(mean, 4), sentence)).toEqual(shoutsOf(sentence));
  });

  it('leaves fixed transitions as they are, and builds on what another model says', () => {
    const fixedTransitions = new Float32Array(labels.size ** 2).fill(0.25);
    const examples = sentences.map(toExample).map((example) => ({
      ...example,
      prior: new Float32Array(example.labels.length * labels.size).fill(0.5),
    }));
    expect(learnChain(examples, { ...options, fixedTransitions }).transitions).toEqual(fixedTransitions);
  });
});

describe('the file of a model', () => {
  const model = quantize(learnChain(sentences.map(toExample), { ...options, epochs: 3 }), 4);
  const file = writeModelFile(model);

  it('is read back as it was written, also from the middle of a buffer', () => {
    expect(readModelFile(file, 'shouts')).toEqual(model);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(tag(readModelFile(shifted.subarray(3), 'shouts'), 'oh HEY')).toEqual(tag(model, 'oh HEY'));
  });

  it.each([
    ['empty', new Uint8Array(0), /shouts\.bin is not a model/],
    ['something else', new TextEncoder().encode('{"weights": []} and more'), /is not a model/],
    ['cut short', file.slice(0, -8), /is damaged/],
    ['damaged in one bit', file.with(200, file[200]! ^ 1), /is damaged/],
    ['of another format', file.with(4, 9), /has format 9, and this program reads format 1/],
  ])('is refused when it is %s', (_, bytes, message) => {
    expect(() => readModelFile(bytes, 'shouts')).toThrow(message);
  });
});

function shoutsOf(sentence: string): [number, number][] {
  const words = sentence.split(' ');
  const found: [number, number][] = [];
  words.forEach((word, start) => {
    if (word !== 'oh' || !words[start + 1]) return;
    let end = start + 1;
    while (words[end] && words[end] === words[end]!.toUpperCase()) end++;
    found.push([start + 1, end]);
  });
  return found;
}

function toExample(sentence: string): Example {
  const stretches = shoutsOf(sentence).map(([start, end]) => ({ start, end, type: 0 }));
  return {
    features: featuresOf(sentence),
    labels: labelStretches(stretches, sentence.split(' ').length, labels),
    weight: 1,
    prior: null,
  };
}

function featuresOf(sentence: string) {
  const writer = new FeatureWriter();
  const words = sentence.split(' ');
  words.forEach((word, index) => {
    writer.startItem();
    writer.add(hashString(word, 1));
    writer.add(hashString(word === word.toUpperCase() ? 'up' : 'low', 2));
    writer.add(hashString(words[index - 1] ?? '', 3));
  });
  return writer.finish();
}

function tag(model: ChainModel, sentence: string): number[][] {
  const features = featuresOf(sentence);
  const sequence = decode(model, scoreFeatures(model, features), features.length);
  return readStretches(sequence, model.labels).map(({ start, end }) => [start, end]);
}
