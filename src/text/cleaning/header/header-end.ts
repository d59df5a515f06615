import { isListItemStart } from '../../lines.ts';
import { isCaption } from '../../paragraphs.ts';
import { isPictureCredit } from '../boilerplate/picture-credits.ts';
import {
  hasHeadlineCapitals,
  hasHeadlineForm,
  isOneSentence,
  isProse,
  longestStandfirst,
  mayBeSentence,
} from '../lines/headline.ts';
import type { TopLine } from '../lines/parts.ts';
import { mostLines, type Reading } from './header-readings.ts';
import { extendByHeadline } from './story-headline.ts';

/** Where the story starts: behind the last line of the header. */
export function findEnd(
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
    // Behind prose that stands below a byline, a name is that of a photographer.
    const isOther = reading?.reason === 'byline' && isBelowProse(lines, readings, end, index);
    if (isOther) break;
    if (reading !== null && (reading.isAnchor || end === index)) {
      end = index + 1;
      unsaid = 0;
    } else if (reading === null) {
      if (index > 0 && end === index && isCredited(tops, lines, index)) {
        end = ++index + 1;
        unsaid = 0;
        continue;
      }
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
  return extendBySummary(
    tops,
    lines,
    extendByStandfirst(
      lines,
      readings,
      extendByTopic(lines, readings, extendByHeadline(tops, lines, readings, end)),
    ),
  );
}

function isBelowProse(
  lines: readonly string[],
  readings: readonly Reading[],
  end: number,
  index: number,
): boolean {
  return (
    lines.slice(end, index).some(isProse) && readings.slice(0, end).some((line) => line?.reason === 'byline')
  );
}

/** Whether a line without speech is the caption of a picture whose credit is set solid below it. */
function isCredited(tops: readonly TopLine[], lines: readonly string[], index: number): boolean {
  const below = lines[index + 1];
  if (below === undefined || !tops[index + 1]!.isSolid || /["“”„«»]/.test(lines[index]!)) return false;
  return below.length <= longestCredit && (isPictureCredit(below) || isCaption(below, 0, below.length));
}

const longestCredit = 60;

/** At most so many lines that say nothing by themselves stand between two that do: a topic, a headline, a standfirst. */
const mostUnsaid = 4;

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
  if (isSummedUp(lines, readings, index)) return true;
  const below = readings[findAnchorBelow(lines, readings, index)]?.reason;
  if (below === 'byline' || below === 'date' || below === 'dateline')
    return !isProse(line) || isStandfirst(lines, index) || hasHeadlineCapitals(line);
  if (isProse(line) && !hasHeadlineCapitals(line)) return false;
  return (hasHeadlineCapitals(line) || !/[.,:]["'”’»]?$/.test(line)) && !/,["”»]/.test(line);
}

/** Whether a line is a point below "What you need to know" with a byline or a day below the points. */
function isSummedUp(lines: readonly string[], readings: readonly Reading[], index: number): boolean {
  const label = lines.slice(0, index).findLastIndex((line) => summaryLabel.test(line));
  if (label < Math.max(0, index - mostPoints)) return false;
  const isSilent = lines.slice(label, index + 1).every((line) => !/["“”„«»]/.test(line));
  return (
    isSilent &&
    readings
      .slice(index + 1, label + mostPoints + 2)
      .some((line) => line?.reason === 'byline' || line?.reason === 'date')
  );
}

const mostPoints = 5;

/** The next anchor below a line: labels may stand between, and a few lines that are no sentences, as a standfirst is. */
function findAnchorBelow(lines: readonly string[], readings: readonly Reading[], index: number): number {
  let at = index + 1;
  for (let unsaid = 0; at < lines.length && readings[at]?.isAnchor !== true; at++) {
    if (readings[at] === null && (++unsaid > mostBetween || mayBeSentence(lines[at]!) || isProse(lines[at]!)))
      break;
  }
  return at;
}

/** A standfirst, and a count that pages print. */
const mostBetween = 2;

/** One sentence below any line, or several without speech below a headline. */
function isStandfirst(lines: readonly string[], index: number): boolean {
  const line = lines[index]!;
  const above = lines[index - 1];
  if (above === undefined) return false;
  return isOneSentence(line) || (hasHeadlineForm(above) && !mayBeSentence(above) && !/["“”„«»]/.test(line));
}

/** A topic between the headline that the format states and the story: "Defence TT". */
function extendByTopic(lines: readonly string[], readings: readonly Reading[], end: number): number {
  const line = lines[end];
  const isBelowHeadline = readings[end - 1]?.reason === 'headline';
  if (!isBelowHeadline || line === undefined || line.split(' ').length > 3 || mayBeSentence(line)) return end;
  return line.length <= 30 && isProse(lines[end + 1] ?? '') ? end + 1 : end;
}

/** What is no sentence between the byline, or the day, below a headline and the first prose. */
function extendByStandfirst(lines: readonly string[], readings: readonly Reading[], end: number): number {
  const line = lines[end];
  const reason = readings[end - 1]?.reason;
  if (line === undefined || (reason !== 'byline' && reason !== 'date')) return end;
  const hasHeadline = lines
    .slice(0, end)
    .some((above, index) => readings[index] == null && hasHeadlineForm(above));
  const isStandfirst = hasHeadline && hasHeadlineForm(line) && !mayBeSentence(line) && !isProse(line);
  const isLong = line.split(' ').length >= fewestWords && !/["“”„«»]/.test(line);
  return isStandfirst && isLong && isProse(lines[end + 1] ?? '') ? end + 1 : end;
}

/** A subhead has fewer. */
const fewestWords = 5;

/** The points of the story in a list that is set solid, between header and story. */
function extendBySummary(tops: readonly TopLine[], lines: readonly string[], end: number): number {
  if (end === 0) return end;
  const isLabelled = summaryLabel.test(lines[end - 1]!);
  let extended = end;
  while (
    extended < lines.length &&
    (isPoint(lines[extended]!) || (isLabelled && maySumUp(lines[extended]!))) &&
    (extended === end || tops[extended]!.isSolid)
  )
    extended++;
  const isList = extended > end + 1 && tops[extended]?.isSolid === false && isProse(lines[extended]!);
  return isList ? extended : end;
}

/** A sentence below "What you need to know". */
const maySumUp = (line: string): boolean => line.length <= longestStandfirst && !/["“”„«»]/.test(line);

const summaryLabel =
  /^(?:in summary|key points|in short|in brief|at a glance|highlights|what you need to know)\W?$/i;

function isPoint(line: string): boolean {
  return isListItemStart(line, 0) && line.length <= longestStandfirst && !/["“”„«»]/.test(line);
}
