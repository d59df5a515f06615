import type { Dateline, RemovalReason } from '../../../domain/article.ts';
import { type DateReading, parseDate, readDate } from '../../dates.ts';
import { isCaption, isCaptionLabel } from '../../paragraphs.ts';
import { findWireServices, wireServiceNamed } from '../../wire-services.ts';
import { boilerplateReason } from '../boilerplate/boilerplate.ts';
import { readBareByline, readShoutedByline } from '../lines/bare-byline.ts';
import { isBelowByline, readByline, readNames } from '../lines/byline.ts';
import { readCreditLine } from '../lines/credit.ts';
import { isClock, isVagueDate, readDateLine, readUpdateLine } from '../lines/date-lines.ts';
import { readDatelineAlone, readNetworkAlone, readPlaceAlone } from '../lines/dateline-lines.ts';
import { isDeskNote } from '../lines/desk-notes.ts';
import { readField } from '../lines/fields.ts';
import { isBreadcrumb, isLabelLine, isPostalAddress, isReleaseLabel } from '../lines/header-labels.ts';
import { isProse, isSameHeadline } from '../lines/headline.ts';

/** A line that is of the header whatever stands around it, and what it says. */
export interface HeaderLine {
  readonly reason: RemovalReason;
  /** Whether short lines above it are of the header too: a byline, a day, a label of agencies. */
  readonly isAnchor: boolean;
  readonly headline?: string;
  readonly names?: readonly string[];
  readonly agencies?: readonly string[];
  /** The day of publication; its value null where the words are no day of the calendar. */
  readonly date?: DateReading;
  /** The words of the date, where they are less than the line. */
  readonly words?: string;
  /** When the story was changed, which is not when it was published, but near it: better than no day at all. */
  readonly updatedOn?: string | null;
  readonly dateline?: Dateline;
}

/** Reads a line by itself, knowing only the line above it; null where it may be anything. */
export function readHeaderLine(
  line: string,
  above: string | null,
  isLast: boolean,
  knownHeadline: string | null,
): HeaderLine | null {
  const field = readField(line);
  const update = readUpdateLine(line);
  if (above !== null && isCaptionLabel(above)) return { reason: 'boilerplate', isAnchor: false };
  if (field?.kind === 'headline') return { reason: 'headline', isAnchor: true, headline: field.value };
  if (field?.kind === 'byline') return authors(readNames(field.value));
  if (field?.kind === 'date') {
    const date = readDate(field.value) ?? readDateLine(line) ?? { value: null };
    return { reason: 'date', isAnchor: true, date, words: field.value };
  }
  if (field !== null) {
    return { ...header(field.value, true), ...dates(field.value, update) };
  }
  if (update !== null) return { ...header(line, true), ...dates('', update), ...placeBehind(line) };
  if (/^by:?$/i.test(line)) return header('', true);
  if (isLabelLine(line) || isBreadcrumb(line) || isPostalAddress(line))
    return header('', isReleaseLabel(line));
  if (isDeskNote(line)) return header('', true);
  const date = readDateLine(line);
  if (date !== null) return { reason: 'date', isAnchor: true, date, ...placeBehind(line) };
  if (isVagueDate(line) || (above !== null && isClock(line) && readDateLine(above) !== null))
    return { reason: 'date', isAnchor: true };
  const byline = readByline(line);
  if (byline !== null) {
    const change = /\bupdated?\b.*$/i.exec(line);
    return {
      ...authors(byline),
      updatedOn: change === null ? null : (readUpdateLine(change[0])?.value ?? null),
    };
  }
  const isBelowDay = above !== null && readDateLine(above) !== null;
  // "NIALL MURRAY-FOX" below the day
  const shouted = isBelowDay && line.includes('-') ? readShoutedByline(line) : null;
  if (shouted !== null) return authors(shouted);
  const hasBylineAbove =
    isBelowDay || (above !== null && (readByline(above) ?? readBareByline(above)) !== null);
  const dateline =
    isLast || isNameAndDay(line)
      ? null
      : (readNetworkAlone(line, above) ??
        readDatelineAlone(line) ??
        (hasBylineAbove && !isBelowByline(line) ? readPlaceAlone(line) : null));
  if (dateline !== null) {
    const { agency } = dateline;
    const day = dateline.date === null ? null : parseDate(dateline.date);
    return {
      reason: 'dateline',
      isAnchor: true,
      dateline,
      agencies: agency === null ? [] : [agency],
      ...(day === null ? {} : { date: { value: day } }),
    };
  }
  // "Jane Doe reported from Nairobi, and John Roe from Kampala."
  if (above !== null && readByline(above) !== null && readCreditLine(line) !== null)
    return { ...header(line, true), reason: 'credit' };
  if (above !== null && !isProse(above) && isBelowByline(line) && readBareByline(line) === null)
    return { ...header(line, true), reason: 'byline' };
  if (knownHeadline !== null && isSameHeadline(line, knownHeadline))
    return { reason: 'headline', isAnchor: true };
  const boilerplate = boilerplateReason(line);
  if (boilerplate !== null) return { reason: boilerplate, isAnchor: false };
  const agency = above === null ? null : wireServiceNamed(line.replace(/ writers?$/i, ''));
  if (agency !== null) return header(agency, true);
  return isCaption(line, 0, line.length) ? { reason: 'boilerplate', isAnchor: false } : null;
}

function authors(found: {
  names: readonly string[];
  agencies: readonly string[];
  date?: string | null;
}): HeaderLine {
  const { names, agencies, date } = found;
  return {
    reason: 'byline',
    isAnchor: true,
    names,
    agencies,
    ...(date == null ? {} : { date: { value: date } }),
  };
}

/** "Jane Doe May 3, 2024": behind a place stands a comma. */
function isNameAndDay(line: string): boolean {
  return (
    /^[^,]{5,40} \p{L}{3,9}\.? \d{1,2},? \d{4}$/u.test(line) &&
    /\p{Ll}/u.test(line) &&
    readBareByline(line)?.date != null
  );
}

/** A line of the header that names at most agencies. */
function header(words: string, isAnchor: boolean): HeaderLine {
  return { reason: 'header', isAnchor, agencies: findWireServices(words).map(({ name }) => name) };
}

/** The place that some papers print behind the day: "May 3, 2024 08:41 pm IST - MADURAI". */
function placeBehind(line: string): Partial<HeaderLine> {
  const words = / - (\p{Lu}[\p{Lu} .'’-]{2,30})$/u.exec(line)?.[1] ?? '';
  const dateline = isLabelLine(words) ? null : readPlaceAlone(words);
  return dateline === null ? {} : { dateline };
}

/** "Source: Xinhua Editor: huaxia 2024-10-10 21:37:15" says a day of publication, "Updated 3 May 2022" that of a change. */
function dates(words: string, update: DateReading | null): Partial<HeaderLine> {
  if (update !== null) return { updatedOn: update.value };
  const match = /(?:^|\s)(\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?)$/.exec(words);
  const value = match === null ? null : parseDate(match[1]!);
  return value === null ? {} : { date: { value } };
}
