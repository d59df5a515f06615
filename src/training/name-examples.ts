import { type NameContext, readContext } from '../extraction/names/document.ts';
import { type FeatureSink, wordFeatures, writeNameFeatures } from '../extraction/names/features.ts';
import type { NameTables } from '../extraction/names/name-tables.ts';
import type { WordReader } from '../extraction/names/words.ts';
import { type FeatureSequence, FeatureWriter } from '../tagging/features.ts';
import { type LabelSet, labelStretches } from '../tagging/labels.ts';
import type { Example } from '../tagging/learn.ts';
import type { Sentence } from '../text/segments.ts';
import { corpusTypes, type NamedDocument } from './corpora.ts';

/** What turns tokens into features. */
export interface FeatureTools {
  readonly reader: WordReader;
  readonly tables: NameTables;
}

/** The sentences of documents as examples to learn from. */
export function makeNameExamples(
  documents: readonly NamedDocument[],
  labels: LabelSet,
  tools: FeatureTools,
  weight: number,
  domain: number,
): Example[] {
  return documents.flatMap((document) => {
    const context = readContext(document.segmented, tools.reader);
    const truth = labelTokens(document, labels);
    return document.segmented.sentences.map((sentence) => ({
      features: collectFeatures(context, sentence, tools),
      labels: truth.subarray(sentence.firstToken, sentence.endToken),
      weight,
      prior: null,
      domain,
    }));
  });
}

function collectFeatures(
  context: NameContext,
  sentence: Sentence,
  { tables, reader }: FeatureTools,
): FeatureSequence {
  const writer = new FeatureWriter();
  const sink: FeatureSink = {
    startItem: () => writer.startItem(),
    add: (hash) => writer.add(hash),
    addWords: (second, previous, word, next, fourth) => {
      for (const hash of wordFeatures(word, 0)) writer.add(hash);
      for (const hash of wordFeatures(previous, -1)) writer.add(hash);
      for (const hash of wordFeatures(next, 1)) writer.add(hash);
      for (const hash of wordFeatures(second, -2)) writer.add(hash);
      for (const hash of wordFeatures(fourth, 2)) writer.add(hash);
    },
  };
  writeNameFeatures(context, sentence, sentence, tables, reader.edge, sink);
  return writer.finish();
}

/** Labels tokens by the names that they overlap; a name never runs over the border of a sentence. */
function labelTokens({ segmented, names }: NamedDocument, labels: LabelSet): Uint8Array {
  const { tokens, sentences } = segmented;
  const truth = new Uint8Array(tokens.length);
  let next = 0;
  for (const sentence of sentences) {
    const stretches = [];
    let token = sentence.firstToken;
    while (next < names.length && (names[next]?.start ?? 0) < sentence.end) {
      const { start, end, type } = names[next] as (typeof names)[number];
      while (token < sentence.endToken && (tokens[token]?.end ?? 0) <= start) token++;
      const first = token;
      while (token < sentence.endToken && (tokens[token]?.start ?? 0) < end) token++;
      const index = corpusTypes.indexOf(type as (typeof corpusTypes)[number]);
      if (token > first)
        stretches.push({ start: first - sentence.firstToken, end: token - sentence.firstToken, type: index });
      next++;
    }
    truth.set(
      labelStretches(stretches, sentence.endToken - sentence.firstToken, labels),
      sentence.firstToken,
    );
  }
  return truth;
}
