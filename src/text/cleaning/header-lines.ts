import type { Problem } from '../../domain/problem.ts';
import { type DateReading, readDate, readPrintedDay } from '../dates.ts';
import { anyOf } from '../patterns.ts';
import { wireServiceNamed } from '../wire-services.ts';
import { isOutlet } from './outlets.ts';

export interface HeaderField {
  readonly kind: 'headline' | 'byline' | 'date' | 'other';
  readonly value: string;
}

/** "Headline: …", "By: Jane Doe", "Date: 2023-10-11". A label before a sentence is prose: "Update: The court has ruled." */
export function readField(line: string): HeaderField | null {
  const match = /^([A-Za-z][A-Za-z -]{1,30}?)\s?:\s?(.{1,300})$/.exec(line);
  if (match === null) return null;
  const name = match[1]!.toLowerCase();
  const value = match[2]!.trim();
  const isMail = mailFields.test(name) || (name === 'from' && value.includes('@'));
  const kind = isMail ? 'other' : fieldKinds[name];
  if (kind === undefined || value === '') return null;
  if (kind === 'date' && !/\d/.test(value)) return null;
  if (kind === 'date' && readDate(value) === null && value.length > 40) return null;
  if (kind === 'other' && (value.length > 120 || /[a-z]{3}\.$/.test(value))) return null;
  return { kind, value };
}

/** What stands above a release that came by e-mail, beside its subject and its date. */
const mailFields =
  /^(?:to|cc|bcc|reply-to|sender|return-path|received|message-id|mime-version|content-[a-z-]+|x-[a-z-]+|importance|attachments?)$/;

const fieldKinds: Readonly<Record<string, HeaderField['kind']>> = {
  headline: 'headline',
  title: 'headline',
  subject: 'headline',
  by: 'byline',
  words: 'byline',
  writer: 'byline',
  writers: 'byline',
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
  editor: 'other',
  dateline: 'other',
  location: 'other',
};

/**
 * A line that is the date, with or without a word before it, and what pages put beside it.
 *   October 11, 2023   Published on 11 Oct 2023, 10:00 GMT   Published: 3 May 2022 | Updated: 4 May 2022   3 May 2022 • 5 min read
 *   10:22 AM PDT · April 16, 2025   May 6, 2024 / 3:15 PM EDT / Example News
 */
export function readDateLine(line: string): DateReading | null {
  if (line.length > 160 || !/\d/.test(line)) return null;
  const whole = readDate(
    line
      .replace(publishedBefore, '')
      .replace(/,? \((?:[A-Z]\p{L}+ ?){1,2}\)/u, '')
      // "Saturday 30 October 2021, 12.01am, The Sentinel"
      .replace(/(?<=\d(?: ?[ap]m)?), \p{Lu}[\p{L} ]{2,30}$/iu, '')
      .replace(/\s\/\s\p{Lu}[\p{L} ]{1,30}$/u, '')
      // "Sunday Magazine, 24 June 2018"
      .replace(/^(?:\p{Lu}\p{L}+ ){1,3}(?:Magazine|Review|Supplement|Weekend), (?=\d)/u, '')
      .replace(/\s*[|•·]\s*|\s\/\s/g, ' '),
  );
  if (whole !== null) return whole;
  let found: DateReading | null = null;
  for (const piece of line.split(dateBreaks)) {
    if (piece === '' || isVagueDate(piece) || isBesideDate(piece)) continue;
    const date = readDate(
      piece
        .replace(publishedBefore, '')
        .replace(/ \(\p{Lu}\p{L}+\)/u, '')
        .replace(/[.)\]]$/, ''),
    );
    // Behind the day stands a section or a place: "Feb 2, 2024 - 19:41 | All, Japan".
    if (date === null && (found === null || !/^\p{Lu}[\p{L}, ]{1,40}$/u.test(piece))) return null;
    found ??= date;
  }
  return found;
}

/** What may stand beside the day of publication: the outlet, the time to read, the page, the day of a change. */
function isBesideDate(piece: string): boolean {
  return (
    readUpdateLine(piece) !== null ||
    isReadingTime(piece) ||
    isPageLabel(piece) ||
    isOutlet(piece) ||
    /^Page \d{1,3}$/.test(piece) ||
    readField(piece)?.kind === 'other'
  );
}

/**
 * Where a date ends, or what stands beside one.
 *   3 May 2022 | Updated: 4 May 2022   12:00 AM Last update on: …   11 May 2018Updated: …   08/07/2024August 7, 2024
 *             ^^                      ^                                        ^                      ^
 */
const dateBreaks = new RegExp(
  anyOf`
    \s*[|•·]\s*
    [ ]-{1,2} (?=\p{Lu})
    [,;]?(?: [-–—]| and)?(?<![Ll]ast)\s+(?=\(?(?:(?:[Ll]ast )?[Uu]pdated?|UPDATED)\b|\d{1,2} [Mm]in(?:ute)?s? [Rr]ead)
    (?<=\d{4})(?=\p{Lu})
    (?<=\p{Lu}{4}), (?=\p{Lu}\p{Ll}+day\b)
  `,
  'u',
);

/** The word before a date that says that it is the day of publication: "First published: ", "Posted on ". */
export const publishedBefore =
  /^\W*(?:(?:(?:this (?:content|article|story) was )?(?:first )?(?:published|posted|issued|released?)|for immediate release|press release)(?: on| at)?\s?[:–-]?\s?|(?:\p{Lu}\p{Ll}+ ){1,3}News of )/iu;

/**
 * The day of an update ("Updated 3 May 2022, 10:00 GMT"); null where the line says none. When a story was
 * changed is not when it was published.
 */
