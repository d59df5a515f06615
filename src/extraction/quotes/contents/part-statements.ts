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

/**
 * Words whose mark is closed, and opened again in the next paragraph, are two quotes, however alike.
 *
 * > "It will pass," she said.
 * > "We have waited for nine years."
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ without a cue of its own
 */
export function partParagraphs(reading: Reading, attribution: Attribution): readonly Attribution[] {
  const { contents, cue, evidence } = attribution;
  if (evidence === 'shape' || cue === null) return [attribution];
  const parts: Stretch[][] = [];
  for (const [index, content] of contents.entries()) {
    if (index === 0 || isReopened(reading, contents[index - 1]!, content)) parts.push([content]);
    else parts.at(-1)!.push(content);
  }
  const own = parts.findIndex((part) => part.some((content) => isNear(reading, content, cue)));
  return own === -1
    ? [attribution]
    : parts.map((part, index) => (index === own ? { ...attribution, contents: part } : orphanOf(part)));
}

function isReopened(reading: Reading, before: Stretch, content: Stretch): boolean {
  const { quotations, quotationOf, paragraphOf, paragraphTokens } = reading;
  const paragraph = paragraphOf[content.first]!;
  const former = quotations[quotationOf[before.end - 1]!];
  return (
    paragraphOf[before.end - 1]! < paragraph &&
    former?.closed === true &&
    former.endToken === before.end &&
    paragraphTokens[paragraph]!.first === content.first &&
    quotationAt(reading, content.first) !== null
  );
}

const isNear = ({ paragraphOf }: Reading, { first, end }: Stretch, cue: Stretch): boolean =>
  paragraphOf[first] === paragraphOf[cue.first] || paragraphOf[end - 1] === paragraphOf[cue.first];

function isApart(reading: Reading, content: Stretch): boolean {
  const quotation = quotationAt(reading, content.first);
  if (quotation === null || !holdsQuotation(reading, content) || !isWholeStatement(reading, quotation))
    return false;
  const { first } = sentenceAround(reading, content.first);
  return first === content.first && /^[.!?]$/.test(reading.words[first - 1] ?? '');
}
