import type { SourceBlock } from '../domain/source-document.ts';
import { parseDate } from '../text/dates.ts';
import { isListItemStart } from '../text/lines.ts';
import type { Reader } from './reader.ts';
import { findAgencies, knownFields, readBylineField } from './story/news-fields.ts';
import { type Story, type StoryText, toReading } from './story/story.ts';

/**
 * The text of teleprinters: IPTC 7901, and the form of dpa with its headlines in up to four lines. One message or several:
 *   ␁eca0003 3 i 380 dpa 0045          source and number, priority, category, words
 *   Switzerland/migration/             keywords
 *   ␂1ST LEAD                          version
 *   Switzerland joins the others       headline
 *   By Jane Roe =                      byline; "=" ends the head
 *   Geneva (dpa) - Switzerland is …    the story
 *   ␃212322 GMT Nov 18␄                day of the month, hour, minute, zone, month and year
 * What a gateway took out of the control characters is done without.
 */
export const wireText: Reader = {
  name: 'wire text (IPTC 7901)',
  mediaTypes: ['text/plain'],
  recognizes: (text) =>
    headerLine.test(text) && (text.slice(0, 500).includes(startOfText) || findHead(text, 0) !== null),
  *read({ text, mediaType, problems }) {
    const messages = splitMessages(text);
    for (const [index, raw] of messages.entries()) {
      const place = messages.length === 1 ? null : `message ${index + 1}`;
      yield toReading(
        { text: raw, mediaType: mediaType ?? 'text/plain' },
        place,
        readMessage(raw),
        problems,
        'The message',
      );
    }
  },
};

const startOfHeading = '\u0001';
const startOfText = '\u0002';
const endOfText = '\u0003';

/** Nothing precedes it but control characters. */
const headerLine = /^[\s\p{Cc}]{0,20}([a-z]{2,4}\d{3,4} [1-9] [a-z]{1,4}\b.{0,80})/iu;

function splitMessages(text: string): readonly string[] {
  const [before = '', ...messages] = text.split(startOfHeading);
  if (messages.length < 2) return [text];
  return messages.map((message, index) => (index === 0 ? before : '') + startOfHeading + message);
}

function readMessage(raw: string): Story {
  const header = headerLine.exec(raw);
  const headerEnd = header === null ? 0 : header[0].length;
  const opening = raw.indexOf(startOfText);
  const closing = raw.lastIndexOf(endOfText);
  const trailer = findTrailer(raw, closing);
  const textStart = opening < 0 ? headerEnd : opening + 1;
  const head = findHead(raw, textStart);
  const bodyEnd = closing > textStart ? closing : trailer.start;
  const lines = head === null ? [] : linesOf(raw.slice(textStart, head.end));
  const byline = lines.find((line) => isByline.test(line)) ?? null;
  const headline = lines.filter((line) => line !== byline && !isLabel(line)).join(' ');
  const agencies = findAgencies(header?.[1] ?? null, byline);
  return {
    metadata: knownFields({
      headline: headline === '' ? null : headline,
      byline: readBylineField(byline),
      publishedAt: trailer.publishedAt,
      publisher: agencies[0] === undefined ? null : { name: agencies[0], url: null },
      agencies,
    }),
    names: [],
    text: placeWrapped(raw, head?.end ?? textStart, bodyEnd),
    summary: null,
  };
}

/** Teleprinters wrap every line: the story's paragraphs are told by blank lines, indents, and lines that end early. */
function placeWrapped(raw: string, from: number, to: number): StoryText {
  const blocks: SourceBlock[] = [];
  let above = '';
  let end = from;
  for (const { 0: line, index } of raw.slice(from, to).matchAll(/[^\n]+/g)) {
    const rawStart = from + index;
    const rawEnd = rawStart + line.length;
    const goesOn = end + 1 === rawStart && isContinued(above, line);
    if (goesOn) blocks.push({ role: 'body', rawStart: blocks.pop()!.rawStart, rawEnd });
    else if (line.trim() !== '') blocks.push({ role: 'body', rawStart, rawEnd });
    above = line;
    end = rawEnd;
  }
  return { blocks, replacements: [] };
}

function isContinued(above: string, line: string): boolean {
  if (above.trim() === '' || line.trim() === '' || /^ {2,}/.test(line) || isListItemStart(line, 0))
    return false;
  return above.trimEnd().length >= shortestFull || /^\p{Ll}/u.test(line);
}

/** Characters: lines have room for some 70, and a word is hardly longer than 25. */
const shortestFull = 45;

/** The lines of a head, without blank ones and the mark at its end. */
function linesOf(head: string): readonly string[] {
  return head
    .split('\n')
    .map((line) => line.replace(/[\s=]+$/, '').trim())
    .filter((line) => line !== '');
}

/** Where the head ends, behind its "="; null where the text has none. */
function findHead(raw: string, from: number): { readonly end: number } | null {
  const limit = Math.min(raw.length, from + longestHead);
  const found = /=[ \t\r]*(?:\n|$)/.exec(raw.slice(from, limit));
  return found === null ? null : { end: from + found.index + found[0].length };
}

/** Characters of the head, from the header line on. */
const longestHead = 1000;

const isByline = /^(?:by|von|par|por) \S/i;

/** Keywords end in a slash; versions and kinds of story stand in capitals ("1ST LEAD", "EXTRA"), notes in brackets. */
function isLabel(line: string): boolean {
  return /\/$|^\(.*\)$/.test(line) || (line.length <= 30 && !/\p{Ll}/u.test(line));
}

/** Day of the month, hour and minute, zone, month and year: "212322 GMT Nov 18", at dpa also "111114 Okt 22". */
function findTrailer(
  raw: string,
  from: number,
): { readonly start: number; readonly publishedAt: string | null } {
  const start = Math.max(from, raw.length - 120, 0);
  const match = /(?:^|[\n\p{Cc}])(\d\d)(\d\d)(\d\d)(?: ([A-Z]{3,4}))? ([A-Z]\p{L}{2}) (\d\d)\b/u.exec(
    raw.slice(start),
  );
  if (match === null) return { start: raw.length, publishedAt: null };
  const [, day, hour, minute, zone = '', month, year] = match;
  const date = `${day} ${english.get(month!) ?? month} 20${year} ${hour}:${minute} ${english.get(zone) ?? zone}`;
  return { start: start + match.index, publishedAt: parseDate(date) };
}

/** German months and zones. */
const english: ReadonlyMap<string, string> = new Map([
  ['Mär', 'Mar'],
  ['Mrz', 'Mar'],
  ['Mai', 'May'],
  ['Okt', 'Oct'],
  ['Dez', 'Dec'],
  ['MEZ', 'CET'],
  ['MESZ', 'CEST'],
]);
