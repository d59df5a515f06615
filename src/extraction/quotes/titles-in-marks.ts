import type { CueLexicon } from './cues/cue-lexicon.ts';
import type { Quotation } from './marks/quotation-marks.ts';
import { type Reading, withQuotations } from './reading.ts';

/**
 * Reads the titles of works as the names that they are, and not as words in marks: they tell nothing of who says what,
 * and the comma that papers print inside of them looks like that before a cue.
 *
 * > In "The Long Tide," Ruiz offers a wry look.      > "The Long Tide," which opened on Friday      > among them "Noon" and "Salt and Iron"
 *      ^^^^^^^^^^^^^^^                                 ^^^^^^^^^^^^^^^                                              ^^^^       ^^^^^^^^^^^^^
 */
export function withoutTitles(reading: Reading, lexicon: CueLexicon): Reading {
  let lastTitle = -1;
  const kept = reading.quotations.filter((quotation) => {
    if (!isTitle(reading, lexicon, quotation, lastTitle)) return true;
    lastTitle = quotation.endToken;
    return false;
  });
  return kept.length === reading.quotations.length ? reading : withQuotations(reading, kept);
}

/** In tokens. */
const longestTitle = 16;
const longestPhrase = 8;

function isTitle(reading: Reading, lexicon: CueLexicon, quotation: Quotation, lastTitle: number): boolean {
  const { words, paragraphTokens } = reading;
  const { firstToken, endToken, opened, closed, paragraph } = quotation;
  if (!opened || !closed || endToken - firstToken > longestTitle) return false;
  const capitals = capitalsOf(reading, quotation);
  if (capitals === 0) return false;
  const start = paragraphTokens[paragraph]!.first;
  const before = firstToken > start ? words[firstToken - 1]! : '.';
  const isListed =
    lastTitle > start &&
    (lastTitle === firstToken || (lastTitle === firstToken - 1 && /^(?:,|and|or|&)$/.test(before)));
  if (isListed || workNouns.test(before)) return true;
  if (/^(?:[.?!]|["”’'])$/.test(before))
    return capitals > 1 && isDescribed(reading, endToken) && !isSaid(reading, lexicon, endToken);
  const isGiven = before === 'it' && /^call(?:s|ed|ing)?$/.test(words[firstToken - 2] ?? '');
  if (isGiven || making.test(before)) return capitals > 1;
  const phrase = words.slice(Math.max(start, firstToken - longestPhrase), firstToken);
  if ((before !== ',' && !leading.test(before)) || phrase.some((word) => lexicon.allVerbs.has(word)))
    return false;
  // A word alone is a name where papers set it off: "his latest, “Grey,” opens"
  const isSetOff = words[endToken - 2] === ',' && (before !== ',' || phrase.some(isOfWorks));
  return capitals > 1 || isSetOff;
}

/** > In "Noon," she …      > Holm's "Salt and Iron" */
//    ^^                        ^^
const leading = /^(?:in|from|of|on|with|including|like|'s|s'|his|her|their|its|the)$/;

/** What is done to a work: "who wrote “Salt and Iron”". */
const making =
  /^(?:wr(?:ote|ites?|itten|iting)|s(?:ang|ings?|ung|inging)|play(?:s|ed|ing)?|perform(?:s|ed|ing)?|direct(?:s|ed|ing)?|record(?:s|ed|ing)?|publish(?:es|ed|ing)?|produc(?:es?|ed|ing)|watch(?:es|ed|ing)?|compos(?:es?|ed|ing))$/;

const isOfWorks = (word: string): boolean => workNouns.test(word) || /^(?:latest|debut|newest)$/.test(word);

/** How many words of a title start with a capital, as all of its greater words do; 0 where it is none. */
function capitalsOf({ words, capital }: Reading, { firstToken, endToken }: Quotation): number {
  let count = 0;
  let isFirst = true;
  for (let token = firstToken + 1; token < endToken - 1; token += 1) {
    const word = words[token]!;
    if (!/^[\p{L}\d]/u.test(word)) continue;
    if (capital[token] === 1) count += Number(!smallWords.test(word));
    else if (isFirst || !smallWords.test(word)) return 0;
    isFirst = false;
  }
  return count;
}

const smallWords =
  /^(?:an?|the|of|in|on|at|for|and|or|but|nor|to|by|with|from|as|vs|de|la|le|du|des|el|y|into|over|is|\d+)$/;

/** > "The Long Tide," which opened on Friday      > "The Long Tide," a comedy about a choir */
const isDescribed = ({ words, capital }: Reading, token: number): boolean =>
  capital[token] === 0 && /^(?:which|an?|the|by|starring|directed|written|published)$/.test(words[token]!);

/** > "Big Daddy," the woman said. */
function isSaid({ words }: Reading, lexicon: CueLexicon, from: number): boolean {
  for (let token = from; token < Math.min(words.length, from + longestPhrase); token += 1) {
    if (/^[,.;:?!]$/.test(words[token]!)) return false;
    if (lexicon.verbs.has(words[token]!)) return true;
  }
  return false;
}

/** What announces a title: "the film", "her novel", "a song called". */
export const workNouns =
  /^(?:book|memoirs?|novel|essay|article|column|blog|speech|interview|letter|statement|post|paper|report|study|film|movie|song|single|album|play|musical|opera|poem|podcast|series|sitcom|show|documentary|editorial|pamphlet|autobiography|biography|lecture|sermon|thread|piece|called|titled|entitled)$/;
