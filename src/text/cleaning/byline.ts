import { readDate } from '../dates.ts';
import { findWireServices, wireServiceNamed } from '../wire-services.ts';
import { publishedBefore } from './header-lines.ts';
import { isOutlet } from './outlets.ts';
import { isKnownCity } from './places.ts';

export interface Byline {
  readonly names: readonly string[];
  readonly agencies: readonly string[];
  /** A date that stands in the same line. */
  readonly date: string | null;
}

/**
 * Reads a line that says who wrote the story; null where it is none.
 *   By Jane Doe   By JANE DOE and John Roe, Associated Press   By Jane Doe in Rome | 3 May 2022   By Reuters
 *   Interview by Jane Doe   Posted on May 4, 2022 by Jane Doe
 */
export function readByline(copied: string): Byline | null {
  if (copied.length > 240) return null;
  const line = copied.replace(/^\W{1,3}(?=by )/i, '').replace(byTheLine, '');
  const posted = /^(?:(?:posted|published)(?: on| at)? )?(.{6,60}?) by (.{2,80})$/i.exec(line);
  const day = posted === null ? null : readDate(posted[1]!);
  if (posted !== null && day !== null) return { ...readNames(posted[2]!), date: day.value };
  const match =
    /^(?:(?:(?:words|written|compiled|story|report|reporting|reported|interview|review|text|(?:co-?)?authored) )?by|author|from(?= our\b|: ))\b:? (.{2,160})$/i.exec(
      line,
    );
  if (match === null) return null;
  const byline = readNames(match[1]!);
  return byline.names.length > 0 || byline.agencies.length > 0 || byline.isAnonymous ? byline : null;
}

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
  if (!others.every((piece) => staff.test(piece) || isOutlet(piece))) return null;
  const isSure = date !== null || others.length > 0;
  // "A Correspondent, 14 May 2022" names nobody, "The Herald" alone is no byline.
  if (names.length === 0 && (date === null || !others.some((piece) => staff.test(piece)))) return null;
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
  return match !== null && (isPersonName(match[1]!) || staff.test(match[1]!)) ? match[1]! : piece;
}

/** What pages set behind a byline: an address, a count of comments. */
const byTheLine = /\s+(?:\S+@\S+|leave a (?:comment|reply)|\d+ comments?)$/i;

