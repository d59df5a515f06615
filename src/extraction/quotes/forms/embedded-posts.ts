import { type Attribution, attributionOf } from '../attribution.ts';
import type { Reading, Stretch } from '../reading.ts';

/**
 * Posts as pages print them, without marks: the words, and behind a dash the name, the handle and the day.
 *
 * > Twelve boats, and not one of them dry.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > — Ana Ruiz (@anaruiz) May 3, 2021
 *   ^ ^^^^^^^^^^^^^^^^^^^
 */
export function embeddedPosts(reading: Reading): readonly Attribution[] {
  const { segmented, paragraphTokens } = reading;
  const attributions: Attribution[] = [];
  for (const [index, { start, end }] of segmented.paragraphs.entries()) {
    const tail = segmented.text.slice(Math.max(start, end - longestSignature), end);
    const match = signature.exec(tail);
    if (match === null) continue;
    const { first, end: last } = paragraphTokens[index]!;
    const at = end - tail.length + match.index;
    const dash = tokenAt(reading, { first, end: last }, at);
    const source = {
      first: dash + 1,
      end: tokenAt(reading, { first: dash, end: last }, at + match[1]!.length),
    };
    const contents = dash > first ? [{ first, end: dash }] : wordsAbove(reading, index);
    if (contents.length > 0 && source.end > source.first)
      attributions.push(attributionOf('shape', contents, { first: dash, end: dash + 1 }, source));
  }
  return attributions;
}

/** In units. */
const longestSignature = 120;

/** "— Ana Ruiz (@anaruiz) May 3, 2021"; the group ends behind the handle. */
const signature = /((?:—|–|―|--?) ?[^()—–―]{2,50} \(@\w{1,30}\))(?: \p{L}{3,9}\.? \d{1,2},? \d{4})?$/u;

/** The paragraph above a signature, and the one above that where it holds nothing but tags and addresses. */
function wordsAbove({ segmented, paragraphTokens }: Reading, signed: number): readonly Stretch[] {
  const contents: Stretch[] = [];
  for (let index = signed - 1; index >= Math.max(0, signed - longestPost); index -= 1) {
    const { start, end } = segmented.paragraphs[index]!;
    contents.unshift(paragraphTokens[index]!);
    if (!tagsAlone.test(segmented.text.slice(start, end))) return contents;
  }
  return [];
}

/** In paragraphs. */
const longestPost = 4;

const tagsAlone = /^(?:(?:[#@]|https?:|pic\.|t\.co\/)\S+(?:\s+|$))+$/;

/** The first token of a stretch that starts at an offset or behind it. */
function tokenAt({ segmented }: Reading, { first, end }: Stretch, offset: number): number {
  let token = first;
  while (token < end && segmented.tokens[token]!.start < offset) token += 1;
  return token;
}
