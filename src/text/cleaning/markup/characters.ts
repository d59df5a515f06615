import type { RemovalReason } from '../../../domain/article.ts';
import type { Problem } from '../../../domain/problem.ts';
import { isHighSurrogate, isLowSurrogate } from '../../characters.ts';
import { windows1252Character } from '../../decode.ts';
import type { Edit } from '../copy.ts';

/**
 * Takes out characters that nobody sees and turns all white space into blanks and "\n": CRLF, no-break and zero-width
 * characters, soft hyphens, control characters, halves of surrogate pairs. Quotation marks are never touched; where
 * a byte of windows-1252 came through as a control character (U+0093), it becomes the mark that it means.
 */
export function tidyCharacters(text: string): { edits: Edit[]; problems: Problem[] } {
  const edits: Edit[] = [];
  let controls = 0;
  let halves = 0;
  const edit = (start: number, end: number, replacement: string, reason: RemovalReason | null) => {
    edits.push({ start, end, text: replacement, reason });
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x20 && unit < 0x7f) continue;
    if (unit === 0x0a || unit === 0x09) continue;
    if (unit === 0x0d) {
      if (text.charCodeAt(index + 1) === 0x0a) edit(index, index + 1, '', null);
      else edit(index, index + 1, '\n', null);
    } else if (unit === 0x0b || unit === 0x0c) {
      edit(index, index + 1, '\n', null);
    } else if (unit === 0x85 || unit === 0x2028 || unit === 0x2029) {
      edit(index, index + 1, '\n', 'line-break');
    } else if (unit < 0xa0) {
      const meant = unit < 0x80 ? '' : windows1252Character(unit);
      const isMeant = meant > '\u00a0';
      edit(index, index + 1, isMeant ? meant : '', isMeant ? 'replaced-character' : 'control-character');
      if (!isMeant) controls++;
    } else if (isInvisible(text, index, unit)) {
      edit(index, index + 1, '', index === 0 && unit === 0xfeff ? 'byte-order-mark' : 'invisible-character');
    } else if (isWideSpace(unit)) {
      edit(index, index + 1, ' ', 'white-space');
    } else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))) {
      index++;
    } else if ((unit & 0xf800) === 0xd800) {
      edit(index, index + 1, '\ufffd', 'replaced-character');
      halves++;
    }
  }
  return { edits, problems: describe(controls, halves) };
}

function isWideSpace(unit: number): boolean {
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

function isInvisible(text: string, index: number, unit: number): boolean {
  if (unit === 0xad || unit === 0x200b || unit === 0xfeff || unit === 0x180e) return true;
  if (unit === 0x200e || unit === 0x200f || unit === 0x061c) return true;
  if ((unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2060 && unit <= 0x2069)) return true;
  // Joiners matter in Arabic, Indic and emoji, and are litter between Latin letters.
  if (unit !== 0x200c && unit !== 0x200d) return false;
  return !(text.charCodeAt(index - 1) > 0x250 && text.charCodeAt(index + 1) > 0x250);
}

function describe(controls: number, halves: number): Problem[] {
  const problems: Problem[] = [];
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? ' was' : 's were'}`;
  if (halves > 0) {
    const message = `${count(halves, 'unpaired surrogate')} replaced by U+FFFD.`;
    problems.push({ code: 'lone-surrogate', span: null, message });
  }
  if (controls > 0) {
    const message = `${count(controls, 'control character')} taken out.`;
    problems.push({ code: 'control-character', span: null, message });
  }
  return problems;
}
