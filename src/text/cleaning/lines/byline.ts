import { readDate } from '../../dates.ts';
import { findWireServices, wireServiceNamed } from '../../wire-services.ts';
import { isJob, jobBefore, splitJob } from '../words/jobs.ts';
import { isOutlet } from '../words/outlets.ts';
import { isPersonName, withUsualCapitals } from '../words/person-names.ts';
import { isKnownCity } from '../words/places.ts';
import { publishedBefore } from './date-lines.ts';

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
  const line = copied
    .replace(/^\W{1,3}(?=by )/i, '')
    // "ByJane Doe, New Delhi": the page sets the two apart by style alone.
    .replace(/^By(?=\p{Lu}\p{Ll}+ \p{Lu})/u, 'By ')
    .replace(byTheLine, '');
  const posted = /^(?:(?:posted|published)(?: on| at)? )?(.{6,60}?) by (.{2,80})$/i.exec(line);
  const day = posted === null ? null : readDate(posted[1]!);
  if (posted !== null && day !== null) return { ...readNames(posted[2]!), date: day.value };
  const match =
    /^(?:(?:(?:words(?: (?:and|&) (?:pictures|photographs|photos|images))?|written|compiled|story|report|reporting|reported|interview|review|text|(?:co-?)?authored) )?by|author|from(?= our\b|: ))\b:? (.{2,160})$/i.exec(
      line,
    ) ?? fromPlace.exec(line);
  if (match === null) return null;
  const byline = readNames(match[1]!);
  return byline.names.length > 0 || byline.agencies.length > 0 || byline.isAnonymous ? byline : null;
}

/** > From Ibrahim Musa, Kano */
const fromPlace = /^From (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}, \p{Lu}[\p{L}-]+)$/u;

/** What pages set behind a byline: an address, a count of comments. */
const byTheLine = /\s+(?:\S+@\S+|leave a (?:comment|reply)|\d+ comments?)$/i;

/** The names in a byline's words; what names nobody (a job, a place, a desk) is left out. */
export function readNames(words: string): Byline & { readonly isAnonymous: boolean } {
  const names: string[] = [];
  let isAnonymous = false;
  // A sentence that starts with "By" is prose: "By Monday, Jane Roe had left."
  const cleaned = words.replace(followOffer, ' ').replace(/[=\s]+$|(?<!\b[JS]r)\.$/, '');
  const { words: people, date } = cutDate(cleaned);
  for (const piece of splitNames(people).flatMap(splitJob).map(withoutAgency)) {
    const name = piece
      .replace(/\s@\w{2,30}$/, '')
      .replace(/\s(?:in|at|for|of|IN|AT|FOR|OF)\s.{1,60}$/, '')
      .replace(/\s?\(.{1,60}$/, '')
      .replace(jobBefore, '');
    if (isNamedStaff(piece)) names.push(piece);
    else if (isJob(piece)) isAnonymous = true;
    // "By Jane Doe, New Delhi"
    else if (names.length > 0 && isKnownCity(name.toUpperCase())) continue;
    else if (isPersonName(name)) names.push(withUsualCapitals(name));
  }
  const agencies = [...new Set(findWireServices(cleaned).map((mention) => mention.name))];
  return { names, agencies, date, isAnonymous };
}

/** > RACHEL DUNLEAVY Associated Press      where feeds lose the break between them */
//                   ^^^^^^^^^^^^^^^^^^
function withoutAgency(piece: string): string {
  const agency = findWireServices(piece).at(-1);
  const isBehindName = agency?.end === piece.length && isPersonName(piece.slice(0, agency.start).trim());
  return isBehindName ? piece.slice(0, agency.start).trim() : piece;
}

/** What pages offer beside a name: "Follow You will receive email alerts from this author". */
const followOffer = / Follow(?:ing)?(?: You will receive email alerts from this author)?(?=\s|$)/;

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

export function splitNames(words: string): string[] {
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
export function cutDate(line: string): { words: string; date: string | null } {
  const words = line.replace(/[\s|,;•·(–-]+(?:last )?updated?\b.{0,60}$/i, '');
  for (const match of words.matchAll(
    /\s?[,;|•·]\s?|\s\/\s|\son\s|\s[-–—]?\s?(?=[\d(]|published|posted|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d)/gi,
  )) {
    const found = readDate(
      words
        .slice(match.index + match[0].length)
        .replace(publishedBefore, '')
        .replace(/ [•·] /, ' '),
    );
    if (found !== null) return { words: words.slice(0, match.index), date: found.value };
  }
  return { words, date: null };
}

/** "@janedoe", "@janedoe jane.doe@example.org" */
const addresses = /^(?:@\w{2,30}|\S{2,40}@\S{4,40})(?: (?:@\w{2,30}|\S{2,40}@\S{4,40}))?$/;

/**
 * Whether the line below a byline says what the author is, or for whom and from where: no name, and no story yet.
 *   Court reporter   BBC News, West of England   Millbrook Courier   Reporting from Nairobi   in Nairobi   @janedoe
 */
export function isBelowByline(line: string): boolean {
  if (line.length > 80 || /[.:;!?"“”]$/.test(line)) return false;
  if (addresses.test(line) || /^(?:(?:[Rr]eporting )?from|in) \p{Lu}[\p{L}' ,-]{2,40}$/u.test(line))
    return true;
  const pieces = splitNames(line);
  const known = pieces.filter((piece) => isJob(piece) || isOutlet(piece));
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
