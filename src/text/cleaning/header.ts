import type { Dateline, RemovalReason } from '../../domain/article.ts';
import type { Problem } from '../../domain/problem.ts';
import { type DateReading, parseDate, readDate } from '../dates.ts';
import { isCaption } from '../paragraphs.ts';
import { findWireServices, wireServiceNamed } from '../wire-services.ts';
import { boilerplateReason } from './boilerplate.ts';
import { isBelowByline, readBareByline, readByline, readNames } from './byline.ts';
import { readDateline, readDatelineAlone } from './dateline.ts';
import {
  isDeskNote,
  isGenre,
  isKicker,
  isLabelLine,
  isPageLabel,
  isTopic,
  isVagueDate,
  readDateLine,
  readField,
  readUpdateLine,
} from './header-lines.ts';
import {
  hasHeadlineCapitals,
  hasHeadlineForm,
  isOneSentence,
  isProse,
  isSameHeadline,
  longestHeadline,
  mayBeSentence,
} from './headline.ts';

/** What stands above the story. */
export interface Header {
  readonly headline: string | null;
  readonly byline: readonly string[];
  /** A dateline on a line of its own; null where there is none, or where it opens the lede. */
  readonly dateline: Dateline | null;
  readonly publishedAt: string | null;
  readonly agencies: readonly string[];
  /** Per paragraph of the header, from the first on: why it is no part of the story; null for a caption, which stays. */
  readonly reasons: readonly (RemovalReason | null)[];
  readonly problems: readonly Problem[];
}

/** Header lines stand at the top; more than this many are a list, not a header. */
const mostLines = 14;

/**
 * Reads the lines above the story: labelled ones ("Headline: …"), a headline, bylines, dates, agencies' names.
 * Stops at the first paragraph that may be prose. `knownHeadline` is what the format states; it is known again.
 */
export function readHeader(paragraphs: readonly string[], knownHeadline: string | null): Header {
  const byline: string[] = [];
  const agencies: string[] = [];
  const reasons: (RemovalReason | null)[] = [];
  const problems: Problem[] = [];
  let headline: string | null = null;
  let isLabelled = knownHeadline !== null;
  let dateline: Dateline | null = null;
  let publishedAt: string | null = null;
  let updatedAt: string | null = null;
  const takeDate = (found: DateReading, words: string) => {
    if (found.value === null) problems.push(invalidDate(words));
    publishedAt ??= found.value;
  };
  const takeAuthors = (found: {
    names: readonly string[];
    agencies: readonly string[];
    date?: string | null;
  }) => {
    byline.push(...found.names);
    agencies.push(...found.agencies);
    publishedAt ??= found.date ?? null;
    reasons.push('byline');
  };
  const storyStart = findMarkedStart(paragraphs);
  for (const [index, marked] of paragraphs.slice(0, mostLines).entries()) {
    if (index === storyStart) break;
    const line = withoutMarkup(marked);
    const field = readField(line);
    const date = readDateLine(line);
    const update = readUpdateLine(line);
    const hasHeadline = headline !== null || knownHeadline !== null;
    const authors =
      readByline(line) ?? (hasHeadline ? readAuthorsBelow(paragraphs, index, storyStart) : null);
    const place = index + 1 < paragraphs.length ? readDatelineAlone(line) : null;
    const agency = reasons.length > 0 ? wireServiceNamed(line.replace(/ writers?$/i, '')) : null;
    const boilerplate = boilerplateReason(line);
    if (field?.kind === 'headline') {
      headline ??= field.value;
      isLabelled = true;
      reasons.push('headline');
    } else if (field?.kind === 'byline') {
      takeAuthors(readNames(field.value));
    } else if (field?.kind === 'date') {
      takeDate(readDate(field.value) ?? { value: null }, field.value);
      reasons.push('date');
    } else if (field !== null) {
      agencies.push(...findWireServices(field.value).map((mention) => mention.name));
      publishedAt ??= readTrailingDate(field.value);
      updatedAt ??= update?.value ?? null;
      reasons.push('header');
    } else if (update !== null) {
      updatedAt ??= update.value;
      agencies.push(...findWireServices(line).map((mention) => mention.name));
      reasons.push('header');
    } else if (isLabelLine(line) || isDeskNote(line)) {
      reasons.push('header');
    } else if (date !== null) {
      takeDate(date, line);
      reasons.push('date');
    } else if (isVagueDate(line)) {
      reasons.push('date');
    } else if (reasons.at(-1) === 'byline' && isBelowByline(line)) {
      agencies.push(...findWireServices(line).map((mention) => mention.name));
      reasons.push('byline');
    } else if (authors !== null) {
      takeAuthors(authors);
    } else if (place !== null) {
      dateline ??= place;
      publishedAt ??= place.date === null ? null : parseDate(place.date);
      agencies.push(...(place.agency === null ? [] : [place.agency]));
      reasons.push('dateline');
    } else if (knownHeadline !== null && isSameHeadline(line, knownHeadline)) {
      reasons.push('headline');
    } else if (boilerplate !== null) {
      reasons.push(boilerplate);
    } else if (agency !== null) {
      agencies.push(agency);
      reasons.push('header');
    } else if (hasHeadline && isBelowDay(reasons) && isBesideDay(line, paragraphs[index + 1] ?? '')) {
      reasons.push('header');
    } else if (isCaption(line, 0, line.length)) {
      reasons.push(null);
    } else if (!hasHeadline && isKicker(line) && isAboveByline(paragraphs, index + 1)) {
      reasons.push('header');
    } else if (!hasHeadline && isHeadline([line, ...withoutFurniture(paragraphs, index).slice(1)], 0)) {
      headline = line;
      reasons.push('headline');
    } else if (storyStart !== null) {
      // Of the short lines above a dateline the last is the headline, and those before it are slugs and routing codes,
      // unless it is a sentence below a headline: a standfirst.
      const isBelow = isLabelled || (headline !== null && line.endsWith('.'));
      const last = reasons.lastIndexOf('headline');
      if (last >= 0 && !isBelow) reasons[last] = 'header';
      if (!isBelow) headline = line.replace(/\s*=$/, '');
      reasons.push(isBelow ? 'header' : 'headline');
    } else if (headline !== null && isStandfirst(paragraphs, index, headline)) {
      reasons.push('header');
    } else {
      break;
    }
  }
  while (reasons.length > 0 && reasons.at(-1) === null) reasons.pop();
  // When a story was changed is not when it was published, but near it: better than no day at all.
  publishedAt ??= updatedAt;
  return { headline, byline: [...new Set(byline)], dateline, publishedAt, agencies, reasons, problems };
}

