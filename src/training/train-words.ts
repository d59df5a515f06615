import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeWordClasses } from '../extraction/names/word-classes.ts';
import type { TrainingOptions } from './train.ts';

/**
 * Writes `word-classes.bin` from a folder that holds `glove-clusters.tsv`, made by `cluster-words.py`, and
 * `en_lexeme_cluster.json.gz` and `en_lexeme_prob.json.gz` of the Python package spacy-lookups-data 1.0.5 (MIT):
 * Brown clusters and log probabilities of a million cased words.
 */
export function writeWordClassFile({ sources, output }: TrainingOptions): void {
  if (sources === null) throw new Error('give the folder of the word tables with --sources');
  const clusters = readClusters(join(sources, 'glove-clusters.tsv'));
  const paths = readTable(join(sources, 'en_lexeme_cluster.json.gz'));
  const probabilities = readTable(join(sources, 'en_lexeme_prob.json.gz'));
  const casings = new Map<string, Casing>();
  for (const [word, logProbability] of probabilities) {
    if (!/\p{L}/u.test(word)) continue;
    const lower = word.toLowerCase();
    const casing = casings.get(lower) ?? { lower: 0, cased: 0 };
    casings.set(lower, casing);
    const probability = Math.exp(logProbability);
    // Long words in capitals are shouted more often than they are names.
    const isShouted = word.length > 4 && word === word.toUpperCase();
    if (word === lower) casing.lower += probability;
    else casing.cased += isShouted ? probability / 2 : probability;
  }
  const frequent = [...casings]
    .sort(([, a], [, b]) => b.lower + b.cased - a.lower - a.cased)
    .slice(0, frequentWords)
    .map(([word]) => word);
  const lowerWords = [...new Set([...clusters.keys(), ...frequent])]
    .map((word) => ({ word, clusters: clusters.get(word) ?? null, casing: casingStep(casings.get(word)) }))
    .filter((word) => word.clusters !== null || word.casing >= 0);
  const casedWords = [...paths]
    .filter(([word, path]) => path > 0 && /\p{L}/u.test(word))
    .sort(([a], [b]) => probabilities.get(b)! - probabilities.get(a)!)
    .slice(0, frequentWords)
    .map(([word, path]) => ({ word, path }));
  writeFileSync(join(output, 'models', 'word-classes.bin'), writeWordClasses(lowerWords, casedWords));
}

const clusteredWords = 160_000;
const frequentWords = 120_000;

interface Casing {
  lower: number;
  cased: number;
}

/** What `WordClasses.findCasing` gives. */
function casingStep(casing: Casing | undefined): number {
  if (!casing) return -1;
  const total = casing.lower + casing.cased;
  const share = casing.cased / total;
  const frequency = Math.log(total);
  const shareStep = [0.03, 0.1, 0.25, 0.5, 0.7, 0.85, 0.95].filter((bound) => share >= bound).length;
  const frequencyStep = [-13, -11, -9].filter((bound) => frequency > bound).length;
  return frequencyStep * 8 + shareStep;
}

function readClusters(file: string): Map<string, number[]> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, clusteredWords);
  return new Map(
    lines.map((line) => {
      const [word, ...numbers] = line.split('\t');
      return [word!, numbers.map(Number)];
    }),
  );
}

function readTable(file: string): Map<string, number> {
  return new Map(
    Object.entries(JSON.parse(gunzipSync(readFileSync(file)).toString()) as Record<string, number>),
  );
}
