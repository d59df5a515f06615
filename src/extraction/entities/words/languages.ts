import type { SegmentedText } from '../../../text/segments.ts';
import { foldWord } from './fold.ts';

/**
 * Whether the word of a people at a token is its language there, which is nobody's name:
 *   he read it out in Vietnamese.      she speaks Yiddish and nothing else      not: a rise in Russian exports
 *                     ^^^^^^^^^^                  ^^^^^^^
 */
export function isLanguage({ tokens, sentenceOfToken }: SegmentedText, index: number): boolean {
  const before = foldWord(tokens[index - 1]?.text ?? '');
  if (sentenceOfToken[index - 1] !== sentenceOfToken[index] || tokens[index]!.text.endsWith('s'))
    return false;
  const next = sentenceOfToken[index + 1] === sentenceOfToken[index] ? tokens[index + 1]!.text : '.';
  if (speaking.test(before)) return !isNoun(next) || next === 'and';
  return /^(?:in|into)$/.test(before) && !isNoun(next);
}

const speaking =
  /^(?:speak|speaks|spoke|spoken|speaking|learn|learned|learns|learning|understand|understands)$/;

/** Whether the word can be what the people's word tells of: "Russian exports", "Arab and Kurdish towns". */
const isNoun = (word: string): boolean => /^[\p{L}\d]/u.test(word) && !behindLanguages.has(word);

const behindLanguages = new Set(
  'after as at before but by during for from if on or since so that then to until when where which while who with'.split(
    ' ',
  ),
);
