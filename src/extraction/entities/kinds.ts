import type { EntityType } from '../../domain/entity.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { foldWord } from './fold.ts';
import type { EntityLexicons } from './lexicons.ts';
import { isPossessive, type Mention } from './mention.ts';
import { isComma } from './role.ts';

/**
 * What kind of organization the text says that one is, folded: nouns in its name, right before it, and behind a comma.
 *   Halcyon Freight, the shipping company,      the news agency Antara      the Ferry Pilots' Union
 *   → company               ^^^^^^^                      ^^^^^^                                ^^^^^
 */
export function findKinds(
  segmented: SegmentedText,
  type: EntityType,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): ReadonlySet<string> {
  const { tokens } = segmented;
  const kinds = new Set<string>();
  if (type !== 'organization' && type !== 'place') return kinds;
  const add = (word: string | undefined) => {
    const folded = foldWord(word ?? '');
    if (lexicons.organizationNouns.has(folded)) kinds.add(folded);
  };
  for (const mention of mentions) {
    const { text, firstToken } = mention;
    const words = text.split(/\s+/);
    for (const word of words) add(word);
    const last = foldWord(words.at(-1)!);
    if (words.length > 1 && (lexicons.businessWords.has(last) || legalForms.has(last))) kinds.add('company');
    const before = tokens[firstToken - 1]?.text ?? '';
    if (/^\p{Ll}/u.test(before)) add(before);
    const behind = findKindBehind(segmented, mention, lexicons);
    if (behind !== null) kinds.add(behind);
  }
  return kinds;
}

/** The noun of an organization that heads the words between article and comma, right behind a name; folded. */
export function findKindBehind(
  { tokens }: SegmentedText,
  { endToken }: Mention,
  lexicons: EntityLexicons,
): string | null {
  if (!isComma(tokens[endToken]?.text ?? '') || !/^(?:a|an|the)$/.test(tokens[endToken + 1]?.text ?? ''))
    return null;
  let noun: string | null = null;
  for (let index = endToken + 2; index < endToken + 2 + longestDescription; index++) {
    const word = tokens[index]?.text ?? '.';
    if (!/^[\p{L}-]+$/u.test(word) || nounEnds.has(word)) break;
    noun = foldWord(word);
    // "Antara, the state's agency": the owner is not what it is.
    if (isPossessive(tokens[index + 1]?.text)) return null;
  }
  return noun !== null && lexicons.organizationNouns.has(noun) ? noun : null;
}

const legalForms = new Set('inc corp ag plc ltd co llc llp gmbh corporation incorporated limited'.split(' '));

/** How many words a description has before its noun, and the words that it cannot go beyond. */
const longestDescription = 6;
const nounEnds = new Set(
  'of for in at from with to on who that which and or said says was is has had'.split(' '),
);
