import type { Dateline } from '../../../domain/article.ts';
import { type DateReading, readDate } from '../../dates.ts';
import { wireServiceNamed } from '../../wire-services.ts';
import { isOutlet } from '../words/outlets.ts';
import { isColonCity, isPlace, isPlaceLabel, isShoutedPlace } from '../words/places.ts';
import { longestDateline, readWords, splitDate } from './dateline-words.ts';

export interface FoundDateline extends Dateline {
  /** Where the lede starts behind it. */
  readonly end: number;
}

/**
 * Reads the dateline that opens a story; null where there is none.
 *   JAKARTA, Oct 3 (Reuters) - The …   LONDON (AP) — The …   OHIO CITY, Ohio (AP) _ The …   PARIS, Aug. 17.--The …
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^^
 *   MOSCOW, October 11. /TASS/. The …   NEW DELHI: The …   WASHINGTON — The …   (Reuters) - The …
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^         ^^^^^^^^^^^^         ^^^^^^^^^^^
 *   Lucknow, May 6 (PTI) The …
 *   ^^^^^^^^^^^^^^^^^^^^^
 */
export function readDateline(paragraph: string): FoundDateline | null {
  const head = paragraph.slice(0, longestDateline);
  const undashed =
    readUndashed(head) ??
    readReleaseWire(head) ??
    readPointed(head) ??
    readAgencyFirst(head) ??
    readBracketed(head);
  if (undashed !== null) return undashed;
  const separator = separatorPattern.exec(head);
  if (separator === null) return null;
  const slashes = new RegExp(agencyInSlashes).exec(separator[0]);
  const found = readWords(head.slice(0, separator.index), slashes?.[1] ?? null);
  if (found === null) return null;
  const { place, date, agency } = found;
  const isStrong = agency !== null || date !== null;
  // "SIEGEL--You said …" is a speaker's label.
  if (!isStrong && /^--/.test(separator[0])) return null;
  if (place !== null && !(isStrong ? isPlace(place) : isShoutedPlace(place))) return null;
  if (separator[0].startsWith(':') && (agency !== null || date === null)) {
    // "New Delhi (PTI): The …", but a name with anything else in brackets is a speaker's label.
    if (agency !== null && wireServiceNamed(agency) === null) return null;
    if (place === null || !isColonCity(agency === null ? place : place.toUpperCase())) return null;
  }
  return { ...found, end: separator.index + separator[0].length };
}

