import type { Dateline, RemovalReason } from '../../domain/article.ts';
import type { Problem } from '../../domain/problem.ts';
import { isListItemStart } from '../lines.ts';
import { readBareByline, readByline, readShoutedByline } from './byline.ts';
import { readQuietPlaceAlone } from './dateline.ts';
import { type HeaderLine, readHeaderLine } from './header-line.ts';
import { invalidDate, isTopic } from './header-lines.ts';
import {
  hasHeadlineCapitals,
  hasHeadlineForm,
  isCapitals,
  isKicker,
  isOneSentence,
  isProse,
  longestHeadline,
  mayBeSentence,
  withoutVersion,
} from './headline.ts';
import { findFirstTurn, findMarkedStart } from './story-start.ts';

/** What stands above the story. */
export interface Header {
  readonly headline: string | null;
  readonly byline: readonly string[];
  /** A dateline on a line of its own; null where there is none, or where it opens the lede. */
  readonly dateline: Dateline | null;
  readonly publishedAt: string | null;
  /** The day of the last change, where the copy says no other. */
  readonly updatedAt: string | null;
  readonly agencies: readonly string[];
  /** Per paragraph of the header, from the first on: why it is no part of the story. */
  readonly reasons: readonly RemovalReason[];
  readonly problems: readonly Problem[];
}

/** A paragraph at the top of the copy. */
export interface TopLine {
  readonly text: string;
  /** Whether it is set solid with the line above: one line break between them, no blank line. */
  readonly isSolid: boolean;
}

/** Header lines stand at the top; more than this many are a list, not a header. */
const mostLines = 16;

/**
 * Reads the lines above the story: a headline, bylines, dates, agencies' names, labels, what pages print beside them.
 * Some lines are sure to be of the header whatever stands around them; the others are of it where such a line follows, or
 * where they are set solid with one. `knownHeadline` is what the format states; it is known again.
 */
export function readHeader(tops: readonly TopLine[], knownHeadline: string | null): Header {
  const lines = tops.slice(0, mostLines + 2).map(({ text }) => withoutMarkup(text));
  const storyStart = findMarkedStart(lines);
  const firstTurn = findFirstTurn(lines);
  const readings = readLines(lines, Math.min(storyStart ?? lines.length, firstTurn), knownHeadline);
  const end = Math.min(findEnd(tops, lines, readings, storyStart), firstTurn);
  const own = lines.slice(0, end);
  const taken = readings.slice(0, end);
  const at = knownHeadline === null ? findHeadline(own, taken) : null;
  const headline = at === null ? null : withoutVersion(taken[at]?.headline ?? own[at]!);
  const problems: Problem[] = [];
  const reasons = own.map((line, index): RemovalReason => {
    const reading = taken[index] ?? null;
    if (reading?.date?.value === null) problems.push(invalidDate(reading.words ?? line));
    return index === at ? 'headline' : (reading?.reason ?? 'header');
  });
  const said = taken.filter((reading) => reading !== null);
  return {
    headline,
    byline: [...new Set(said.flatMap(({ names }) => names ?? []))],
    dateline: said.find(({ dateline }) => dateline !== undefined)?.dateline ?? null,
    publishedAt: said.find(({ date }) => date != null && date.value !== null)?.date?.value ?? null,
    updatedAt: said.find(({ updatedOn }) => updatedOn != null)?.updatedOn ?? null,
    agencies: said.flatMap((reading) => reading.agencies ?? []),
    reasons,
    problems,
  };
}

type Reading = HeaderLine | null;

/** No line of a header is longer, and none stands below a longer one: notices of cookies have some 300 units. */
const longestLine = 330;

/** What each line says by itself; from the last to the first, as names count where a line of the header follows them. */
function readLines(lines: readonly string[], storyStart: number, knownHeadline: string | null): Reading[] {
  const readings: Reading[] = lines.map(() => null);
  const firstLong = lines.findIndex((line) => line.length > longestLine);
  const stop = Math.min(lines.length, mostLines, storyStart, firstLong < 0 ? mostLines : firstLong);
  for (let index = stop - 1; index >= 0; index--) {
    const next = lines[index + 1] ?? null;
    const isLast = next === null;
    readings[index] =
      readHeaderLine(lines[index]!, lines[index - 1] ?? null, isLast, knownHeadline) ??
      (index > 0 || knownHeadline !== null
        ? (readAuthors(lines, index, readings, storyStart) ??
          readShoutedAuthor(lines, index, readings) ??
          readPlaceAboveDay(lines, index, readings))
        : null);
  }
  return withoutFoot(lines, readings);
}

