import type { Span } from '../../domain/span.ts';
import type { Marked } from './wrapped-text.ts';

/** A text within a paragraph. */
export interface Piece extends Span {
  /** Whether a break follows. */
  isBroken: boolean;
  /** What the markup that follows stands for, where that is more than a break or nothing. */
  readonly gap?: string;
}

/** The markup and the line breaks within a paragraph, and what they stand for: nothing, or a blank. */
export function* listMarkup(
  source: string,
  pieces: readonly Piece[],
): Iterable<Marked['replacements'][number]> {
  for (const [index, { start, end, isBroken, gap }] of pieces.entries()) {
    for (const { 0: blanks, index: at } of source.slice(start, end).matchAll(/[ \t\r\n\f]+/g)) {
      if (/[\r\n]/.test(blanks)) yield { start: start + at, end: start + at + blanks.length, text: ' ' };
    }
    const next = pieces[index + 1];
    if (next !== undefined && end < next.start)
      yield { start: end, end: next.start, text: gap ?? (isBroken ? ' ' : '') };
  }
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a text, with its entities decoded or not, may be the last of a paragraph. */
export function endsSentence(text: string): boolean {
  return /[.!?…:。！？।؟۔](?:[)\]"'”’»」』]|&\w+;)?\s*$/.test(text.slice(-20));
}
