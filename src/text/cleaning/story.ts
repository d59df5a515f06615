import type { Dateline, RemovalReason } from '../../domain/article.ts';
import type { Problem } from '../../domain/problem.ts';
import { isCaption, type StatedRoles } from '../paragraphs.ts';
import { findWireServices } from '../wire-services.ts';
import { isAppeal } from './appeals.ts';
import { boilerplateReason } from './boilerplate.ts';
import { readNames } from './byline.ts';
import type { Edit } from './copy.ts';
import { findTrailingCredit, readCreditLine, reporterIn } from './credit.ts';
import { readDateline, readDatelineDay, readQuietDateline } from './dateline.ts';
import { endMark } from './end-marks.ts';
import { mayBeLabel, type Part, readFooter } from './footer.ts';
import { readHeader } from './header.ts';
import { invalidDate, readLeadingDate } from './header-lines.ts';
import { isCapitals, isProse } from './headline.ts';
import { findPointerLists } from './pointer-lists.ts';
import { bracketedPointer, trailingAddress, trailingPointer } from './pointers.ts';
import { speakerLabel } from './story-start.ts';

/** Where the story lies in a tidy copy, and what the lines around it say. */
export interface Story {
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
  readonly header: {
    readonly headline?: string;
    readonly byline?: readonly string[];
    readonly dateline?: Dateline;
    readonly publishedAt?: string;
  };
  /** Named in the dateline and the header. */
  readonly agencies: readonly string[];
  readonly credit: string | null;
  readonly creditAgencies: readonly string[];
}

export interface StoryOptions {
  /** The headline where the format states it, so that the copy's own is recognised; otherwise null. */
  readonly headline: string | null;
  /** Per paragraph whether it was set solid with the one above. */
  readonly isSolid: readonly boolean[];
  /** The role that the markup states for a stretch; asked in the order of the text. */
  readonly statedRole: StatedRoles;
}

/**
 * Takes out of a tidy copy what is not the story: the header above it, the dateline in its first paragraph, credits
 * below it, and boilerplate anywhere. A copy that is nothing but such lines keeps its last one, so that no article
 * loses all of its text to a rule.
 */
