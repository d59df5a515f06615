import type { RemovalReason } from '../../domain/article.ts';
import { isListItemStart } from '../lines.ts';
import { readCreditLine } from './lines/credit.ts';
import { hasHeadlineForm, isProse, longestHeadline, mayBeSentence } from './lines/headline.ts';
import type { Part } from './lines/parts.ts';

/**
 * The paragraphs below a label that points to other stories ("Related:", "Read also", "More on this story") that are
 * its headlines, and no part of this story. What may be a sentence is never one of them.
 *
 *     Related stories:
 *   > Council shuts bridge until the spring
 *   > - What the ferry will cost
 *     The mayor said on Monday that the bridge …
 */
export function findPointerLists(
  paragraphs: readonly string[],
  reasons: readonly (RemovalReason | null)[],
  from: number,
): number[] {
  const found: number[] = [];
  const tail = findTail(paragraphs, reasons);
  for (let label = from; label < paragraphs.length; label++) {
    if (reasons[label] !== 'read-more' || !isBareLabel(paragraphs[label]!)) continue;
    const endsInColon = /[:|»>]\W*$|^\W*most (?:read|popular|viewed)\b/i.test(paragraphs[label]!);
    for (let index = label + 1; index < paragraphs.length && reasons[index] === null; index++) {
      const line = paragraphs[index]!;
      const isNamed = endsInColon && index === label + 1;
      if (!mayBePointer(line)) break;
      // A subhead of the story is shorter than a headline, unless nothing of the story follows.
      const isPointer =
        isListItemStart(line, 0) || (hasHeadlineForm(line) && (isNamed || line.split(' ').length > 4));
      if (!isPointer && index < tail) break;
      found.push(index);
    }
  }
  return found;
}

/** Nothing stands behind the words of the label: "Related", "Read also:". */
function isBareLabel(line: string): boolean {
  return line.length <= 40 && !/[:|»>–—-]\s?[\p{L}\d]/u.test(line);
}

function mayBePointer(line: string): boolean {
  // Behind a bullet a question is a headline: "- Who pays for the river?"
  const title = isListItemStart(line, 0) ? line.replace(/\?$/, '') : line;
  return (
    title.length <= longestHeadline &&
    !isProse(title) &&
    !mayBeSentence(title) &&
    !/; (?:and|or)$/.test(title) &&
    readCreditLine(line) === null
  );
}

/** The paragraph from which on nothing is a sentence. */
function findTail(paragraphs: readonly string[], reasons: readonly (RemovalReason | null)[]): number {
  let tail = paragraphs.length;
  while (tail > 0 && (reasons[tail - 1] !== null || mayBePointer(paragraphs[tail - 1]!))) tail--;
  return tail;
}

/**
 * The points that a page prints again inside its story, set solid below their label, and the label.
 *
 *     Key points:
 *   > Hail fell for 20 minutes on Sunday night
 *   > Growers expect to lose half their crop
 */
export function findKeyPoints(parts: readonly Part[], from: number): number[] {
  const found: number[] = [];
  for (let label = from; label < parts.length; label++) {
    if (!/^key (?:points|facts)\W?$/i.test(parts[label]!.text)) continue;
    let end = label + 1;
    while (parts[end]?.isSolid === true && !/["“”]/.test(parts[end]!.text)) end++;
    for (let index = label; end > label + 1 && index < end; index++) found.push(index);
  }
  return found;
}
