import type { Replacement } from '../../../domain/source-document.ts';
import type { Edit } from '../copy.ts';
import type { StatedRole } from './html.ts';

/** Puts in place what stretches of the raw copy stand for. Of two that overlap the later one is left as it is. */
export function unwrapCopy(raw: string, replacements: readonly Replacement[]): Edit[] {
  const edits: Edit[] = [];
  let cursor = 0;
  for (const { rawStart, rawEnd, text } of [...replacements].sort((a, b) => a.rawStart - b.rawStart)) {
    if (rawStart < cursor || rawStart >= rawEnd || rawEnd > raw.length) continue;
    const reason = isPlainBlank(raw, rawStart, rawEnd) ? null : 'markup';
    edits.push({ start: rawStart, end: rawEnd, text, reason });
    cursor = rawEnd;
  }
  return edits;
}

/**
 * Keeps of a copy only the blocks that its format marks: each is a paragraph, and what stands between them is
 * markup. Line breaks inside a block are white space; a blank line still parts paragraphs.
 * Blocks out of order, overlapping or out of range are cut to what is left of them.
 */
export function keepBlocks(
  copy: string,
  blocks: readonly StatedRole[],
): { edits: Edit[]; roles: StatedRole[] } {
  const edits: Edit[] = [];
  const roles: StatedRole[] = [];
  let cursor = 0;
  const drop = (end: number) => {
    if (cursor >= end && cursor > 0 && cursor < copy.length) {
      edits.push({ start: cursor, end: cursor, text: '\n\n', reason: null });
    } else if (cursor < end) {
      const reason = isPlainBlank(copy, cursor, end) ? null : 'markup';
      edits.push({ start: cursor, end, text: '\n\n', reason });
    }
  };
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(cursor, block.start, 0);
    const end = Math.min(block.end, copy.length);
    if (start >= end) continue;
    drop(start);
    const content = copy.slice(start, end);
    for (const match of content.matchAll(/\r?\n/g)) {
      const at = start + match.index;
      const isSingle =
        !touchesBreak(copy, at - 1, start, -1) && !touchesBreak(copy, at + match[0].length, end, 1);
      if (isSingle) edits.push({ start: at, end: at + match[0].length, text: ' ', reason: null });
    }
    if (block.role !== 'body' && block.role !== 'lede') roles.push({ role: block.role, start, end });
    cursor = end;
  }
  drop(copy.length);
  return { edits, roles };
}

/** Whether the next unit that is no blank, in one direction, is a line break; looks a few units far. */
function touchesBreak(text: string, from: number, limit: number, step: 1 | -1): boolean {
  for (let index = from, seen = 0; seen < 80; index += step, seen++) {
    if (step > 0 ? index >= limit : index < limit) return false;
    const character = text[index];
    if (character === '\n') return true;
    if (character !== ' ' && character !== '\t' && character !== '\r') return false;
  }
  return false;
}

/** Other white space than this is listed where it goes. */
function isPlainBlank(text: string, start: number, end: number): boolean {
  return !/[^ \t-\r]/.test(text.slice(start, end));
}