/** What stands below the last line of prose, with nothing of the story behind it, is the foot of a copy in few lines. */
function withoutFoot(lines: readonly string[], readings: Reading[]): Reading[] {
  const foot = readings.lastIndexOf(null) + 1;
  const isFoot = lines.length <= mostLines && foot > 0 && isProse(lines[foot - 1]!);
  return isFoot ? readings.map((reading, index) => (index < foot ? reading : null)) : readings;
}

/**
 * A byline without "by", below the headline. A name alone counts where a line of the header follows, or prose in which
 * neither the name nor one of its words in small letters is: that would be whom the story is about, a speaker, or no name.
 */
function readAuthors(
  lines: readonly string[],
  index: number,
  readings: readonly Reading[],
  storyStart: number,
): HeaderLine | null {
  const found = readBareByline(lines[index]!.replace(/^(?:and|&) /, ''));
  const next = lines[index + 1];
  let at = index + 1;
  while (readings[at]?.isAnchor === false) at++;
  const below = readings[at];
  const isLabelled = /^by:?$/i.test(lines[index - 1] ?? '');
  if (found === null || next === undefined) return null;
  const byline: HeaderLine = {
    reason: 'byline',
    isAnchor: true,
    names: found.names,
    agencies: found.agencies,
    ...(found.date === null ? {} : { date: { value: found.date } }),
  };
  const isAboveAnchor =
    below?.isAnchor === true || (isGenre.test(next) && readings[index + 2]?.reason === 'date');
  if (found.date !== null || index + 1 === storyStart || isAboveAnchor || isLabelled) return byline;
  if (!isProse(next)) return null;
  if (found.isSure) return byline;
  if (/^["'“‘«„—–-]/.test(next)) return null;
  const story = lines.slice(index + 1).join('\n');
  const words = found.names.flatMap((name) => [name, ...name.split(' ').map((word) => word.toLowerCase())]);
  return words.some((word) => story.includes(word)) ? null : byline;
}

/** A name in capitals above the day, of which no other line has a word: what the story is about is named in it. */
function readShoutedAuthor(
  lines: readonly string[],
  index: number,
  readings: readonly Reading[],
): HeaderLine | null {
  if (readings[index + 1]?.reason !== 'date') return null;
  const found = readShoutedByline(lines[index]!);
  if (found === null) return null;
  const others = new Set(wordsIn(lines.filter((_, at) => at !== index).join(' ')));
  if (wordsIn(lines[index]!).some((word) => others.has(word))) return null;
  return { reason: 'byline', isAnchor: true, names: found.names };
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

/** A place in small letters between byline and day: "Jane Doe / Pontianak, West Kalimantan / May 3, 2024". */
function readPlaceAboveDay(
  lines: readonly string[],
  index: number,
  readings: readonly Reading[],
): HeaderLine | null {
  if (readings[index + 1]?.reason !== 'date') return null;
  const dateline = readQuietPlaceAlone(lines[index]!);
  const above = lines.slice(Math.max(0, index - 2), index);
  const isBelowNames = above.some((line) => (readByline(line) ?? readBareByline(line)) !== null);
  return dateline !== null && isBelowNames ? { reason: 'dateline', isAnchor: true, dateline } : null;
}

/** What a piece is, in a few words, between byline and day: "Parliamentary sketch". */
const isGenre = /^\p{Lu}\p{L}+(?: \p{L}+){0,2}$/u;

/** At most so many lines that say nothing by themselves stand between two that do: a topic, a headline, a standfirst. */
const mostUnsaid = 4;

/** Where the story starts: behind the last line of the header. */
function findEnd(
  tops: readonly TopLine[],
  lines: readonly string[],
  readings: readonly Reading[],
  storyStart: number | null,
): number {
  if (storyStart !== null) return storyStart;
  let end = 0;
  let unsaid = 0;
  for (let index = 0; index < Math.min(lines.length, mostLines); index++) {
    const reading = readings[index]!;
    if (reading !== null && (reading.isAnchor || end === index)) {
      end = index + 1;
      unsaid = 0;
    } else if (reading === null) {
      const anchor = findAnchorInBlock(tops, lines, readings, index);
      if (anchor !== null) {
        end = anchor + 1;
        unsaid = 0;
        index = anchor;
        continue;
      }
      const blockEnd = findBlockEnd(tops, lines, index);
      const goesOn = tops[index]!.isSolid && end === index && index > 0;
      if (blockEnd > index && (goesOn || readings.slice(index, blockEnd).some((line) => line !== null))) {
        end = blockEnd;
        unsaid = 0;
        index = blockEnd - 1;
        continue;
      }
      if (!mayStandAbove(lines, readings, index) || ++unsaid > mostUnsaid) break;
    }
  }
  return extendBySummary(tops, lines, extendByHeadline(tops, lines, readings, end));
}

/** The last byline or day that is set solid with a line and those below it; null where none is. */
function findAnchorInBlock(
  tops: readonly TopLine[],
  lines: readonly string[],
  readings: readonly Reading[],
  index: number,
): number | null {
  let found: number | null = null;
  for (let at = index; at < Math.min(lines.length, mostLines); at++) {
    if ((at > index && !tops[at]!.isSolid) || lines[at]!.length > longestStandfirst) break;
    const reason = readings[at]?.reason;
    if (reason === 'byline' || reason === 'date') found = at;
  }
  return found;
}

/** The end of the lines from `index` on that are set solid; `index` where one of them is prose, or no story follows. */
function findBlockEnd(tops: readonly TopLine[], lines: readonly string[], index: number): number {
  let end = index;
  while (end < lines.length && (end === index || tops[end]!.isSolid)) {
    if (isProse(lines[end]!) || end - index > 10) return index;
    end++;
  }
  return lines.slice(end, end + 4).some(isProse) ? end : index;
}

/** Whether a line may be a headline, a topic or a standfirst: of these only a standfirst above a byline is a sentence. */
function mayStandAbove(lines: readonly string[], readings: readonly Reading[], index: number): boolean {
  const line = lines[index]!;
  if (line.length > longestStandfirst) return false;
  let at = index + 1;
  while (readings[at]?.isAnchor === false) at++;
  const below = readings[at]?.reason;
  if (below === 'byline' || below === 'date' || below === 'dateline')
    return !isProse(line) || isStandfirst(lines, index) || hasHeadlineCapitals(line);
  if (isProse(line) && !hasHeadlineCapitals(line)) return false;
  return (hasHeadlineCapitals(line) || !/[.,:]["'”’»]?$/.test(line)) && !/,["”»]/.test(line);
}

/** One sentence below any line, or several without speech below a headline. */
function isStandfirst(lines: readonly string[], index: number): boolean {
  const line = lines[index]!;
  const above = lines[index - 1];
  if (above === undefined) return false;
  return isOneSentence(line) || (hasHeadlineForm(above) && !mayBeSentence(above) && !/["“”„«»]/.test(line));
}

const longestStandfirst = 200;

/** A headline right above the story, where no line of the header is between them. */
function extendByHeadline(
  tops: readonly TopLine[],
  lines: readonly string[],
  readings: readonly Reading[],
  end: number,
): number {
  const hasHeadline = lines
    .slice(0, end)
    .some((line, index) => isOpenTo(line, readings[index]!) && !isKicker(line));
  if (hasHeadline) return isTopicBelow(lines, readings, end) ? end + 1 : end;
  if (end >= lines.length || readings[end] !== null || isVerse(tops, end)) return end;
  if (!isHeadline(lines, readings, end)) return end;
  let extended = lines[end]!.endsWith(';') ? end + 2 : end + 1;
  while (extended < lines.length && readings[extended] != null) extended++;
  if (isCapitals(lines[extended] ?? '') && isProse(lines[extended + 1] ?? '')) extended++;
  return extended < lines.length ? extended : end;
}

/** The points of the story in a list that is set solid, between header and story. */
function extendBySummary(tops: readonly TopLine[], lines: readonly string[], end: number): number {
  if (end === 0) return end;
  let extended = end;
  while (
    extended < lines.length &&
    isPoint(lines[extended]!) &&
    (extended === end || tops[extended]!.isSolid)
  )
    extended++;
  const isList = extended > end + 1 && tops[extended]?.isSolid === false && isProse(lines[extended]!);
  return isList ? extended : end;
}

function isPoint(line: string): boolean {
  return isListItemStart(line, 0) && line.length <= longestStandfirst && !/["“”„«»]/.test(line);
}

/** Whether a line of the header may be its headline. */
function isOpenTo(line: string, reading: Reading): boolean {
  return reading?.headline !== undefined || (reading === null && hasHeadlineForm(line));
}

/** A topic between the day and the story: "Peace and Security". */
function isTopicBelow(lines: readonly string[], readings: readonly Reading[], end: number): boolean {
  const above = readings[end - 1]?.reason;
  if (above !== 'date' && above !== 'byline') return false;
  return readings[end] === null && isTopic(lines[end] ?? '') && isProse(lines[end + 1] ?? '');
}

/**
 * Whether a line is the headline by itself: short, without a full stop, and prose below it. Verse, list items,
 * transcripts and stories of one short paragraph keep their first line.
 */
function isHeadline(lines: readonly string[], readings: readonly Reading[], index: number): boolean {
  const line = lines[index]!;
  const below = lines.slice(index + 1).filter((_, at) => readings[index + 1 + at] == null);
  const [next, third] = below;
  if (!hasHeadlineForm(line) || next === undefined) return false;
  if (/[,:]$/.test(line) || /,["”»]/.test(line)) return false;
  // Archives print the headline, this label, and a summary.
  if (/^ABSTRACT[.:]?$/.test(lines[index + 1]!)) return isOneSentence(line);
  // A name above speech says whose it is.
  if (/^["'“‘«„]/.test(next) && readBareByline(line) !== null) return false;
  if (line.endsWith(';')) return next.length <= longestStandfirst && isOneSentence(next);
  // A sentence may be the lede; capitals show that it is the headline.
  const isMarked = isCapitals(line) || (/[.?]$/.test(line) && hasHeadlineCapitals(line));
  if (mayBeSentence(line) && !isMarked) return false;
  if (isProse(next)) return true;
  if (line.endsWith('.') && !isCapitals(next)) return false;
  return next.length <= longestHeadline && third !== undefined && isProse(third);
}

/**
 * A line of verse: set solid with the next, in which it goes on, or at the very top with another as short. What is a
 * headline and a standfirst as short as that loses its headline, which is better than a verse without its first line.
 *   The woods are lovely, dark and deep / But I have promises to keep   |   Roses are red / Violets are blue
 */
function isVerse(tops: readonly TopLine[], index: number): boolean {
  const next = tops[index + 1];
  if (next?.isSolid !== true) return false;
  const isShort = ({ text }: TopLine) =>
    text.length <= longestVerse && !isCapitals(text) && !/[.?!]$/.test(text);
  return goesOn.test(next.text) || (index === 0 && isShort(tops[0]!) && isShort(next));
}

const goesOn = /^(?:And|But|Or|Nor|Of|That|Till|Upon|Whose|Which) .{1,90}$/;

/** Ten syllables have some 45 letters; most headlines and standfirsts are longer. */
const longestVerse = 45;

/** Which line of the header is the headline: what is labelled so, or the first that is no topic above another. */
function findHeadline(lines: readonly string[], readings: readonly Reading[]): number | null {
  const labelled = readings.findIndex((reading) => reading?.headline !== undefined);
  if (labelled >= 0) return labelled;
  const open = lines.flatMap((line, index) => (isOpenTo(line, readings[index]!) ? [index] : []));
  const found = open.find(
    (index, nth) => !isKicker(lines[index]!) || nth === open.length - 1 || /\.$/.test(lines[open[nth + 1]!]!),
  );
  return found ?? null;
}

/** "# Headline", "*Words: Jane Doe*": what Markdown puts around a line. */
function withoutMarkup(line: string): string {
  if (line.length > 240) return line;
  return line
    .replace(/^#{1,6} /, '')
    .replace(/^([*_]{1,2})(?=\S)(.{2,200}\S)\1$/, '$2')
    .replace(/\s*=$/, '');
}
