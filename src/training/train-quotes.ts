import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotatedText } from '../evaluation/annotation.ts';
import { readAnnotatedTexts } from '../evaluation/polnear.ts';
import { keepSpeech } from '../evaluation/score-speech.ts';
import { readEntityLexicons } from '../extraction/entities/index.ts';
import { readWordClasses } from '../extraction/names/word-classes.ts';
import { createNameRecognizer } from '../extraction/names.ts';
import { readQuoteLexicons } from '../extraction/quotes/find-quotes.ts';
import { createCueWordReader } from '../extraction/quotes/learned/cue-words.ts';
import { readResourceFiles } from '../resources.ts';
import { createLabels } from '../tagging/labels.ts';
import { type Example, type LearningOptions, learnChain, quantize } from '../tagging/learn.ts';
import type { ChainModel } from '../tagging/model.ts';
import { writeModelFile } from '../tagging/model-file.ts';
import { linkingExamples, markingExamples, type ReadingTools, readArticle } from './quote-examples.ts';
import { varyArticles } from './quote-variants.ts';
import type { TrainingOptions } from './train.ts';

/**
 * Trains the two taggers of quotes on PolNeAR, speech alone: `quote-marker.bin` and `quote-linker.bin`. The linker
 * learns from what a marker makes of articles that it has not seen: `folds` markers, each trained without one part.
 */
export function trainQuotes({ corpora, output }: TrainingOptions): void {
  const tools = readTools();
  const articles = readSpeech(join(corpora, 'quotes')).flatMap((article, index) => {
    const fold = index % folds;
    return varyArticles(article, index).map((text) => ({ fold, article: readArticle(text, tools) }));
  });
  const markings = articles.map(({ fold, article }) => ({ fold, examples: markingExamples(article) }));
  const train = (without: number | null): ChainModel =>
    learn(
      `marker ${without ?? 'of all'}`,
      markings.flatMap(({ fold, examples }) => (fold === without ? [] : examples)),
      marker,
    );

  const linkings: Example[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const model = train(fold);
    for (const one of articles) if (one.fold === fold) linkings.push(...linkingExamples(one.article, model));
  }
  write(output, 'quote-linker', learn('linker', linkings, linker));
  write(output, 'quote-marker', train(null));
}

/** Five parts, so that each marker knows four fifths of the articles. */
const folds = 5;

/** Found on PolNeAR dev; a rate of 0.1 learns the articles by heart, and further epochs change nothing. */
const common = {
  rows: 1 << 18,
  epochs: 3,
  rate: 0.02,
  decay: 0,
  dropout: 0,
  identityDropout: 0,
  identityFeatures: 0,
  averaged: 2,
  minimumCount: 2,
  fixedTransitions: null,
  seed: 42,
};
const marker = { ...common, labels: createLabels('bio', ['source', 'cue', 'content']) };
const linker = { ...common, labels: createLabels('bio', ['source', 'content']) };

/** The largest weight that int8 keeps; larger ones are rare. */
const weightLimit = 1;

function learn(
  name: string,
  examples: readonly Example[],
  options: Omit<LearningOptions, 'report'>,
): ChainModel {
  const report = (epoch: number, loss: number) => {
    process.stderr.write(
      `${name}: ${examples.length} examples, epoch ${epoch + 1}, loss ${loss.toFixed(0)}\n`,
    );
  };
  return quantize(learnChain(examples, { ...options, report }), weightLimit);
}

function write(output: string, name: string, model: ChainModel): void {
  writeFileSync(join(output, 'models', `${name}.bin`), writeModelFile(model));
}

/** The training articles with their quotes; beliefs, intentions and acts, which PolNeAR marks as well, are left out. */
function readSpeech(folder: string): readonly AnnotatedText[] {
  const texts = readAnnotatedTexts(readFileSync(join(folder, 'polnear.train.jsonl'), 'utf8'));
  const cues = readFileSync(join(folder, 'speech_cues.txt'), 'utf8').split('\n');
  const lemmas = cues.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return keepSpeech(texts, [], lemmas).gold;
}

function readTools(): ReadingTools {
  const files = readResourceFiles();
  const quotes = readQuoteLexicons(files);
  const classes = readWordClasses(files.models.get('word-classes')!, 'word-classes');
  return {
    names: createNameRecognizer(files),
    entities: readEntityLexicons(files),
    quotes,
    words: createCueWordReader(quotes.cues, classes),
  };
}
