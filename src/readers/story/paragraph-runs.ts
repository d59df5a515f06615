import type { ParagraphRole } from '../../domain/article.ts';
import { groupLines } from '../../text/lines.ts';
import { endsSentence, listMarkup, oneLine, type Piece } from './paragraph-pieces.ts';
import type { Marked } from './wrapped-text.ts';

/** Collects the texts of a marked-up source into paragraphs, in the order of the source; offsets are into it. */
export interface ParagraphRuns {
  add(start: number, end: number, role: ParagraphRole): void;
  /** Two breaks part paragraphs. One does at the end of a sentence, unless breaks only wrap the lines. */
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
    for (const pieces of partLines(source, run)) {
      blocks.push({ role, start: pieces[0]!.start, end: pieces.at(-1)!.end });
      replacements.push(...listMarkup(source, pieces));
    }
    run = [];
  }

  return {
    add(start, end, of) {
      const opensLine = run.at(-1)?.isBroken ?? true;
      if (opensLine && source.slice(start, end).trim() === '') return;
      if (run.length === 0) role = of;
      run.push({ start, end, isBroken: false });
    },
    addBreak() {
      const last = run.at(-1);
      if (last?.isBroken) endParagraph();
      else if (last !== undefined) last.isBroken = true;
    },
    endParagraph,
    finish() {
      endParagraph();
      return { blocks, replacements };
    },
  };
}

/** The paragraphs of a run of lines with breaks between them. */
function partLines(source: string, run: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [];
  for (const [index, piece] of run.entries()) {
    if (index === 0 || run[index - 1]!.isBroken) lines.push([piece]);
    else lines.at(-1)!.push(piece);
  }
  const texts = lines.map((line) => oneLine(line.map(({ start, end }) => source.slice(start, end)).join('')));
  const starts = new Set(groupLines(texts.join('\n')).map(([first]) => first!.start));
  const paragraphs: Piece[][] = [];
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const opens = index === 0 || (starts.has(offset) && endsSentence(texts[index - 1]!));
    if (opens) paragraphs.push(line);
    else paragraphs.at(-1)!.push(...line);
    offset += texts[index]!.length + 1;
  }
  return paragraphs;
}
