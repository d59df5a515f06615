import type { Span } from '../domain/span.ts';
import { nonQuoteKinds } from './gold-tags.ts';

/** A line of a gold file, with its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** A gold file that is not as it should be: where, what, and what to do. */
export class GoldError extends Error {
  readonly line: number;

  constructor(line: number, fault: string, remedy: string) {
    super(`line ${line}: ${fault}; ${remedy}`);
    this.name = 'GoldError';
    this.line = line;
  }
}

/** What is marked in an article; offsets are into the clean text. Maps are from the quotes' numbers. */
export interface Marks {
  readonly segments: Map<number, Span[]>;
  readonly sources: Map<number, Span>;
  readonly cues: Map<number, Span>;
  readonly nonQuotes: (Span & { readonly kind: string })[];
  /** The line of the first segment of each. */
  readonly quoteNumbers: Map<number, number>;
}

interface Options {
  /** Lines are broken inside paragraphs, which only an empty line ends. */
  readonly isWrapped: boolean;
  /** The raw copy ends its lines with CR LF. */
  readonly hasCarriageReturns: boolean;
}

interface OpenTag {
  readonly name: string;
  readonly argument: string;
  readonly line: number;
  readonly start: number;
}

/**
 * Takes the tags out of a marked article: what is left is the raw copy, and without what stands in `<x>` the clean text.
 *
 * > <q1>"We won,"</q> <s1>Ruiz</s> <c1>said</c>.<x> {{ad}}</x>
 *   ^^^^        ^^^^ content, source and cue of quote 1; `{{ad}}` is in the raw copy alone.
 */
export function parseMarkup(
  lines: readonly Line[],
  options: Options,
): { raw: string; text: string; marks: Marks } {
  let raw = '';
  let loose = '';
  const open: OpenTag[] = [];
  const closed: (OpenTag & { readonly end: number })[] = [];
  const newline = options.hasCarriageReturns ? '\r\n' : '\n';
  for (const [i, line] of lines.entries()) {
    if (i > 0) {
      raw += newline;
      loose += '\n';
    }
    for (const part of line.text.split(/(<[qsc]\d[\d,]*>|<n [a-z-]+>|<x>|<\/[qscnx]>)/)) {
      const tag = /^<(\/?)([qscnx]) ?([^>]*)>$/.exec(part);
      const inside = open.find((one) => one.name === 'x');
      if (tag === null) {
        const [before, ...after] = inside === undefined ? [part] : part.split('=>');
        raw += readEscapes(before!);
        loose += inside === undefined ? before! : after.join('=>');
      } else if (tag[1] === '') {
        if (inside !== undefined) throw new GoldError(line.number, `${part} inside <x>`, 'close <x> first');
        open.push({ name: tag[2]!, argument: tag[3]!, line: line.number, start: loose.length });
      } else {
        const index = open.findLastIndex((one) => one.name === tag[2]);
        if (index < 0)
          throw new GoldError(line.number, `${part} was never opened`, 'open it, or take it away');
        closed.push({ ...open.splice(index, 1)[0]!, end: loose.length });
      }
    }
  }
  const left = open[0];
  if (left !== undefined)
    throw new GoldError(left.line, `<${left.name}${left.argument}> is never closed`, `add </${left.name}>`);
  const { text, place } = tidy(loose, options.isWrapped);
  const marks: Marks = {
    segments: new Map(),
    sources: new Map(),
    cues: new Map(),
    nonQuotes: [],
    quoteNumbers: new Map(),
  };
  for (const tag of closed.filter(({ name }) => name !== 'x').toSorted((a, b) => a.start - b.start))
    record(marks, tag, trim(text, { start: place[tag.start]!, end: place[tag.end]! }, tag.name));
  return { raw, text, marks };
}

function record(marks: Marks, tag: OpenTag, span: Span): void {
  const { name, argument, line } = tag;
  if (span.start >= span.end)
    throw new GoldError(line, `<${name}${argument}> holds no words`, 'put it around some');
  if (name === 'n') {
    if (!(argument in nonQuoteKinds))
      throw new GoldError(line, `<n ${argument}> is not known`, 'add the kind to gold-tags.ts');
    marks.nonQuotes.push({ ...span, kind: argument });
    return;
  }
  for (const number of argument.split(',').map(Number)) {
    if (name === 'q') {
      marks.segments.set(number, [...(marks.segments.get(number) ?? []), span]);
      if (!marks.quoteNumbers.has(number)) marks.quoteNumbers.set(number, line);
      continue;
    }
    const map = name === 's' ? marks.sources : marks.cues;
    if (map.has(number))
      throw new GoldError(line, `<${name}${number}> is given twice`, 'mark one stretch of words');
    map.set(number, span);
  }
}

/** Loose text with its white space in order: paragraphs parted by an empty line; and where each old place is now. */
function tidy(loose: string, isWrapped: boolean): { text: string; place: Int32Array } {
  const place = new Int32Array(loose.length + 1);
  let text = '';
  let read = 0;
  for (const [i, piece] of loose.split(/([ \t]*\n[ \t\n]*|[ \t]+)/).entries()) {
    const from = read;
    read += piece.length;
    const isSpace = i % 2 === 1;
    const isBreak = piece.includes('\n') && (!isWrapped || /\n[ \t]*\n/.test(piece));
    const isOuter = text === '' || read === loose.length;
    const kept = !isSpace ? piece : isOuter ? '' : isBreak ? '\n\n' : ' ';
    for (let k = 0; k < piece.length; k++) place[from + k] = text.length + Math.min(k, kept.length);
    text += kept;
  }
  place[loose.length] = text.length;
  return { text, place };
}

/** Without outer white space and without a comma that belongs to the sentence: behind a source, or behind a closing mark. */
function trim(text: string, span: Span, name: string): Span {
  const words = text.slice(span.start, span.end);
  const before = /^\s*/.exec(words)![0].length;
  const after = (name === 's' ? /[\s,]*$/ : name === 'q' ? /(?:(?<=["“”»«'’]\s?)[,;])?\s*$/ : /\s*$/).exec(
    words,
  )![0].length;
  return { start: span.start + before, end: Math.max(span.start + before, span.end - after) };
}

/** `\u00a0` stands for a character that an editor would not show. */
function readEscapes(part: string): string {
  return part.replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
