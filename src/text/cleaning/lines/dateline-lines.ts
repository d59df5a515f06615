import type { Dateline } from '../../../domain/article.ts';
import { readDate } from '../../dates.ts';
import { wireServiceNamed } from '../../wire-services.ts';
import { isOutlet } from '../words/outlets.ts';
import { isColonCity, isPlace, isPlaceLabel, isShoutedPlace } from '../words/places.ts';
import { longestDateline, readWords } from './dateline-words.ts';

/**
 * Reads a dateline alone on its line, with a date or an agency; null where the line is none.
 *   Rotterdam, 24 March 2024   Kendari, Southeast Sulawesi ● Fri, May 3, 2024   LONDON (Reuters)   PARIS, Oct 3 (AFP) -   ISLAMABAD:   NIIGATA, Japan - Kyodo News - Oct 17, 2025 - 17:58
 */
export function readDatelineAlone(line: string): Dateline | null {
  if (line.length > longestDateline) return null;
  const dotted = /^(.{3,50}) [●•] (.{8,30})$/u.exec(line);
  if (dotted !== null && isPlace(dotted[1]!) && readDate(dotted[2]!) !== null)
    return { place: dotted[1]!, date: dotted[2]!, agency: null };
  const dashed = readDashedLine(line);
  if (dashed !== null) return dashed;
  if (line.endsWith(':') && isColonCity(line.slice(0, -1)))
    return { place: line.slice(0, -1), date: null, agency: null };
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
  return isShoutedPlace(place) && !isShoutedHeadline(place)
    ? { place: line, date: null, agency: null }
    : null;
}

/** "COUNCIL WINS AWARD": places of more than two words have a region behind a comma, or a first word of few. */
const isShoutedHeadline = (line: string): boolean =>
  /^\S+ \S+ [^/,]+$/.test(line) &&
  !/^(?:RIO|SAN|SANTA|SAO|LOS|LAS|NEW|PORT|CAPE|DAR|HO|KOTA|ST\.?|SAINT|FORT|EAST|WEST|NORTH|SOUTH|TEL|STRATFORD|ABU)\b/.test(
    line,
  );

/**
 * Reads what a network sets on lines of their own above the story, the place above its name where it gives one.
 *   Washington / CNN / —
 */
export function readNetworkAlone(line: string, above: string | null): Dateline | null {
  if (!/^CNN(?: ?[—–-]{1,2})?$/.test(line)) return null;
  const place = above !== null && above.length <= 30 && isPlace(above) && !isOutlet(above) ? above : null;
  return { place, date: null, agency: 'CNN' };
}

/** Reads a place and its region alone on a line, in small letters: "Pontianak, West Kalimantan". */
export function readQuietPlaceAlone(line: string): Dateline | null {
  const isPair =
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}, \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}$/u;
  return line.length <= 60 && isPair.test(line) ? { place: line, date: null, agency: null } : null;
}