export function readUpdateLine(line: string): DateReading | null {
  const match =
    /^(?:([A-Z][A-Za-z ]{1,24}) [|•·] )?\W{0,2}(?:last )?updated?(?: on| at)?\s?[:–-]?\s(.{6,60}?)(?: - [A-Z ]{3,30})?$/i.exec(
      line,
    );
  if (match === null) return null;
  // Two words and more may be who wrote it.
  if (match[1]?.includes(' ') && wireServiceNamed(match[1]) === null) return null;
  return readPrintedDay(match[2]!.replace(/\s*[|•·]\s*/g, ' ').replace(/[.)\]]$/, ''));
}

/** "5 min read", "Reading time: 5 minutes" */
function isReadingTime(line: string): boolean {
  return /^(?:\d{1,3}[ -]min(?:ute)?s?[ -]read|(?:estimated )?(?:reading|read) time\s?:? \d{1,3} min(?:ute)?s?(?: read)?)\W?$/i.test(
    line,
  );
}

/** What copy says of its own kind above the headline, and what pages print around the byline. */
export function isLabelLine(line: string): boolean {
  if (line.length > 80) return false;
  if (isPageLabel(line) || isReadingTime(line)) return true;
  return line.split(/ [-–—|/] /).every((piece) => labels.test(piece));
}

const labels =
  /^\W{0,3}(?:(?:for )?(?:immediate|general) (?:press )?release|(?:press|media|news) (?:statement|release|notice|advisory|communiqu[eé])|press information|embargoed (?:until|to|for|till)\b.{0,50}|not for publication before\b.{0,40}|breaking(?: news)?|exclusive|analysis|opinion|explainer|comment|editorial|interview|world(?: news)?|top (?:news|stories)|home|news|local|regional|national|international|health|science|technology|environment|education|culture|entertainment|lifestyle|travel|markets|premium|politics|business|sports?|abstract|full text|special to (?:the )?[A-Z][\w .'’-]{2,40})\W{0,3}$/i;

/** What pages and stations print around the byline: "Published 3 hours ago", "Heard on Morning Edition", "AA". */
export function isPageLabel(line: string): boolean {
  return line.length <= 80 && pageLabels.test(line);
}

const pageLabels =
  /^(?:(?:(?:last )?updated|published|posted)(?: on| at)?:?|(?:(?:(?:last )?updated|published|posted):? )?(?:\d{1,2}|an?|one) (?:min(?:ute)?|hour|hr|day|week|month)s? ago|just now|today at \d{1,2}[:.]\d\d|share full article|heard on (?:[A-Z]\p{L}*|of|the|and|all)(?: (?:[A-Z]\p{L}*|of|the|and)){0,5}|\d{1,2}[ -]min(?:ute)? listen|listen(?: to this (?:article|story))?(?: ?[·•|] ?\d{1,2}[:-]\d\d)?|a ?a|a ?[+-](?: ?a ?[+-]){0,2}|(?:change|text|font|adjust text) size)$/iu;

/**
 * What one desk tells another above the headline or below it: a note, or the slug that names the story and its version.
 *   (ATTN: RECASTS headline, lead; ADDS more info throughout)   Eds: UPDATES with quotes.   BC-EU--Norway-Ship, 2nd Ld-Writethru
 */
export function isDeskNote(line: string): boolean {
  return line.length <= 220 && (deskNote.test(line) || slug.test(line));
}

const deskNote =
  /^(?:\((?:ATTN|EDS|Eds|(?:UPDATE|ADD|RECAST|CORRECT|REPEAT|REFILE|RETRANSMIT)\w*|(?:Adds|Updates|Recasts|Corrects|Repeats|Refiles)|WRITETHRU)\b[^()]{0,200}\)|(?:ATTN|EDS|Eds)[.:]? .{2,200}|ATTENTION - .{2,80} \/{3})$/;

const slug =
  /^(?:(?:BC|AM|PM|AP)-\S[^.!?"“”]{0,80}|[A-Z]{2}(?:-[A-Z]{2})?--\S[^.!?"“”]{0,80}|[^.!?"“”]{3,60}, (?:\d{1,2}(?:st|nd|rd|th) )?(?:Ld|Add|Sub|Writethru)\b[^.!?"“”]{0,30})$/;

/** "04/10/2024", "Friday 24 January": a day, though nobody can tell of which month, or of which year. */
export function isVagueDate(line: string): boolean {
  if (weekdayAlone.test(line) || dayWithoutYear.test(line)) return true;
  return /^\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?:,? \d{1,2}[:.]\d\d)?$/.test(line);
}

/** "3 OCT, 14:26" */
const dayWithoutYear =
  /^(?:\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec) \d{1,2}),? \d{1,2}[:.]\d\d(?: ?[ap]m)?$/i;

const weekdayAlone =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)$/i;

/** An hour alone, as some pages print it below the day: "7:20 PM MYT". */
export function isClock(line: string): boolean {
  return /^\d{1,2}[:.]\d\d\s?[ap]\.?m\.?(?: [A-Z]{2,4})?$/i.test(line);
}

/** The topic that pages print above the story: "Peace and Security", "Middle East". */
export function isTopic(line: string): boolean {
  return line.length <= 40 && /^\p{Lu}\p{L}+(?: (?:and|&|of|the|\p{Lu}\p{L}+)){1,4}$/u.test(line);
}

export function invalidDate(words: string): Problem {
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return {
    code: 'invalid-date',
    span: null,
    message: `"${shown}" is no day of the calendar; give publishedAt as YYYY-MM-DD.`,
  };
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
