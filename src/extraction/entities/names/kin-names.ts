import type { SegmentedText } from '../../../text/segments.ts';
import { foldWord, isCapitalized } from '../words/fold.ts';
import { createMention, isPossessive, type Mention } from '../words/mention.ts';
import { listedConfidence } from './listed-names.ts';

/**
 * A first name that is a word as well, behind what its bearer is to somebody.
 *
 * > the teenager's mother, Blessing, cheered      > his daughter Hope said
 *                          ^^^^^^^^                              ^^^^
 */
export function findKinName(segmented: SegmentedText, index: number): Mention | null {
  const { tokens, sentenceOfToken } = segmented;
  const textAt = (at: number): string =>
    sentenceOfToken[at] === sentenceOfToken[index] ? tokens[at]!.text : '';
  const name = textAt(index);
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(name) || isCapitalized(textAt(index + 1))) return null;
  const isApart = textAt(index - 1) === ',';
  const noun = isApart ? index - 2 : index - 1;
  if (!isKin(textAt(noun)) || (isApart && !/^[,.;)]$/.test(textAt(index + 1)))) return null;
  for (let owner = noun - 1; owner >= noun - 3 && textAt(owner) !== ''; owner--) {
    const isOwner = isPossessive(textAt(owner)) || /^(?:his|her|their|my|our)$/.test(foldWord(textAt(owner)));
    if (isOwner) return createMention(segmented, tokens[index]!, 'person', listedConfidence);
  }
  return null;
}

/** Is it what somebody is to a relative? */
export const isKin = (word: string): boolean => kin.test(foldWord(word));

const kin =
  /^(?:(?:grand|step|god|foster-)?(?:mother|father|mum|mom|dad|son|daughter)|(?:half-|step)?(?:brother|sister)|(?:mother|father|son|daughter|brother|sister)-in-law|wife|husband|widow|widower|partner|fiancee?|girlfriend|boyfriend|nan|gran|granny|grandad|granddad|aunt|uncle|cousin|niece|nephew|twin)$/;
