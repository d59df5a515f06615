import { type Attribution, attributionOf } from './attribution.ts';
import { holdsQuotation } from './contents.ts';
import { isQuoted } from './cues.ts';
import { type Reading, type Stretch, sentenceAround } from './reading.ts';

/** Neither who reports nor who is quoted takes more tokens. */
const longestName = 12;

/** Shorter clauses report nothing. */
const fewest = 3;

/**
 * A clause without marks that an outlet trails, with whom it quotes.
 *
 * > The dam will reopen in June, state news agency Antara quoted the ministry as saying.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^                           ^^^^^^ ^^^^^^^^^^^^
 */
export function clausesQuotedAsSaying(reading: Reading): readonly Attribution[] {
  const { words } = reading;
  return words.flatMap((word, verb): readonly Attribution[] => {
    if (!/^(?:quoted|quotes|cited|cites)$/.test(word) || isQuoted(reading, verb)) return [];
    const sentence = sentenceAround(reading, verb);
    const as = words.slice(verb + 1, verb + longestName).indexOf('as') + verb + 1;
    const isTrailing = as > verb + 1 && words[as + 1] === 'saying' && as + 3 >= sentence.end;
    const floor = Math.max(sentence.first, verb - longestName);
    const comma = words.slice(floor, verb - 1).lastIndexOf(',') + floor;
    const content: Stretch = { first: sentence.first, end: comma };
    if (!isTrailing || comma - sentence.first < fewest || holdsQuotation(reading, content)) return [];
    return [
      attributionOf('rule', [content], { first: verb, end: verb + 1 }, { first: verb + 1, end: as }, [
        { first: comma + 1, end: verb },
      ]),
    ];
  });
}
