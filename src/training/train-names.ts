import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conllTypeOf, type NameScores, scoreNames } from '../evaluation/names.ts';
import { readNameTables } from '../extraction/names/name-tables.ts';
import { modelTypes } from '../extraction/names/tagger.ts';
import { readWordClasses } from '../extraction/names/word-classes.ts';
import { createWordReader, identityFeatures } from '../extraction/names/words.ts';
import { createNameRecognizer, findNames } from '../extraction/names.ts';
import type { ResourceFiles } from '../extraction/resource-files.ts';
import { readResourceFiles } from '../resources.ts';
import { createLabels } from '../tagging/labels.ts';
import { type Example, learnChain, quantize } from '../tagging/learn.ts';
import { writeModelFile } from '../tagging/model-file.ts';
import { corpusTypes, type NamedDocument, readNamedDocuments } from './corpora.ts';
import { readGoldNames } from './gold-texts.ts';
import { makeNameExamples } from './name-examples.ts';
import { rewriteDocument, rewritings, varyDocuments } from './name-variants.ts';
import type { TrainingOptions } from './train.ts';

/** Trains the tagger of names, `names.bin`, and says how it fares on the articles held out. */
export function trainNames({ corpora, output }: TrainingOptions): void {
  const files = readResourceFiles();
  const labels = createLabels('bilou', modelTypes);
  const tables = readNameTables(files.models.get('name-tables')!, 'name-tables');
  const tools = {
    reader: createWordReader(
      files,
      readWordClasses(files.models.get('word-classes')!, 'word-classes'),
      tables,
    ),
    tables,
  };
  const make = (documents: readonly NamedDocument[], weight: number, domain: number): readonly Example[] =>
    makeNameExamples([...documents, ...varyDocuments(documents)], labels, tools, weight, domain);
  const examples = [
    ...trainingCorpora.flatMap(({ name, share, weight, domain }) => {
      const all = readNamedDocuments(corpora, name);
      return make(all.slice(0, Math.round(all.length * share)), weight, domain);
    }),
    ...make(readGoldNames(), ownWeight, 0),
  ];
  const learned = learnChain(examples, {
    labels,
    rows: 468_000,
    epochs: 8,
    rate: 0.05,
    decay: 1e-3,
    dropout: 0.2,
    identityDropout: 0.1,
    identityFeatures,
    averaged: 3,
    minimumCount: 2,
    fixedTransitions: null,
    seed: 42,
    report: (epoch, loss) => say(`epoch ${epoch + 1}, loss ${loss.toFixed(0)}`),
  });
  const file = writeModelFile(quantize(learned, 4));
  writeFileSync(join(output, 'models', 'names.bin'), file);
  reportScores(corpora, { ...files, models: new Map(files.models).set('names', file) });
}

/**
 * What is learnt from. News labelled by hand sets the standard; the others have domains of their own, so that their
 * names are learnt and their habits are not. Of the large automatic corpus, half, at half weight, says as much as all.
 */
const trainingCorpora = [
  { name: 'conll03.train', share: 1, weight: 1, domain: 0 },
  { name: 'ewnt.train', share: 1, weight: 1, domain: 0 },
  { name: 'gmb.train', share: 0.5, weight: 0.5, domain: 1 },
  { name: 'crossner_politics.train', share: 1, weight: 1, domain: 3 },
  { name: 'crossner_politics.dev', share: 1, weight: 1, domain: 3 },
  { name: 'crossner_politics.test', share: 1, weight: 1, domain: 3 },
  { name: 'wikineural.val', share: 1, weight: 1, domain: 2 },
];

/** The project's own articles are few, and the only ones that are labelled as the product should label. */
const ownWeight = 2;

const heldOutCorpora = ['conll03.testa', 'ewnt.dev'];

function reportScores(corpora: string, files: ResourceFiles): void {
  const recognizer = createNameRecognizer(files);
  const score = (documents: readonly NamedDocument[]): NameScores =>
    scoreNames(
      documents.map(({ segmented, names }) => ({
        gold: names,
        predicted: findNames(segmented, recognizer).map((name) => ({
          ...name,
          type: conllTypeOf(name.type),
        })),
      })),
      corpusTypes,
    );
  for (const name of heldOutCorpora) {
    const documents = readNamedDocuments(corpora, name);
    say(`${name}: ${printScores(score(documents))}`);
    for (const [style, rewrite] of Object.entries(rewritings)) {
      const rewritten = documents.map((document) => rewriteDocument(document, rewrite));
      say(`${name}, ${style}: ${printScores(score(rewritten))}`);
    }
  }
}

function printScores({ overall, byType }: NameScores): string {
  const print = (value: number): string => (value * 100).toFixed(1);
  const types = [...byType].map(([type, { f1 }]) => `${type} ${print(f1)}`).join(', ');
  return `F1 ${print(overall.f1)} (precision ${print(overall.precision)}, recall ${print(overall.recall)}; ${types})`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
