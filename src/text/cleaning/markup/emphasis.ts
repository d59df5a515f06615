import type { Edit } from '../copy.ts';

/**
 * Takes out the marks of Markdown around words: "**Ferris Maddow:** My knees …", "I moved it *back*." They must touch the
 * words that they emphasise and nothing else; footnotes ("5*"), sums ("2 * 3") and censored words ("sh**") keep theirs.
 */
export function stripEmphasis(text: string): Edit[] {
  if (!text.includes('*')) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(emphasised)) {
    const width = match[1]!.length;
    const end = match.index + match[0].length;
    for (const start of [match.index, end - width])
      edits.push({ start, end: start + width, text: '', reason: 'markup' });
  }
  return edits;
}

const emphasised = /(?<![\p{L}\p{N}*])(\*{1,3})(?=[^\s*])([^*\n]{1,200}[^\s*])\1(?![\p{L}\p{N}*])/gu;
