import { groupLines } from '../lines.ts';
import type { Edit } from './copy.ts';

/**
 * Brings the white space of a text into one form: one blank line between paragraphs, none inside, one blank between
 * words, nothing at the ends. Hard-wrapped lines are joined.
 */
export function tidyLayout(text: string): Edit[] {
  const edits: Edit[] = [];
  let cursor = 0;
  const replace = (start: number, end: number, replacement: string) => {
    if (end - start === replacement.length && text.startsWith(replacement, start)) return;
    edits.push({ start, end, text: replacement, reason: null });
  };
  for (const [index, group] of groupLines(text).entries()) {
    let gap = index === 0 ? '' : '\n\n';
    for (const line of group) {
      if (gap === ' ' && endsInBrokenCompound(text, cursor, line.start)) gap = '';
      replace(cursor, line.start, gap);
      for (const run of text.slice(line.start, line.end).matchAll(/\s{2,}|[^\S ]/g)) {
        replace(line.start + run.index, line.start + run.index + run[0].length, ' ');
      }
      cursor = line.end;
      gap = ' ';
    }
  }
  replace(cursor, text.length, '');
  return edits;
}

/** "left-" at the end of a wrapped line and "leaning" on the next are one word; " -" is a dash. */
function endsInBrokenCompound(text: string, end: number, next: number): boolean {
  return (
    text[end - 1] === '-' && /[\p{L}\d]/u.test(text[end - 2] ?? '') && /[\p{L}\d]/u.test(text[next] ?? '')
  );
}