/** The names in a byline's words; what names nobody (a job, a place, a desk) is left out. */
export function readNames(words: string): Byline & { readonly isAnonymous: boolean } {
  const names: string[] = [];
  let isAnonymous = false;
  // A sentence that starts with "By" is prose: "By Monday, Jane Roe had left."
  const cleaned = words.replace(followOffer, ' ').replace(/[=\s]+$|(?<!\b[JS]r)\.$/, '');
  const { words: people, date } = cutDate(cleaned);
  for (const piece of splitNames(people).flatMap(splitJob)) {
    const name = piece
      .replace(/\s(?:in|at|for|of)\s.{1,60}$/, '')
      .replace(/\s?\(.{1,60}$/, '')
      .replace(jobBefore, '');
    if (isNamedStaff(piece)) names.push(piece);
    else if (staff.test(piece)) isAnonymous = true;
    else if (isPersonName(name)) names.push(withUsualCapitals(name));
  }
  const agencies = [...new Set(findWireServices(cleaned).map((mention) => mention.name))];
  return { names, agencies, date, isAnonymous };
}

/** What pages offer beside a name: "Follow You will receive email alerts from this author". */
const followOffer = / Follow(?:ing)?(?: You will receive email alerts from this author)?(?=\s|$)/;

function splitNames(words: string): string[] {
  return words
    .split(/\s(?:and|&)\s|[,;|•·/]|\s[-–—]\s/i)
    .map((piece) => piece.trim().replace(/^with (?=\p{Lu})/u, ''))
    .filter((piece) => piece !== '');
}

/**
 * Cuts the date off the end of a byline.
 *   By Jane Doe | Published: May 18, 2024 | Updated: May 19, 2024
 *              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function cutDate(line: string): { words: string; date: string | null } {
  const words = line.replace(/[\s|,;•·(]+(?:last )?updated\b.{0,60}$/i, '');
  for (const match of words.matchAll(/\s?[,;|•·]\s?|\s\/\s|\son\s|\s[-–—]?\s?(?=[\d(]|published|posted)/gi)) {
    const found = readDate(words.slice(match.index + match[0].length).replace(publishedBefore, ''));
    if (found !== null) return { words: words.slice(0, match.index), date: found.value };
  }
  return { words, date: null };
}

/**
 * Whether the line below a byline says what the author is, or for whom and from where: no name, and no story yet.
 *   Court reporter   BBC News, West of England   Millbrook Courier   Reporting from Nairobi   in Nairobi   @janedoe
 */
export function isBelowByline(line: string): boolean {
  if (line.length > 80 || /[.:;!?"“”]$/.test(line)) return false;
  if (/^@\w{2,30}$/.test(line) || /^(?:(?:[Rr]eporting )?from|in) \p{Lu}[\p{L}' ,-]{2,40}$/u.test(line))
    return true;
  const pieces = splitNames(line);
  const known = pieces.filter((piece) => staff.test(piece) || isOutlet(piece));
  // What stands beside the outlet or the job is a place: words with capitals.
  return (
    known.length > 0 &&
    pieces.every(
      (piece) =>
        known.includes(piece) ||
        /^\p{Lu}[\p{L}.'’-]*(?: (?:of|the|and|\p{Lu}[\p{L}.'’-]*)){0,4}$/u.test(piece),
    )
  );
}

/**
 * Parts a name from the job that follows it without a comma. The job starts with a word of desks, or a word without a
 * capital, or else is one place before the noun.
 *   Jane Doe North of England correspondent   Jane Doe Berlin correspondent
 *            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^
 */
function splitJob(piece: string): string[] {
  if (piece.length > 100 || !jobEnd.test(piece)) return [piece];
  const words = piece.split(' ');
  // "Local Democracy Reporter" is a job alone.
  if (deskWord.test(words[0]!)) return [piece];
  const found = words.findIndex(
    (word, index) => index >= 2 && (deskWord.test(word) || (/^\p{Ll}/u.test(word) && !particle.test(word))),
  );
  const isNoun = found === words.length - 1;
  const at = isNoun && words.length > 3 && /^\p{Lu}/u.test(words[found - 1]!) ? found - 1 : found;
  // Before the job may stand the paper: "Jane Doe Observer senior reporter".
  for (const end of [at, at - 1]) {
    const name = words.slice(0, Math.max(end, 0)).join(' ');
    if (isPersonName(name)) return [name, words.slice(end).join(' ')];
  }
  return [piece];
}

/** "Health reporter Jane Doe", "our special correspondents Jane Doe and John Roe" */
const jobBefore =
  /^(?:our |the )?(?:[A-Za-z]+ ){0,2}(?:correspondent|editor|reporter|writer|columnist|critic)s? (?=\p{Lu})/u;

const jobEnd = / (?:correspondent|editor|reporter|writer|columnist|critic)$/i;

const deskWord =
  /^(?:north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|central|middle|latin|senior|chief|deputy|assistant|associate|special|staff|political|politics|diplomatic|foreign|home|health|medical|science|environment|climate|energy|economics?|business|financial|consumer|money|education|legal|court|crime|media|sports?|football|cricket|defen[cs]e|security|social|community|technology|transport|culture|arts|music|film|theatre|global|international|national|regional|local|royal|religi\w+|rural|data|investigat\w+|public|government|agricultur\w+|farming|courts|housing|schools|digital|multimedia|news|lead|group|city|county|africa|asia|europe|uk|us|correspondent|editor|reporter|writer|columnist|critic)$/i;

/** "Al Jazeera Staff" names who wrote it; "Staff", "Our staff" and "Web Staff" name nobody. */
function isNamedStaff(words: string): boolean {
  const match = /^((?:[A-Z][\w.'’-]* ){1,4})Staff$/.exec(words);
  if (
    match === null ||
    /^(?:The|Our|A|An|By|Web|News|Online|City|Foreign|Sports|Digital|Editorial)\b/.test(words)
  )
    return false;
  return wireServiceNamed(match[1]!) === null;
}

const staff =
  /^(?:our |the |a |[\w. ]{1,30} )?(?:staff(?: (?:reporter|writer|correspondent)s?)?|(?:special )?correspondents?|reporters?|writers?|(?:news )?agenc(?:y|ies)|wire services|(?:web |news |online |city |foreign )?(?:desk|bureau|team|newsroom|service)|editorial board|special correspondent|editors?|contributors?|columnist)$/i;

/** Words of jobs and outlets: what holds one of them is no person's name. */
const noName =
  /\b(?:press|news|courier|herald|tribune|gazette|telegraph|chronicle|guardian|observer|examiner|inquirer|sentinel|dispatch|bulletin|advertiser|broadcasting|television|radio|magazine|newspapers?|media|network|online|staff|correspondent|reporter|editor|writer|staff|agency|service|times|post|desk|bureau|associated|contributor|columnist|international|bbc|cnn|reuters|afp|minister|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|the|university|political|economics|business|chief|senior)\b/i;

/** Where no "by" comes first, also the words that places and labels start with. */
const noBareName =
  /^(?:new|north|south|east|west|san|los|las|hong|kuala|sri|saudi|costa|puerto)\b|\b(?:world|story|share|read|more|photos?|image|video|live|updates?|review|part|chapter|day|house|state|states)\b/i;

const particle = /^(?:de|da|del|della|di|van|von|der|den|la|le|al|el|bin|ibn|dos|du|y|ter|zu|mc)$/;

/** Two to five words, each with a capital or a particle of names: "Jane Doe", "JEAN-LUC DE LA TOUR", "J. K. Roe". */
function isPersonName(words: string): boolean {
  if (words.length > 50 || noName.test(words)) return false;
  const parts = words.split(' ');
  if (parts.length < 2 || parts.length > 5) return false;
  // "ABC Kimberley" is a station.
  if (/^[A-Z]{3,5}$/.test(parts[0]!) && /\p{Ll}/u.test(words)) return false;
  return parts.every(
    (part, index) =>
      /^(?:(?:al|el|ul|ben)-)?\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(part) || (index > 0 && particle.test(part)),
  );
}

/** "JANE O'NEILL-DOE" → "Jane O'Neill-Doe". Initials and names with small letters stay. */
function withUsualCapitals(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.replace(/\p{Lu}[\p{Lu}\p{M}]+/gu, (word) => {
    if (particle.test(word.toLowerCase())) return word.toLowerCase();
    const lowered = word[0] + word.slice(1).toLowerCase();
    return /^Mc\p{L}{3}/u.test(lowered) ? `Mc${lowered[2]!.toUpperCase()}${lowered.slice(3)}` : lowered;
  });
}
