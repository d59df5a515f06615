import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEntityLexicons } from '../extraction/entities/index.ts';
import { readWordClasses } from '../extraction/names/word-classes.ts';
import { createNameRecognizer } from '../extraction/names.ts';
import { readQuoteLexicons } from '../extraction/quotes/find-quotes.ts';
import { createMarker } from '../extraction/quotes/learned/attribute-by-model.ts';
import type { CueRates } from '../extraction/quotes/learned/cue-rates.ts';
import { createCueWordReader } from '../extraction/quotes/learned/cue-words.ts';
import { readResourceFiles } from '../resources.ts';
import { createLabels } from '../tagging/labels.ts';
import { type Example, type LearningOptions, learnChain, meanOf, quantize } from '../tagging/learn.ts';
import type { ChainModel } from '../tagging/model.ts';
import { writeModelFile } from '../tagging/model-file.ts';
import { countCueRates, writeCueRates } from './cue-rates.ts';
import { linkingExamples, markingExamples, type ReadingTools, readArticle } from './quote-examples.ts';
import { readQuoteTexts } from './quote-texts.ts';
import { varyArticles } from './quote-variants.ts';
import type { TrainingOptions } from './train.ts';

/**
 * Trains the two taggers of quotes, and counts the words of cues that they see: `quote-marker.bin`, `quote-linker.bin`
 * and `cue-rates.txt`. The linker learns from what a marker makes of articles that it has not seen: `folds` markers,
 * each trained without one part.
 */
export function trainQuotes({ corpora, output }: TrainingOptions): void {
  const texts = readQuoteTexts(corpora);
  const rates = countCueRates(texts);
  writeFileSync(join(output, 'lexicons', 'cue-rates.txt'), writeCueRates(rates));
  const tools = readTools(rates);
  const articles = texts.flatMap((text, index) => {
    const fold = index % folds;
    return varyArticles(text, index).map((variant) => ({ fold, article: readArticle(variant, tools) }));
  });
  const markings = articles.map(({ fold, article }) => ({ fold, examples: markingExamples(article) }));
  const others = (fold: number | null): readonly Example[] =>
    markings.flatMap((one) => (one.fold === fold ? [] : one.examples));

  const linkings: Example[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const model = createMarker(learn(`marker without part ${fold + 1}`, others(fold), marker, [42]));
    for (const one of articles) if (one.fold === fold) linkings.push(...linkingExamples(one.article, model));
  }
  write(output, 'quote-linker', learn('linker', linkings, linker, seeds));
  write(output, 'quote-marker', learn('marker', others(null), marker, seeds));
}

/** Three parts, so that each marker knows two thirds of the articles. */
const folds = 3;

/** The mean of models that met the examples in another order is steadier than each: worth half a point, measured with four. */
const seeds = [42, 43, 44];

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
};
const marker = { ...common, labels: createLabels('bio', ['source', 'cue', 'content']) };
const linker = { ...common, labels: createLabels('bio', ['source', 'content']) };

/** The largest weight that int8 keeps; larger ones are rare. */
const weightLimit = 1;

function learn(
  name: string,
  examples: readonly Example[],
  options: Omit<LearningOptions, 'report' | 'seed'>,
  orders: readonly number[],
): ChainModel {
  const learned = orders.map((seed) => {
    const report = (epoch: number, loss: number) => {
      process.stderr.write(
        `${name}, ${seed}: ${examples.length} examples, epoch ${epoch + 1}, loss ${loss.toFixed(0)}\n`,
      );
    };
    return learnChain(examples, { ...options, seed, report });
  });
  return quantize(meanOf(learned), weightLimit);
}

function write(output: string, name: string, model: ChainModel): void {
  writeFileSync(join(output, 'models', `${name}.bin`), writeModelFile(model));
}

function readTools(rates: CueRates): ReadingTools {
  const files = readResourceFiles();
  const quotes = readQuoteLexicons(files);
  const classes = readWordClasses(files.models.get('word-classes')!, 'word-classes');
  return {
    names: createNameRecognizer(files),
    entities: readEntityLexicons(files),
    quotes,
    words: createCueWordReader(quotes.cues, classes, rates),
  };
}
