import { groupLines, type Line } from '../../lines.ts';
import { findMatches } from '../../patterns.ts';
import type { Edit } from '../copy.ts';

/** The white space of a text in one form, and how its paragraphs were set. */
export interface Layout {
  readonly edits: readonly Edit[];
  /** Per paragraph whether a single line break, and no blank line, stood between it and the one above. */
  readonly isSolid: readonly boolean[];
}

/**
 * Brings the white space of a text into one form: one blank line between paragraphs, none inside, one blank between
 * words, nothing at the ends. Hard-wrapped lines are joined.
 */
export function tidyLayout(text: string): Layout {
  const edits: Edit[] = [];
  const isSolid: boolean[] = [];
  let cursor = 0;
  const replace = (start: number, end: number, replacement: string) => {
    if (end - start === replacement.length && text.startsWith(replacement, start)) return;
    edits.push({ start, end, text: replacement, reason: null });
  };
  const groups = groupLines(text);
  const isColumn = groups.every((group) => group.length < 3 || group.every(isNarrow));
  for (const [index, group] of groups.entries()) {
    let gap = index === 0 ? '' : '\n\n';
    isSolid.push(index > 0 && !hasBlankLine(text, cursor, group[0]!.start));
    for (const line of group) {
      const isBroken = gap === ' ' && endsInBrokenCompound(text, cursor, line.start);
      if (isBroken && isColumn && isSyllable(text, cursor, line)) replace(cursor - 1, line.start, '');
      else replace(cursor, line.start, isBroken ? '' : gap);
      for (const run of findMatches(text.slice(line.start, line.end), unevenSpace)) {
        replace(line.start + run.index, line.start + run.index + run[0].length, ' ');
      }
      cursor = line.end;
      gap = ' ';
    }
  }
  replace(cursor, text.length, '');
  return { edits, isSolid };
}

const unevenSpace = /\s{2,}|[^\S ]/g;

function hasBlankLine(text: string, start: number, end: number): boolean {
  const first = text.indexOf('\n', start);
  return first >= 0 && first < end && text.lastIndexOf('\n', end - 1) > first;
}

/**
 * In the columns of a printed page a word is broken at the end of a line more often than a compound: "Thurs-" and "day". It is a
 * compound where the text has it so elsewhere.
 */
function isSyllable(text: string, end: number, next: Line): boolean {
  if (!/\p{Ll}/u.test(text[end - 2]!) || !/\p{Ll}/u.test(text[next.start]!)) return false;
  const before = /[\p{L}-]+-$/u.exec(text.slice(Math.max(0, end - 40), end))?.[0] ?? '';
  const after = /^\p{Ll}+/u.exec(text.slice(next.start, next.start + 40))?.[0] ?? '';
  return !text.includes(before + after);
}

/** Mail and wires are wider. */
const isNarrow = ({ start, end }: Line): boolean => end - start <= 50;

/** "left-" at the end of a wrapped line and "leaning" on the next are one word; " -" is a dash. */
function endsInBrokenCompound(text: string, end: number, next: number): boolean {
  return (
    text[end - 1] === '-' && /[\p{L}\d]/u.test(text[end - 2] ?? '') && /[\p{L}\d]/u.test(text[next] ?? '')
  );
}
