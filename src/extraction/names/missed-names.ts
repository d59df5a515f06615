import type { SegmentedText } from '../../text/segments.ts';
import type { TaggedName } from './tagger.ts';

/**
 * Adds the names of a sure shape that the model leaves out, because annotated news has few of them. Names keep their
 * order; none overlaps another.
 */
export function addMissedNames(
  segmented: SegmentedText,
  names: readonly TaggedName[],
): readonly TaggedName[] {
  const bodies = findQuotedBodies(segmented);
  const starts = new Set(bodies.map((body) => body.firstToken));
  // What the model takes for a title, as it does with much that stands in marks, gives way.
  const kept = names.filter(({ type, firstToken }) => type !== 'misc' || !starts.has(firstToken));
  const named = new Uint8Array(segmented.tokens.length);
  for (const { firstToken, endToken } of kept) named.fill(1, firstToken, endToken);
  const added = bodies.filter(
    ({ firstToken, endToken }) => !named.subarray(firstToken, endToken).includes(1),
  );
  return added.length === 0 ? kept : [...kept, ...added].sort((a, b) => a.firstToken - b.firstToken);
}

/**
 * Bodies introduced by their name in quotation marks:
 *   part of the “Quartet” since 2002     a member of the "Group of Friends"
 *                ^^^^^^^                               ^^^^^^^^^^^^^^^^
 */
function findQuotedBodies({ tokens, sentences }: SegmentedText): TaggedName[] {
  const found: TaggedName[] = [];
  for (const { firstToken, endToken } of sentences)
    for (let index = firstToken + 3; index < endToken - 2; index++) {
      if (!opensMarks.test(tokens[index]!.text) || tokens[index - 1]!.text !== 'the') continue;
      if (tokens[index - 2]!.text !== 'of' || !belonging.test(tokens[index - 3]!.text)) continue;
      let end = index + 1;
      while (end < endToken && end <= index + longestName && partOfName.test(tokens[end]!.text)) end++;
      const isClosed = end < endToken && closesMarks.test(tokens[end]!.text);
      if (isClosed && /^\p{Lu}/u.test(tokens[index + 1]!.text))
        found.push({
          firstToken: index + 1,
          endToken: end,
          type: 'organization',
          confidence: ruleConfidence,
        });
    }
  return found;
}

const belonging = /^(?:part|parts|members?|leaders?|founders?|chairman|head|ranks|representatives|envoys?)$/;
const opensMarks = /^(?:["“‘'«]|``)$/;
const closesMarks = /^(?:["”’'»]|'')$/;
const partOfName = /^(?:\p{Lu}[\p{L}\p{N}'’.-]*|\d+|of|the|and|for)$/u;
const longestName = 6;

/** No corpus has enough of them to measure it. */
const ruleConfidence = 0.7;
