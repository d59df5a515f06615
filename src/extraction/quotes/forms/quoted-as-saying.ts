import { type Attribution, attributionOf } from '../attribution.ts';
import { holdsQuotation, mainClause, quotationAt, tokensOf } from '../contents/contents.ts';
import { type CueMap, cuesWithin } from '../cues/cues.ts';
import { subjectBefore } from '../cues/sources.ts';
import { isQuoted, type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { readAtWords } from './rules-by-word.ts';

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
  return readAtWords(reading, ['quoted', 'quotes', 'cited', 'cites'], (verb) => {
    const sentence = sentenceAround(reading, verb);
    const as = words.slice(verb + 1, verb + longestName).indexOf('as') + verb + 1;
    const isTrailing = as > verb + 1 && words[as + 1] === 'saying' && as + 3 >= sentence.end;
    const floor = Math.max(sentence.first, verb - longestName);
    const comma = words.slice(floor, verb - 1).lastIndexOf(',') + floor;
    const content: Stretch = { first: sentence.first, end: comma };
    if (!isTrailing || comma - sentence.first < fewest || holdsQuotation(reading, content)) return null;
    return attributionOf('rule', [content], { first: verb, end: verb + 1 }, { first: verb + 1, end: as }, [
      { first: comma + 1, end: verb },
    ]);
  });
}

/**
 * Likewise where who reports them stands in between.
 *
 * > Kim was quoted as saying by the agency KCNA that the test was a warning.
 *   ^^^ ^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^
 */