/** Place, date and a wire service in brackets need no dash behind them. */
function readUndashed(head: string): FoundDateline | null {
  const match = /^[^()]{6,80} \(([A-Z]{2,8})\) (?=["“‘'\p{Lu}\d])/u.exec(head);
  if (match === null) return null;
  const found = readWords(match[0], null);
  if (found === null || found.place === null || !isPlace(found.place)) return null;
  // "Washington (CNN) The …": of others a day shows that it is no party in brackets behind a name.
  return found.date === null && match[1] !== 'CNN' ? null : { ...found, end: match[0].length };
}

/** The agency first, as in Italy. */
function readAgencyFirst(head: string): FoundDateline | null {
  const match = /^\(([A-Za-z]{2,16})\) ?[-–—] ?(.{3,60}?) [-–—] (?=\S)/.exec(head);
  const agency = wireServiceNamed(match?.[1] ?? '');
  if (match === null || agency === null) return null;
  const { place, date } = splitDate(match[2]!);
  return date !== null && isPlace(place) ? { place, date, agency, end: match[0].length } : null;
}

/** A day and a full stop, as the agencies of the east write: "BAKU, October 9. The …", "YEREVAN, MAY 3, ARMENPRESS. The …" */
function readPointed(head: string): FoundDateline | null {
  const match =
    /^(\p{Lu}[\p{Lu} ,'’.-]{2,40}(?:, \p{Lu}\p{Ll}+)?, [^.,]{5,20}?)(?:, (\p{Lu}{4,12}))?\. (?=["“«]?\p{Lu}\p{Ll})/u.exec(
      head,
    );
  if (match === null) return null;
  const { place, date } = splitDate(match[1]!);
  const agency = match[2] === undefined ? null : (wireServiceNamed(match[2]) ?? match[2]);
  return date !== null && isShoutedPlace(place) ? { place, date, agency, end: match[0].length } : null;
}

/** Place and day in brackets, as rights groups write: "(Nairobi) – The …", "(New York, May 3, 2024) – The …" */
function readBracketed(head: string): FoundDateline | null {
  const match = /^\((\p{Lu}[^()]{2,40})\) [–—-] (?=["“‘'\p{Lu}\d])/u.exec(head);
  if (match === null || wireServiceNamed(match[1]!) !== null) return null;
  const { place, date } = splitDate(match[1]!);
  const isNamed =
    /\p{Ll}/u.test(place) && isPlace(place) && !isOutlet(place) && !isPlaceLabel(place.toUpperCase());
  return isNamed ? { place, date, agency: null, end: match[0].length } : null;
}

/** What firms send: "SANTIAGO, Chile & TORONTO--(BUSINESS WIRE)--Acme …", "LONDON, May 3, 2024 /PRNewswire/ -- Acme …". */
function readReleaseWire(head: string): FoundDateline | null {
  const match =
    /^([^()"“”/]{3,70}?)(?:,? ?-{1,2} ?\(([A-Z][A-Za-z ]{3,16})\) ?-{1,2} ?| \/([A-Z]\w{3,14})\/ -{1,2} )/.exec(
      head,
    );
  const agency = wireServiceNamed(match?.[2] ?? match?.[3] ?? '');
  if (match === null || agency === null) return null;
  const { place, date } = splitDate(match[1]!.trim());
  return isPlace(place.replaceAll(' & ', ', ')) ? { place, date, agency, end: match[0].length } : null;
}

/**
 * Reads a dateline of a city and its country, or of a city known for it, in small letters. Only of a story that has a
 * headline or a byline: in a bare transcript "Dubai:" may be who speaks.
 *   Beirut, Lebanon – On the wall …   Dubai: The authority …   IPOH: A floodgate …
 *   ^^^^^^^^^^^^^^^^^                 ^^^^^^                   ^^^^^
 */
export function readQuietDateline(paragraph: string, hasSpeakers: boolean): FoundDateline | null {
  const match =
    /^(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2})(?:(, \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}) [–—-] |: )(?=["“‘'\p{Lu}\d])/u.exec(
      paragraph.slice(0, longestDateline),
    );
  if (match === null) return null;
  const isShouted = isShoutedPlace(match[1]!) && !hasSpeakers;
  const isKnown = match[2] !== undefined || isShouted || isColonCity(match[1]!.toUpperCase());
  if (!isKnown) return null;
  return { place: match[1]! + (match[2] ?? ''), date: null, agency: null, end: match[0].length };
}

/** The day that a dateline says; its value null where no year has it ("31 June"), null where only the year is missing. */
export function readDatelineDay(date: string): DateReading | null {
  const day = readDate(date);
  if (day !== null) return day;
  // A leap year has every day that any year has.
  const inLeapYear = readDate(`${date} 2024`);
  return inLeapYear?.value === null ? inLeapYear : null;
}

/** "/TASS/", "/NIAT Khovar/" */
const agencyInSlashes = /\/([A-Z]{3,10}|[A-Z][A-Za-z]{2,12}(?: [A-Z][a-z]{2,12})?)\//.source;

/** What ends a dateline: a dash (in old copy behind a point, at AP of old an underscore), a colon, an agency in slashes. */
const separatorPattern = new RegExp(
  String.raw`(?:\s(?:-{1,2}|[–—―_])|[—―]|(?<=[\p{L}\d.)])--|(?<=\))\.?[-–]|:)\s?(?=\S)|\s?${agencyInSlashes.replace('(', '(?:')}[.,]?\s?[-–]{0,2}\s?`,
  'u',
);
