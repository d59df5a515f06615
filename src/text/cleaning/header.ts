import type { RemovalReason } from '../../domain/article.ts';
import type { Problem } from '../../domain/problem.ts';
import { type DateReading, readDate } from '../dates.ts';
import { findWireServices, wireServiceNamed } from '../wire-services.ts';
import { boilerplateReason } from './boilerplate.ts';
import { readByline, readNames } from './byline.ts';
import { readDateline } from './dateline.ts';

/** What stands above the story. */
export interface Header {
  readonly headline: string | null;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
  readonly agencies: readonly string[];
  /** The reason of each paragraph that belongs to the header, from the first on. */
  readonly reasons: readonly RemovalReason[];
  readonly problems: readonly Problem[];
}

/** Header lines stand at the top; more than this many are a list, not a header. */
const mostLines = 12;

/**
 * Reads the lines above the story: labelled ones ("Headline: …"), a headline, bylines, dates, agencies' names.
 * Stops at the first paragraph that may be prose. `knownHeadline` is what the format states; it is known again.
 */
export function readHeader(paragraphs: readonly string[], knownHeadline: string | null): Header {
  const byline: string[] = [];
  const agencies: string[] = [];
  const reasons: RemovalReason[] = [];
  const problems: Problem[] = [];
  let headline: string | null = null;
  let isLabelled = knownHeadline !== null;
  let publishedAt: string | null = null;
  const takeDate = (found: DateReading, words: string) => {
    if (found.value === null) problems.push(invalidDate(words));
    publishedAt ??= found.value;
  };
  const storyStart = findMarkedStart(paragraphs);
  for (const [index, paragraph] of paragraphs.slice(0, mostLines).entries()) {
    if (index === storyStart) break;
    const field = readField(paragraph);
    const date = readDateLine(paragraph);
    const authors = readByline(paragraph);
    if (field?.kind === 'headline') {
      headline ??= field.value;
      isLabelled = true;
      reasons.push('headline');
    } else if (field?.kind === 'byline') {
      const { names, agencies: theirs } = readNames(field.value);
      byline.push(...names);
      agencies.push(...theirs);
      reasons.push('byline');
    } else if (field?.kind === 'date') {
      takeDate(readDate(field.value) ?? { value: null }, field.value);
      reasons.push('date');
    } else if (field !== null) {
      agencies.push(...findWireServices(field.value).map((mention) => mention.name));
      reasons.push('header');
    } else if (isUpdateLine(paragraph)) {
      reasons.push('header');
    } else if (date !== null) {
      takeDate(date, paragraph);
      reasons.push('date');
    } else if (authors !== null) {
      byline.push(...authors.names);
      agencies.push(...authors.agencies);
      publishedAt ??= authors.date;
      reasons.push('byline');
    } else if (knownHeadline !== null && isSameHeadline(paragraph, knownHeadline)) {
      reasons.push('headline');
    } else if (boilerplateReason(paragraph) !== null) {
      reasons.push(boilerplateReason(paragraph)!);
    } else if (reasons.length > 0 && wireServiceNamed(paragraph.replace(/ writers?$/i, '')) !== null) {
      agencies.push(wireServiceNamed(paragraph.replace(/ writers?$/i, ''))!);
      reasons.push('header');
    } else if (headline === null && knownHeadline === null && isHeadline(paragraphs, index)) {
      headline = paragraph;
      reasons.push('headline');
    } else if (storyStart !== null) {
      // Of the short lines above a dateline the last is the headline; those before it are slugs and routing codes.
      const last = reasons.lastIndexOf('headline');
      if (last >= 0 && !isLabelled) reasons[last] = 'header';
      if (!isLabelled) headline = paragraph.replace(/\s*=$/, '');
      reasons.push(isLabelled ? 'header' : 'headline');
    } else if (headline !== null && paragraph.length < longestHeadline && isAboveByline(paragraphs, index)) {
      reasons.push('header');
    } else {
      break;
    }
  }
  return { headline, byline: [...new Set(byline)], publishedAt, agencies, reasons, problems };
}

/**
 * Reads a date glued to the front of the story; null where there is none.
 *   date 2023-10-11 The president …   Published: 2023-10-11 The president …
 *   ^^^^^^^^^^^^^^^^                   ^^^^^^^^^^^^^^^^^^^^^^
 */
export function readLeadingDate(
  paragraph: string,
): (DateReading & { end: number; problems: Problem[] }) | null {
  const match =
    /^(?:date|pubdate|published(?: ?at| on)?|posted(?: on)?)\s?:?\s?(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?)(?=\s|$)\s?/i.exec(
      paragraph.slice(0, 80),
    );
  if (match === null) return null;
  const value = readDate(match[1]!)?.value ?? null;
  return { value, end: match[0].length, problems: value === null ? [invalidDate(match[1]!)] : [] };
}

function invalidDate(words: string): Problem {
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return {
    code: 'invalid-date',
    span: null,
    message: `"${shown}" is no day of the calendar; give publishedAt as YYYY-MM-DD.`,
  };
}

type FieldKind = 'headline' | 'byline' | 'date' | 'other';

