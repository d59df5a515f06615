import { type Attribution, attributionOf } from './attribution.ts';
import { holdsQuotation, mainClause } from './contents.ts';
import { type CueMap, cuesWithin, isQuoted } from './cues.ts';
import { type Reading, type Stretch, sentenceAround } from './reading.ts';
import { subjectBefore } from './sources.ts';

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

/**
 * Words that somebody was quoted as saying by whoever reports them.
 *
 * > Eva Ruiz was quoted by the agency Antara as saying the reef was "dying".
 *   ^^^^^^^^ ^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^^
 */
export function quotedBySomeone(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return words.flatMap((word, verb): readonly Attribution[] => {
    if (words[verb + 1] !== 'by' || !/^(?:quoted|cited)$/.test(word) || isQuoted(reading, verb)) return [];
    const as = words.slice(verb + 2, verb + 2 + longestName).indexOf('as') + verb + 2;
    const [saying] = cuesWithin(cues, as + 1, as + 2);
    if (as <= verb + 2 || saying === undefined || saying.form !== 'gerund') return [];
    let first = verb;
    while (/^(?:was|were|is|are|been|has|have|had|later|also)$/.test(words[first - 1] ?? '')) first -= 1;
    const source = subjectBefore(reading, { ...saying, first, groupFirst: first });
    const content = mainClause(reading, cues, words[as + 2] === 'that' ? as + 3 : as + 2);
    if (source === null || content === null) return [];
    const day = words.slice(verb + 2, as).findIndex((one) => /^(?:on|in|at|late|early|earlier)$/.test(one));
    const reporter = { first: verb + 2, end: day < 1 ? as : verb + 2 + day };
    return [attributionOf('rule', [content], { first, end: verb + 2 }, source, [reporter])];
  });
}
