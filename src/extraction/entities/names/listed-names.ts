import type { EntityType } from '../../../domain/entity.ts';
import type { SegmentedText } from '../../../text/segments.ts';
import { foldName, foldWord, isAllCapitals, isCapitalized } from '../words/fold.ts';
import { isLanguage } from '../words/languages.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { createMention, isPossessive, type Mention } from '../words/mention.ts';

/** Confidence of mentions that lists alone show. */
export const listedConfidence = 0.9;

/** A country's or a people's name that stands at the token and is no part of a longer, unknown name. */
export function findListed(
  segmented: SegmentedText,
  index: number,
  limit: number,
  lexicons: EntityLexicons,
): Mention | null {
  const { tokens, text } = segmented;
  const token = tokens[index]!;
  if (!isCapitalized(token.text)) return null;
  for (let length = Math.min(3, limit - index); length > 0; length--) {
    const last = tokens[index + length - 1]!;
    if (!isCapitalized(last.text)) continue;
    const span = { start: token.start, end: last.end };
    const form = text.slice(span.start, span.end);
    const type = listedType(form, lexicons);
    if (type === null) continue;
    const before = index > 0 ? tokens[index - 1]! : null;
    const after = tokens[index + length];
    const isPartOfName =
      (after !== undefined && index + length < limit && isUnknownName(after.text, lexicons)) ||
      (before !== null && isUnknownName(before.text, lexicons) && !isSentenceStart(segmented, index - 1));
    // A word that is also a first name or an ordinary word needs more than the list.
    const isDoubtful = ambiguousForms.has(foldName(form));
    if (/[$€£¥]/.test(text.charAt(last.end))) return null;
    if (isDoubtful || (isPartOfName && type === 'place')) return null;
    if (type === 'group' && isLanguage(segmented, index)) return null;
    if (type === 'place' && lexicons.firstNames.has(foldName(form)) && !isPossessive(after?.text))
      return null;
    return createMention(segmented, span, type, listedConfidence);
  }
  return null;
}

const ambiguousForms = new Set(
  `pole poles dane danes finn scot brit turk kiwi kiwis swede mongol pol maori sami jain democratic communist socialist
  republican baptist methodist islamist zionist peronist maoist marxist philippine crimean balkan caribbean nazi
  car islamic republic congo`.split(/\s+/),
);

const isUnknownName = (word: string, lexicons: EntityLexicons): boolean => {
  if (!isCapitalized(word)) return false;
  const folded = foldWord(word);
  return !lexicons.roleNouns.has(folded) && !lexicons.honorifics.has(folded);
};

function isSentenceStart(segmented: SegmentedText, index: number): boolean {
  return segmented.sentences[segmented.sentenceOfToken[index]!]!.firstToken === index;
}

/** What the lists say of a form; null where they do not hold it. */
export function listedType(form: string, lexicons: EntityLexicons): EntityType | null {
  const folded = foldName(form);
  if (lexicons.peoples.has(folded)) return 'group';
  if (!lexicons.countries.has(folded)) return null;
  return folded.length > 3 || isAllCapitals(form) ? 'place' : null;
}
