import { type Attribution, attributionOf } from '../attribution.ts';
import { finiteWords, quotationAt, tokensOf } from '../contents/contents.ts';
import { type CueMap, cuesWithin } from '../cues/cues.ts';
import type { Quotation } from '../marks/quotation-marks.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { behindTitles, lettersBehindName } from './titles.ts';

/** Words whose bearer signs them: behind a dash, in brackets, on a line of his own, or before a dash. */
export const signedWords = (reading: Reading, cues: CueMap): readonly Attribution[] => [
  ...signedBehind(reading),
  ...signedPlainly(reading, cues),
  ...signedInSentence(reading, cues),
  ...signedBelow(reading, cues),
  ...signedBefore(reading, cues),
];

const dash = /^(?:—|–|―|-+)$/;

/**
 * > "Imagination is more than knowledge." — Albert Einstein      > "I saw it all." (Ana Ruiz, neighbour)
 *                                           ^^^^^^^^^^^^^^^                         ^^^^^^^^^^^^^^^^^^^
 */
function signedBehind(reading: Reading): readonly Attribution[] {
  const attributions: Attribution[] = [];
  for (const [index, paragraph] of reading.paragraphTokens.entries()) {
    let content: Stretch | null = null;
    let at = -1;
    if (dash.test(reading.words[paragraph.first] ?? '') && index > 0) {
      const previous = reading.paragraphTokens[index - 1]!;
      const quoted = quotationAt(reading, previous.first);
      const displayed = reading.segmented.paragraphs[index - 1]!.role === 'blockquote';
      if (displayed || (quoted !== null && quoted.endToken === previous.end)) {
        content = previous;
        at = paragraph.first;
      }
    }
    if (content === null) {
      const quotation = reading.quotations.findLast(
        (one) => one.paragraph === index && one.closed && (!one.single || one.firstToken === paragraph.first),
      );
      if (
        quotation !== undefined &&
        quotation.endToken < paragraph.end &&
        (dash.test(reading.words[quotation.endToken]!) || isInBrackets(reading, quotation, paragraph))
      ) {
        content = tokensOf(quotation);
        at = quotation.endToken;
      }
    }
    if (content === null) continue;
    const source = signature(reading, at + 1, paragraph.end);
    if (source !== null)
      attributions.push(attributionOf('shape', [content], { first: at, end: at + 1 }, source));
  }
  return attributions;
}

/** Does a name in brackets follow words in marks, and nothing else stand in their paragraph? */
function isInBrackets({ words, nameOf }: Reading, quotation: Quotation, paragraph: Stretch): boolean {
  const { firstToken, endToken } = quotation;
  return (
    firstToken === paragraph.first &&
    words[endToken] === '(' &&
    (nameOf[endToken + 1] ?? -1) >= 0 &&
    words.slice(endToken, paragraph.end).indexOf(')') >= paragraph.end - endToken - 2
  );
}

/** A name with or without what its bearer is, and nothing else up to the end of the paragraph. */
function signature(reading: Reading, first: number, paragraphEnd: number): Stretch | null {
  let end = paragraphEnd;
  while (end > first && /^[.)]$/.test(reading.words[end - 1]!)) end -= 1;
  if (end <= first || end - first > 16 || reading.capital[first] === 0) return null;
  for (let token = first; token < end; token += 1) {
    if (/^(?:is|was|were|are|has|had|said|will)$/.test(reading.words[token]!)) return null;
    // "Deborah Finch, in reply", "Renzo Galimberti, on his arrest": the occasion.
    const isOccasion = /^(?:in|on|at|after|before|when|to|about)$/.test(reading.words[token + 1] ?? '');
    if (reading.words[token] === ',' && isOccasion && token > first) end = token;
  }
  return { first, end };
}

/**
 * > "It is a shame." Ana Ruiz, mayor of Bern.
 *                    ^^^^^^^^^^^^^^^^^^^^^^^
 */
function signedPlainly(reading: Reading, cues: CueMap): readonly Attribution[] {
  return reading.paragraphTokens.flatMap(({ first, end }): readonly Attribution[] => {
    const quoted = quotationAt(reading, first);
    if (quoted === null || !quoted.closed || quoted.endToken >= end) return [];
    const source = nameLine(reading, cues, quoted.endToken, end);
    return source === null ? [] : [attributionOf('shape', [tokensOf(quoted)], null, source)];
  });
}

