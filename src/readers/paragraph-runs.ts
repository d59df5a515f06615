import type { ParagraphRole } from '../domain/article.ts';
import type { Span } from '../domain/span.ts';
import type { Marked } from './wrapped-text.ts';

/** Collects the texts of a marked-up source into paragraphs, in the order of the source; offsets are into it. */
export interface ParagraphRuns {
  add(start: number, end: number, role: ParagraphRole): void;
  /** Two breaks part paragraphs, and so does one at the end of a sentence; any other is a blank. */
  addBreak(): void;
  endParagraph(): void;
  /** What was collected; markup between the texts of a paragraph stands for nothing, or for a blank. */
  finish(): Marked;
}

export function startRuns(source: string): ParagraphRuns {
  const blocks: Marked['blocks'][number][] = [];
  const replacements: Marked['replacements'][number][] = [];
  let run: RunPiece[] = [];
  let role: ParagraphRole = 'body';

  function endParagraph() {
    const last = run.findLastIndex(({ isBlank }) => !isBlank);
    const pieces = run.slice(0, last + 1);
    run = [];
    if (pieces.length === 0) return;
    blocks.push({ role, start: pieces[0]!.start, end: pieces.at(-1)!.end });
    replacements.push(...listMarkup(source, pieces));
  }

  return {
    add(start, end, of) {
      const isBlank = source.slice(start, end).trim() === '';
      if (isBlank && run.length === 0) return;
      if (run.length === 0) role = of;
      run.push({ start, end, isBlank, isBroken: false });
    },
    addBreak() {
      const words = run.findLast(({ isBlank }) => !isBlank);
      if (words === undefined) return;
      if (run.at(-1)!.isBroken || words.isBroken || endsSentence(source, words.end)) endParagraph();
      else run.at(-1)!.isBroken = true;
    },
    endParagraph,
    finish() {
      endParagraph();
      return { blocks, replacements };
    },
  };
}

/** A text within a paragraph. */
export interface Piece extends Span {
  /** Whether a break follows. */
  isBroken: boolean;
}

/** The markup and the line breaks within a paragraph, and what they stand for: nothing, or a blank. */
export function* listMarkup(
  source: string,
  pieces: readonly Piece[],
): Iterable<Marked['replacements'][number]> {
  for (const [index, { start, end, isBroken }] of pieces.entries()) {
    for (const { 0: blanks, index: at } of source.slice(start, end).matchAll(/[ \t\r\n\f]+/g)) {
      if (/[\r\n]/.test(blanks)) yield { start: start + at, end: start + at + blanks.length, text: ' ' };
    }
    const next = pieces[index + 1];
    if (next !== undefined && end < next.start)
      yield { start: end, end: next.start, text: isBroken ? ' ' : '' };
  }
}

/** A text of the run; blank ones stand between the others. */
interface RunPiece extends Piece {
  readonly isBlank: boolean;
}

function endsSentence(source: string, end: number): boolean {
  return /[.!?…:][)\]"'”’»]?(?:&\w+;)?\s*$/.test(source.slice(Math.max(0, end - 20), end));
}
