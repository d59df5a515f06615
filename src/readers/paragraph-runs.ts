import type { ParagraphRole } from '../domain/article.ts';
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
  let run: Piece[] = [];
  let role: ParagraphRole = 'body';

  function endParagraph() {
    const last = run.findLastIndex(({ isBlank }) => !isBlank);
    const pieces = run.slice(0, last + 1);
    run = [];
    if (pieces.length === 0) return;
    blocks.push({ role, start: pieces[0]!.start, end: pieces.at(-1)!.end });
    for (const [index, piece] of pieces.entries()) {
      replacements.push(...lineBreaksIn(source, piece));
      const next = pieces[index + 1];
      if (next !== undefined && piece.end < next.start)
        replacements.push({ start: piece.end, end: next.start, text: piece.isBroken ? ' ' : '' });
    }
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

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isBlank: boolean;
  isBroken: boolean;
}

/** A line break of the source is a blank, several are one. */
function* lineBreaksIn(source: string, { start, end }: Piece): Iterable<Marked['replacements'][number]> {
  for (const { 0: blanks, index } of source.slice(start, end).matchAll(/[ \t\r\n\f]*[\r\n][ \t\r\n\f]*/g))
    yield { start: start + index, end: start + index + blanks.length, text: ' ' };
}

function endsSentence(source: string, end: number): boolean {
  return /[.!?…:][)\]"'”’»]?(?:&\w+;)?\s*$/.test(source.slice(Math.max(0, end - 20), end));
}
