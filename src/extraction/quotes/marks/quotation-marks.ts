import type { SegmentedText } from '../../../text/segments.ts';
import { opensWithMark } from './marks.ts';
import { cueBehindComma, outermostPairs, type Pair, pairMarks } from './pair-marks.ts';

/** A stretch of text in quotation marks, marks included; what is quoted inside it is part of it. */
export interface Quotation {
  /** Offsets of the opening mark, and of the end of the closing one. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the words between the marks. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Tokens `[firstToken, endToken)`, marks included. */
  readonly firstToken: number;
  readonly endToken: number;
  readonly paragraph: number;
  /** False: a closing mark without partner; where the words start is a guess. */
  readonly opened: boolean;
  /** False: an opening mark without partner; the quotation runs to the end of its paragraph. */
  readonly closed: boolean;
  /** Not closed, and the next paragraph opens again, as a quotation of several paragraphs does. */
  readonly continued: boolean;
  /** In single marks, as British papers print. */
  readonly single: boolean;
}

/**
 * Pairs the quotation marks of each paragraph by a stack, as a reader does: what a mark does follows from the white
 * space around it, then from its glyph, then from what is open. Only the outermost quotations are returned, in order.
 */
export function findQuotations(segmented: SegmentedText): readonly Quotation[] {
  const { text, paragraphs } = segmented;
  const found: (readonly Pair[])[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const nextReopens = opensNext(segmented, index);
    const pairs = pairMarks(text, paragraph.start, paragraph.end, nextReopens);
    const previousIsOpen = found[index - 1]?.at(-1)?.closed === false;
    found.push(outermostPairs(text, pairs, paragraph.start, paragraph.end, nextReopens, previousIsOpen));
  }
  const lasting = findLasting(segmented, found);
  const quotations = found.flatMap((pairs, paragraph) => {
    const { start, end } = paragraphs[paragraph]!;
    const within = lasting.has(paragraph - 1) ? goOn(pairs, start, end) : pairs;
    return within.map((pair): Quotation => {
      const isLast = !pair.closed && pair.end === end;
      const continued = isLast && (lasting.has(paragraph) || opensNext(segmented, paragraph));
      return { firstToken: 0, endToken: 0, paragraph, continued, ...pair };
    });
  });
  return alignToTokens(
    segmented,
    quotations.filter((quotation) => !isPseudonym(text, quotation) && !isImagined(text, quotation)),
  );
}

/** > “Abdul,” 34, a fisherman, said …      > "Maria" (not her real name) said … */
const isPseudonym = (
  text: string,
  { innerStart, innerEnd, end }: Pick<Quotation, 'innerStart' | 'innerEnd' | 'end'>,
) =>
  innerEnd - innerStart < longestPseudonym &&
  /^\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?,?$/u.test(text.slice(innerStart, innerEnd)) &&
  /^,? (?:\d{1,3},|\((?:not (?:his|her|their) real name|a pseudonym|name changed)\))/.test(
    text.slice(end, end + 30),
  );

/** > He shrugged, as if to say: “What can I do?”      nobody said it */
const isImagined = (text: string, { start }: Pick<Quotation, 'start'>) =>
  /\bas (?:if|though) (?:to say|saying|to ask|asking)[,:]? $/.test(
    text.slice(Math.max(0, start - 30), start),
  );

/** In units. */
const longestPseudonym = 30;

function opensNext(segmented: SegmentedText, index: number): boolean {
  const next = segmented.paragraphs[paragraphBehind(segmented, index)];
  return next !== undefined && opensWithMark(segmented.text, next.start, next.end);
}

/** The next paragraph in which words in marks may go on: pages print a caption or a subhead between two of them. */
export function paragraphBehind({ paragraphs }: SegmentedText, index: number): number {
  return /^(?:caption|subhead)$/.test(paragraphs[index + 1]?.role ?? '') ? index + 2 : index + 1;
}

/**
 * The paragraphs from which words in marks last into the next one, which does not open them again: a letter or a post,
 * opened at its head and closed at its end alone.
 *
 * > She wrote: "Dear neighbours,      > We have failed you.      > I am sorry."
 */
function findLasting({ text, paragraphs }: SegmentedText, found: readonly (readonly Pair[])[]): Set<number> {
  const lasting = new Set<number>();
  for (const [index, pairs] of found.entries()) {
    const opening = pairs.at(-1);
    const { start, end } = paragraphs[index]!;
    if (opening === undefined || !opening.opened || opening.closed || opening.end !== end || opening.single)
      continue;
    const opens = opening.start === start || /[:.!?]\s*$/.test(text.slice(start, opening.start));
    if (!opens || cueBehindComma.test(text.slice(opening.start, end))) continue;
    let last = index + 1;
    while (last < found.length && last - index < longestLetter && found[last]!.length === 0) last += 1;
    const closing = found[last]?.[0];
    if (
      closing === undefined ||
      last - index === longestLetter ||
      !closesParagraph(closing, paragraphs[last]!)
    )
      continue;
    for (let at = index; at < last; at += 1) lasting.add(at);
  }
  return lasting;
}

/** A mark at the end of a paragraph whose partner stands in none of it. */
const closesParagraph = (pair: Pair, { start, end }: { start: number; end: number }): boolean =>
  (!pair.opened || pair.start === pair.innerStart) && pair.closed && pair.start >= start && pair.end === end;

/** The pairs of a paragraph that starts within words in marks. */
function goOn(pairs: readonly Pair[], start: number, end: number): readonly Pair[] {
  const [closing] = pairs;
  const whole = { start, innerStart: start, opened: true, single: false, depth: 0 };
  return closing === undefined
    ? [{ ...whole, end, innerEnd: end, closed: false }]
    : [{ ...closing, start, innerStart: start, opened: true }, ...pairs.slice(1)];
}

/** In paragraphs. */
const longestLetter = 12;

function alignToTokens(segmented: SegmentedText, quotations: readonly Quotation[]): readonly Quotation[] {
  const { tokens } = segmented;
  let token = 0;
  return quotations.map((quotation) => {
    while (token < tokens.length && tokens[token]!.end <= quotation.start) token += 1;
    const firstToken = token;
    while (token < tokens.length && tokens[token]!.start < quotation.end) token += 1;
    return { ...quotation, firstToken, endToken: token };
  });
}
