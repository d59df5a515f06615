import { type Attribution, orphanOf } from '../attribution.ts';
import { type Reading, type Stretch, sentenceAround } from '../reading.ts';
import { holdsQuotation, isWholeStatement, quotationAt } from './contents.ts';

/**
 * A sentence in marks behind words that were reported without or with a few marks is a quote of its own.
 *
 * > Holt said no one had come. “Not one. They know where we live.”
 *                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function partStatements(reading: Reading, attribution: Attribution): readonly Attribution[] {
  const [opening, ...rest] = attribution.contents;
  const isReported =
    opening !== undefined &&
    attribution.cue !== null &&
    attribution.cue.first < opening.first &&
    quotationAt(reading, opening.first) === null;
  if (!isReported || rest.length === 0 || attribution.evidence === 'shape') return [attribution];
  const parted = rest.findIndex((content) => isApart(reading, content));
  if (parted === -1) return [attribution];
  return [{ ...attribution, contents: [opening, ...rest.slice(0, parted)] }, orphanOf(rest.slice(parted))];
}

function isApart(reading: Reading, content: Stretch): boolean {
  const quotation = quotationAt(reading, content.first);
  if (quotation === null || !holdsQuotation(reading, content) || !isWholeStatement(reading, quotation))
    return false;
  const { first } = sentenceAround(reading, content.first);
  return first === content.first && /^[.!?]$/.test(reading.words[first - 1] ?? '');
}
