import { finiteWords } from './contents.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import { type CueMap, cuesWithin, findCues, isQuoted, mapCues } from './cues.ts';
import type { Quotation } from './quotation-marks.ts';
import { type Reading, sentenceAround, withQuotations } from './reading.ts';
import { subjectBefore } from './sources.ts';

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
  if (!quotation.opened) return openAtClause(reading, cues, quotation, floor);
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
  const { words, segmented } = reading;
  for (const cue of cuesWithin(cues, quotation.firstToken + 1, quotation.endToken)) {
    if (cue.kind !== 'verb') continue;
    const subject = subjectBefore(reading, cue);
    const comma = (subject?.first ?? cue.groupFirst) - 1;
    if (comma <= quotation.firstToken + 1 || !/^[,?!]$/.test(words[comma]!) || cue.form === 'gerund')
      continue;
    const end = segmented.tokens[comma]!.end;
    return { ...quotation, end, innerEnd: end, endToken: comma + 1, closed: true };
  }
  return quotation;
}

/** A clause whose opening mark is missing is looked for over this many tokens. */
const longestClause = 100;

/**
 * > The ministry issued a statement, voicing concern about the fighting", a spokesman said.
 *                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function openAtClause(reading: Reading, cues: CueMap, quotation: Quotation, floor: number): Quotation {
  const { words, segmented } = reading;
  const mark = quotation.firstToken;
  const isStop = (token: number): boolean => /^[.?!]$/.test(words[token]!);
  let first = Math.max(sentenceAround(reading, Math.max(0, mark - 1)).first, floor, mark - longestClause);
  for (let token = mark - 2; token > first; token -= 1) if (isStop(token)) first = token + 1;
  first = cuesWithin(cues, first, mark).findLast((cue) => cue.form !== 'gerund')?.end ?? first;
  while (first < mark && (/^[,:;]$/.test(words[first]!) || isQuoted(reading, first))) first += 1;
  if (first >= mark) return quotation;
  const start = segmented.tokens[first]!.start;
  return { ...quotation, start, innerStart: start, firstToken: first };
}
