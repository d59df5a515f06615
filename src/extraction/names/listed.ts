import { mixHash } from '../../tagging/features.ts';
import { type NameTables, nameLists, phraseHash } from './name-tables.ts';
import type { Word } from './words.ts';

/** Per token and list: where in the longest listed phrase the token stands, and how long that is. */
export interface Listed {
  /** 0 none, 1 first, 2 inside, 3 last, 4 alone. */
  readonly position: Int8Array;
  readonly length: Int8Array;
  /** All positions of a token in one number; 0 for none. */
  readonly signature: Int32Array;
}

export const listCount = nameLists.length;

/** Finds the listed phrases in the words `[first, end)`; null where there are none. */
export function findListed(
  words: readonly Word[],
  first: number,
  end: number,
  tables: NameTables,
): Listed | null {
  let listed: Listed | null = null;
  for (let start = first; start < end; start++) {
    if (!isNamelike(words[start] as Word)) continue;
    let phrase = 0;
    for (let last = start; last < end && last < start + longestPhrase; last++) {
      const word = words[last] as Word;
      phrase = phraseHash(phrase, word.phrasePart);
      if (!isNamelike(word)) {
        if (word.hasLetter && word.text.length > longestJoint) break;
        continue;
      }
      const bits = tables.findPhrase(phrase);
      if (bits === 0) continue;
      listed ??= emptyListed(end - first);
      for (let list = 0; list < listCount; list++)
        if (bits & (1 << list)) markListed(listed, list, start - first, last - first + 1);
    }
  }
  if (listed) sign(listed);
  return listed;
}

/** Listed names begin and end with such a word. */
const isNamelike = (word: Word): boolean => word.isCapitalized || word.startsWithDigit;

const longestPhrase = 7;
/** Letters in the longest word in lower case that joins names: "of", "the", "della". */
const longestJoint = 5;

function emptyListed(items: number): Listed {
  return {
    position: new Int8Array(items * listCount),
    length: new Int8Array(items * listCount),
    signature: new Int32Array(items),
  };
}

/** Longer phrases win over the shorter ones that they cover. */
function markListed(listed: Listed, list: number, start: number, end: number): void {
  for (let item = start; item < end; item++)
    if ((listed.length[item * listCount + list] as number) >= end - start) return;
  for (let item = start; item < end; item++) {
    listed.length[item * listCount + list] = end - start;
    listed.position[item * listCount + list] =
      end - start === 1 ? 4 : item === start ? 1 : item === end - 1 ? 3 : 2;
  }
}

function sign({ position, signature }: Listed): void {
  for (let item = 0; item < signature.length; item++)
    for (let list = 0; list < listCount; list++) {
      const place = position[item * listCount + list] as number;
      if (place > 0) signature[item] = mixHash((signature[item] as number) ^ (list * 5 + place), 61);
    }
}
