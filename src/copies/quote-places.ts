import { fingerprint, readWords } from './words.ts';

/** Where a quote stands, as far as it matters for which of the same words are the same quote. */
export interface QuotePlace {
  readonly row: number;
  /** A number for who speaks; null: not known. */
  readonly speaker: number | null;
  /** In seconds; null: no date. */
  readonly time: number | null;
}

/**
 * The words of a quote as a number of 53 bits: the same words have the same, whatever their case, marks and spaces. A few
 * words ("No comment") are anybody's: with another speaker they have another number, and none without (null).
 */
export function identifyWords(text: string, speaker: number | null): number | null {
  const words = readWords(text);
  if (words.length >= distinctiveWords) return evenOf(fingerprint(words)) + 1;
  return words.length === 0 || speaker === null ? null : evenOf(fingerprint(words, speaker));
}

/** Whether the words of this number are so many that nobody says them twice, and no two people do. */
export function areDistinctive(identifiedWords: number): boolean {
  return identifiedWords % 2 === 1;
}

/** Beside what speakers say, short reports of it ("the talks would go on") are alike without being the same. */
const distinctiveWords = 8;

function evenOf(number: number): number {
  return number - (number % 2);
}

/** A few words of the same speaker are the same quote as long as the news of it may go round. */
const longestSeconds = 2 * 86_400;

/**
 * Parts places of the same words into quotes: those of each speaker. Where only one speaker is known, the places that know
 * none are that one's. A few words are parted also where time lies between them and the first of a quote.
 */
export function groupPlaces(
  places: readonly QuotePlace[],
  distinctive: boolean,
): readonly (readonly QuotePlace[])[] {
  const bySpeaker = new Map<number | null, QuotePlace[]>();
  const sorted = [...places].sort(compareInTime);
  for (const place of sorted) {
    const same = bySpeaker.get(place.speaker);
    if (same === undefined) bySpeaker.set(place.speaker, [place]);
    else same.push(place);
  }
  if (bySpeaker.size === 2 && bySpeaker.has(null)) return [sorted];
  const groups = [...bySpeaker.values()];
  return distinctive ? groups : groups.flatMap(partByTime);
}

function partByTime(places: readonly QuotePlace[]): readonly (readonly QuotePlace[])[] {
  const groups: QuotePlace[][] = [];
  let first: QuotePlace | null = null;
  for (const place of places) {
    const isNear =
      first !== null &&
      (first.time === place.time ||
        (first.time !== null && place.time !== null && place.time - first.time < longestSeconds));
    if (isNear) groups.at(-1)!.push(place);
    else groups.push([place]);
    if (!isNear) first = place;
  }
  return groups;
}

/** The earliest first; what has no date, last. */
function compareInTime(a: QuotePlace, b: QuotePlace): number {
  if ((a.time === null) !== (b.time === null)) return a.time === null ? 1 : -1;
  return a.row - b.row;
}
