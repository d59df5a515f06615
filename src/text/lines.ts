import type { Span } from '../domain/span.ts';

/** One line without its line break and without the white space at its ends. */
export interface Line extends Span {
  /** Units of white space before its first visible one. */
  readonly indent: number;
  /** Where its first word ends. */
  readonly firstWordEnd: number;
}

/**
 * Groups the lines of a text into paragraphs. Blank lines part paragraphs. A single line break does too, unless the
 * text is hard-wrapped: then a line that ends where the next word had no room goes on in the next line.
 */
export function groupLines(text: string): Line[][] {
  const blocks = findBlocks(text);
  const width = wrapWidth(text, blocks);
  const slack = blocks.filter((block) => block.length > 1).length >= fewestParted ? lostUnits : 0;
  const groups: Line[][] = [];
  for (const block of blocks) {
    let previous: Line | null = null;
    for (const line of block) {
      if (previous !== null && width !== null && continues(text, previous, line, width, slack))
        groups.at(-1)!.push(line);
      // An array made with its line takes a tenth of the room of an empty one that is pushed to.
      else groups.push([line]);
      previous = line;
    }
  }
  return groups;
}

/** In so many blocks of several lines, it is blank lines that part paragraphs. */
const fewestParted = 4;
/** So much shorter may a full line be there than it was: `&rsquo;` is one unit now. */
const lostUnits = 8;

/** Runs of lines without a blank one between them. */
function findBlocks(text: string): Line[][] {
  const blocks: Line[][] = [];
  let isInBlock = false;
  let lineStart = 0;
  while (lineStart <= text.length) {
    const found = text.indexOf('\n', lineStart);
    const lineEnd = found < 0 ? text.length : found;
    let start = lineStart;
    while (start < lineEnd && isBlankAt(text, start)) start++;
    if (start < lineEnd) {
      let end = lineEnd;
      while (isBlankAt(text, end - 1)) end--;
      let firstWordEnd = start;
      while (firstWordEnd < end && !isBlankAt(text, firstWordEnd)) firstWordEnd++;
      const line = { start, end, indent: start - lineStart, firstWordEnd };
      if (isInBlock) blocks.at(-1)!.push(line);
      else blocks.push([line]);
      isInBlock = true;
    } else {
      isInBlock = false;
    }
    lineStart = lineEnd + 1;
  }
  return blocks;
}

/**
 * Columns at which mail and wire systems wrap: 60 to 80 as a rule, up to 100; those of printed pages are as narrow as 28.
 * Wider lines were not wrapped by hand.
 */
const narrowestWrap = 28;
const widestWrap = 110;
/** Of the line breaks inside blocks of a wrapped text, this share at least stands where the next word had no room. */
const wrappedShare = 0.6;
/** Ragged copy is wrapped too where this share of its lines goes on in small letters; paragraphs start with a capital. */
const smallShare = 0.4;
/** Of fewer breaks nothing can be said. */
const fewestRagged = 8;

/** The width at which a text is hard-wrapped; null where its lines are paragraphs, as where most of it stands in wider ones. */
function wrapWidth(text: string, blocks: readonly (readonly Line[])[]): number | null {
  let width = 0;
  let breaks = 0;
  let length = 0;
  let wide = 0;
  for (const block of blocks) {
    for (const line of block) {
      length += line.end - line.start;
      if (columnEnd(line) > widestWrap) wide += line.end - line.start;
    }
    if (block.length < 2) continue;
    breaks += block.length - 1;
    for (const line of block) width = Math.max(width, columnEnd(line));
  }
  if (breaks === 0 || width < narrowestWrap || width > widestWrap || wide * 2 > length) return null;
  // A header set solid above a story whose paragraphs are single, wider lines is no wrapped text.
  const isWider = (line: Line): boolean => columnEnd(line) > width;
  const wider = blocks
    .flat()
    .filter(isWider)
    .reduce((sum, line) => sum + line.end - line.start, 0);
  if (wider * 2 > length) return null;
  let full = 0;
  let small = 0;
  for (const block of blocks) {
    for (let index = 1; index < block.length; index++) {
      const line = block[index]!;
      const isSmall = /\p{Ll}/u.test(text[line.start]!);
      if (!isFull(block[index - 1]!, line, width)) {
        if (isSmall) small++;
        continue;
      }
      full++;
      if (isSmall) small++;
    }
  }
  return small > 0 &&
    (full >= breaks * wrappedShare || (breaks >= fewestRagged && small >= breaks * smallShare))
    ? width
    : null;
}

/** Whether the first word of the next line had no room in this one. */
function isFull(line: Line, next: Line, width: number): boolean {
  return columnEnd(line) + 1 + (next.firstWordEnd - next.start) > width;
}

function columnEnd(line: Line): number {
  return line.end - line.start + line.indent;
}

function continues(text: string, previous: Line, line: Line, width: number, slack: number): boolean {
  if (isListItemStart(text, line.start)) return false;
  // An indented line opens a paragraph in copy without blank lines, unless it hangs below a list item.
  if (line.indent > previous.indent && !/\p{Ll}/u.test(text[line.start]!)) return false;
  if (isFull(previous, line, width - slack) || /\p{Ll}/u.test(text[line.start]!)) return true;
  // Ragged copy breaks a line somewhat early; a paragraph ends with a sentence.
  return (
    columnEnd(previous) * 3 >= width * 2 &&
    !/(?:[.!?:;]|(?<!,)["'”’)\]])$/.test(text.slice(previous.start, previous.end))
  );
}

/** "• Three people died", "* …", "- …", "1. …", "2) …", "(a) …". A dialogue dash ("— Yes.") opens none. */
export function isListItemStart(text: string, start: number): boolean {
  return /^(?:[•‣▪●◦·*-]|\d{1,2}[.)]|\([a-z\d]{1,2}\)) {1,3}\S/u.test(text.slice(start, start + 9));
}

function isBlankAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === 0x20 || (unit >= 9 && unit <= 13) || (unit > 0x7f && /\s/.test(text[index]!));
}