const fieldKinds: Readonly<Record<string, FieldKind>> = {
  headline: 'headline',
  title: 'headline',
  by: 'byline',
  byline: 'byline',
  author: 'byline',
  authors: 'byline',
  reporter: 'byline',
  date: 'date',
  published: 'date',
  'published on': 'date',
  'published at': 'date',
  'publication date': 'date',
  'date published': 'date',
  posted: 'date',
  'posted on': 'date',
  pubdate: 'date',
  updated: 'other',
  'last updated': 'other',
  source: 'other',
  agency: 'other',
  publisher: 'other',
  section: 'other',
  category: 'other',
  keywords: 'other',
  tags: 'other',
  slug: 'other',
  slugline: 'other',
  url: 'other',
  link: 'other',
  language: 'other',
  dateline: 'other',
  location: 'other',
};

/** "Headline: …", "By: Jane Doe", "Date: 2023-10-11". A label before a sentence is prose: "Update: The court has ruled." */
function readField(paragraph: string): { kind: FieldKind; value: string } | null {
  const match = /^([A-Za-z][A-Za-z ]{1,18}?)\s?:\s?(.{1,300})$/.exec(paragraph);
  if (match === null) return null;
  const kind = fieldKinds[match[1]!.toLowerCase()];
  const value = match[2]!.trim();
  if (kind === undefined || value === '') return null;
  if (kind === 'date' && !/\d/.test(value)) return null;
  if (kind === 'date' && readDate(value) === null && value.length > 40) return null;
  if (kind === 'other' && (value.length > 120 || /[a-z]{3}\.$/.test(value))) return null;
  return { kind, value };
}

/** A line that is a date, with or without a word before it: "October 11, 2023", "Published on 11 Oct 2023, 10:00 GMT". */
function readDateLine(paragraph: string): DateReading | null {
  if (paragraph.length > 100) return null;
  const words = paragraph
    .replace(/^\W*(?:first published|published|posted)(?: on| at)?\s?:?\s?/i, '')
    .replace(/[.)\]]$/, '');
  return readDate(words);
}

/** "Updated 3 May 2022, 10:00 GMT": when a story was changed is not when it was published. */
function isUpdateLine(paragraph: string): boolean {
  const match = /^\W{0,2}(?:last )?updated(?: on| at)?\s?:?\s(.{6,60})$/i.exec(paragraph);
  return match !== null && readDate(match[1]!.replace(/[.)\]]$/, '')) !== null;
}

/** Whether the first lines of a paragraph repeat the headline that is known already. */
function isSameHeadline(paragraph: string, headline: string): boolean {
  return wordsOf(paragraph) === wordsOf(headline);
}

function wordsOf(text: string): string {
  return text.length > 400
    ? text
    : text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}

const longestHeadline = 160;

/** The paragraph that a dateline with agency or date opens, where nothing but short lines stands above it. */
function findMarkedStart(paragraphs: readonly string[]): number | null {
  for (const [index, paragraph] of paragraphs.slice(0, mostLines).entries()) {
    const dateline = readDateline(paragraph);
    if (dateline !== null && (dateline.agency !== null || dateline.date !== null))
      return index === 0 ? null : index;
    if (isProse(paragraph)) return null;
  }
  return null;
}

function isAboveByline(paragraphs: readonly string[], index: number): boolean {
  const next = paragraphs[index + 1];
  return next !== undefined && (readByline(next) !== null || readDateLine(next) !== null);
}

/**
 * Whether a paragraph is the headline: a short line without a full stop, and prose, a byline or a date below it.
 * Verse, list items, transcripts and stories of one short paragraph keep their first line.
 */
function isHeadline(paragraphs: readonly string[], index: number): boolean {
  const line = paragraphs[index]!;
  if (line.length < 8 || line.length > longestHeadline || !line.includes(' ')) return false;
  if (!/^["'“‘«]?[\p{Lu}\d$£€]/u.test(line)) return false;
  if (/[.,;:!…]$/.test(line) || /[.!?]["”»]|[.!]['’]$/.test(line) || /^(?:q|a|[•*-])\b ?[.:]/i.test(line))
    return false;
  if (/,["”»]/.test(line)) return false;
  const next = paragraphs[index + 1];
  if (next === undefined) return false;
  if (isAboveByline(paragraphs, index) || isAboveByline(paragraphs, index + 1)) return true;
  if (readField(next) !== null) return true;
  // A question may be the lede; capitals show that it is the headline.
  if (line.endsWith('?') && !hasHeadlineCapitals(line)) return false;
  return (
    isProse(next) ||
    (isShortLine(next) && paragraphs[index + 2] !== undefined && isProse(paragraphs[index + 2]!))
  );
}

/** "Can the Establishment Stop Them?" but not "Can the establishment stop them?" */
function hasHeadlineCapitals(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7;
}

/** A sentence at least: long, or ended by a full stop with room for a clause. */
function isProse(paragraph: string): boolean {
  return paragraph.length > longestHeadline || (paragraph.length > 60 && /[.!?]["'”’»)]?$/.test(paragraph));
}

function isShortLine(paragraph: string): boolean {
  return paragraph.length <= longestHeadline;
}
