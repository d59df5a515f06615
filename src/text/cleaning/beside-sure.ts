import type { RemovalReason } from '../../domain/article.ts';
import { isCaption } from '../paragraphs.ts';
import { isAppeal } from './boilerplate/appeals.ts';
import { readCreditLine } from './lines/credit.ts';
import { isCapitals, mayBeLabel } from './lines/headline.ts';
import type { Part } from './lines/parts.ts';

/**
 * What pages set solid with a line that is sure to be none of the story: below it what is no sentence, between two of them
 * whatever holds no speech; the caption above a picture's credit in capitals, and the title above an appeal.
 */
export function findBesideSure(
  parts: readonly Part[],
  reasons: readonly (RemovalReason | null)[],
  lede: number,
): number[] {
  const found = new Set<number>();
  const isSure = (index: number) => index >= lede && (reasons[index] != null || found.has(index));
  for (let index = lede + 1; index < parts.length; index++) {
    const { text, isSolid } = parts[index]!;
    if (reasons[index] !== null || !isSure(index - 1) || text.length > 160) continue;
    if (readCreditLine(text) !== null) continue;
    const isBetween = isSure(index + 1);
    const isSolidBetween = isSolid && isBetween && parts[index + 1]!.isSolid;
    // Of those with blank lines around them, one in a few words may be a subhead of the story.
    const isLabel = (isSolid || (isBetween && text.split(' ').length > 8)) && mayBeLabel(text);
    if (isLabel || (isSolidBetween && !/["“”„«»]/.test(text))) found.add(index);
  }
  for (let index = lede; index + 1 < parts.length; index++) {
    const below = parts[index + 1]!;
    const isCaptionAbove =
      below.isSolid && isCapitals(below.text) && isCaption(below.text, 0, below.text.length);
    const isAboveAppeal = below.isSolid && !parts[index]!.isSolid && isAppeal(below.text);
    if (reasons[index] === null && (isCaptionAbove || isAboveAppeal) && mayBeLabel(parts[index]!.text))
      found.add(index);
  }
  return [...found];
}
