import type { ParagraphRole } from '../../domain/article.ts';
import type { Span } from '../../domain/span.ts';
import { startRuns } from '../story/paragraph-runs.ts';
import type { Marked } from '../story/wrapped-text.ts';

export interface MarkdownText extends Marked {
  /** What the first heading says where it is one of the first level and opens the text: that one is no block. */
  readonly title: string | null;
}

/**
 * The paragraphs of Markdown, as news is written in it: headings, lists, block quotes and footnotes keep their roles; code,
 * tables of data, pictures and addresses are left out, and the marks of emphasis and links are replaced by nothing.
 * Linear; blocks within blocks are those of the innermost.
 */
export function listMarkdownBlocks(source: string, from: number): MarkdownText {
  const runs = startRuns(source);
  const lines = linesOf(source, from);
  let title: string | null = null;
  let isOpening = true;
  let role = 'body' as ParagraphRole;
  let fence: string | null = null;
  let isTable = false;

  const begin = (next: ParagraphRole) => {
    runs.endParagraph();
    role = next;
  };
  for (const [index, { start, end, words }] of lines.entries()) {
    const mark = /^(?:```+|~~~+)/.exec(words)?.[0].slice(0, 3) ?? null;
    if (fence !== null || mark !== null) {
      begin('body');
      fence = fence === null ? mark : mark === fence ? null : fence;
      continue;
    }
    const below = lines[index + 1]?.words ?? '';
    isTable = words !== '' && (isTable || (words.includes('|') && tableRule.test(below)));
    if (words === '' || isTable || rule.test(words) || definition.test(words)) {
      begin('body');
      continue;
    }
    const [opening = ''] = /^(?:> ?)*/.exec(words)!;
    const inside = words.slice(opening.length);
    const [marker = ''] = /^(?:#{1,6}\s+|[-*+]\s+|\d{1,9}[.)]\s+|\[\^[\w-]{1,40}\]:\s*)/.exec(inside) ?? [];
    const next = roleOf(marker, opening, underline.test(below));
    // A block quote is marked line by line.
    if (next !== null && !(next === 'blockquote' && next === role)) begin(next);
    const isTitle = isOpening && role === 'subhead' && (/^# /.test(marker) || /^=/.test(below));
    const at = start + opening.length + marker.length;
    // A heading may be closed as it was opened.
    const until = role === 'subhead' ? at + source.slice(at, end).replace(/\s+#*\s*$/, '').length : end;
    if (isTitle) title = source.slice(at, until);
    else for (const piece of piecesOf(source, at, until)) runs.add(piece.start, piece.end, role);
    if (/(?: {2}|\\)$/.test(source.slice(start, end))) runs.addBreak();
    if (role === 'subhead') begin('body');
    isOpening = false;
  }
  return { title, ...runs.finish() };
}

interface SourceLine extends Span {
  /** Without the blanks around them. */
  readonly words: string;
}

/** Lines with their line breaks, from their first visible unit on. */
function linesOf(source: string, from: number): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  for (let start = from; start < source.length; ) {
    const found = source.indexOf('\n', start);
    const end = found < 0 ? source.length : found;
    const line = source.slice(start, end);
    const indent = line.length - line.trimStart().length;
    lines.push({
      start: start + indent,
      end: Math.max(start + indent, found < 0 ? end : end + 1),
      words: line.trim(),
    });
    start = end + 1;
  }
  return lines;
}

/** Null where a line goes on with the paragraph above. */
function roleOf(marker: string, opening: string, isUnderlined: boolean): ParagraphRole | null {
  if (marker.startsWith('#') || (isUnderlined && marker === '' && opening === '')) return 'subhead';
  if (marker.startsWith('[')) return 'endnote';
  if (marker !== '') return 'list-item';
  return opening === '' ? null : 'blockquote';
}

const underline = /^(?:=+|-{2,})$/;
const rule = /^(?:={2,}|(?:[-*_] ?){3,})$/;
const tableRule = /^\|?(?: ?:?-+:? ?\|)+(?: ?:?-+:? ?)?$/;
/** The address that a link refers to by its name. */
const definition = /^\[(?!\^)[^[\]]{1,200}\]:\s*\S/;

/** The text between the marks of a stretch. */
function* piecesOf(source: string, start: number, end: number): Iterable<Span> {
  let cursor = start;
  for (const mark of marksIn(source.slice(start, end))) {
    if (start + mark.start < cursor) continue;
    if (cursor < start + mark.start) yield { start: cursor, end: start + mark.start };
    cursor = start + mark.end;
  }
  if (cursor < end) yield { start: cursor, end };
}

/** The marks of emphasis, links, pictures, code and footnotes, in order. */
function marksIn(line: string): readonly Span[] {
  const marks = [
    ...[...line.matchAll(meaningless)].map(({ 0: mark, index }) => ({
      start: index,
      end: index + mark.length,
    })),
    ...[...line.matchAll(link)].flatMap(({ 0: all, 1: words, index }) => marksAround(all, index, 1, words!)),
    ...[...line.matchAll(emphasis)].flatMap(({ 0: all, 1: mark, 2: words, index }) =>
      marksAround(all, index, mark!.length, words!),
    ),
  ];
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function marksAround(all: string, start: number, before: number, words: string): readonly Span[] {
  const inside = start + before;
  return [
    { start, end: inside },
    { start: inside + words.length, end: start + all.length },
  ];
}

/** Where a link leads: "(https://example.org "Title")", "[name]". */
const target = String.raw`(?:\(\s*<?[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)?>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)|\[[^[\]\n]{0,200}\])`;
const link = new RegExp(String.raw`(?<!!)\[([^[\]\n]{1,500})\]${target}`, 'g');
const emphasis = /(?<![\p{L}\p{N}_*\\])(\*{1,3}|_{1,3}|`{1,3})(?=\S)([^*_`\n]{1,300})\1(?![\p{L}\p{N}_*])/gu;
/** A picture, the number of a footnote, the mark before a character that is meant as it is, or before a line break. */
const meaningless = new RegExp(
  String.raw`!\[[^[\]\n]{0,500}\]${target}|\[\^[\w-]{1,40}\]|\\(?=[!-/:-@[-\x60{-~]|\r?\n|$)`,
  'g',
);
