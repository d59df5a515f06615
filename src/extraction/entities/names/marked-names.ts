import type { SegmentedText } from '../../../text/segments.ts';
import { foldWord, isCapitalized } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { createMention, type Mention } from '../words/mention.ts';

/**
 * A name that stands in marks behind "the" and nowhere else, and what the words behind it say that it is:
 *   part of the “Quartet" since 2002, a group of powers      locals call it the "Fridge Bridge"
 *                ^^^^^^^                                                       ^^^^^^^^^^^^^
 * `index` is the first token in the marks; null where no such name starts there.
 */
export function findMarkedName(
  segmented: SegmentedText,
  index: number,
  lexicons: EntityLexicons,
): Mention | null {
  const { tokens, sentenceOfToken } = segmented;
  if (!/^["“‘']$/.test(tokens[index - 1]?.text ?? '') || !/^the$/i.test(tokens[index - 2]?.text ?? ''))
    return null;
  let end = index;
  while (end < tokens.length && end - index < 4 && isCapitalized(tokens[end]!.text)) end++;
  if (end === index || end - index === 4 || !/^["”’']$/.test(tokens[end]?.text ?? '')) return null;
  const span = { start: tokens[index]!.start, end: tokens[end - 1]!.end };
  for (let next = end + 1; next < tokens.length && next - end < explanationReach; next++) {
    if (sentenceOfToken[next] !== sentenceOfToken[index]) break;
    const isArticle = /^(?:a|an|the)$/.test(tokens[next]!.text) && tokens[next - 1]!.text === ',';
    const noun = foldWord(tokens[next + 1]?.text ?? '');
    if (isArticle && lexicons.organizationNouns.has(noun))
      return createMention(segmented, span, 'organization', 0.6);
  }
  return createMention(segmented, span, 'other', 0.5);
}

/** How many tokens behind the marks the explanation may start. */
const explanationReach = 10;
