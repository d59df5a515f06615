import { pathToFileURL } from 'node:url';
import { fewestWords, leastOverlap, measureOverlap } from '../../src/copies/overlap.ts';
import { countShared, findShingles } from '../../src/copies/shingles.ts';
import { sketch } from '../../src/copies/sketch.ts';
import { readWords } from '../../src/copies/words.ts';
import { createArchive } from '../../src/generation/archive.ts';
import { readResourceFiles } from '../../src/resources.ts';
import { readVersions, type Version } from './versions.ts';

// `npx tsx tests/copies/study.ts` prints how well copies are told from other stories, by the share of common words.

/** A text, and a number that all copies of one story share. */
export interface Text {
  readonly name: string;
  readonly story: string;
  readonly words: Uint32Array;
}

/** Two texts: `isCopy` is what whoever wrote them knows. */
export interface Pair {
  readonly one: Text;
  readonly other: Text;
  readonly isCopy: boolean;
  readonly overlap: number;
}

/** The versions in `data/gold/copies`: what is no copy of its original is a story of its own. */
export function readGoldTexts(): readonly Text[] {
  return readVersions().map(({ story, relation, change, text }: Version) => {
    const isOriginal = relation === 'original' || relation === 'copy';
    return {
      name: `${story}, ${change === '' ? relation : change}`,
      story: isOriginal ? story : `${story}, ${change}`,
      words: readWords(text),
    };
  });
}

/** Made-up articles: whole, cut and with other paragraphs. */
export function makeTexts(size: number): readonly Text[] {
  const archive = createArchive(readResourceFiles(), { seed: 5, size });
  return Array.from({ length: size }, (_, number) => {
    const { article, story } = archive.article(number);
    return { name: `made-up ${number}`, story: String(story), words: readWords(article.text) };
  });
}

export function pairTexts(texts: readonly Text[], measure = measureOverlap): readonly Pair[] {
  return texts.flatMap((one, i) =>
    texts.slice(0, i).map((other) => ({
      one,
      other,
      isCopy: one.story === other.story,
      overlap: measure(one.words, other.words),
    })),
  );
}

export interface Scores {
  /** Of those taken for copies, how many are. */
  readonly precision: number;
  /** Of the copies, how many are taken for some. */
  readonly recall: number;
}

export function scoreAt(pairs: readonly Pair[], threshold: number): Scores {
  const taken = pairs.filter(({ overlap }) => overlap >= threshold);
  const right = taken.filter(({ isCopy }) => isCopy).length;
  return { precision: right / taken.length, recall: right / pairs.filter(({ isCopy }) => isCopy).length };
}

/** The share of copies that have a key of their sketches in common: those that are ever compared. */
export function scoreSketches(pairs: readonly Pair[], size?: Parameters<typeof sketch>[1]): number {
  const copies = pairs.filter(({ isCopy, overlap }) => isCopy && overlap >= leastOverlap);
  const keysOf = ({ words }: Text) => new Set(sketch(words, size));
  return (
    copies.filter(({ one, other }) => [...keysOf(one)].some((key) => keysOf(other).has(key))).length /
    copies.length
  );
}

/** The usual measures, to compare with: shingles of so many words, of both texts, or of the shorter one alone. */
const measures: Readonly<Record<string, (one: Uint32Array, other: Uint32Array) => number>> = {
  'of the shorter, where the longer begins': measureOverlap,
  'of the shorter, anywhere in the longer': (one, other) => {
    const [a, b] = [findShingles(one), findShingles(other)];
    return countShared(a, b) / Math.max(Math.min(a.length, b.length), 1);
  },
  'of both (Jaccard)': (one, other) => {
    const [a, b] = [findShingles(one), findShingles(other)];
    const shared = countShared(a, b);
    return shared / Math.max(a.length + b.length - shared, 1);
  },
};

function print(title: string, texts: readonly Text[]): void {
  const usable = texts.filter(({ words }) => words.length >= fewestWords);
  console.log(`${title}: ${usable.length} texts of ${fewestWords} words and more`);
  for (const [name, measure] of Object.entries(measures)) {
    const pairs = pairTexts(usable, measure);
    console.log(`  overlap ${name}`);
    for (const threshold of [0.3, 0.4, 0.5, 0.55, leastOverlap, 0.6, 0.65, 0.7, 0.8]) {
      const { precision, recall } = scoreAt(pairs, threshold);
      console.log(`    ${threshold}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`);
    }
    if (measure !== measureOverlap) continue;
    const sorted = [...pairs].sort((a, b) => a.overlap - b.overlap);
    const show = (pair: Pair | undefined) =>
      pair && `${pair.overlap.toFixed(3)}  ${pair.one.name} | ${pair.other.name}`;
    console.log(`    least of copies: ${show(sorted.find(({ isCopy }) => isCopy))}`);
    console.log(`    most of others: ${show(sorted.findLast(({ isCopy }) => !isCopy))}`);
    for (const size of [
      { ofWhole: 4, ofOpening: 0 },
      { ofWhole: 8, ofOpening: 0 },
      { ofWhole: 4, ofOpening: 4 },
      { ofWhole: 8, ofOpening: 4 },
      { ofWhole: 16, ofOpening: 8 },
    ]) {
      const found = (100 * scoreSketches(pairs, size)).toFixed(2);
      console.log(`    sketches of ${size.ofWhole} + ${size.ofOpening} keys find ${found} % of them`);
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  print('data/gold/copies', readGoldTexts());
  print('made-up articles', makeTexts(400));
}
