import { findMarks, type Mark } from './marks.ts';

/** Two marks that belong together, or one without its partner; offsets of the text. */
export interface Pair {
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly opened: boolean;
  readonly closed: boolean;
  readonly single: boolean;
  readonly depth: number;
}

/** Pairs of one paragraph, each with how many others it lies in. `nextReopens`: the next one opens with a mark. */
export function pairMarks(text: string, start: number, end: number, nextReopens: boolean): Pair[] {
  const marks = findMarks(text, start, end);
  const closersAhead = countClosersAhead(marks);
  const open: Mark[] = [];
  const pairs: Pair[] = [];
  const close = (opener: Mark, closer: Mark): void => {
    pairs.push(pairOf(opener, closer, open.length));
  };
  for (const [index, mark] of marks.entries()) {
    const top = open.at(-1);
    if (top !== undefined && isMisplacedCloser(text, mark, top, marks[index + 1])) {
      open.pop();
      close(top, mark);
      continue;
    }
    if (mark.single) {
      if (top !== undefined && isSubstituteCloser(text, marks, index, top)) {
        open.pop();
        close(top, mark);
        continue;
      }
      const inSingle = top?.single === true;
      if (inSingle && mark.direction !== 'opens' && !isPossessive(text, mark, closersAhead[index]!)) {
        open.pop();
        close(top, mark);
      } else if (
        top === undefined &&
        mark.direction === 'opens' &&
        mark.glyph !== '’' &&
        mark.glyph !== '´'
      ) {
        const isCapital = /\p{Lu}/u.test(text[mark.end] ?? '');
        const isClosed = closersAhead[index]! > 0 || (isCapital && isClosedByDouble(marks, index));
        // "She said: 'It is over." and the next paragraph opens again
        const opensStatement =
          mark.start === start || (nextReopens && /[:,.!?]\s+$/.test(text.slice(mark.start - 3, mark.start)));
        if (isClosed || (isCapital && opensStatement)) open.push(mark);
      }
      continue;
    }
    const partner = partnerOf(text, mark, open, top, closersAhead[index]!);
    if (partner === null) {
      if (mark.direction === 'closes' && open.length === 0) {
        // `he said.""`: printed twice.
        if (marks[index - 1]?.end !== mark.start) pairs.push({ ...pairOf(mark, mark, 0), opened: false });
      } else if (open.length < maximalDepth) {
        open.push(mark);
      }
    } else {
      const opener = open[partner]!;
      open.length = partner;
      close(opener, mark);
    }
  }
  for (const [depth, opener] of open.entries()) {
    pairs.push({
      start: opener.start,
      end,
      innerStart: opener.end,
      innerEnd: end,
      opened: true,
      closed: false,
      single: opener.single,
      depth,
    });
  }
  return pairs.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The outermost pairs; an opening mark that was never closed gives way to the whole quotations behind it. */
export function outermostPairs(
  text: string,
  pairs: readonly Pair[],
  start: number,
  end: number,
  nextReopens: boolean,
  previousIsOpen: boolean,
): readonly Pair[] {
  const outermost: Pair[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (outermost.length > 0 && pair.start < outermost.at(-1)!.end) continue;
    if (!pair.opened) {
      const carriesOn = previousIsOpen && outermost.length === 0;
      const from = carriesOn ? start : pair.start;
      outermost.push({ ...pair, start: from, innerStart: from, innerEnd: pair.start, opened: carriesOn });
    } else if (!pair.closed && isDisplayMark(text, pair, pairs[index + 1], start)) {
      // What stands inside is read on its own.
    } else if (pair.closed || nextReopens) {
      outermost.push(pair);
    } else {
      const next = pairs[index + 1];
      const cut = next !== undefined && next.single === pair.single ? next.start : end;
      if (cut > pair.innerStart) outermost.push({ ...pair, end: cut, innerEnd: cut });
    }
  }
  return outermost;
}

/** Nobody quotes deeper than this; it bounds the work on a text of opening marks. */
const maximalDepth = 4;

function pairOf(opener: Mark, closer: Mark, depth: number): Pair {
  return {
    start: opener.start,
    end: closer.end,
    innerStart: opener.end,
    innerEnd: closer.start,
    opened: true,
    closed: true,
    single: opener.single,
    depth,
  };
}

/**
 * Which of the open marks this one closes: the innermost of its own kind, otherwise the innermost of any kind, because
 * dirty copy opens with one and closes with another. Null: it closes none.
 */
function partnerOf(
  text: string,
  mark: Mark,
  open: readonly Mark[],
  top: Mark | undefined,
  singleClosersAhead: number,
): number | null {
  if (top === undefined) return null;
  if (mark.direction === 'opens') return null;
  for (let index = open.length - 1; index >= 0; index -= 1) {
    if ((closingGlyph[open[index]!.glyph] ?? open[index]!.glyph) === mark.glyph)
      return isResumed(text, open[index]!, top) ? open.length - 1 : index;
  }
  if (mark.direction === 'either' && top.single) return null;
  if (top.single && singleClosersAhead > 0) return open.length >= 2 ? open.length - 2 : null;
  return open.length - 1;
}

/**
 * The inner mark opens the same speaker's next words: the outer one was never closed before its cue.
 *
 * > "He has always been cheeky, added his coach Ilse Braun. “But he works."
 *                                                           ^
 */
function isResumed(text: string, outer: Mark, inner: Mark): boolean {
  const between = text.slice(outer.end, Math.min(inner.start, outer.end + longestBetween));
  return (
    !inner.single &&
    inner.start - outer.end < longestBetween &&
    /[.!?]\s$/.test(between) &&
    cueBehindComma.test(between)
  );
}

/** In units. */
const longestBetween = 1000;

/** The copy lost a mark there. */
export const cueBehindComma = /[,?!] (?:\p{L}+ ){0,4}(?:said|says|added|told|asked|wrote)\b/u;

/**
 * A closing mark that stands with the words behind it, by its glyph; a straight one has to close if the next one opens.
 *
 * > “They are killers, ”Governor Anyang said.      > "They are killers, "Governor Anyang said. "We will not relent."
 *                      ^                                             ^
 */
function isMisplacedCloser(text: string, mark: Mark, top: Mark, next: Mark | undefined): boolean {
  if (mark.direction !== 'opens' || !/[,?!]\s$/.test(text.slice(mark.start - 2, mark.start))) return false;
  if (mark.glyph === '”') return top.glyph === '“';
  return mark.glyph === '"' && top.glyph === '"' && next?.glyph === '"' && next.direction === 'opens';
}

/**
 * A single mark that stands where the double one should that no other closes.
 *
 * > “I served with a clean heart,' he said.
 *                               ^
 */
function isSubstituteCloser(text: string, marks: readonly Mark[], index: number, top: Mark): boolean {
  const mark = marks[index]!;
  if (top.single || mark.direction !== 'closes' || !mark.afterPunctuation) return false;
  if (!/^\s(?!$)/.test(text.slice(mark.end, mark.end + 2))) return false;
  const between = marks.slice(Math.max(0, index - nearMarks), index);
  const isNested = between
    .slice(between.indexOf(top) + 1)
    .some((one) => one.single && one.direction === 'opens');
  return !isNested && nextDouble(marks, index)?.direction !== 'closes';
}

/**
 * A double mark closes what a single one opened.
 *
 * > “It is on its knees,” said Ruiz. 'It will take years to mend."
 *                                                               ^
 */
const isClosedByDouble = (marks: readonly Mark[], index: number): boolean =>
  nextDouble(marks, index)?.direction === 'closes';

/** The first double mark behind one, over no more than a few single ones. */
function nextDouble(marks: readonly Mark[], index: number): Mark | undefined {
  return marks.slice(index + 1, index + 1 + nearMarks).find(({ single }) => !single);
}

/** How many marks are looked at around one, so that the work on a text of marks stays linear. */
const nearMarks = 20;

/** Per mark: how many single marks behind it could close, before the next one that opens. */
function countClosersAhead(marks: readonly Mark[]): Int32Array {
  const ahead = new Int32Array(marks.length);
  let count = 0;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    ahead[index] = count;
    const mark = marks[index]!;
    if (!mark.single) continue;
    count = mark.direction === 'opens' && mark.glyph !== '’' ? 0 : count + 1;
  }
  return ahead;
}

