import type { Dateline } from '../../domain/article.ts';
import { type DateReading, readDate } from '../dates.ts';
import { wireServiceNamed } from '../wire-services.ts';
import { isOutlet } from './outlets.ts';
import { isColonCity, isPlace, isPlaceLabel, isShoutedPlace } from './places.ts';

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
  const head = paragraph.slice(0, longest);
  const undashed = readUndashed(head) ?? readReleaseWire(head) ?? readPointed(head);
  if (undashed !== null) return undashed;
  const separator = separatorPattern.exec(head);
  if (separator === null) return null;
  const slashes = /\/([A-Z]{3,10})\//.exec(separator[0]);
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
  if (found === null || found.place === null || found.date === null || !isPlace(found.place)) return null;
  return { ...found, end: match[0].length };
}

/** A day and a full stop, as the agencies of the east write: "BAKU, October 9. The …" */
function readPointed(head: string): FoundDateline | null {
  const match = /^(\p{Lu}[\p{Lu} ,'’.-]{2,40}, [^.,]{5,20})\. (?=["“«]?\p{Lu}\p{Ll})/u.exec(head);
  if (match === null) return null;
  const { place, date } = splitDate(match[1]!);
  return date !== null && isShoutedPlace(place) ? { place, date, agency: null, end: match[0].length } : null;
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
      paragraph.slice(0, longest),
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

/**
 * Reads a dateline alone on its line, with a date or an agency; null where the line is none.
 *   Rotterdam, 24 March 2024   LONDON (Reuters)   PARIS, Oct 3 (AFP) -   NIIGATA, Japan - Kyodo News - Oct 17, 2025 - 17:58
 */
export function readDatelineAlone(line: string): Dateline | null {
  if (line.length > longest) return null;
  const dashed = readDashedLine(line);
  if (dashed !== null) return dashed;
  const found = readWords(line.replace(/(?:\s?[-–—―_:]{1,2}|\.)$/, ''), null);
  if (found === null || found.place === null || !isPlace(found.place)) return null;
  const hasAgency = found.agency !== null && wireServiceNamed(found.agency) !== null;
  return hasAgency || (found.date !== null && !isOutlet(found.place)) ? found : null;
}

/** Place, agency, day and hour with dashes between: "ADDIS ABABA/NAIROBI — March 21, 2025". */
function readDashedLine(line: string): Dateline | null {
  const [place, ...rest] = line.split(/ [-–—] /);
  if (
    place === undefined ||
    rest.length === 0 ||
    !isPlace(place) ||
    isOutlet(place) ||
    !/\p{Lu}{3}/u.test(place)
  )
    return null;
  let agency: string | null = null;
  let date: string | null = null;
  for (const piece of rest) {
    const service = wireServiceNamed(piece);
    if (service !== null) agency ??= service;
    else if (readDate(piece) !== null) date ??= piece;
    else if (!/^\d{1,2}[:.]\d\d$/.test(piece)) return null;
  }
  return agency === null && date === null ? null : { place, date, agency };
}

/**
 * Reads a place alone on its line above the story: in capitals, or capitals first and nothing else.
 *   ARTVIN / ISTANBUL   NAIROBI, Kenya
 */
export function readPlaceAlone(line: string): Dateline | null {
  if (line.length > 40 || isPlaceLabel(line) || isOutlet(line)) return null;
  const place = line.replaceAll(' / ', '/');
  return isShoutedPlace(place) ? { place: line, date: null, agency: null } : null;
}

/** Reads a place and its region alone on a line, in small letters: "Pontianak, West Kalimantan". */
export function readQuietPlaceAlone(line: string): Dateline | null {
  const isPair =
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}, \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}$/u;
  return line.length <= 60 && isPair.test(line) ? { place: line, date: null, agency: null } : null;
}

/** What ends a dateline: a dash (in old copy behind a point, at AP of old an underscore), a colon, an agency in slashes. */
const separatorPattern =
  /(?:\s(?:-{1,2}|[–—―_])|[—―]|(?<=[\p{L}\d.)])--|(?<=\))\.?[-–]|:)\s?(?=\S)|\s?\/(?:[A-Z]{3,10})\/[.,]?\s?-{0,2}\s?/u;

/** Place, date and agency of the words before the dash; brackets hold an agency, or it is no dateline: "Smith (R-Ky.) - …". */
function readWords(words: string, agencyInSlashes: string | null): Dateline | null {
  const parts = /^(.*?)\s?(?:\(([^()]{2,40})\))?$/.exec(bracketLast(words.trim()));
  if (parts === null) return null;
  const bracket = agencyInSlashes ?? parts[2] ?? null;
  const agency =
    bracket === null ? null : (wireServiceNamed(bracket) ?? (outlet.test(bracket) ? bracket : null));
  if (bracket !== null && agency === null) return null;
  const { place, date } = splitDate(parts[1]!.trim());
  if (place === '' && agency === null) return null;
  return { place: place === '' ? null : place, date, agency };
}

/** "Orléans, France (AFP) Jan 21, 2025", "PARIS (AFP), May 3" and "TOYAMA, Japan, Feb. 2, Kyodo" with the agency in brackets at the end. */
function bracketLast(words: string): string {
  const inside = /^([^()]+) (\([A-Za-z]{2,12}\)),? ([^()]{5,24})$/.exec(words);
  if (inside !== null && readDate(inside[3]!) !== null) return `${inside[1]}, ${inside[3]} ${inside[2]}`;
  const behind = /^(.+), (\p{Lu}\p{L}+)$/u.exec(words);
  const hasDay = behind !== null && wireServiceNamed(behind[2]!) !== null && datePattern.test(behind[1]!);
  return hasDay ? `${behind[1]} (${behind[2]})` : words;
}

/** "TEL AVIV/WASHINGTON, Sept. 30, 2023 (Agence France-Presse) —" has some sixty letters. */
const longest = 110;

/** What a station or paper puts in the brackets: "(CNN)", "(BBC News)", "(Kyiv Post)". */
const outlet =
  /^(?:[A-Z]{2,6}|[A-Z][\w.]+(?: [A-Z][\w.]+){0,2} ?(?:News|Post|Times|Agency|Press|Wire|Service))$/;

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const datePattern = new RegExp(
  `(?:^|,? )(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]{0,2} )?((?:${month} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${month})(?:,? \\d{4})?)[.,]?$`,
  'i',
);

function splitDate(words: string): { place: string; date: string | null } {
  const match = datePattern.exec(words);
  if (match === null) return { place: words.replace(/,$/, ''), date: null };
  return { place: words.slice(0, match.index).replace(/,$/, '').trim(), date: match[1]! };
}
