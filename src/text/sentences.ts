import type { Span } from '../domain/span.ts';
import { abbreviationKind, sentenceOpeners } from './abbreviations.ts';
import { CharacterClass, classAt } from './characters.ts';
import type { Token } from './segments.ts';

/** Tokens `[firstToken, endToken)` that make a sentence. */
export interface TokenRange extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

/**
 * Groups the tokens `[first, end)` of one paragraph into sentences. A closing mark belongs to the sentence that it
 * closes, and a quotation that ends in "?" or "!" does not end the sentence around it:
 *   "Who is it?" she asked.   He works at No. 10.   It left the U.S. in May.
 *   ^^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^^^^
 */
export function findSentences(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
): TokenRange[] {
  const sentences: TokenRange[] = [];
  let sentenceStart = first;
  let index = first;
  let straightMarks = 0;
  const close = (stop: number) => {
    sentences.push({
      firstToken: sentenceStart,
      endToken: stop,
      start: tokens[sentenceStart]!.start,
      end: tokens[stop - 1]!.end,
    });
    sentenceStart = stop;
  };
  while (index < end) {
    const token = tokens[index]!;
    if (token.text === '"') straightMarks++;
    index++;
    const terminator = terminatorOf(token.text);
    if (terminator === null) continue;
    const afterTerminator = index;
    while (index < end && closesSentence(text, tokens, index, straightMarks)) {
      if (tokens[index]!.text === '"') straightMarks++;
      index++;
    }
    if (index === end) break;
    if (isItemNumber(tokens, sentenceStart, afterTerminator)) continue;
    if (endsSentence(tokens, index, end, terminator, index > afterTerminator, token.text)) close(index);
  }
  if (sentenceStart < end) close(end);
  return sentences;
}

/** Whether the tokens from `start` to `stop` are the number of an item: "3. Alina Astafei (Germany) 1.97". */
const isItemNumber = (tokens: readonly Token[], start: number, stop: number): boolean =>
  stop - start === 2 && /^\d{1,3}$/.test(tokens[start]!.text) && tokens[start + 1]!.text === '.';

type Terminator = 'stop' | 'mark' | 'ellipsis' | 'abbreviation';

function terminatorOf(token: string): Terminator | null {
  const last = token.charCodeAt(token.length - 1);
  if (last === 0x2e) {
    if (token.length === 1) return 'stop';
    return token.charCodeAt(0) === 0x2e ? 'ellipsis' : 'abbreviation';
  }
  if (last === 0x21 || last === 0x3f) return token.charCodeAt(0) === last || token.length < 4 ? 'mark' : null;
  if (last === 0x2026) return 'ellipsis';
  return last === 0x3002 || last === 0xff01 || last === 0xff1f || last === 0x061f ? 'mark' : null;
}

const closingMarks = new Set(['"', '\u201d', "''", "'", '\u2019', '\u00bb', '\u203a', ')', ']', '}']);

/** Marks that close in German and Scandinavian copy, and open elsewhere. */
const turnedMarks = new Set(['\u201c', '\u2018', '\u00ab', '\u2039']);

/** Whether the token behind a terminator still belongs to the sentence: a closing mark or bracket. */
function closesSentence(
  text: string,
  tokens: readonly Token[],
  index: number,
  straightMarks: number,
): boolean {
  const token = tokens[index]!;
  if (turnedMarks.has(token.text))
    return tokens[index - 1]!.end === token.start && tokens[index + 1]?.start !== token.end;
  if (!closingMarks.has(token.text)) return false;
  if (tokens[index - 1]!.end === token.start) return true;
  // A mark that stands free closes only if it cannot open: nothing but space behind it, and one open before it.
  return token.text === '"' && straightMarks % 2 === 1 && classAt(text, token.end) === CharacterClass.space;
}