export function quotedBySomeoneBetween(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return cues.cues.flatMap((saying): readonly Attribution[] => {
    const { first, end, groupFirst } = saying;
    const isQuoting = words[first - 1] === 'as' && /^(?:quoted|cited)$/.test(words[first - 2] ?? '');
    if (!isQuoting || words[first] !== 'saying' || words[end] !== 'by') return [];
    const that = words.slice(end + 1, end + 1 + longestName).indexOf('that') + end + 1;
    const source = subjectBefore(reading, saying);
    const content = that <= end + 1 ? null : mainClause(reading, cues, that + 1);
    if (source === null || content === null || isQuoted(reading, that)) return [];
    const reporter = { first: end + 1, end: that };
    return [attributionOf('rule', [content], { first: groupFirst, end }, source, [reporter])];
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
  return readAtWords(reading, ['quoted', 'cited'], (verb) => {
    if (words[verb + 1] !== 'by') return null;
    const as = words.slice(verb + 2, verb + 2 + longestName).indexOf('as') + verb + 2;
    const [saying] = cuesWithin(cues, as + 1, as + 2);
    if (as <= verb + 2 || saying === undefined || saying.form !== 'gerund') return null;
    let first = verb;
    while (/^(?:was|were|is|are|been|has|have|had|later|also)$/.test(words[first - 1] ?? '')) first -= 1;
    const source = subjectBefore(reading, { ...saying, first, groupFirst: first });
    const content = mainClause(reading, cues, words[as + 2] === 'that' ? as + 3 : as + 2);
    if (source === null || content === null) return null;
    const day = words.slice(verb + 2, as).findIndex((one) => /^(?:on|in|at|late|early|earlier)$/.test(one));
    const reporter = { first: verb + 2, end: day < 1 ? as : verb + 2 + day };
    return attributionOf('rule', [content], { first, end: verb + 2 }, source, [reporter]);
  });
}

/**
 * Words that somebody is quoted as saying, in the active.
 *
 * > Local media quoted police as saying that three men had been held.
 *   ^^^^^^^^^^^ ^^^^^^ ^^^^^^           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function quotedByOutlets(reading: Reading, cues: CueMap): readonly Attribution[] {
  const { words } = reading;
  return readAtWords(reading, ['quoted', 'quotes', 'quoting', 'cited', 'cites', 'citing'], (verb) => {
    if (words[verb + 1] === 'by' || isPassive.test(words[verb - 1] ?? '')) return null;
    const as = words.slice(verb + 1, verb + longestName).indexOf('as') + verb + 1;
    const [saying] = cuesWithin(cues, as + 1, as + 2);
    if (as <= verb + 1 || saying?.form !== 'gerund') return null;
    const from = /^(?:that|:|,)$/.test(words[as + 2] ?? '') ? as + 3 : as + 2;
    const quotation = quotationAt(reading, from);
    const clause = mainClause(reading, cues, from);
    const content =
      quotation !== null && (clause?.end ?? 0) <= quotation.endToken ? tokensOf(quotation) : clause;
    if (content === null) return null;
    const reporter = subjectBefore(reading, { ...saying, first: verb, groupFirst: verb });
    const source = { first: verb + 1, end: as };
    return attributionOf(
      'rule',
      [content],
      { first: verb, end: verb + 1 },
      source,
      reporter ? [reporter] : [],
    );
  });
}

const isPassive = /^(?:is|are|was|were|been|being|be)$/;

/** Who spoke, and who quotes them, where an attribution took the one for the other, or a part of the cue for the whole. */
export const whoIsQuoted = (reading: Reading, attribution: Attribution): Attribution =>
  quotedPassively(reading, attribution) ?? quotedActively(reading, attribution) ?? attribution;

/**
 * > Ruiz was quoted as saying on Friday by state media.
 *        ^^^^^^^^^^^^^^^^^^^^              ^^^^^^^^^^^
 */
function quotedPassively({ words }: Reading, attribution: Attribution): Attribution | null {
  const { cue } = attribution;
  if (cue === null) return null;
  const as = words.slice(cue.first, cue.end + 3).indexOf('as') + cue.first;
  const saying = words[cue.end - 1] === 'saying' ? cue.end - 1 : as + 1;
  if (
    words[saying] !== 'saying' ||
    words[saying - 1] !== 'as' ||
    !/^(?:quoted|cited)$/.test(words[saying - 2] ?? '')
  )
    return null;
  let first = saying - 2;
  while (/^(?:is|are|was|were|been|has|have|had|later|also|widely)$/.test(words[first - 1] ?? '')) first -= 1;
  if (first === saying - 2) return null;
  const by = words.slice(saying + 1, saying + 5).indexOf('by') + saying + 1;
  const named = by > saying ? agencyFrom(words, by + 1) : null;
  const reporters = named === null ? attribution.reporters : [...attribution.reporters, named];
  return { ...attribution, cue: { first, end: saying + 1 }, reporters };
}

function agencyFrom(words: readonly string[], first: number): Stretch | null {
  let end = first;
  while (
    end < words.length &&
    end - first < longestName &&
    !/^(?:[^\p{L}\d].*|on|in|at|as|that|who|which)$/u.test(words[end]!)
  )
    end += 1;
  return end > first ? { first, end } : null;
}

/**
 * > the agency Antara quoted him as saying      > State television quoted the minister as calling it a song
 *                            ^^^                                          ^^^^^^^^^^^^
 */
function quotedActively(reading: Reading, attribution: Attribution): Attribution | null {
  const { words } = reading;
  const { cue, source } = attribution;
  if (cue === null || source === null) return null;
  const limit = Math.max(0, cue.first - 12);
  let verb = cue.end - 1;
  while (verb > limit && !/^(?:quoted|cited|quotes|cites)$/.test(words[verb]!)) verb -= 1;
  const { end } = sentenceAround(reading, cue.first);
  let as = verb + 1;
  while (as < end && as - verb < 10 && words[as] !== 'as') as += 1;
  const isActive =
    /^(?:quoted|cited|quotes|cites)$/.test(words[verb]!) &&
    !/^(?:was|were|is|are|been|be)$/.test(words[verb - 1] ?? '');
  if (!isActive || words[as] !== 'as' || as === verb + 1 || words[verb + 1] === 'by' || source.first > verb)
    return null;
  if (!/^(?:saying|\p{Ll}+ing)$/u.test(words[as + 1] ?? '')) return null;
  return { ...attribution, source: { first: verb + 1, end: as }, reporters: [source] };
}
