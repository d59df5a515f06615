import { type DateReading, readDate } from '../../dates.ts';
import { wireServiceNamed } from '../../wire-services.ts';
import { isColonCity, isKnownCity, isPlace, isShoutedPlace } from '../words/places.ts';
import { type FoundDateline, readFormedDateline } from './dateline-forms.ts';
import { longestDateline, readWords, splitDate } from './dateline-words.ts';

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
  const formed = readFormedDateline(head);
  if (formed !== null) return formed;
  const separator = separatorPattern.exec(head);
  if (separator === null) return null;
  const slashes = new RegExp(agencyInSlashes).exec(separator[0]);
  const found = readWords(head.slice(0, separator.index), slashes?.[1] ?? null);
  if (found === null) return null;
  const { place, date, agency } = found;
  const isStrong = agency !== null || date !== null;
  // "SIEGEL--You said …" is a speaker's label.
  if (!isStrong && /^--/.test(separator[0])) return null;
  if (separator[0].includes('|') && (place === null || !isShoutedPlace(place))) return null;
  if (place !== null && !(isStrong ? isPlace(place) : isShoutedPlace(place))) return null;
  if (separator[0].startsWith(':') && (agency !== null || date === null)) {
    // "New Delhi (PTI): The …", but a name with anything else in brackets is a speaker's label.
    const isWire = agency !== null && wireServiceNamed(agency) !== null;
    if (agency !== null && !isWire) return null;
    const isWhole = isWire && date !== null;
    if (place === null) return null;
    if (!isWhole && !isColonCity(agency === null ? place : place.toUpperCase())) return null;
  }
  return { ...found, end: separator.index + separator[0].length };
}

/**
 * Reads a dateline of a city and its country, or of a city known for it, in small letters. Only of a story that has a
 * headline or a byline: in a bare transcript "Dubai:" may be who speaks.
 *   Beirut, Lebanon – On the wall …   Dubai: The authority …   IPOH: A floodgate …   Lagos – The ferry …   Kathmandu, May 3 The …
 *   ^^^^^^^^^^^^^^^^^                 ^^^^^^                   ^^^^^                 ^^^^^^^              ^^^^^^^^^^^^^^^^
 */
export function readQuietDateline(paragraph: string, hasSpeakers: boolean): FoundDateline | null {
  const head = paragraph.slice(0, longestDateline);
  const match = quiet.exec(head);
  if (match === null) return null;
  const [whole, city, country, mark] = match;
  const name = city!.toUpperCase();
  const isDash = /[–—-]/.test(mark!);
  const isShouted = isShoutedPlace(city!) && !hasSpeakers;
  const isNamed = country !== undefined || isKnownCity(name);
  const isSure = isDash ? isNamed : isShouted || isColonCity(name) || (isNamed && isKnownCity(name));
  if (isSure) return { place: city! + (country ?? ''), date: null, agency: null, end: whole.length };
  return null;
}

/** > Chandigarh, November 12 The …    Kampala. The …     of known cities alone */
export function readBareDateline(paragraph: string): FoundDateline | null {
  const head = paragraph.slice(0, longestDateline);
  const match = pointed.exec(head);
  if (match !== null && pointCities.test(match[1]!))
    return { place: match[1]!, date: null, agency: null, end: match[0].length };
  const dated = datedOnly.exec(head);
  if (dated === null || !isKnownCity(dated[1]!.toUpperCase())) return null;
  const { place, date } = splitDate(`${dated[1]}, ${dated[2]}`);
  return date === null ? null : { place, date, agency: null, end: dated[0].length };
}

const quiet =
  /^(\p{Lu}[\p{L}'’.-]+(?: (?:es |de |of )?\p{Lu}[\p{L}'’.-]+){0,2})(, \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2})?( [–—-] |: )(?=["“‘'\p{Lu}\d])/u;

const pointed = /^(\p{Lu}[\p{L} ]{3,20})\. (?=["“‘'\p{Lu}\d])/u;

/** Where papers of East Africa set a full stop behind the place. */
const pointCities =
  /^(?:Arusha|Dar es Salaam|Dodoma|Eldoret|Entebbe|Gulu|Jinja|Kampala|Kigali|Kisumu|Mbarara|Mombasa|Mwanza|Nairobi|Nakuru|Zanzibar)$/i;

const datedOnly = /^(\p{Lu}[\p{L} ]{3,20}), (\p{Lu}\p{L}{2,8}\.? \d{1,2}) (?=\p{Lu}(?:\p{Ll}| ))/u;

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

/** What ends a dateline: a dash (in old copy behind a point, at AP of old an underscore, in copy that was read wrongly a mark), a colon, an agency in slashes. */
const separatorPattern = new RegExp(
  String.raw`(?:(?<=\))\s"(?=\s)|\s\|\s\p{Lu}[\p{Lu} ]{1,20}(?=\s\|)\s\||\s(?:-{1,2}|[–—―_|])|[—―]|(?<=\p{Lu}{3})-(?=\s)|(?<=[\p{L}\d.)])--|(?<=\))\.?[-–]|:)\s?(?=\S)|\s?${agencyInSlashes.replace('(', '(?:')}[.,]?\s?[-–]{0,2}\s?`,
  'u',
);
