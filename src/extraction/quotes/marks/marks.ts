import { findMatches } from '../../../text/patterns.ts';

/** One quotation mark, where it stands, and what the characters around it let it do. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly glyph: string;
  readonly single: boolean;
  readonly direction: 'opens' | 'closes' | 'either';
  /** A single mark that can only be closing: it follows a punctuation mark. */
  readonly afterPunctuation: boolean;
}

/** The quotation marks of a stretch of text, in order; apostrophes within words are none. */
export function findMarks(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  let hasOpened = false;
  // Searched in the paragraph alone: behind one without marks lies all the rest of the text.
  for (const found of findMatches(text.slice(start, end), markPattern)) {
    const glyph = found[0];
    const at = start + found.index;
    const after = at + glyph.length;
    const left = at > start ? text[at - 1]! : ' ';
    const right = after < end ? text[after]! : ' ';
    const single = singleGlyphs.has(glyph);
    if ((single || glyph === '\ufffd') && letterOrDigit.test(left) && letterOrDigit.test(right)) continue; // an apostrophe: don't
    if (single && elision.test(text.slice(at, at + 8)) && !letterOrDigit.test(left)) continue;
    if (glyph === '"' && /\d/.test(left) && /[\s,.x]/.test(right) && !hasOpened) continue; // 6'2"
    marks.push({
      start: at,
      end: after,
      glyph,
      single,
      direction: directionOf(glyph, left, right, marks.at(-1), at),
      afterPunctuation: /[.,;!?…]/.test(left),
    });
    hasOpened ||= !single && marks.at(-1)!.direction !== 'closes';
  }
  return marks;
}

/**
 * White space decides: a mark behind a blank opens, one before a blank closes. Two marks side by side share a side.
 *
 * > "'Go,' he told me," she said.
 *   ^^
 */
function directionOf(
  glyph: string,
  left: string,
  right: string,
  previous: Mark | undefined,
  at: number,
): Mark['direction'] {
  const touchesPrevious = previous !== undefined && previous.end === at;
  const leftIsOpen = touchesPrevious ? previous.direction === 'opens' : leftBoundary.test(left);
  const rightIsOpen = rightBoundary.test(right) || isMark(right);
  const blankLeft = /\s/.test(left);
  const blankRight = /\s/.test(right);
  if (leftIsOpen && !blankRight && (!rightIsOpen || isMark(right) || right === '…')) return 'opens';
  if (!blankLeft && rightIsOpen && !(leftIsOpen && !blankRight)) return 'closes';
  if (openingGlyphs.has(glyph)) return 'opens';
  if (closingGlyphs.has(glyph)) return 'closes';
  return 'either';
}

function isMark(character: string): boolean {
  return /["“”„‟＂〝〞«»‹›‘’‚‛'`´]/.test(character);
}

/** Does a paragraph open with a mark? */
export function opensWithMark(text: string, start: number, end: number): boolean {
  const head = text.slice(start, Math.min(end, start + 3));
  return /^(?:``|["“”„‟＂〝«»‘'])[^\s]/.test(head);
}

/** U+FFFD stands where a mark was lost on the way. */
const markPattern = /``|''|‘‘|’’|["“”„‟＂〝〞«»‹›‘’‚‛'`´\ufffd]/g;
const singleGlyphs = new Set(['‘', '’', '‚', '‛', "'", '`', '´', '‹', '›']);
const openingGlyphs = new Set(['“', '„', '‟', '〝', '«', '‹', '``', '‘‘', '‘', '‚', '‛']);
const closingGlyphs = new Set(['”', '〞', '»', '›', "''", '’’', '’']);

const letterOrDigit = /[\p{L}\p{N}]/u;
const leftBoundary = /[\s([{<—–\-/:]/;
const rightBoundary = /[\s)\]}>—–\-/.,;:!?…]/;
/** What follows an apostrophe that stands for letters left out: 'em, 'til, 'tis, '90s. */
const elision = /^['’‘](?:em|til|tis|twas|cause|bout|round|n|\d0s|\d\d)\b/i;
