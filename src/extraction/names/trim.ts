import type { SegmentedText } from '../../text/segments.ts';
import type { ModelType, TaggedName } from './tagger.ts';
import type { TypeRules } from './types.ts';

/** A tagged name cut to the words that are the name. */
export interface TrimmedName {
  readonly firstToken: number;
  readonly endToken: number;
  /** Where the name starts inside its first token; null where it starts with it. */
  readonly start: number | null;
  /** Where the name ends inside its last token; null where it ends with it. */
  readonly end: number | null;
  readonly type: ModelType;
}

/** Takes off the article, marks and what a hyphen ties to the name; null where nothing is left. */
export function trimName(segmented: SegmentedText, name: TaggedName, rules: TypeRules): TrimmedName | null {
  const { tokens } = segmented;
  let { firstToken, endToken } = name;
  const textAt = (index: number): string => tokens[index]!.text;
  while (firstToken < endToken && !wordlike.test(textAt(firstToken))) firstToken++;
  // "The Quartet" → "Quartet"; "The Hague" is called so.
  if (
    endToken - firstToken > 1 &&
    /^the$/i.test(textAt(firstToken)) &&
    name.type !== 'misc' &&
    !/^(?:hague|gambia)$/i.test(textAt(firstToken + 1))
  )
    firstToken++;
  // "western Nepal" → "Nepal"
  if (
    endToken - firstToken > 1 &&
    /^(?:northern|southern|eastern|western|central|the)$/.test(textAt(firstToken))
  )
    firstToken++;
  // "Jae Kim ’26" → "Jae Kim": the year of a class.
  if (name.type === 'person' && endToken - firstToken > 1 && /^['’‘]?\d\d$/.test(textAt(endToken - 1)))
    endToken--;
  while (endToken > firstToken && /^[,;:"“”'’‘]$/.test(textAt(endToken - 1))) endToken--;
  if (firstToken >= endToken) return null;
  // "Sen. Hannah Weissberg, D-Berkeley" → "Berkeley": what somebody represents is a place.
  if (/^[DIR]-\p{Lu}/u.test(textAt(firstToken)))
    return { firstToken, endToken, start: tokens[firstToken]!.start + 2, end: null, type: 'place' };
  return { firstToken, endToken, start: null, ...cutHyphen(segmented, name, firstToken, endToken, rules) };
}

const wordlike = /[\p{L}\p{N}]/u;

/**
 * A name tied to a plain word by a hyphen ends before it, and is what it is alone:
 *   Iran-made drones   the U.S.-led coalition
 *   ^^^^                   ^^^^
 */
function cutHyphen(
  { text, tokens }: SegmentedText,
  { type }: TaggedName,
  first: number,
  end: number,
  rules: TypeRules,
): { end: number | null; type: ModelType } {
  const last = tokens[end - 1]!;
  const hyphen = last.text.lastIndexOf('-');
  if (
    hyphen < 2 ||
    !/^\p{Ll}{2,}$/u.test(last.text.slice(hyphen + 1)) ||
    !/\p{Lu}/u.test(last.text.slice(0, hyphen))
  )
    return { end: null, type };
  if (
    !/(?:ed|led|based|made|born|held|run|owned|style|era|wide|bound|sponsored|backed|friendly|related)$/.test(
      last.text,
    )
  )
    return { end: null, type };
  const cut = text.slice(tokens[first]!.start, last.start + hyphen);
  const isOpen = first === end - 1 || type === 'misc' || rules.isListed(cut);
  const alone = isOpen ? rules.typeAlone(cut) : null;
  return { end: last.start + hyphen, type: alone ?? type };
}
