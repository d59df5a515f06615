import type { Problem } from '../../../domain/problem.ts';
import { type DateReading, readDate, readPrintedDay } from '../../dates.ts';
import { anyOf } from '../../patterns.ts';
import { wireServiceNamed } from '../../wire-services.ts';
import { isOutlet } from '../words/outlets.ts';
import { readField } from './fields.ts';
import { isPageLabel, isReadingTime } from './header-labels.ts';

/**
 * A line that is the date, with or without a word before it, and what pages put beside it.
 *   October 11, 2023   Published on 11 Oct 2023, 10:00 GMT   Published: 3 May 2022 | Updated: 4 May 2022   3 May 2022 • 5 min read
 *   10:22 AM PDT · April 16, 2025   May 6, 2024 / 3:15 PM EDT / Example News
 */
export function readDateLine(printed: string): DateReading | null {
  if (printed.length > 160 || !/\d/.test(printed)) return null;
  const line = printed
    // "May 2, 20242:41 PM UTCUpdated 3 hours ago"
    .replace(/(?<=\b(?:19|20)\d\d)(?=\d{1,2}:\d\d)/, ' ')
    .replace(/(?<=\b[A-Z]{3})(?=Updated\b)/, ' | ');
  const whole = readDate(
    line
      .replace(publishedBefore, '')
      .replace(/,? \((?:[A-Z]\p{L}+ ?){1,2}\)/u, '')
      // "PTI, May 3, 2022, 10:14 AM IST"
      .replace(/^([A-Z]{2,8}), (?=\p{Lu}?\p{L}*\.? ?\d)/u, (whole, agency) =>
        wireServiceNamed(agency) === null ? whole : '',
      )
      // "ON MAY 3, 2022 12:05 AM IN NEWS"
      .replace(/^ON (.{8,40}) IN [A-Z, ]{3,40}$/, '$1')
      // "Saturday 30 October 2021, 12.01am, The Sentinel"
      .replace(/(?<=\d(?: ?[ap]m)?), \p{Lu}[\p{L} ]{2,30}$/iu, '')
      .replace(/\s\/\s\p{Lu}[\p{L} ]{1,30}$/u, '')
      // "Daily Inquirer / 05:00 AM May 03, 2024"
      .replace(/^(\p{Lu}[\p{L} ]{2,40}) \/ (?=\d)/u, (whole, paper) => (isOutlet(paper) ? '' : whole))
      // "Sunday Magazine, 24 June 2018"
      .replace(/^(?:\p{Lu}\p{L}+ ){1,3}(?:Magazine|Review|Supplement|Weekend), (?=\d)/u, '')
      .replace(/\s*[|•·]\s*|\s\/\s/g, ' '),
  );
  if (whole !== null) return whole;
  let found: DateReading | null = null;
  for (const piece of line.split(dateBreaks)) {
    if (piece === '' || isVagueDate(piece) || isBesideDate(piece)) continue;
    // "Mumbai | May 3, 2022", "India | Press Trust of India | May 3, 2022"
    if (found === null && /^\p{Lu}\p{L}+$/u.test(piece) && /[|•·] .*\d/.test(line)) continue;
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
    /^updated \d{1,2}[:.]\d\d [ap]m\b.{0,40}$/i.test(piece) ||
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
    /^(?:([A-Z][A-Za-z ]{1,24}) [|•·] )?\W{0,2}(?:and )?(?:last )?(?:updated?|modified)(?: on| at)?\s?[:–-]?\s(.{6,60}?)(?: - [A-Z ]{3,30})?$/i.exec(
      line,
    );
  if (match === null) return null;
  // Two words and more may be who wrote it.
  if (match[1]?.includes(' ') && wireServiceNamed(match[1]) === null) return null;
  return readPrintedDay(match[2]!.replace(/\s*[|•·]\s*/g, ' ').replace(/[.)\]]$/, ''));
}

/** "04/10/2024", "Friday 24 January": a day, though nobody can tell of which month, or of which year. */
export function isVagueDate(line: string): boolean {
  if (weekdayAlone.test(line) || dayWithoutYear.test(line)) return true;
  return /^\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?:,? \d{1,2}[:.]\d\d)?$/.test(line);
}

/** "3 OCT, 14:26" */
const dayWithoutYear =
  /^(?:\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec) \d{1,2}),? \d{1,2}[:.]\d\d(?: ?[ap]m)?$/i;

const weekdayAlone =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun),? (?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)$/i;

/** An hour alone, as some pages print it below the day: "7:20 PM MYT". */
export function isClock(line: string): boolean {
  return /^\d{1,2}[:.]\d\d\s?[ap]\.?m\.?(?: [A-Z]{2,4})?$/i.test(line);
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

export function invalidDate(words: string): Problem {
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return {
    code: 'invalid-date',
    span: null,
    message: `"${shown}" is no day of the calendar; give publishedAt as YYYY-MM-DD.`,
  };
}
