import { type DateReading, readDate } from '../dates.ts';
import { wireServiceNamed } from '../wire-services.ts';

export interface HeaderField {
  readonly kind: 'headline' | 'byline' | 'date' | 'other';
  readonly value: string;
}

/** "Headline: …", "By: Jane Doe", "Date: 2023-10-11". A label before a sentence is prose: "Update: The court has ruled." */
export function readField(line: string): HeaderField | null {
  const match = /^([A-Za-z][A-Za-z ]{1,18}?)\s?:\s?(.{1,300})$/.exec(line);
  if (match === null) return null;
  const kind = fieldKinds[match[1]!.toLowerCase()];
  const value = match[2]!.trim();
  if (kind === undefined || value === '') return null;
  if (kind === 'date' && !/\d/.test(value)) return null;
  if (kind === 'date' && readDate(value) === null && value.length > 40) return null;
  if (kind === 'other' && (value.length > 120 || /[a-z]{3}\.$/.test(value))) return null;
  return { kind, value };
}

const fieldKinds: Readonly<Record<string, HeaderField['kind']>> = {
  headline: 'headline',
  title: 'headline',
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
  dateline: 'other',
  location: 'other',
};

/**
 * A line that is the date, with or without a word before it, and what pages put beside it.
 *   October 11, 2023   Published on 11 Oct 2023, 10:00 GMT   Published: 3 May 2022 | Updated: 4 May 2022   3 May 2022 • 5 min read
 *   10:22 AM PDT · April 16, 2025   May 6, 2024 / 3:15 PM EDT / Example News
 */
export function readDateLine(line: string): DateReading | null {
  if (line.length > 140 || !/\d/.test(line)) return null;
  const whole = readDate(
    line
      .replace(publishedBefore, '')
      .replace(/\s\/\s\p{Lu}[\p{L} ]{1,30}$/u, '')
      // "Sunday Magazine, 24 June 2018"
      .replace(/^(?:\p{Lu}\p{L}+ ){1,3}(?:Magazine|Review|Supplement|Weekend), (?=\d)/u, '')
      .replace(/\s*[|•·]\s*|\s\/\s/g, ' '),
  );
  if (whole !== null) return whole;
  let found: DateReading | null = null;
  for (const piece of line.split(
    /\s*[|•·]\s*|[,;]?(?: [-–—])?\s+(?=\(?(?:last )?updated\b|\d{1,2} min(?:ute)?s? read)/i,
  )) {
    if (piece === '' || readUpdateLine(piece) !== null || isReadingTime(piece) || isPageLabel(piece))
      continue;
    if (wireServiceNamed(piece) !== null) continue;
    const date = readDate(piece.replace(publishedBefore, '').replace(/[.)\]]$/, ''));
    if (date === null) return null;
    found ??= date;
  }
  return found;
}

/** The word before a date that says that it is the day of publication: "First published: ", "Posted on ". */
export const publishedBefore =
  /^\W*(?:(?:first published|published|posted|issued)(?: on| at)?\s?[:–-]?\s?|(?:\p{Lu}\p{Ll}+ ){1,3}News of )/iu;

/**
 * The day, or the instant, of an update ("Updated 3 May 2022, 10:00 GMT"); null where the line says none. When a story was
 * changed is not when it was published.
 */
export function readUpdateLine(line: string): DateReading | null {
  const match =
    /^(?:([A-Z]{2,5}) [|•·] )?\W{0,2}(?:last )?updated(?: on| at)?\s?[:–-]?\s(.{6,60}?)(?: - [A-Z ]{3,30})?$/i.exec(
      line,
    );
  if (match === null || (match[1] !== undefined && wireServiceNamed(match[1]) === null)) return null;
  return readDate(match[2]!.replace(/\s*[|•·]\s*/g, ' ').replace(/[.)\]]$/, ''));
}

/** "5 min read", "Reading time: 5 minutes" */
function isReadingTime(line: string): boolean {
  return /^(?:\d{1,3}[ -]min(?:ute)?s?[ -]read|(?:reading|read) time\s?:? \d{1,3} min(?:ute)?s?(?: read)?)\W?$/i.test(
    line,
  );
}

/** What copy says of its own kind above the headline, and what pages print around the byline. */
export function isLabelLine(line: string): boolean {
  return line.length <= 80 && (labels.test(line) || isPageLabel(line) || isReadingTime(line));
}

const labels =
  /^\W{0,3}(?:(?:for )?(?:immediate|general) (?:press )?release|(?:press|media|news) (?:statement|release|notice|advisory|communiqu[eé])|press information|embargoed (?:until|to|for|till)\b.{0,50}|not for publication before\b.{0,40}|breaking(?: news)?|exclusive|analysis|opinion|explainer|comment|editorial|interview|world(?: news)?|top (?:news|stories)|home|news|local|regional|national|international|health|science|technology|environment|education|culture|entertainment|lifestyle|travel|markets|politics|business|sports?|abstract|full text|special to (?:the )?[A-Z][\w .'’-]{2,40})\W{0,3}$/i;

/** What pages and stations print around the byline: "Published 3 hours ago", "Heard on Morning Edition", "4-Minute Listen". */
export function isPageLabel(line: string): boolean {
  return line.length <= 80 && pageLabels.test(line);
}

const pageLabels =
  /^(?:(?:(?:last )?updated|published|posted)(?: on| at)?:?|(?:(?:(?:last )?updated|published|posted):? )?(?:\d{1,2}|an?|one) (?:min(?:ute)?|hour|hr|day|week|month)s? ago|just now|heard on (?:[A-Z]\p{L}*|of|the|and|all)(?: (?:[A-Z]\p{L}*|of|the|and)){0,5}|\d{1,2}[ -]min(?:ute)? listen|listen(?: to this (?:article|story))?(?: ?[·•|] ?\d{1,2}[:-]\d\d)?)$/iu;

/** What one desk tells another above the headline or below it: "(ATTN: RECASTS headline, lead; ADDS more info throughout)". */
export function isDeskNote(line: string): boolean {
  return /^\((?:ATTN|EDS|Eds|UPDATES?|ADDS|RECASTS|CORRECTS|REPEATS|REFILES|RETRANSMIT\w*|WRITETHRU)\b[^()]{0,200}\)$/.test(
    line,
  );
}

/** "04/10/2024", "Friday 24 January": a day, though nobody can tell of which month, or of which year. */
export function isVagueDate(line: string): boolean {
  if (weekdayAlone.test(line)) return true;
  return /^\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?:,? \d{1,2}[:.]\d\d)?$/.test(line);
}

const weekdayAlone =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)$/i;

/** What a piece is, in a few words, between byline and date: "Parliamentary sketch". */
export function isGenre(line: string): boolean {
  return /^\p{Lu}\p{L}+(?: \p{L}+){0,2}$/u.test(line);
}

/** A call above the headline, in capitals: "SOAP SHOCK". */
export function isKicker(line: string): boolean {
  return line.length <= 30 && /^\p{Lu}{2,}(?: \p{Lu}{2,}){0,3}!?$/u.test(line);
}

/** The topic that pages print above the story: "Peace and Security", "Middle East". */
export function isTopic(line: string): boolean {
  return line.length <= 40 && /^\p{Lu}\p{L}+(?: (?:and|&|of|the|\p{Lu}\p{L}+)){0,4}$/u.test(line);
}
