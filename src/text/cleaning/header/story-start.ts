import type { Dateline } from '../../../domain/article.ts';
import { boilerplateReason } from '../boilerplate/boilerplate.ts';
import { readDateline } from '../lines/dateline.ts';
import {
  hasHeadlineCapitals,
  isOneSentence,
  isProse,
  longestHeadline,
  mayBeSentence,
} from '../lines/headline.ts';

/**
 * The paragraph that a dateline opens, where nothing but short lines stands above it, and one sentence at most directly
 * above. A place without date and agency counts only below lines that are no sentences, and where no other paragraph
 * opens so: several are the items of a list. Null where the first paragraph is the one, or none is.
 */
export function findMarkedStart(paragraphs: readonly string[]): number | null {
  const datelines = paragraphs.map((paragraph) => readDateline(paragraph));
  const isDated = (index: number) => datelines[index] != null && !isBare(datelines[index]!);
  const bareOnes = datelines.filter((found) => found !== null && isBare(found)).length;
  let mayStartBare = bareOnes === 1;
  for (const [index, paragraph] of paragraphs.entries()) {
    const isBelowByline = /^by\s/i.test(paragraphs[index - 1] ?? '');
    const isStory = isBelowByline ? mayBeSentence(paragraph) : isProse(paragraph);
    if (isDated(index) || (datelines[index] !== null && mayStartBare && isStory))
      return index === 0 ? null : index;
    mayStartBare &&= !mayBeSentence(paragraph) || hasHeadlineCapitals(paragraph);
    if (isProse(paragraph) && !(isTitle(paragraph) && isDated(index + 1)) && !hasHeadlineCapitals(paragraph))
      return null;
  }
  return null;
}

/**
 * The first turn of a transcript: a line under the label of one who speaks again below; the number of lines where there
 * is none.
 *   PRESIDENT MORALES: We have a deal.   |   REPORTER: When will it be signed?   |   PRESIDENT MORALES: Tomorrow.
 */
export function findFirstTurn(lines: readonly string[]): number {
  const labels = lines.map((line) => speakerLabel.exec(line)?.[0] ?? null);
  const first = labels.findIndex((label, index) => label !== null && labels.includes(label, index + 1));
  return first < 0 || boilerplateReason(lines[first]!) !== null ? lines.length : first;
}

/** "SEN. HOLLOWAY: " */
export const speakerLabel = /^\p{Lu}[\p{Lu}\d .'’-]{2,30}: /u;

function isBare({ agency, date }: Dateline): boolean {
  return agency === null && date === null;
}

function isTitle(line: string): boolean {
  return line.length <= longestHeadline && isOneSentence(line) && !/["“”]/.test(line);
}
