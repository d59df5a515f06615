import type { SegmentedText } from '../../../text/segments.ts';
import { foldWord, isCapitalized } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { isPossessive, type Mention } from '../words/mention.ts';
import { headNoun } from './role.ts';

/** Whom the first sentence speaks of without a name, and the name that follows. */
export interface LedeRole {
  /** Folded. */
  readonly noun: string;
  readonly mention: Mention;
}

/**
 * News opens with what somebody is, and gives the name in the sentences behind.
 *   A Bristol music teacher has been jailed. Ann Lee, 46, wept.      "…", the interior minister said. Ann Lee told reporters …
 *                   ^^^^^^^                  ^^^^^^^                               ^^^^^^^^
 * Null where the first sentence names a person, or describes none. `mentions` in the order of the text.
 */
export function findLedeRole(
  segmented: SegmentedText,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): LedeRole | null {
  const { sentences, sentenceOfToken, tokens } = segmented;
  const mention = mentions.find(({ type }) => type === 'person');
  if (mention === undefined || sentences[0] === undefined || mention.endToken - mention.firstToken < 2)
    return null;
  const sentence = sentenceOfToken[mention.firstToken]!;
  if (sentence === 0 || sentence > farthestName) return null;
  if (governing.test(tokens[mention.firstToken - 1]!.text)) return null;
  const noun = openingNoun(segmented, lexicons);
  // Whom a judge has jailed is named before the judge.
  if (noun === null || lexicons.kindredRoles.areAlike(noun, 'judge')) return null;
  return mentions.some((other) => isAnothers(segmented, other, mention, noun)) ? null : { noun, mention };
}

/** > The Queensland premier has apologised. Claude Roe fled in May. … Premier Ana Doe said */
//                                                                      ^^^^^^^
function isAnothers({ tokens }: SegmentedText, other: Mention, named: Mention, noun: string): boolean {
  if (other.type !== 'person' || foldWord(tokens[other.firstToken - 1]?.text ?? '') !== noun) return false;
  return tokens[other.endToken - 1]!.text !== tokens[named.endToken - 1]!.text;
}

/** In sentences. */
const farthestName = 3;
const governing = /^(?:of|by|with|to|for|from|against|and|at|in|than)$/;

/** How many words stand before the noun, at the most. */
const longestOpening = 9;

function openingNoun({ sentences, tokens }: SegmentedText, lexicons: EntityLexicons): string | null {
  const { firstToken, endToken } = sentences[0]!;
  const textAt = (index: number): string => (index < endToken ? tokens[index]!.text : '.');
  const nounAt = (index: number): string | null =>
    headNoun(index > firstToken ? textAt(index - 1) : '', textAt(index), lexicons);
  if (/^(?:an?|the)$/i.test(textAt(firstToken)) || isCapitalized(textAt(firstToken)))
    for (let index = firstToken; index < firstToken + longestOpening; index++) {
      const word = textAt(index);
      if (/^[.,;:!?]$/.test(word) || stops.test(word)) break;
      const noun = nounAt(index);
      if (noun !== null && endsPhrase(textAt(index + 1)) && nounAt(index + 1) === null) return noun;
    }
  for (let index = endToken - 1; index > firstToken; index--)
    if (saying.test(textAt(index))) return openerOf(textAt, index, firstToken) ? nounAt(index - 1) : null;
  return null;
}

const stops = /^(?:who|which|that|of|for|in|at|from|on|by|said|says|has|have|had|is|was|were)$/;
const saying = /^(?:said|says|told|announced|warned|confirmed|admitted)$/;

/** > A teacher who … has …      but not: A teacher shortage, a teacher's wife */
const endsPhrase = (next: string): boolean =>
  !isPossessive(next) &&
  /^(?:who|whose|has|had|is|was|will|of|from|in|at|on|with|and|\p{Ll}+(?:ed|s))$/u.test(next);

/** > …, the Turkish interior minister said */
function openerOf(textAt: (index: number) => string, verb: number, from: number): boolean {
  for (let index = verb - 2; index > Math.max(from, verb - longestOpening); index--) {
    const folded = foldWord(textAt(index));
    if (/^(?:the|an?)$/.test(folded)) return /^[,"”’»]$/.test(textAt(index - 1));
    if (!/^[\p{L}'’-]+$/u.test(folded)) return false;
  }
  return false;
}
