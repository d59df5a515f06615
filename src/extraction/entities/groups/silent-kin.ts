import type { SegmentedText } from '../../../text/segments.ts';
import { isKin } from '../names/kin-names.ts';
import { isPossessive, type Mention, type Standing } from '../words/mention.ts';
import { isSpeaking, speaks } from '../words/speaking.ts';

/**
 * Notes of the full names of relatives whether they only stand by: the surname alone is then that of the one whom the
 * story is about.
 *
 * > a friend of Debbie Madden, the mayor's wife      > His wife, Debbie Madden, paints.      not: > His wife, Debbie Madden, said …
 *               ^^^^^^^^^^^^^ beside the subject                  ^^^^^^^^^^^^^
 */
export function markStandings(segmented: SegmentedText, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((mention) => {
    if (mention.type !== 'person' || !mention.text.includes(' ')) return mention;
    const standing = standingOf(segmented, mention);
    return standing === null ? mention : { ...mention, standing };
  });
}

function standingOf(segmented: SegmentedText, mention: Mention): Standing | null {
  if (speaks(segmented, mention)) return 'speaker';
  const { tokens, sentences, sentenceOfToken } = segmented;
  const { firstToken, endToken } = sentences[sentenceOfToken[mention.firstToken]!]!;
  const noun = kinNoun(segmented, mention);
  if (noun === null) return null;
  const last = Math.min(endToken, mention.endToken + longestSentence);
  for (let token = Math.max(firstToken, mention.firstToken - longestSentence); token < last; token++)
    if (isSpeaking(tokens[token]!.text)) return 'speaker';
  return Math.min(noun, mention.firstToken) - firstToken <= longestOwner ? 'kin' : 'kin-aside';
}

/** In tokens. */
const longestSentence = 40;
/** In tokens: "The teenager's late". */
const longestOwner = 4;

/** Where the noun stands that says whose relative somebody is; null where there is none. */
function kinNoun({ tokens }: SegmentedText, { firstToken, endToken }: Mention): number | null {
  const textAt = (token: number): string => tokens[token]?.text ?? '';
  const before = textAt(firstToken - 1) === ',' ? firstToken - 2 : firstToken - 1;
  if (isKin(textAt(before))) return before;
  if (textAt(endToken) !== ',') return null;
  let isOwned = false;
  for (let token = endToken + 1; token <= endToken + longestApposition; token++) {
    const word = textAt(token);
    if (isOwned && isKin(word)) return token;
    if (/^[,.;:]$/.test(word)) return null;
    isOwned ||= isPossessive(word) || /^(?:his|her|their|my|our)$/.test(word);
  }
  return null;
}

/** In tokens: "the late congressman's second wife". */
const longestApposition = 6;
