import type { Dateline, RemovalReason } from '../../domain/article.ts';
import type { Problem } from '../../domain/problem.ts';
import { parseDate } from '../dates.ts';
import { isCaption, isEndnote } from '../paragraphs.ts';
import { findWireServices } from '../wire-services.ts';
import { boilerplateReason, bracketedPointer, endMark, trailingPointer } from './boilerplate.ts';
import { readNames } from './byline.ts';
import type { Edit } from './copy.ts';
import { findTrailingCredit, isDeskSignature, isFullCredit, readCreditLine, reporterIn } from './credit.ts';
import { readDateline, readQuietDateline } from './dateline.ts';
import { readHeader, readLeadingDate } from './header.ts';
import { findPointerLists } from './pointer-lists.ts';

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

interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Takes out of a tidy copy what is not the story: the header above it, the dateline in its first paragraph, credits
 * below it, and boilerplate anywhere. A copy that is nothing but such lines keeps its last one, so that no article
 * loses all of its text to a rule.
 */
export function findStory(text: string, knownHeadline: string | null): Story {
  const parts = splitParagraphs(text);
  const reasons: (RemovalReason | null)[] = parts.map(() => null);
  const cuts: Edit[] = [];
  const cut = (start: number, end: number, reason: RemovalReason) =>
    cuts.push({ start, end, text: '', reason });

  const firstTexts = parts.slice(0, 16).map((part) => part.text);
  const leadingDate = firstTexts.length > 0 ? readLeadingDate(firstTexts[0]!) : null;
  if (leadingDate !== null) firstTexts[0] = firstTexts[0]!.slice(leadingDate.end);
  const header = readHeader(firstTexts[0] === '' ? firstTexts.slice(1) : firstTexts, knownHeadline);
  const skipped = firstTexts[0] === '' ? 1 : 0;
  if (skipped === 1) reasons[0] = 'date';
  for (const [index, reason] of header.reasons.entries()) reasons[index + skipped] = reason;
  const lede = skipped + header.reasons.length;
  if (leadingDate !== null && skipped === 0) cut(0, leadingDate.end, 'date');

  for (let index = lede; index < parts.length; index++)
    reasons[index] = boilerplateReason(parts[index]!.text);

  reasons.fill('boilerplate', Math.min(findDeskNotes(parts, lede), findContacts(parts, lede)));
  const texts = parts.map((part) => part.text);
  for (const index of findPointerLists(texts, reasons, lede)) reasons[index] = 'read-more';
  // From the last one upwards.
  const credits: string[] = [];
  let last = parts.length - 1;
  for (; last > lede; last--) {
    if (reasons[last] !== null) continue;
    const line = parts[last]!.text;
    if (isDeskSignature(line)) {
      reasons[last] = 'boilerplate';
      continue;
    }
    const credit = readCreditLine(line);
    // Credits stand above the notes of a correction as often as below them.
    if (credit === null && (isEndnote(line, 0, line.length) || isCaption(line, 0, line.length))) continue;
    if (credit === null) break;
    credits.push(credit);
    reasons[last] = 'credit';
  }
  // Pages print topics and portraits of authors below it.
  for (let index = last - 1; index > Math.max(lede, last - 12); index--) {
    if (reasons[index] !== null || !isFullCredit(parts[index]!.text)) continue;
    credits.push(readCreditLine(parts[index]!.text)!);
    reasons[index] = 'credit';
  }
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
  const opening = Math.max(first, Math.min(lede, parts.length - 1));
  const opened =
    first < 0
      ? null
      : findDateline(
          parts[opening]!,
          leadingDate !== null && opening === 0 ? leadingDate.end : 0,
          header.headline !== null || header.byline.length > 0,
        );
  if (opened !== null) cut(opened.start, opened.end, 'dateline');
  const dateline = opened?.found ?? header.dateline;
  for (const pattern of [bracketedPointer, trailingPointer]) {
    for (const match of text.matchAll(pattern)) cut(match.index, match.index + match[0].length, 'read-more');
  }
  for (const match of text.matchAll(endMark)) cut(match.index, match.index + match[0].length, 'boilerplate');

  const { headline } = header;
  const byline =
    header.byline.length > 0
      ? header.byline
      : credits.flatMap((credit) => readNames(reporterIn(credit) ?? '').names);
  const datelineDay = dateline?.date == null ? null : parseDate(dateline.date);
  const publishedAt = leadingDate?.value ?? header.publishedAt ?? datelineDay;
  return {
    edits: toEdits(text, parts, reasons, cuts),
    problems: [...(leadingDate?.problems ?? []), ...header.problems],
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

/**
 * Where notes between desks start, which agencies put below the story: the section ("# Notebook") that holds the line
 * "The following information is not intended for publication". The number of paragraphs where there are none.
 */
function findDeskNotes(parts: readonly Part[], lede: number): number {
  const marker = parts.findIndex(
    ({ text }, index) =>
      index > lede && /^the following information is not (?:intended )?for publication/i.test(text),
  );
  if (marker < 0) return parts.length;
  const section = parts.findIndex(({ text }, index) => index > lede && text.startsWith('# '));
  return section >= 0 && section < marker ? section : marker;
}

/** Where the addresses below a press release start: "Contacts", and lines with numbers; the number of paragraphs where none are. */
function findContacts(parts: readonly Part[], lede: number): number {
  const label = parts.findLastIndex(
    ({ text }, index) =>
      index > lede &&
      /^(?:(?:(?:media|press|investor)(?: relations)? )?contacts?|for (?:more|further) information,? (?:please )?contact):?$/i.test(
        text,
      ),
  );
  const isAddress = ({ text }: Part) => text.length <= 160 && !/[.!?"”]$/.test(text);
  return label >= 0 && parts.slice(label + 1).every(isAddress) ? label : parts.length;
}

function splitParagraphs(text: string): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n\n', start);
    const end = found < 0 ? text.length : found;
    parts.push({ start, end, text: text.slice(start, end) });
    start = end + 2;
  }
  return parts;
}

function findDateline(
  part: Part,
  from: number,
  hasHeader: boolean,
): { start: number; end: number; found: Dateline } | null {
  const words = part.text.slice(from);
  const dateline = readDateline(words) ?? (hasHeader ? readQuietDateline(words) : null);
  if (dateline === null) return null;
  const { place, date, agency, end } = dateline;
  return { start: part.start + from, end: part.start + from + end, found: { place, date, agency } };
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
