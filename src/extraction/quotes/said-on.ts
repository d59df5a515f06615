import type { Attribution } from './attribution.ts';
import { type Reading, type Stretch, sentenceAround } from './reading.ts';

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const millisecondsPerDay = 86_400_000;

/**
 * The day on which the text says that the words were spoken, as `YYYY-MM-DD`; null where it says none, or where the
 * article's own date is not known. The day stands by the cue, outside of the words and of who spoke them ("a study
 * published on Wednesday").
 *
 * > Putin stated on Tuesday that …      > "It is over," he said late Friday.
 *                   ^^^^^^^                                       ^^^^^^
 */
export function findSaidOn(
  reading: Reading,
  attribution: Attribution,
  publishedAt: string | null,
): string | null {
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt.slice(0, 10));
  const { cue, contents, source } = attribution;
  if (cue === null || Number.isNaN(published)) return null;
  const sentence = sentenceAround(reading, cue.first);
  const others = source === null ? contents : [...contents, withClause(reading, source, cue)];
  const isOther = (token: number): boolean => others.some(({ first, end }) => first <= token && token < end);
  for (const token of tokensByDistance(sentence.first, sentence.end, cue.first)) {
    if (isOther(token)) continue;
    const day = dayAt(reading, token, published);
    if (day !== null) return new Date(day).toISOString().slice(0, 10);
  }
  return null;
}

/** A source with the clause that tells of it: "the president, who flew over the region on Sunday, pledged". */
function withClause({ words }: Reading, source: Stretch, cue: Stretch): Stretch {
  const tells = words[source.end] === ',' && /^(?:who|which|whose)$/.test(words[source.end + 1] ?? '');
  return tells && source.end < cue.first ? { first: source.first, end: cue.first } : source;
}

/** How far from the cue a day may stand and still be the day of speaking. */
const reach = 14;

function* tokensByDistance(first: number, end: number, from: number): Generator<number> {
  for (let distance = 0; distance <= reach; distance += 1) {
    if (from + distance < end) yield from + distance;
    if (distance > 0 && from - distance >= first) yield from - distance;
  }
}

/** The day that a token names, in milliseconds; "last", "next" and plurals name no day that is sure. */
function dayAt(reading: Reading, token: number, published: number): number | null {
  const { words } = reading;
  const word = words[token]!;
  const before = words[token - 1] ?? '';
  if (word === 'yesterday') return published - millisecondsPerDay;
  if (word === 'today' || word === 'tonight') return published;
  if (/^(?:last|next|every|each|since|until|by|a|from|coming|following|previous)$/.test(before)) return null;
  const weekday = dayNames.indexOf(word);
  if (weekday >= 0) {
    const back = (new Date(published).getUTCDay() - weekday + 7) % 7;
    return published - back * millisecondsPerDay;
  }
  return dateAt(reading, token, published);
}

/** > on 3 October      > on Oct. 3, 2023 */
function dateAt(reading: Reading, token: number, published: number): number | null {
  const { words } = reading;
  const month = monthNames.indexOf(words[token]!.slice(0, 3));
  const named =
    /^(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)$/;
  if (month < 0 || reading.capital[token] === 0 || !named.test(words[token]!)) return null;
  const dayBehind = /^\d{1,2}$/.test(words[token + 1] ?? '') ? Number(words[token + 1]) : 0;
  const dayBefore = /^\d{1,2}$/.test(words[token - 1] ?? '') ? Number(words[token - 1]) : 0;
  const day = dayBehind || dayBefore;
  if (day < 1 || day > 31) return null;
  const yearAt = dayBehind ? token + 2 + Number(words[token + 2] === ',') : token + 1;
  const year = /^(?:19|20)\d\d$/.test(words[yearAt] ?? '') ? Number(words[yearAt]) : null;
  const thisYear = new Date(published).getUTCFullYear();
  const date = Date.UTC(year ?? thisYear, month, day);
  if (new Date(date).getUTCDate() !== day) return null;
  // A date without a year is the last such day before the article.
  return year === null && date > published ? Date.UTC(thisYear - 1, month, day) : date;
}
