import type { Span } from '../../domain/span.ts';
import type { Quotation } from './marks/quotation-marks.ts';

/**
 * The words alone: no outer marks, no leading "that", no comma before the cue; segments joined by one space.
 * `outerMarks` are the quotations that whole segments consist of.
 */
export function wordsOf(text: string, segments: readonly Span[], quotations: readonly Quotation[]): string {
  const parts = segments.map((segment, index) => {
    const { start, end } = withoutOuterMarks(segment, quotations);
    const words = withoutPause(text.slice(start, end).replace(/\s+/g, ' '));
    const bare = withoutPause(withoutStrayMarks(words));
    // What opens words in marks, or a turn of a transcript, was said: "That is what you said!"
    return index === 0 && start === segment.start ? bare.replace(/^that,? (?=\S)/, '') : bare;
  });
  return parts.filter((part) => part !== '').join(' ');
}

/** Without the comma or the dash before the cue. */
const withoutPause = (words: string): string => words.replace(/(?: ?,| [–—]| --?) ?$/, '').trim();

/** Marks that were doubled, or stand within others, around all of the words: ““It is over,”, ""It is over,"" */
function withoutStrayMarks(words: string): string {
  const inside = words.replace(/^[\\_*]*["“”„«»]+|,?[\\_*]*["“”«»]+[\\_*]*$/g, '');
  return inside === '' || /["“”„«»]/.test(inside) ? words : inside;
}

/** The stretches inside quotation marks, without the marks and the comma that belongs to the cue. */
export function verbatimOf(
  text: string,
  segments: readonly Span[],
  quotations: readonly Quotation[],
): readonly Span[] {
  const stretches: Span[] = [];
  for (const segment of segments) {
    for (const { start, end, innerStart, innerEnd } of quotationsWithin(segment, quotations)) {
      if (end <= segment.start || start >= segment.end) continue;
      const span = trimSpan(text, Math.max(innerStart, segment.start), Math.min(innerEnd, segment.end));
      if (span.end > span.start) stretches.push(span);
    }
  }
  return stretches;
}

/** A span without white space at its ends and without the comma that stood before a closing mark. */
function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from += 1;
  while (to > from && /[\s,]/.test(text[to - 1]!)) to -= 1;
  return { start: from, end: to };
}

function withoutOuterMarks(segment: Span, quotations: readonly Quotation[]): Span {
  const outer = quotationsWithin(segment, quotations).find(
    ({ start, end }) => start <= segment.start && end >= segment.end,
  );
  return outer === undefined
    ? segment
    : { start: Math.max(outer.innerStart, segment.start), end: Math.min(outer.innerEnd, segment.end) };
}

/** Quotations are ordered and disjoint: those that touch the segment lie side by side, found by bisection. */
function quotationsWithin(segment: Span, quotations: readonly Quotation[]): readonly Quotation[] {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.end <= segment.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < quotations.length && quotations[end]!.start < segment.end) end += 1;
  return quotations.slice(low, end);
}