export function findStory(text: string, options: StoryOptions): Story {
  const parts = splitParagraphs(text, options.isSolid);
  const reasons: (RemovalReason | null)[] = parts.map(() => null);
  const isStatedCaption = parts.map(({ start, end }) => options.statedRole(start, end) === 'caption');
  // Where the markup says which paragraphs are captions, no other is taken for one.
  const hasStatedCaptions = isStatedCaption.includes(true);
  const cuts: Edit[] = [];
  const cut = (start: number, end: number, reason: RemovalReason) =>
    cuts.push({ start, end, text: '', reason });

  const leadingDate = parts.length > 0 ? readLeadingDate(parts[0]!.text) : null;
  const skipped = leadingDate !== null && leadingDate.end === parts[0]!.text.length ? 1 : 0;
  // Captions stay, and are no lines of a header.
  const topParts = parts.filter((_, index) => index >= skipped && !isStatedCaption[index]).slice(0, 18);
  const tops = topParts.map(({ text: words, isSolid }) => ({ text: words, isSolid }));
  if (leadingDate !== null && skipped === 0)
    tops[0] = { ...tops[0]!, text: tops[0]!.text.slice(leadingDate.end) };
  const header = readHeader(tops, options.headline);
  if (skipped === 1) reasons[0] = 'date';
  let lede = skipped;
  for (const [index, reason] of header.reasons.entries()) {
    const at = parts.indexOf(topParts[index]!);
    reasons[at] = reason;
    lede = at + 1;
  }
  if (leadingDate !== null && skipped === 0) cut(0, leadingDate.end, 'date');

  for (let index = lede; index < parts.length; index++) {
    const line = parts[index]!.text;
    reasons[index] =
      boilerplateReason(line) ??
      (!hasStatedCaptions && isCaption(line, 0, line.length) ? 'boilerplate' : null);
  }
  const texts = parts.map((part) => part.text);
  for (const index of findPointerLists(texts, reasons, lede)) reasons[index] = 'read-more';
  for (const index of findBesideSure(parts, reasons, lede)) reasons[index] = 'boilerplate';
  const footer = readFooter(parts, reasons, lede, header.byline);
  for (const [index, reason] of footer.reasons) reasons[index] = reason;
  const credits = [...footer.credits];
  const { last } = footer;
  if (last >= lede && last >= 0) {
    const trailing = findTrailingCredit(parts[last]!.text);
    if (trailing !== null) {
      credits.push(trailing.credit);
      cut(parts[last]!.start + trailing.start, parts[last]!.end, 'credit');
    }
  }
  credits.reverse();

  if (parts.length > 0 && !reasons.includes(null)) reasons[parts.length - 1] = null;
  const first = reasons.indexOf(null);
  const opening = Math.max(
    first,
    reasons.findIndex((reason, index) => index >= lede && reason === null && !isStatedCaption[index]),
  );
  const opened =
    first < 0
      ? null
      : findDateline(
          parts[opening]!,
          leadingDate !== null && opening === 0 ? leadingDate.end : 0,
          header.headline !== null || header.byline.length > 0,
          texts.filter((words, index) => reasons[index] === null && speakerLabel.test(words)).length > 1,
        );
  if (opened !== null) cut(opened.start, opened.end, 'dateline');
  const dateline = opened?.found ?? header.dateline;
  for (const pattern of [bracketedPointer, trailingPointer, trailingAddress]) {
    for (const match of text.matchAll(pattern)) cut(match.index, match.index + match[0].length, 'read-more');
  }
  for (const match of text.matchAll(endMark)) cut(match.index, match.index + match[0].length, 'boilerplate');

  const { headline } = header;
  const byline =
    header.byline.length > 0
      ? header.byline
      : credits.flatMap((credit) => readNames(reporterIn(credit) ?? '').names);
  const datelineDate = dateline?.date ?? null;
  const datelineDay = datelineDate === null ? null : readDatelineDay(datelineDate);
  const publishedAt =
    leadingDate?.value ?? header.publishedAt ?? datelineDay?.value ?? footer.publishedAt ?? header.updatedAt;
  return {
    edits: toEdits(text, parts, reasons, cuts),
    problems: [
      ...(leadingDate?.problems ?? []),
      ...header.problems,
      ...(datelineDay?.value === null ? [invalidDate(datelineDate!)] : []),
    ],
    header: {
      ...(headline === null ? {} : { headline }),
      ...(byline.length === 0 ? {} : { byline }),
      ...(dateline === null ? {} : { dateline }),
      ...(publishedAt === null ? {} : { publishedAt }),
    },
    agencies: [...(opened?.found.agency == null ? [] : [opened.found.agency]), ...header.agencies],
    credit: credits.length === 0 ? null : credits.join('; '),
    creditAgencies: credits.flatMap((credit) => findWireServices(credit).map((mention) => mention.name)),
  };
}

/** Where prose is set solid too, that lines are says nothing of them. */
function splitParagraphs(text: string, isSolid: readonly boolean[]): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n\n', start);
    const end = found < 0 ? text.length : found;
    parts.push({ start, end, text: text.slice(start, end), isSolid: isSolid[parts.length] ?? false });
    start = end + 2;
  }
  const isTight = parts.filter(
    (part, index) => part.isSolid && isProse(part.text) && isProse(parts[index - 1]!.text),
  );
  const prose = parts.filter((part) => isProse(part.text));
  return isTight.length * 5 < prose.length ? parts : parts.map((part) => ({ ...part, isSolid: false }));
}