/**
 * The apostrophe of a plural possessive looks like a closing mark; it is one where a later mark can still close.
 *
 * > 'The workers' pay will rise,' said Ms Hale.
 *               ^
 */
function isPossessive(text: string, mark: Mark, closersAhead: number): boolean {
  return (
    closersAhead > 0 &&
    !mark.afterPunctuation &&
    /[sSzZxn]/.test(text[mark.start - 1] ?? '') &&
    text[mark.end] === ' '
  );
}

/**
 * A mark at the head of a paragraph that only shows the paragraph as taken from elsewhere: it is never closed, and the
 * paragraph has its own quotations in other marks, or is a turn of a transcript.
 *
 * > "She called it a “rant” and left.      > "WALLACE: Let us begin.
 *   ^                                        ^
 */
function isDisplayMark(text: string, pair: Pair, next: Pair | undefined, start: number): boolean {
  if (pair.start !== start || text[start] !== '"') return false;
  const hasOthers =
    next?.closed === true &&
    next.start < pair.end &&
    text[next.start] !== '"' &&
    !next.single &&
    !cueBehindComma.test(text.slice(pair.innerStart, next.start));
  return hasOthers || /^\p{Lu}[\p{Lu} .'’-]{2,30}:/u.test(text.slice(pair.innerStart, pair.innerStart + 34));
}

const closingGlyph: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '‟': '”',
  '〝': '〞',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '``': "''",
  '‘‘': '’’',
  '‘': '’',
  '‚': '‘',
  '‛': '’',
  '`': "'",
};
