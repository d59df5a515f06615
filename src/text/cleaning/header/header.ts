import type { Dateline, RemovalReason } from '../../../domain/article.ts';
import type { Problem } from '../../../domain/problem.ts';
import { invalidDate } from '../lines/date-lines.ts';
import { isKicker, withoutVersion } from '../lines/headline.ts';
import type { TopLine } from '../lines/parts.ts';
import { findEnd } from './header-end.ts';
import { mostLines, type Reading, readLines } from './header-readings.ts';
import { isOpenTo } from './story-headline.ts';
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
