import { readBareByline } from '../lines/bare-byline.ts';
import { isTopic } from '../lines/header-labels.ts';
import {
  hasHeadlineCapitals,
  hasHeadlineForm,
  isCapitals,
  isKicker,
  isOneSentence,
  isProse,
  longestHeadline,
  longestStandfirst,
  mayBeSentence,
} from '../lines/headline.ts';
import type { TopLine } from '../lines/parts.ts';
import type { Reading } from './header-readings.ts';

/** A headline right above the story, where no line of the header is between them. */
export function extendByHeadline(
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
  else if (isStandfirstBelow(tops, extended)) extended++;
  return extended < lines.length ? extended : end;
}

/** A second headline set solid with the first, apart from the prose below both. */
function isStandfirstBelow(tops: readonly TopLine[], index: number): boolean {
  const [line, next] = [tops[index], tops[index + 1]];
  if (line?.isSolid !== true || next === undefined || next.isSolid) return false;
  return hasHeadlineForm(line.text) && !/[.,:;!]["'”’]?$/.test(line.text) && isProse(next.text);
}

/** Whether a line of the header may be its headline. */
export function isOpenTo(line: string, reading: Reading): boolean {
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
  const below = lines
    .slice(index + 1)
    .filter((other, at) => readings[index + 1 + at] == null && !hour.test(other));
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
  if (isCapitals(line) && /^\S+ \S+ \S+ /.test(line) && !isCapitals(next) && mayBeSentence(third ?? ''))
    return next.length <= longestStandfirst && hasHeadlineForm(next);
  if (line.endsWith('.') && !isCapitals(next)) return false;
  return next.length <= longestHeadline && third !== undefined && isProse(third);
}

/** What stands above each piece of a live blog: "14:52", "2.52pm GMT". */
const hour = /^\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?$/i;

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
