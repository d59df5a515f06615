import type { RemovalReason } from '../../domain/article.ts';
import type { Edit } from './copy.ts';
import type { Part } from './lines/parts.ts';

/** Whole paragraphs with the blank line beside them, and stretches inside the others, as ordered and disjoint edits. */
export function toEdits(
  text: string,
  parts: readonly Part[],
  reasons: readonly (RemovalReason | null)[],
  cuts: Edit[],
): Edit[] {
  const edits: Edit[] = [];
  const ordered = [...cuts].sort((a, b) => a.start - b.start);
  let next = 0;
  let hasStory = false;
  for (const [index, part] of parts.entries()) {
    const reason = reasons[index]!;
    const inside: Edit[] = [];
    for (; next < ordered.length && ordered[next]!.start < part.end; next++) inside.push(ordered[next]!);
    const gapStart = index === 0 ? 0 : parts[index - 1]!.end;
    if (reason !== null) {
      if (gapStart < part.start) edits.push({ start: gapStart, end: part.start, text: '', reason: null });
      edits.push({ start: part.start, end: part.end, text: '', reason });
      continue;
    }
    // The blank line before the first paragraph that stays goes with the header.
    if (!hasStory && gapStart < part.start)
      edits.push({ start: gapStart, end: part.start, text: '', reason: null });
    hasStory = true;
    let cursor = part.start;
    for (const edit of inside) {
      if (edit.start < cursor) continue;
      edits.push(...withBlanksBeside(text, edit, part));
      cursor = edit.end;
    }
  }
  return edits;
}

/** Lists the words of a stretch without the blanks at its ends; at a paragraph's end the blank before it goes too. */
function withBlanksBeside(text: string, edit: Edit, part: Part): Edit[] {
  let start = edit.start;
  let end = edit.end;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  const before =
    edit.end === part.end && start === edit.start && text[start - 1] === ' ' ? start - 1 : edit.start;
  return [
    { start: before, end: start, text: '', reason: null },
    { ...edit, start, end },
    { start: end, end: edit.end, text: '', reason: null },
  ].filter((piece) => piece.start < piece.end);
}
