import { foldWord } from './fold.ts';
import type { EntityLexicons } from './lexicons.ts';
import type { Mention } from './mention.ts';
import { familyOf, genderOfFirstName, type PersonName } from './person-names.ts';

/**
 * The names, with that of a first name completed which shares the surname of the name behind it:
 *   Derek and Pauline Hoskins
 *   ^^^^^             ^^^^^^^
 */
export function shareSurnames(
  mentions: readonly Mention[],
  names: readonly PersonName[],
  lexicons: EntityLexicons,
): readonly PersonName[] {
  const families = new Set(names.filter(({ words }) => words.length > 1).map(familyOf));
  return names.map((name, at) => {
    const [mention, next] = [mentions[at]!, mentions[at + 1]];
    const isShared =
      mention.isTied &&
      next !== undefined &&
      next.firstToken === mention.endToken + 1 &&
      next.honorific === null;
    if (!isShared || name.words.length > 1 || names[at + 1]!.words.length !== 2) return name;
    const isGiven = lexicons.firstNames.has(foldWord(mention.text)) && !families.has(name.words[0]!);
    if (!isGiven || names[at + 1]!.isFamilyFirst) return name;
    const gender = name.gender ?? genderOfFirstName(foldWord(mention.text), lexicons);
    return { ...name, words: [name.words[0]!, familyOf(names[at + 1]!)], gender, sharesFamily: true };
  });
}