/** A topic above the story, or what the piece is, above its day. */
function isBesideDay(line: string, next: string): boolean {
  return (isTopic(line) && isProse(next)) || (isGenre(line) && readDateLine(next) !== null);
}

function isBelowDay(reasons: readonly (RemovalReason | null)[]): boolean {
  return reasons.at(-1) === 'date' || reasons.at(-1) === 'byline';
}

/** "Source: Xinhua Editor: huaxia 2024-10-10 21:37:15" */
function readTrailingDate(words: string): string | null {
  const match = /(?:^|\s)(\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?)$/.exec(words);
  return match === null ? null : parseDate(match[1]!);
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

/**
 * The paragraph that a dateline opens, where nothing but short lines stands above it, and one sentence at most directly
 * above. A place without date and agency counts only below lines that are no sentences, and where no other paragraph
 * opens so: several are the items of a list.
 */
function findMarkedStart(paragraphs: readonly string[]): number | null {
  const datelines = paragraphs.map((paragraph) => readDateline(paragraph));
  const isDated = (index: number) => datelines[index] != null && !isBare(datelines[index]!);
  const bareOnes = datelines.filter((found) => found !== null && isBare(found)).length;
  let mayStartBare = bareOnes === 1;
  for (const [index, paragraph] of paragraphs.slice(0, mostLines).entries()) {
    if (isDated(index) || (datelines[index] !== null && mayStartBare && isProse(paragraph)))
      return index === 0 ? null : index;
    mayStartBare &&= !mayBeSentence(paragraph) || hasHeadlineCapitals(paragraph);
    if (isProse(paragraph) && !(isTitle(paragraph) && isDated(index + 1)) && !hasHeadlineCapitals(paragraph))
      return null;
  }
  return null;
}

function isBare({ agency, date }: Dateline): boolean {
  return agency === null && date === null;
}

/** "# Headline", "*Words: Jane Doe*": what Markdown puts around a line. */
function withoutMarkup(line: string): string {
  return line.replace(/^#{1,6} /, '').replace(/^([*_]{1,2})(?=\S)(.{2,200}\S)\1$/, '$2');
}

function isTitle(line: string): boolean {
  return line.length <= longestHeadline && isOneSentence(line) && !/["“”]/.test(line);
}

function isAboveByline(paragraphs: readonly string[], index: number): boolean {
  if (paragraphs[index + 1] === undefined) return false;
  const next = withoutMarkup(paragraphs[index + 1]!);
  if (readField(next)?.kind === 'byline' && !isProse(paragraphs[index]!)) return true;
  if (readByline(next) !== null || readBareByline(next)?.isSure === true) return true;
  if (readDateLine(next) !== null || readUpdateLine(next) !== null || isVagueDate(next)) return true;
  if (isDeskNote(next)) return true;
  const third = paragraphs[index + 2];
  if (third === undefined) return false;
  if (readDatelineAlone(next) !== null) return true;
  if (readBareByline(next) === null) return false;
  return isBelowByline(third) || (isGenre(third) && readDateLine(paragraphs[index + 3] ?? '') !== null);
}

/**
 * A byline without "by", below the headline. A name alone counts where a date, another byline or prose follows, and
 * neither the name nor one of its words in small letters is in the first paragraphs: that would be whom the story is
 * about, a speaker, or no name.
 */
function readAuthorsBelow(paragraphs: readonly string[], index: number, storyStart: number | null) {
  const found = readBareByline(paragraphs[index]!);
  const next = paragraphs[index + 1];
  if (found === null || next === undefined) return null;
  const isFollowed =
    index + 1 === storyStart ||
    isBelowByline(next) ||
    isAboveByline(paragraphs, index) ||
    (isGenre(next) && readDateLine(paragraphs[index + 2] ?? '') !== null);
  if (found.date !== null || isFollowed) return found;
  if (!isProse(next)) return null;
  if (found.isSure) return found;
  if (/^["'“‘«„—–-]/.test(next)) return null;
  const story = paragraphs.slice(index + 1).join('\n');
  const words = found.names.flatMap((name) => [name, ...name.split(' ').map((word) => word.toLowerCase())]);
  return words.some((word) => story.includes(word)) ? null : found;
}

/** A line between headline and byline, or what follows a headline that ends in a semicolon, as archives print it. */
function isStandfirst(paragraphs: readonly string[], index: number, headline: string): boolean {
  const line = paragraphs[index]!;
  if (line.length > longestStandfirst) return false;
  if (line.length < longestHeadline && isAboveByline(paragraphs, index)) return true;
  return headline.endsWith(';') && paragraphs[index - 1] === headline && isOneSentence(line);
}

const longestStandfirst = 200;

/** A line and what follows it, without what pages print between headline and byline: "Published", "Share page", captions. */
function withoutFurniture(paragraphs: readonly string[], index: number): string[] {
  const isFurniture = (line: string) =>
    isPageLabel(line) ||
    isCaption(line, 0, line.length) ||
    (boilerplateReason(line) !== null && !isLabelLine(line));
  return paragraphs.slice(index).filter((line, below) => below === 0 || !isFurniture(line));
}

/**
 * Whether a paragraph is the headline: a short line without a full stop, and prose, a byline or a date below it.
 * Verse, list items, transcripts and stories of one short paragraph keep their first line.
 */
function isHeadline(paragraphs: readonly string[], index: number): boolean {
  const line = paragraphs[index]!;
  const next = paragraphs[index + 1];
  if (!hasHeadlineForm(line) || next === undefined) return false;
  if (/[,:]$/.test(line) || /,["”»]/.test(line)) return false;
  // Archives print the headline, this label, and a summary.
  if (/^ABSTRACT[.:]?$/.test(next)) return isOneSentence(line);
  // A name above speech says whose it is.
  if (/^["'“‘«„]/.test(next) && readBareByline(line) !== null) return false;
  if (isAboveByline(paragraphs, index)) return isOneSentence(line) || !isProse(line);
  if (line.endsWith(';')) return next.length <= longestStandfirst && isOneSentence(next);
  // A sentence may be the lede; capitals show that it is the headline.
  if (mayBeSentence(line) && !(/[.?]$/.test(line) && hasHeadlineCapitals(line))) return false;
  if (isAboveByline(paragraphs, index + 1) || readField(next) !== null) return true;
  const third = paragraphs[index + 2];
  if (line.endsWith('.')) return isProse(next);
  return isProse(next) || (next.length <= longestHeadline && third !== undefined && isProse(third));
}