function findDateline(
  part: Part,
  from: number,
  hasHeader: boolean,
  hasSpeakers: boolean,
): { start: number; end: number; found: Dateline } | null {
  const words = part.text.slice(from);
  const dateline = readDateline(words) ?? (hasHeader ? readQuietDateline(words, hasSpeakers) : null);
  if (dateline === null) return null;
  const { place, date, agency, end } = dateline;
  return { start: part.start + from, end: part.start + from + end, found: { place, date, agency } };
}

/**
 * What pages set solid with a line that is sure to be none of the story: below it what is no sentence, between two of them
 * whatever holds no speech; the caption above a picture's credit in capitals, and the title above an appeal.
 */
function findBesideSure(
  parts: readonly Part[],
  reasons: readonly (RemovalReason | null)[],
  lede: number,
): number[] {
  const found = new Set<number>();
  const isSure = (index: number) => index >= lede && (reasons[index] != null || found.has(index));
  for (let index = lede + 1; index < parts.length; index++) {
    const { text, isSolid } = parts[index]!;
    if (reasons[index] !== null || !isSure(index - 1) || text.length > 160) continue;
    if (readCreditLine(text) !== null) continue;
    const isBetween = isSure(index + 1);
    const isSolidBetween = isSolid && isBetween && parts[index + 1]!.isSolid;
    // Of those with blank lines around them, one in a few words may be a subhead of the story.
    const isLabel = (isSolid || (isBetween && text.split(' ').length > 8)) && mayBeLabel(text);
    if (isLabel || (isSolidBetween && !/["“”„«»]/.test(text))) found.add(index);
  }
  for (let index = lede; index + 1 < parts.length; index++) {
    const below = parts[index + 1]!;
    const isCaptionAbove =
      below.isSolid && isCapitals(below.text) && isCaption(below.text, 0, below.text.length);
    const isAboveAppeal = below.isSolid && !parts[index]!.isSolid && isAppeal(below.text);
    if (reasons[index] === null && (isCaptionAbove || isAboveAppeal) && mayBeLabel(parts[index]!.text))
      found.add(index);
  }
  return [...found];
}

/** Whole paragraphs with the blank line beside them, and stretches inside the others, as ordered and disjoint edits. */
function toEdits(
  text: string,
  parts: readonly Part[],
  reasons: readonly (RemovalReason | null)[],
  cuts: Edit[],
): Edit[] {
  const edits: Edit[] = [];
  const ordered = [...cuts].sort((a, b) => a.start - b.start);
  let next = 0;
  let hasStory = false;
  for (const [index, part] of parts.entries()) {
    const reason = reasons[index]!;
    const inside: Edit[] = [];
    for (; next < ordered.length && ordered[next]!.start < part.end; next++) inside.push(ordered[next]!);
    const gapStart = index === 0 ? 0 : parts[index - 1]!.end;
    if (reason !== null) {
      if (gapStart < part.start) edits.push({ start: gapStart, end: part.start, text: '', reason: null });
      edits.push({ start: part.start, end: part.end, text: '', reason });
      continue;
    }
    // The blank line before the first paragraph that stays goes with the header.
    if (!hasStory && gapStart < part.start)
      edits.push({ start: gapStart, end: part.start, text: '', reason: null });
    hasStory = true;
    let cursor = part.start;
    for (const edit of inside) {
      if (edit.start < cursor) continue;
      edits.push(...withBlanksBeside(text, edit, part));
      cursor = edit.end;
    }
  }
  return edits;
}

/** Lists the words of a stretch without the blanks at its ends; at a paragraph's end the blank before it goes too. */
function withBlanksBeside(text: string, edit: Edit, part: Part): Edit[] {
  let start = edit.start;
  let end = edit.end;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  const before =
    edit.end === part.end && start === edit.start && text[start - 1] === ' ' ? start - 1 : edit.start;
  return [
    { start: before, end: start, text: '', reason: null },
    { ...edit, start, end },
    { start: end, end: edit.end, text: '', reason: null },
  ].filter((piece) => piece.start < piece.end);
}
