import type { Dateline, RemovalReason } from '../../domain/article.ts';
import type { Problem } from '../../domain/problem.ts';
import { isCaption, isCaptionLabel, type StatedRoles } from '../paragraphs.ts';
import { findWireServices } from '../wire-services.ts';
import { findBesideSure } from './beside-sure.ts';
import { findTrailingAppeal } from './boilerplate/appeals.ts';
import { boilerplateReason } from './boilerplate/boilerplate.ts';
import { endMark } from './boilerplate/end-marks.ts';
import { bracketedPointer, trailingAddress, trailingPointer } from './boilerplate/pointers.ts';
import type { Edit } from './copy.ts';
import { readFooter } from './footer/footer.ts';
import { readHeader } from './header/header.ts';
import { speakerLabel } from './header/story-start.ts';
import { readNames } from './lines/byline.ts';
import { findTrailingCredit, reporterIn } from './lines/credit.ts';
import { invalidDate, readLeadingDate } from './lines/date-lines.ts';
import { readBareDateline, readDateline, readDatelineDay, readQuietDateline } from './lines/dateline.ts';
import { type Part, splitParagraphs } from './lines/parts.ts';
import { findKeyPoints, findPointerLists } from './pointer-lists.ts';
import { findRepeatedLead } from './repeated-lead.ts';
import { toEdits } from './story-edits.ts';
import { findVideoLines } from './video-lines.ts';

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
    const isCaptionLine =
      isCaption(line, 0, line.length) || (index > 0 && isCaptionLabel(parts[index - 1]!.text));
    const appeal = findTrailingAppeal(line);
    if (appeal !== null) cut(parts[index]!.start + appeal, parts[index]!.end, 'boilerplate');
    reasons[index] = boilerplateReason(line) ?? (!hasStatedCaptions && isCaptionLine ? 'boilerplate' : null);
  }
  const texts = parts.map((part) => part.text);
  for (const index of findPointerLists(texts, reasons, lede)) reasons[index] = 'read-more';
  for (const index of findVideoLines(texts, lede)) reasons[index] = 'read-more';
  for (const index of findKeyPoints(parts, lede)) reasons[index] = 'boilerplate';
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

  const story = parts.flatMap((_, index) =>
    reasons[index] === null && !isStatedCaption[index] ? [index] : [],
  );
  for (const index of findRepeatedLead(story.map((index) => texts[index]!)))
    reasons[story[index]!] = 'duplicate';

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
  const reporters = credits.flatMap((credit) => readNames(reporterIn(credit) ?? '').names);
  const byline = [header.byline, reporters].find((names) => names.length > 0) ?? footer.byline;
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

function findDateline(
  part: Part,
  from: number,
  hasHeader: boolean,
  hasSpeakers: boolean,
): { start: number; end: number; found: Dateline } | null {
  const words = part.text.slice(from);
  const dateline =
    readDateline(words) ??
    (hasHeader ? (readQuietDateline(words, hasSpeakers) ?? readBareDateline(words)) : null);
  if (dateline === null) return null;
  const { place, date, agency, end } = dateline;
  return { start: part.start + from, end: part.start + from + end, found: { place, date, agency } };
}
