import type { QuoteKind } from '../domain/quote.ts';
import type { Span } from '../domain/span.ts';

/**
 * The stretches between double quotation marks, marks included, as the corpora count them: paired within one line, and
 * an opening mark without a partner runs to the end of its line (a quote over several paragraphs).
 * After `quote_intervals` of PolNeAR's scorer; the product finds its quotations in `extraction/`.
 */
export function findQuoteIntervals(text: string): readonly Span[] {
  const intervals: Span[] = [];
  let start = -1;
  const close = (end: number) => {
    intervals.push({ start, end });
    start = -1;
  };
  const marks = text.replaceAll('``', '\u201c\u201c').replaceAll("''", '\u201d\u201d');
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark === '\n') {
      if (start >= 0) close(i);
    } else if (start < 0) {
      if (isStraight(mark) || isOpening(mark)) start = i;
    } else if (isStraight(mark) || isClosing(mark)) {
      close(i + 1);
    }
  }
  if (start >= 0) close(text.length);
  return intervals;
}

/**
 * The kind that follows from the marks: `direct` where all letters and digits of the content lie between marks,
 * `indirect` where none does, otherwise `mixed`; null where the content holds none.
 */
export function kindFromMarks(
  text: string,
  content: readonly Span[],
  intervals: readonly Span[],
): QuoteKind | null {
  let letters = 0;
  let quoted = 0;
  for (const span of content) {
    let next = 0;
    for (let i = span.start; i < span.end; i++) {
      if (!isAlphanumeric(text, i)) continue;
      letters++;
      while (next < intervals.length && intervals[next]!.end <= i) next++;
      if (next < intervals.length && intervals[next]!.start <= i) quoted++;
    }
  }
  if (letters === 0) return null;
  if (quoted === letters) return 'direct';
  return quoted === 0 ? 'indirect' : 'mixed';
}

/** Whether the code unit at this place belongs to a letter or a digit of any script, as Python's `str.isalnum`. */
export function isAlphanumeric(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return (unit | 32) >= 97 ? (unit | 32) <= 122 : unit >= 48 && unit <= 57;
  const trails = unit >= 0xdc00 && unit <= 0xdfff;
  const point = text.codePointAt(trails ? index - 1 : index);
  return point !== undefined && /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));
}

const isStraight = (mark: string): boolean => mark === '"' || mark === '\uff02';
const isOpening = (mark: string): boolean => mark === '\u201c' || mark === '\u201e' || mark === '\u00ab';
const isClosing = (mark: string): boolean => mark === '\u201d' || mark === '\u00bb';
