import { finiteWords } from './contents/contents.ts';
import type { CueLexicon } from './cues/cue-lexicon.ts';
import { type Cue, type CueMap, cuesWithin, findCues, mapCues } from './cues/cues.ts';
import { subjectAfter, subjectBefore } from './cues/sources.ts';
import type { Quotation } from './marks/quotation-marks.ts';
import { isQuoted, type Reading, sentenceAround, withQuotations } from './reading.ts';

/**
 * Gives quotations whose one mark is missing the bound that a reader would: one that was never closed ends before the
 * cue behind it, one that was never opened starts with its clause.
 */
export function boundQuotations(reading: Reading, lexicon: CueLexicon): Reading {
  if (reading.quotations.every((one) => one.opened && one.closed)) return reading;
  const loose = withQuotations(
    reading,
    reading.quotations.map((one) => ({ ...one, continued: false })),
  );
  const cues = mapCues(loose, findCues(loose, lexicon));
  let floor = 0;
  const bounded = reading.quotations.map((quotation) => {
    const bound = boundQuotation(loose, cues, quotation, floor);
    floor = bound.endToken;
    return bound;
  });
  return withQuotations(reading, bounded);
}

function boundQuotation(reading: Reading, cues: CueMap, quotation: Quotation, floor: number): Quotation {
  if (!quotation.opened)
    return isParagraphOfSpeech(reading, quotation, floor)
      ? { ...openAt(reading, quotation, reading.paragraphTokens[quotation.paragraph]!.first), opened: true }
      : openAtClause(reading, cues, quotation, floor);
  if (quotation.closed) return quotation;
  return quotation.continued
    ? closeAtLastCue(reading, cues, quotation)
    : { ...closeAtCue(reading, cues, quotation), closed: true };
}

/**
 * Where the next paragraph opens a quotation, too, one that was never closed goes on there, unless a speaker and a cue
 * end its paragraph.
 *
 * > "We will go, said the mayor Ana Ruiz.
 *   ^^^^^^^^^^^^
 * > "And we will not be back."
 */
function closeAtLastCue(reading: Reading, cues: CueMap, quotation: Quotation): Quotation {
  const last = sentenceAround(reading, quotation.endToken - 1);
  const bound = closeAtCue(reading, cues, quotation);
  const behind = reading.words.slice(bound.endToken, quotation.endToken);
  const endsThere =
    bound.closed && bound.endToken > last.first && !behind.some((word) => finiteWords.test(word));
  return endsThere ? { ...bound, continued: false } : quotation;
}

/**
 * > "We will go, he said. Nobody answered.
 *   ^^^^^^^^^^^^
 */
function closeAtCue(reading: Reading, cues: CueMap, quotation: Quotation): Quotation {
  const { words } = reading;
  for (const cue of cuesWithin(cues, quotation.firstToken + 1, quotation.endToken)) {
    if (cue.kind !== 'verb') continue;
    const bare = isBare(reading, cue) ? cue.groupFirst : null;
    if (bare !== null && bare > quotation.firstToken + 2) return closeBefore(reading, quotation, bare);
    const subject = subjectBefore(reading, cue);
    const comma = (subject?.first ?? cue.groupFirst) - 1;
    if (comma <= quotation.firstToken + 1 || !/^[,?!]$/.test(words[comma]!) || cue.form === 'gerund')
      continue;
    return closeBefore(reading, quotation, comma + 1);
  }
  return quotation;
}

function closeBefore({ segmented }: Reading, quotation: Quotation, token: number): Quotation {
  const { end } = segmented.tokens[token - 1]!;
  return { ...quotation, end, innerEnd: end, endToken: token, closed: true };
}

/**
 * The comma is lost with the mark, but a name behind "said" ends the sentence.
 *
 * > "He's a handful said manager Rob Finch. "I wouldn't swap him."
 *   ^^^^^^^^^^^^^^^
 */
function isBare(reading: Reading, cue: Cue): boolean {
  if (!/^(?:said|says)$/.test(reading.words[cue.first]!) || cue.groupFirst !== cue.first) return false;
  const source = subjectAfter(reading, cue.end);
  const { end } = sentenceAround(reading, cue.first);
  return source !== null && reading.nameOf[source.end - 1] !== -1 && source.end >= end - 1;
}

/** A clause whose opening mark is missing is looked for over this many tokens. */
const longestClause = 100;

/**
 * > The ministry issued a statement, voicing concern about the fighting", a spokesman said.
 *                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function openAtClause(reading: Reading, cues: CueMap, quotation: Quotation, floor: number): Quotation {
  const { words } = reading;
  const mark = quotation.firstToken;
  const isStop = (token: number): boolean => /^[.?!]$/.test(words[token]!);
  let first = Math.max(sentenceAround(reading, Math.max(0, mark - 1)).first, floor, mark - longestClause);
  for (let token = mark - 2; token > first; token -= 1) if (isStop(token)) first = token + 1;
  first = cuesWithin(cues, first, mark).findLast((cue) => cue.form !== 'gerund')?.end ?? first;
  while (first < mark && (/^[,:;]$/.test(words[first]!) || isQuoted(reading, first))) first += 1;
  return first >= mark ? quotation : openAt(reading, quotation, first);
}

function openAt({ segmented }: Reading, quotation: Quotation, first: number): Quotation {
  const { start } = segmented.tokens[first]!;
  return { ...quotation, start, innerStart: start, firstToken: first };
}

/**
 * A paragraph of "we" or "I" behind one that ends in marks, whose only mark closes it.
 *
 * > "One: we watch films on our phones."
 * > And two, we see how the screen at home has grown. People say that it is too big."
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function isParagraphOfSpeech(
  { words, paragraphTokens }: Reading,
  quotation: Quotation,
  floor: number,
): boolean {
  const { first, end } = paragraphTokens[quotation.paragraph]!;
  if (quotation.endToken !== end || floor === 0 || floor !== first) return false;
  return words.slice(first, end).some((word) => /^(?:i|we|my|our|us|me)(?:'\p{L}+)?$/u.test(word));
}
