import { type Attribution, attributionOf } from './attribution.ts';
import { holdsQuotation, mainClause, quotationAt, tokensOf } from './contents.ts';
import type { CueMap } from './cues.ts';
import { isQuoted, type Reading, type Stretch, sentenceAround } from './reading.ts';

/**
 * Words in marks that are said to be somebody's own.
 *
 * > In Hale's words, the plan is "a bridge to nowhere".      > It was, in her own words, "a circus".
 *      ^^^^   ^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                    ^^^     ^^^^^  ^^^^^^^^^^
 */
export function findOwnWords(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return words.flatMap((word, noun): readonly Attribution[] => {
    if (!/^(?:words|telling|phrase)$/.test(word) || isQuoted(reading, noun)) return [];
    const owned = words[noun - 1] === 'own' ? noun - 1 : noun;
    const source = ownerBefore(reading, owned);
    if (source === null) return [];
    const from = words[noun + 1] === ',' ? noun + 2 : noun + 1;
    const quotation = quotationAt(reading, from);
    const isOpening = source.first - 1 === sentenceAround(reading, noun).first;
    const content =
      quotation !== null ? tokensOf(quotation) : isOpening ? mainClause(reading, cues, from, 2) : null;
    if (content === null || !holdsQuotation(reading, content)) return [];
    return [attributionOf('rule', [content], { first: noun, end: noun + 1 }, source)];
  });
}

/** Whose they are, behind "in": "his", "the minister's". */
function ownerBefore({ words }: Reading, end: number): Stretch | null {
  if (/^(?:his|her|their|its)$/.test(words[end - 1]!) && words[end - 2] === 'in')
    return { first: end - 1, end };
  if (!/^'s?$/.test(words[end - 1] ?? '')) return null;
  const floor = Math.max(0, end - longestOwner);
  const opening = words.slice(floor, end - 1).lastIndexOf('in') + floor;
  return words[opening] === 'in' && opening + 1 < end - 1 ? { first: opening + 1, end: end - 1 } : null;
}

/** In tokens. */
const longestOwner = 10;
