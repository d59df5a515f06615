import { finiteWords } from '../contents/contents.ts';
import { documents } from '../document-nouns.ts';
import { isPastOfSubject } from '../past-tense.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import type { Scene } from './scene.ts';

/** > the report      > the statement on Monday      > the minister's letter */
export function isDocument({ reading, entityOf }: Scene, { first, end }: Stretch): boolean {
  for (
    let token = first;
    token < end && !/^(?:of|by|from|in|on|to|,)$/.test(reading.words[token]!);
    token += 1
  )
    if (entityOf[token] === -1 && documents.test(reading.words[token]!) && !modifiesNoun(reading, token, end))
      return true;
  return false;
}

/**
 * Is a document what the sentence before "it" is about?
 *
 * > Roe’s report contradicts that. It says …      > The audit, published on Monday, runs to 90 pages. It found …
 *         ^^^^^^                                        ^^^^^
 */
export function isBehindDocument({ reading, entityOf }: Scene, { first: it }: Stretch): boolean {
  const { words } = reading;
  const { first } = sentenceAround(reading, it);
  if (it > first + 1 || first === 0) return false;
  const before = sentenceAround(reading, first - 1).first;
  for (let token = before; token < Math.min(before + longestSubject, first); token += 1) {
    const word = words[token]!;
    const isVerb = isPastOfSubject(word) || (finiteWords.test(word) && word !== "'s");
    if (token > before && (isVerb || apart.test(word))) return false;
    if (entityOf[token] === -1 && documents.test(word))
      return reading.quotationOf[token] === -1 && isSubject(words[token + 1] ?? '');
  }
  return false;
}

/** In tokens: "the Water Board's long-awaited final report". */
const longestSubject = 10;
const apart = /^(?:[,;:]|of|by|on|in|to|who|which|that)$/;

/** Behind a subject stands its verb, or more about it. */
const isSubject = (next: string): boolean =>
  isPastOfSubject(next) || finiteWords.test(next) || /[^s]s$|^(?:,|of|by|on|into|from|for)$/.test(next);

/** > the poll watchdog      > the report's author      > study leader Ruiz */
//        ^^^^
function modifiesNoun({ words, capital }: Reading, token: number, end: number): boolean {
  const next = words[token + 1] ?? '';
  if (token + 1 >= end || capital[token + 1] === 1) return false;
  return /^\p{Ll}{3,}$/u.test(next) && !behindDocuments.test(next);
}

const behindDocuments =
  /^(?:and|from|about|against|into|issued|released|published|signed|seen|obtained|sent|dated|written|filed|which|that|this|last|also|itself|under|with|for|\p{Ll}+ed)$/u;
