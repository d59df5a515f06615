import type { Dateline } from '../../../domain/article.ts';
import { wireServiceNamed } from '../../wire-services.ts';
import { isOutlet } from '../words/outlets.ts';
import { isPlace, isPlaceLabel, isShoutedPlace } from '../words/places.ts';
import { readWords, splitDate } from './dateline-words.ts';

export interface FoundDateline extends Dateline {
  /** Where the lede starts behind it. */
  readonly end: number;
}

/** Reads a dateline that needs no dash to be known, as single agencies write it; null where none is. */
export function readFormedDateline(head: string): FoundDateline | null {
  return (
    readRegional(head) ??
    readUndashed(head) ??
    readReleaseWire(head) ??
    readPointed(head) ??
    readNamedBehind(head) ??
    readAgencyFirst(head) ??
    readBracketed(head)
  );
}

/** Region and country in brackets of their own: "Nashik (Maharashtra) [India], November 12 (ANI): The …" */
function readRegional(head: string): FoundDateline | null {
  const match =
    /^(\p{Lu}[\p{L} .'-]{1,30}?(?: \(\p{Lu}[\p{L} ]{2,30}\))? \[\p{Lu}[\p{L} ]{2,30}\]), ([^()[\]]{5,20}) \(([A-Z]{2,8})\)[:.]?(?: [-–—])? /u.exec(
      head,
    );
  const date = match === null ? null : splitDate(`, ${match[2]}`).date;
  if (match === null || date === null) return null;
  return { place: match[1]!, date, agency: wireServiceNamed(match[3]!) ?? match[3]!, end: match[0].length };
}

/** The agency behind the day or the place without brackets: "BAKU, Nov. 12, Trend: The …", "Baku, May 3, AZERTAC The …", "ASTANA. KAZINFORM The …" */
function readNamedBehind(head: string): FoundDateline | null {
  const match =
    /^(\p{Lu}[^()"“”:]{3,50}?)(?:,|\.) (\p{Lu}[\p{L}-]{3,16})(?::| [-–—])? (?=["“‘'\p{Lu}\d])/u.exec(head);
  const agency = wireServiceNamed(match?.[2] ?? '');
  if (match === null || agency === null) return null;
  const { place, date } = splitDate(match[1]!);
  const isNamed = date === null ? isShoutedPlace(place) : isPlace(place);
  return isNamed ? { place, date, agency, end: match[0].length } : null;
}

/** Place, date and a wire service in brackets need no dash behind them. */
function readUndashed(head: string): FoundDateline | null {
  const match =
    /^[^()]{6,80} \(([A-Z]{2,8}|\p{Lu}[\p{L}-]+(?: \p{Lu}\p{L}+)?)\)[.:;]? (?=["“‘'\p{Lu}\d])/u.exec(head);
  if (match === null) return null;
  if (!/^[A-Z]{2,8}$/.test(match[1]!) && wireServiceNamed(match[1]!) === null) return null;
  const found = readWords(match[0].replace(/[.:;]? $/, ''), null);
  if (found === null || found.place === null || !isPlace(found.place)) return null;
  // "Washington (CNN) The …": of others a day shows that it is no party in brackets behind a name.
  return found.date === null && match[1] !== 'CNN' ? null : { ...found, end: match[0].length };
}

/** The agency first, as in Italy, or alone: "(CNN)The …" */
function readAgencyFirst(head: string): FoundDateline | null {
  const alone = /^\((CNN|AP|AFP|Reuters)\) ?(?=\p{Lu})/u.exec(head);
  if (alone !== null) return { place: null, date: null, agency: alone[1]!, end: alone[0].length };
  const match = /^\(([A-Za-z]{2,16})\) ?[-–—] ?(.{3,60}?) [-–—] (?=\S)/.exec(head);
  const agency = wireServiceNamed(match?.[1] ?? '');
  if (match === null || agency === null) return null;
  const { place, date } = splitDate(match[2]!);
  return date !== null && isPlace(place) ? { place, date, agency, end: match[0].length } : null;
}

/** A day and a full stop, as the agencies of the east write: "BAKU, October 9. The …", "YEREVAN, MAY 3, ARMENPRESS. The …" */
function readPointed(head: string): FoundDateline | null {
  const match =
    /^(\p{Lu}[\p{Lu} ,'’.-]{2,40}(?:, \p{Lu}\p{Ll}+)?, [^.,]{5,20}?)(?:, (\p{Lu}{4,12}))?\. (?=["“«]?\p{Lu}[\p{Ll} ])/u.exec(
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
