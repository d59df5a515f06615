import { readBareByline, readShoutedByline } from '../lines/bare-byline.ts';
import { readByline } from '../lines/byline.ts';
import { readQuietPlaceAlone } from '../lines/dateline-lines.ts';
import { isProse } from '../lines/headline.ts';
import { type HeaderLine, readHeaderLine } from './header-line.ts';

export type Reading = HeaderLine | null;

/** What each line says by itself; from the last to the first, as names count where a line of the header follows them. */
export function readLines(
  lines: readonly string[],
  storyStart: number,
  knownHeadline: string | null,
): Reading[] {
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

/** Header lines stand at the top; more than this many are a list, not a header. */
export const mostLines = 16;

/** No line of a header is longer, and none stands below a longer one: notices of cookies have some 300 units. */
const longestLine = 330;

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
  if (!isProse(lines[at] ?? next)) return null;
  if (found.isSure) return byline;
  if (/^["'“‘«„—–-]/.test(lines[at] ?? next)) return null;
  const story = lines.slice(index + 1).join('\n');
  const words = found.names.flatMap((name) => [name, ...name.split(' ').map((word) => word.toLowerCase())]);
  return words.some((word) => story.includes(word)) ? null : byline;
}

/** What a piece is, in a few words, between byline and day: "Parliamentary sketch". */
const isGenre = /^\p{Lu}\p{L}+(?: \p{L}+){0,2}$/u;

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
