import type { SegmentedText } from '../../../text/segments.ts';
import { isAllCapitals } from '../words/fold.ts';
import type { Mention } from '../words/mention.ts';
import { isListedAs } from './stock-listings.ts';

/** Two mentions that the text itself says to be one's, the fuller name first. */
export type IntroducedName = readonly [Mention, Mention];

/**
 * Names that a text introduces as another name of somebody or something, in the order of the text.
 *   Edson Paz, known as Lino,      Ana Diaz, whom everyone calls “Tibi”,      the National Water Commission (Conagua)
 *              ^^^^^^^^                       ^^^^^^^^^^^^^^^^^^^^                                            ^
 */
export function findIntroducedNames(
  segmented: SegmentedText,
  mentions: readonly Mention[],
): readonly IntroducedName[] {
  const introduced: IntroducedName[] = [];
  for (const [index, other] of mentions.entries()) {
    const [firm, name] = [mentions[index - 2], mentions[index - 1]];
    if (firm !== undefined && isListedAs(segmented, firm, other)) introduced.push([firm, other]);
    if (
      name === undefined ||
      segmented.sentenceOfToken[name.firstToken] !== segmented.sentenceOfToken[other.firstToken]
    )
      continue;
    const between = segmented.text.slice(name.end, other.start);
    if (between.length > longestIntroduction) continue;
    const isNicknamed =
      (nicknaming.test(between) || (calling.test(between) && isCalled(segmented, name, other))) &&
      !other.text.includes(' ') &&
      name.type !== 'group';
    if (isNicknamed || isBracketed(segmented, name, other, between)) introduced.push([name, other]);
  }
  return introduced;
}

/** In characters: "who is better known to everybody in the village as" and the like. */
const longestIntroduction = 60;

const nicknaming =
  /^(?:,? | \()(?:(?:who (?:is|was) )?(?:(?:better|widely|popularly|commonly|universally|also|otherwise) )?known(?: (?:to|by|among) [\p{Ll} ’']+)?(?: simply| only)?(?: as)?|who (?:is|was) (?:nicknamed|dubbed|called)(?: by [\p{Ll} ’']+)?|who goes by|whom [\p{Ll} ’']+ (?:calls?|called)|who (?:[\p{Ll} ’']+ )?(?:everyone|everybody|they|\p{Ll}{3,}(?<!alway|time|perhap)s) (?:calls?|called)|aka|a\.k\.a\.|alias)(?: the)? ["“‘'«]?$/u;

/** What may be somebody's own deed as well: "Ruiz called Diaz a liar". */
const calling =
  /^(?:,| \() ?(?:(?:better|widely|popularly|commonly|universally|also|otherwise) )?(?:nicknamed|dubbed|called)(?: by [\p{Ll} ’']+)?(?: simply| only)?(?: the)? ["“‘'«]?$/u;

/**
 * > Rosa Diaz, called Tibi by her neighbours,      not: > Rosa Diaz, D-Calif., called Ruiz “a liar”
 *                     ^^^^
 */
function isCalled({ text }: SegmentedText, name: Mention, other: Mention): boolean {
  return name.type !== 'place' && /^(?:["”’'»]|,|\)| (?:by|for)\b)/u.test(text.slice(other.end));
}

function isBracketed(
  { text, tokens }: SegmentedText,
  name: Mention,
  other: Mention,
  between: string,
): boolean {
  if (name.type !== 'organization' || other.type !== 'organization') return false;
  if (!/^ \([“"‘]?$/.test(between) || !/^[”"’]?\)/.test(text.slice(other.end, other.end + 2))) return false;
  // The short form is one word, or the long form is: "FUNAI (National Indian Foundation)".
  if (name.endToken - name.firstToken > 1)
    return other.endToken - other.firstToken === 1 && !isOfLarger(name.text, other.text);
  return other.endToken - other.firstToken > 1 && isAllCapitals(tokens[name.firstToken]!.text);
}

/** > the Administrative Tribunal of the World Bank (WB)      not: > the Court of Justice of the European Union (CJEU) */
function isOfLarger(name: string, letters: string): boolean {
  const larger = name.split(' of the ');
  const initialsOf = (words: string): string => words.replace(/[^\p{Lu}]/gu, '');
  return larger.length > 1 && initialsOf(larger.at(-1)!) === letters && initialsOf(name) !== letters;
}

/** The mentions, with a nickname everywhere of the type that the named one has, and who gives a name everywhere a person. */
export function typeIntroduced(
  { text: copy }: SegmentedText,
  mentions: readonly Mention[],
  introduced: readonly IntroducedName[],
): Mention[] {
  const types = new Map(introduced.map(([{ type }, { text }]) => [text, type]));
  for (const { text, start } of mentions)
    if (givingName.test(copy.slice(Math.max(0, start - longestIntroduction), start)))
      types.set(text, 'person');
  return mentions.map((mention) => {
    const type = types.get(mention.text);
    return type === undefined || type === mention.type ? mention : { ...mention, type };
  });
}

/** > Another motorist, who identified herself as Mama Ese      > a woman who gave her name only as Annick */
const givingName =
  /\b(?:(?:identified|introduced) (?:him|her)self|(?:gave|giving) (?:his|her) (?:first )?name)(?: only| simply)? as $/;
