import { mixHash, mixHashes } from '../../tagging/features.ts';
import type { NameContext } from './document.ts';
import { findListed, type Listed, listCount } from './listed.ts';
import type { NameTables } from './name-tables.ts';
import type { Word } from './words.ts';

/** Tokens `[firstToken, endToken)`. */
export interface TokenSpan {
  readonly firstToken: number;
  readonly endToken: number;
}

/** Takes features; which of them it keeps, adds up or looks up is its own affair. */
export interface FeatureSink {
  startItem(): void;
  add(hash: number): void;
  /** The features of a word for its own place and of its neighbours for it: {@link wordFeatures} of all five. */
  addWords(second: Word, previous: Word, word: Word, next: Word, fourth: Word): void;
}

/**
 * The features of each token of a range of a sentence: itself, its neighbours, their conjunctions, the lists that it stands in,
 * the run of capitals around it, and the same word elsewhere in the article (Ratinov & Roth 2009).
 */
export function writeNameFeatures(
  context: NameContext,
  sentence: TokenSpan,
  range: TokenSpan,
  tables: NameTables,
  edge: Word,
  sink: FeatureSink,
): void {
  const { words } = context;
  const first = sentence.firstToken;
  const end = sentence.endToken;
  const lists = findListed(words, range.firstToken, range.endToken, tables);
  const casing = casingOf(words, first, end);
  const at = (index: number): Word => (index >= first && index < end ? (words[index] as Word) : edge);
  for (let index = range.firstToken; index < range.endToken; index++) {
    const word = words[index] as Word;
    const previous = at(index - 1);
    const next = at(index + 1);
    const second = at(index - 2);
    const fourth = at(index + 2);
    sink.startItem();
    sink.addWords(second, previous, word, next, fourth);
    sink.add(7);

    const bothShapes = mixHashes(previous.shape, word.shape, 115);
    sink.add(mixHashes(previous.identity, word.identity, 113));
    sink.add(mixHashes(word.identity, next.identity, 114));
    sink.add(bothShapes);
    sink.add(mixHashes(word.shape, next.shape, 116));
    sink.add(mixHashes(bothShapes, next.shape, 117));
    sink.add(mixHashes(previous.identity, word.shape, 118));
    sink.add(mixHashes(next.identity, word.shape, 119));
    sink.add(mixHashes(previous.identity, next.identity, 120));
    sink.add(mixHashes(second.identity, previous.identity, 121));
    sink.add(mixHashes(next.identity, fourth.identity, 122));
    sink.add(mixHashes(previous.personName, word.personName, 125));
    sink.add(mixHashes(word.personName, next.personName, 126));
    sink.add(mixHash(word.casing ^ (casing * 4 + Number(index === first)), 129));
    sink.add(mixHashes(previous.cluster, word.cluster, 150));
    sink.add(mixHashes(word.cluster, next.cluster, 151));
    sink.add(mixHashes(previous.cluster, word.shape, 152));
    sink.add(mixHashes(next.cluster, word.shape, 153));
    sink.add(mixHashes(previous.cluster, next.cluster, 154));
    sink.add(mixHashes(previous.branch, word.branch, 155));
    sink.add(mixHashes(word.branch, next.branch, 156));
    sink.add(mixHashes(previous.branch, word.shape, 157));
    sink.add(mixHashes(next.branch, word.shape, 158));
    if (word.nameKinds && next.nameKinds) sink.add(mixHashes(word.nameKinds, next.nameKinds, 127));
    if (previous.nameKinds && word.nameKinds) sink.add(mixHashes(previous.nameKinds, word.nameKinds, 128));
    if (index === first) sink.add(mixHash(word.shape, 160 + casing));
    if (casing > 0) sink.add(mixHash(word.shape, 163 + casing));

    if (word.isCapitalized) {
      addSport(context.sport, word, previous, next, lists?.signature[index - range.firstToken] ?? 0, sink);
    }
    if (lists) addListed(lists, index - range.firstToken, word, sink);
    if (word.isCapitalized) {
      addRun(words, first, end, index, edge, sink);
      if (word.hasLetter) addElsewhere(context, index, edge, sink);
    }
  }
}

/** A word's features for a place `distance` tokens from it, -2 to 2; 0 is its own. */
export function wordFeatures(word: Word, distance: number): readonly number[] {
  if (distance === 0) return word.own;
  return (Math.abs(distance) === 1 ? word.beside : word.near).map((hash) => mixHash(hash, 100 + distance));
}

