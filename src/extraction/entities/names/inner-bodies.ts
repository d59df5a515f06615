import type { SegmentedText } from '../../../text/segments.ts';
import { foldWord, isCapitalized } from '../words/fold.ts';
import { createMention, type Mention } from '../words/mention.ts';

/**
 * The body whose name goes on with that of a larger one; the mention itself where there is none.
 *
 * > the Court of Justice of the European Union      > the Board of Governors of the Federal Reserve
 *       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function extendInnerBody(segmented: SegmentedText, mention: Mention): Mention {
  if (mention.type !== 'organization') return mention;
  const { tokens, text } = segmented;
  const textAt = (token: number): string => tokens[token]?.text ?? '';
  const of = mention.firstToken - (textAt(mention.firstToken - 1) === 'the' ? 2 : 1);
  if (textAt(of) !== 'of') return mention;
  let first = of;
  while (first > of - longestName && (isCapitalized(textAt(first - 1)) || joints.test(textAt(first - 1))))
    first--;
  // "The Court" opens a sentence.
  if (/^(?:The|An?|Its)$/.test(textAt(first))) first++;
  else if (!/^(?:the|an?|its)$/i.test(textAt(first - 1))) return mention;
  let head = first;
  while (head + 1 < of && !joints.test(textAt(head + 1))) head++;
  if (head >= of || !innerBodies.has(foldWord(textAt(head)))) return mention;
  const start = tokens[first]!.start;
  if (/[\n,;:]/.test(text.slice(start, mention.start))) return mention;
  return createMention(segmented, { start, end: mention.end }, 'organization', mention.confidence);
}

/** In tokens, before the last "of". */
const longestName = 8;

const joints = /^(?:of|for|on|and)$/;

/** What bodies have in them. */
const innerBodies = new Set(
  `academy agency assembly board bureau chamber commission committee council court department directorate division faculty
  inspectorate institute office presidium school secretariat section senate subcommittee synod tribunal`.split(
    /\s+/,
  ),
);
