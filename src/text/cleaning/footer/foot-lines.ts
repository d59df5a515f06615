import { isEndnote } from '../../paragraphs.ts';
import { anyOf } from '../../patterns.ts';
import { isJob } from '../words/jobs.ts';
import { isFootLabel } from './foot-labels.ts';
import { isOriginLine } from './origin-lines.ts';
import { isReaderLine } from './reader-lines.ts';

/**
 * Whether a line says nothing of the story where it stands below it: words to the reader, who wrote it and whose views
 * these are, where it comes from, what else there is. Farther up it might be a subhead, or prose.
 */
export function isFootLine(line: string): boolean {
  if (line.length > longest || /["“”„«»]|''/.test(line)) return false;
  if (isJob(line) || isFootLabel(line) || isOriginLine(line) || sums.test(line)) return true;
  return isReaderLine(line) && !isEndnote(line, 0, line.length);
}

/** Papers describe themselves in some 300 units, and what they ask for in some more. */
const longest = 400;

/** What a sum is in another currency, and where addresses and logos of a release lie. */
const sums = new RegExp(
  `^\\W{0,4}${anyOf`
    (?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]* \p{L}{3,20}) ?= ?(?:[$€£¥]\s?)?\d[\d.,]*(?: \p{L}{3,20}){0,2}
    (?:last )?(?:updated|posted|modified|published)(?: date)?\s?:? ?(?:on )?-? ?(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{L}{2,8},? \d{4})
    [^.!?]{2,60}(?:[-–:] |: )https?:\/\/\S{4,200}
    \/[\w -]{3,20}\/ --? .{4,40}
  `}\\W{0,3}$`,
  'iu',
);