/**
 * The verb is left out.
 *
 * > Few agree. "It is a shame," Ana Ruiz, mayor of Bern. "It should stay."
 *                               ^^^^^^^^^^^^^^^^^^^^^^^
 */
function signedInSentence(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return reading.quotations.flatMap((quotation): readonly Attribution[] => {
    const { firstToken, endToken, closed } = quotation;
    if (!closed || words[endToken - 2] !== ',' || endToken >= words.length) return [];
    const sentence = sentenceAround(reading, endToken);
    if (
      sentenceAround(reading, firstToken).first !== firstToken ||
      tellsMore(reading, cues, endToken, sentence.end)
    )
      return [];
    const comma = words.indexOf(',', endToken);
    const second = comma === -1 ? -1 : words.indexOf(',', comma + 1);
    const end = second === -1 ? sentence.end : Math.min(second, sentence.end);
    const source = nameLine(reading, cues, endToken, end);
    return source === null ? [] : [attributionOf('shape', [tokensOf(quotation)], null, source)];
  });
}

const tellsMore = (reading: Reading, cues: CueMap, first: number, end: number): boolean =>
  cuesWithin(cues, first, end).length > 0 ||
  reading.words.slice(first, end).some((word) => word !== "'s" && finiteWords.test(word));

/**
 * Words in marks that fill a paragraph, and below each a line with a name: twice or more, from the words on.
 *
 * > "It is a shame."
 * > Ana Ruiz, mayor of Bern
 *   ^^^^^^^^^^^^^^^^^^^^^^^
 */
function signedBelow(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { paragraphTokens } = reading;
  const attributions: Attribution[] = [];
  for (let index = 0; index < paragraphTokens.length; ) {
    const pairs: Attribution[] = [];
    let at = index;
    for (; at + 1 < paragraphTokens.length; at += 2) {
      const [words, line] = [paragraphTokens[at]!, paragraphTokens[at + 1]!];
      const quoted = quotationAt(reading, words.first);
      if (quoted === null || quoted.endToken !== words.end) break;
      const source = nameLine(reading, cues, line.first, line.end);
      if (source === null) break;
      pairs.push(attributionOf('shape', [words], null, source));
    }
    // A name above words stands below those before, too.
    const isAbove =
      index > 0 &&
      nameLine(reading, cues, paragraphTokens[index - 1]!.first, paragraphTokens[index - 1]!.end);
    if (pairs.length > 1 && !isAbove) attributions.push(...pairs);
    index = Math.max(at, index + 1);
  }
  return attributions;
}

/**
 * > Ana Ruiz, 34, teacher – "It is a shame."
 *   ^^^^^^^^^^^^^^^^^^^^^
 */
function signedBefore(reading: Reading, cues: CueMap): readonly Attribution[] {
  return reading.paragraphTokens.flatMap(({ first, end }): readonly Attribution[] => {
    const at = reading.words
      .slice(first, Math.min(end, first + longestLine))
      .findIndex((word) => dash.test(word));
    const quoted = at < 1 ? null : quotationAt(reading, first + at + 1);
    if (quoted === null || !quoted.closed || quoted.endToken < end - 1) return [];
    const source = nameLine(reading, cues, first, first + at);
    if (source === null) return [];
    return [attributionOf('shape', [tokensOf(quoted)], { first: first + at, end: first + at + 1 }, source)];
  });
}

/** A person's name, alone or before a comma, a bar or a dash and what its bearer is. */
function nameLine(reading: Reading, cues: CueMap, first: number, end: number): Stretch | null {
  const { words, names, nameOf } = reading;
  let behind = behindTitles(reading, first, end);
  const name = nameOf[behind] ?? -1;
  if (name < 0 || names[name]!.type !== 'person' || end - first > longestLine) return null;
  while (behind < end && nameOf[behind] === name) behind += 1;
  if (behind < end && lettersBehindName.test(words[behind]!)) behind += 1;
  if (behind < end && !/^[,.(|]$/.test(words[behind]!) && !dash.test(words[behind]!)) return null;
  return tellsMore(reading, cues, first, end) ? null : signature(reading, first, end);
}

/** In tokens. */
const longestLine = 16;