function addListed(listed: Listed, item: number, word: Word, sink: FeatureSink): void {
  const signature = listed.signature[item] as number;
  const before = item > 0 ? (listed.signature[item - 1] as number) : 0;
  const behind = listed.signature[item + 1] ?? 0;
  if (signature !== 0) {
    sink.add(mixHash(signature, 60));
    sink.add(mixHash(signature ^ word.casing, 66));
    if (before !== 0) sink.add(mixHashes(before, signature, 67));
    for (let list = 0; list < listCount; list++) {
      const position = listed.position[item * listCount + list] as number;
      if (position === 0) continue;
      sink.add(mixHash(list * 8 + position, 62));
      const length = Math.min(listed.length[item * listCount + list] as number, 4);
      if (position !== 4) sink.add(mixHash(list * 8 + length, 63));
    }
  }
  if (before !== 0) sink.add(mixHash(before, 64));
  if (behind !== 0) sink.add(mixHash(behind, 65));
}

/** 1 for a sentence in capitals, 2 for one whose words are nearly all capitalised (a headline), 0 for any other. */
function casingOf(words: readonly Word[], first: number, end: number): number {
  let letters = 0;
  let upper = 0;
  let capitalized = 0;
  for (let index = first; index < end; index++) {
    const word = words[index] as Word;
    if (!word.hasLetter) continue;
    letters++;
    if (word.isUpperCase) upper++;
    else if (word.isCapitalized) capitalized++;
  }
  if (letters > 2 && upper / letters > 0.7) return 1;
  return letters > 4 && (upper + capitalized) / letters > 0.7 ? 2 : 0;
}

/** The run of capitalised words around a token: its first and last word, and the words outside. */
function addRun(
  words: readonly Word[],
  first: number,
  end: number,
  index: number,
  edge: Word,
  sink: FeatureSink,
): void {
  let start = index;
  while (start > first && index - start < 5 && (words[start - 1] as Word).isCapitalized) start--;
  let last = index;
  while (last + 1 < end && last - index < 5 && (words[last + 1] as Word).isCapitalized) last++;
  if (last > start) {
    const head = words[start] as Word;
    const tail = words[last] as Word;
    sink.add(mixHash(tail.identity, 180));
    sink.add(mixHash(head.identity, 181));
    sink.add(mixHash((last - start) * 16 + (index - start), 182));
    sink.add(mixHash(tail.cluster, 186));
    sink.add(mixHash(head.cluster, 187));
  }
  sink.add(mixHash((start > first ? (words[start - 1] as Word) : edge).identity, 183));
  sink.add(mixHash((last + 1 < end ? (words[last + 1] as Word) : edge).identity, 184));
}

/** What stands beside the same word elsewhere in the article, and whether it is written in lower case there. */
function addElsewhere(context: NameContext, index: number, edge: Word, sink: FeatureSink): void {
  const { words, occurrences, lowerForms, sentenceOfToken } = context;
  const word = words[index] as Word;
  if (lowerForms.has(word.lower)) sink.add(mixHash(Number(index > 0), word.isUpperCase ? 190 : 191));
  let seen = 0;
  for (const place of occurrences.get(word.lower) ?? []) {
    if (place === index) continue;
    if (++seen > 4) break;
    const sentence = sentenceOfToken[place];
    const previous = (sentenceOfToken[place - 1] === sentence && words[place - 1]) || edge;
    const next = (sentenceOfToken[place + 1] === sentence && words[place + 1]) || edge;
    sink.add(mixHash(previous.identity, 171));
    sink.add(mixHash(next.identity, 172));
    sink.add(mixHash(previous.shape, 173));
    sink.add(mixHash(next.shape, 174));
    sink.add(mixHash(previous.personName, 175));
    sink.add(mixHash(next.personName, 176));
    sink.add(mixHash(previous.cluster, 177));
    sink.add(mixHash(next.cluster, 178));
    if (word.isUpperCase && !(words[place] as Word).isUpperCase) sink.add(mixHash(1, 179));
  }
}

/** In a report on sport the name of a city is often its team's. */
function addSport(
  sport: number,
  word: Word,
  previous: Word,
  next: Word,
  listed: number,
  sink: FeatureSink,
): void {
  sink.add(mixHashes(word.shape, sport, 210));
  sink.add(mixHashes(word.cluster, sport, 211));
  sink.add(mixHashes(previous.identity, sport, 212));
  sink.add(mixHashes(next.identity, sport, 213));
  sink.add(mixHashes(mixHashes(previous.shape, next.shape, sport), word.shape, 214));
  sink.add(mixHashes(word.personName, sport, 215));
  sink.add(mixHashes(word.identity, sport, 216));
  sink.add(mixHashes(listed, sport, 217));
}
