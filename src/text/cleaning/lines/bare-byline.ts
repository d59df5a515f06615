import { wireServiceNamed } from '../../wire-services.ts';
import { isJob, splitJob } from '../words/jobs.ts';
import { isOutlet } from '../words/outlets.ts';
import { isPersonName, withUsualCapitals } from '../words/person-names.ts';
import { isKnownCity } from '../words/places.ts';
import { type Byline, cutDate, splitNames } from './byline.ts';

/**
 * Reads a byline that does without "by", as it stands below many headlines; null where the line may be anything else.
 * It names people and, beside them, only their paper, their job or the day. `isSure` where one of these is there.
 *   Shubhra Rao, TNN | Jul 3, 2015, 04.12 AM IST   Jane Doe, 12.11.2022   Jane Doe, Staff Writer   |   Jane Doe
 *   Jane Doe North of England correspondent   TNN | Jane Doe | Jul 3, 2015   Jane Doe (The Herald)
 */
export function readBareByline(line: string): (Byline & { readonly isSure: boolean }) | null {
  if (line.length > 120 || !/^\p{Lu}/u.test(line) || /[:;!?"“”]$/.test(line)) return null;
  if (/\.$/.test(line) && !/\b[JS]r\.$/.test(line)) return null;
  const { words, date } = cutDate(
    line
      .replace(/ \((?:now|earlier)\)/g, '')
      .replace(/ \(([^()]{2,40})\)$/, (whole, paper) => (isOutlet(paper) ? `, ${paper}` : whole)),
  );
  // Behind the names of "Jane Doe | New Delhi | May 3, 2024" stands where they wrote, before them may stand the paper.
  const columns = words.split(' | ');
  const people = date === null ? words : (columns.find((column) => !isOutlet(column)) ?? '');
  const papers = date === null ? [] : columns.filter((column) => isOutlet(column));
  const pieces = [...splitNames(people).flatMap(splitJob).map(withoutGround), ...papers];
  const names = pieces.filter(isPersonName);
  const others = pieces.filter((piece) => !isPersonName(piece));
  if (names.some((name) => noBareName.test(name))) return null;
  if (!others.every((piece) => isJob(piece) || isOutlet(piece))) return null;
  const isSure = date !== null || others.length > 0;
  // "A Correspondent, 14 May 2022" names nobody, "The Herald" alone is no byline.
  if (names.length === 0 && (date === null || !others.some((piece) => isJob(piece)))) return null;
  // Capitals alone may be a place: "NEW DELHI".
  if (!isSure && !/\p{Ll}/u.test(line)) return null;
  const agencies = others.flatMap((piece) => wireServiceNamed(piece) ?? []);
  return { names: names.map(withUsualCapitals), agencies, date, isSure };
}

/**
 * Reads a name in capitals alone on its line, "JANE DOE"; null where the words are a place's. It may as well be a topic, so
 * who asks must look at what stands around it.
 */
export function readShoutedByline(line: string): Byline | null {
  if (/\p{Ll}/u.test(line) || isKnownCity(line) || placeWords.test(line)) return null;
  const byline = readBareByline(withUsualCapitals(line));
  return byline?.isSure === false ? byline : null;
}

/** Words of which places have one and people hardly ever: "CAPE TOWN", "TEL AVIV", "MEXICO CITY". */
const placeWords =
  /^(?:ADDIS|BANDAR|BUENOS|CAPE|DAR|FORT|HO CHI|LAKE|MOUNT|PHNOM|PORT|RIO|SAINT|SANTA|SANTO|ST|TEL|UNITED)\b|\b(?:ABABA|AIRES|AVIV|BAY|BEACH|CITY|COUNTY|DHABI|FALLS|HARBOU?R|ISLANDS?|KONG|NATIONS|PENH|RAPIDS|REPUBLIC|SPRINGS|TOWN|VALLEY)$/;

/** "Jane Doe at Cinder Lane", "Our reporter in Rome": from where was written. */
function withoutGround(piece: string): string {
  const match = /^(.{5,40}?) (?:at|in|from) \p{Lu}[\p{L}' -]{2,30}$/u.exec(piece);
  return match !== null && (isPersonName(match[1]!) || isJob(match[1]!)) ? match[1]! : piece;
}

/** Where no "by" comes first, also the words that places and labels start with. */
const noBareName =
  /^(?:new|north|south|east|west|san|los|las|hong|kuala|sri|saudi|costa|puerto)\b|\b(?:world|story|share|read|more|photos?|image|video|live|updates?|review|part|chapter|day|house|state|states)\b/i;
