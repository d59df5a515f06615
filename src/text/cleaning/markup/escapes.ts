import type { Edit } from '../copy.ts';

/**
 * Reads copy that was written as a string of a program and not read back: \"It is over,\" he said.\nShe left. Marks and line
 * breaks must be escaped twice at least; a lone backslash is a mark of its own.
 */
export function readEscapes(text: string): Edit[] {
  if (!text.includes('\\')) return [];
  const found = [...text.matchAll(/\\(?:(["'/nrt])|u([\da-fA-F]{4}))/g)];
  const count = (wanted: string) => found.filter(([, letter]) => letter === wanted).length;
  const isBroken = text.trim().includes('\n') && count('n') > 0;
  if ((count('"') < 2 && count('n') < 2) || isBroken) return [];
  return found.map(({ index, 0: whole, 1: letter, 2: code }) => ({
    start: index,
    end: index + whole.length,
    text:
      code === undefined
        ? (meanings.get(letter!) ?? letter!)
        : String.fromCharCode(Number.parseInt(code, 16)),
    reason: 'replaced-character',
  }));
}

const meanings: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\n'],
  ['t', ' '],
]);
