import type { Span } from '../domain/span.ts';

/** One line without its line break and without the white space at its ends. */
export interface Line extends Span {
  readonly isBlank: boolean;
}

/** Cuts a text at "\n". The end of a blank line is its start. */
export function findLines(text: string): Line[] {
  const lines: Line[] = [];
  let lineStart = 0;
  while (lineStart <= text.length) {
    const found = text.indexOf('\n', lineStart);
    const lineEnd = found < 0 ? text.length : found;
    let start = lineStart;
    while (start < lineEnd && isBlankAt(text, start)) start++;
    let end = lineEnd;
    while (end > start && isBlankAt(text, end - 1)) end--;
    lines.push({ start, end, isBlank: start === end });
    lineStart = lineEnd + 1;
  }
  return lines;
}

/**
 * How the lines of a text relate to its paragraphs:
 * `blank-lines`: a paragraph is a block of lines between blank ones; `line-per-paragraph`: every line is a paragraph.
 */
export type LineLayout = 'blank-lines' | 'line-per-paragraph';

/**
 * The widest line that a hard-wrapped text has: mail and wire systems wrap at 60 to 80 columns, some at 100.
 * Longer lines were not wrapped by hand.
 */
const widestWrap = 110;

export function lineLayout(lines: readonly Line[]): LineLayout {
  return lines.some((line, index) => isJoined(lines, index) && line.end - line.start > widestWrap)
    ? 'line-per-paragraph'
    : 'blank-lines';
}

/** Whether a line stands directly above or below another one, without a blank line between them. */
function isJoined(lines: readonly Line[], index: number): boolean {
  if (lines[index]!.isBlank) return false;
  return lines[index - 1]?.isBlank === false || lines[index + 1]?.isBlank === false;
}

function isBlankAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === 0x20 || (unit >= 9 && unit <= 13) || (unit > 0x7f && /\s/.test(text[index]!));
}