function endsSentence(
  tokens: readonly Token[],
  next: number,
  end: number,
  terminator: Terminator,
  isClosed: boolean,
  token: string,
): boolean {
  const opener = firstWordFrom(tokens, next, end);
  const word = tokens[opener]!.text;
  const isMarked = opener > next;
  const kind = classAt(word, 0);
  if (!isMarked && continuers.has(word)) return false;
  if (kind === CharacterClass.lower && !isUncased(word)) {
    // "iPhone" opens a sentence in spite of its first letter.
    if (classAt(word, 1) !== CharacterClass.upper) return false;
  }
  switch (terminator) {
    case 'stop':
      return true;
    case 'mark':
      return !(isClosed && !isMarked && isAttribution(tokens, opener, end));
    case 'ellipsis':
      return (
        kind === CharacterClass.upper && word !== 'I' && !(isClosed && isAttribution(tokens, opener, end))
      );
    case 'abbreviation':
      // "Inger Miller (U.S.) 11.37"
      if (tokens[next - 1]!.text === ')' && !isMarked) return sentenceOpeners.has(word);
      if (goesOnBehindBracket(tokens, next, end)) return false;
      return abbreviationEnds(token, word, isClosed || isMarked);
  }
}

/** > Roth Inc. (NYSE: ROT) said      > Roth Inc. (NYSE: ROT), a maker of lamps */
//                          ^^^^                              ^
function goesOnBehindBracket(tokens: readonly Token[], opening: number, end: number): boolean {
  if (tokens[opening]!.text !== '(') return false;
  const last = Math.min(end - 1, opening + longestBracket);
  for (let token = opening + 1; token < last; token++) {
    if (tokens[token]!.text === ')') return /^(?:\p{Ll}|,)/u.test(tokens[token + 1]!.text);
  }
  return false;
}

/** In tokens: "(Nasdaq: ROT; LSE: ROTH)". */
const longestBracket = 14;

/** Tokens that go on with a sentence whatever stands before them. */
const continuers = new Set([
  ',',
  ';',
  ':',
  '.',
  '...',
  '\u2026',
  '?',
  '!',
  '-',
  '--',
  '\u2013',
  '\u2014',
  '%',
  '/',
]);
const openingMarks = new Set(['"', '\u201c', '\u2018', '``', "'", '\u00ab', '\u201e', '\u2039', '(', '[']);

function firstWordFrom(tokens: readonly Token[], next: number, end: number): number {
  let index = next;
  while (index < end - 1 && index - next < 3 && openingMarks.has(tokens[index]!.text)) index++;
  return index;
}

function isUncased(word: string): boolean {
  const letter = word[0]!;
  return letter.toUpperCase() === letter;
}

function abbreviationEnds(token: string, nextWord: string, isAtMark: boolean): boolean {
  if (abbreviationKind(token.slice(0, -1)) === 'name')
    return token === 'St.' && sentenceOpeners.has(nextWord);
  if (isAtMark) return true;
  if (classAt(nextWord, 0) !== CharacterClass.upper) return false;
  if (/^[ap]\.m\.$/i.test(token)) return !timeWords.has(nextWord);
  return token === 'etc.' || sentenceOpeners.has(nextWord);
}

/** What follows "5 p.m." without a new sentence. */
const timeWords = new Set(
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
  October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec. GMT UTC EST EDT ET CST CDT CT MST MDT MT PST PDT PT BST
  CET CEST IST AEST Eastern Central Pacific Mountain Greenwich`.split(/\s+/),
);

/** Verbs that attribute a quotation that ended in "?" or "!". */
const speechVerbs = new Set(
  `said says asked asks replied added adds wrote writes told tells tweeted posted shouted cried exclaimed yelled
  screamed wondered joked quipped demanded answered responded continued recalled remarked insisted warned declared
  commented noted observed concluded explained argued retorted pleaded urged whispered muttered sighed laughed
  inquired enquired chanted sang`.split(/\s+/),
);

/**
 * Whether the words behind a closing mark attribute it:
 *   "Who is it?" Prime Minister Jane Roe asked.   |   not: "Who is it?" The door opened.
 *                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function isAttribution(tokens: readonly Token[], index: number, end: number): boolean {
  if (sentenceOpeners.has(tokens[index]!.text)) return false;
  const limit = Math.min(end, index + 9);
  for (let at = index; at < limit; at++) {
    const word = tokens[at]!.text;
    if (speechVerbs.has(word)) return true;
    if (terminatorOf(word) === 'stop' || terminatorOf(word) === 'mark' || openingMarks.has(word))
      return false;
  }
  return false;
}
