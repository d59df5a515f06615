import type { SourceBlock } from '../../domain/source-document.ts';
import type { Edit } from './copy.ts';
import type { StatedRole } from './html.ts';

/**
 * Keeps of the raw copy only the blocks that its format marks: each is a paragraph, and what stands between them is
 * markup. Line breaks inside a block are white space; a blank line still parts paragraphs.
 * Blocks out of order, overlapping or out of range are cut to what is left of them.
 */
export function keepBlocks(
  raw: string,
  blocks: readonly SourceBlock[],
): { edits: Edit[]; roles: StatedRole[] } {
  const edits: Edit[] = [];
  const roles: StatedRole[] = [];
  let cursor = 0;
  const drop = (end: number) => {
    if (cursor >= end && cursor > 0 && cursor < raw.length) {
      edits.push({ start: cursor, end: cursor, text: '\n\n', reason: null });
    } else if (cursor < end) {
      // Other white space than this is listed where it goes.
      const isBlank = !/[^ \t-\r]/.test(raw.slice(cursor, end));
      edits.push({ start: cursor, end, text: '\n\n', reason: isBlank ? null : 'markup' });
    }
  };
  for (const block of [...blocks].sort((a, b) => a.rawStart - b.rawStart)) {
    const start = Math.max(cursor, block.rawStart, 0);
    const end = Math.min(block.rawEnd, raw.length);
    if (start >= end) continue;
    drop(start);
    const content = raw.slice(start, end);
    for (const match of content.matchAll(/\r?\n/g)) {
      const at = start + match.index;
      const isSingle =
        !touchesBreak(raw, at - 1, start, -1) && !touchesBreak(raw, at + match[0].length, end, 1);
      if (isSingle) edits.push({ start: at, end: at + match[0].length, text: ' ', reason: null });
    }
    if (block.role !== 'body' && block.role !== 'lede') roles.push({ role: block.role, start, end });
    cursor = end;
  }
  drop(raw.length);
  return { edits, roles };
}

/** Whether the next unit that is no blank, in one direction, is a line break; looks a few units far. */
function touchesBreak(raw: string, from: number, limit: number, step: 1 | -1): boolean {
  for (let index = from, seen = 0; seen < 80; index += step, seen++) {
    if (step > 0 ? index >= limit : index < limit) return false;
    const character = raw[index];
    if (character === '\n') return true;
    if (character !== ' ' && character !== '\t' && character !== '\r') return false;
  }
  return false;
}
