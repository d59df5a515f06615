import { type Cue, type CueMap, cuesWithin, isQuoted, mapCues } from './cues.ts';
import type { Quotation } from './quotation-marks.ts';
import { type Reading, sentenceAround, withQuotations } from './reading.ts';
import { subjectBefore } from './sources.ts';

/**
 * Gives quotations whose one mark is missing the bound that a reader would: one that was never closed ends before the
 * cue behind it, one that was never opened starts with its clause.
 */
export function boundQuotations(reading: Reading, cues: readonly Cue[]): Reading {
  if (reading.quotations.every((one) => one.opened && (one.closed || one.continued))) return reading;
  const map = mapCues(reading, cues);
  let floor = 0;
  const bounded = reading.quotations.map((quotation) => {
    const bound = !quotation.opened
      ? openAtClause(reading, map, quotation, floor)
      : quotation.closed || quotation.continued
        ? quotation
        : closeAtCue(reading, map, quotation);
    floor = bound.endToken;
    return bound;
  });
  return withQuotations(reading, bounded);
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
  return { ...quotation, closed: true };
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
