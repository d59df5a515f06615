import { readCreditLine } from '../lines/credit.ts';
import type { Part } from '../lines/parts.ts';
import { isFootLine } from './foot-lines.ts';

/**
 * Where notes between desks start, which agencies put below the story: the section ("# Notebook") that holds the line
 * "The following information is not intended for publication". The number of paragraphs where there are none.
 */
export function findDeskNotes(parts: readonly Part[], lede: number): number {
  const marker = parts.findIndex(
    ({ text }, index) =>
      index > lede && /^the following information is not (?:intended )?for publication/i.test(text),
  );
  if (marker < 0) return parts.length;
  const section = parts.findIndex(({ text }, index) => index > lede && text.startsWith('# '));
  return section >= 0 && section < marker ? section : marker;
}

/**
 * Where the addresses below a press release start: "Contacts", and lines with numbers; the number of paragraphs where none
 * are.
 */
export function findContacts(
  parts: readonly Part[],
  lede: number,
  isTaken: (index: number) => boolean,
): number {
  const label = parts.findLastIndex(({ text }, index) => index > lede && contactLabel.test(text));
  const isAddress = ({ text }: Part, at: number) =>
    isTaken(label + 1 + at) ||
    (text.length <= 160 && !/[.!?"”]$/.test(text)) ||
    readCreditLine(text) !== null ||
    isFootLine(text);
  return label >= 0 && parts.slice(label + 1).every(isAddress) ? label : parts.length;
}

const contactLabel =
  /^(?:(?:(?:media|press|investor)(?: relations)? )?(?:contacts?|enquiries|inquiries)(?: details| information)?|for (?:more|further|media) (?:information|enquiries|inquiries|details)(?:,? (?:please )?contact)?):?$/i;

/**
 * Where a firm describes itself below its release, in a few paragraphs without speech: "About Acme", "Acme has …".
 * `end` is where the foot below it starts; `end` where it does not.
 */
export function findSelfPortrait(parts: readonly Part[], lede: number, end: number): number {
  for (let index = Math.max(lede + 1, end - mostPortrayed); index + 1 < end; index++) {
    const name = /^\W{0,3}About (?:the )?(\p{L}[^.:!?]{1,60}?)\W{0,3}$/iu.exec(parts[index]!.text)?.[1];
    if (name === undefined) continue;
    const isNamed = parts[index + 1]!.text.toLowerCase().includes(name.split(' ')[0]!.toLowerCase());
    if (!isNamed && !/^(?:us|company)$/i.test(name)) continue;
    const portrait = parts.slice(index, end);
    const caution = portrait.findIndex(({ text }) => cautionLabel.test(text));
    // A caution names words in marks: “expects”, “will”.
    const ownWords = caution < 0 ? portrait : portrait.slice(0, caution);
    if (!ownWords.some(({ text }) => /["“”]/.test(text))) return index;
  }
  return end;
}

/** Releases of several firms portray each of them. */
const mostPortrayed = 12;

const cautionLabel = /^(?:cautionary|forward[- ]looking|safe harbou?r)\b.{0,80}$/i;

/** Where the notes below a press release start: "Notes to editors"; the number of paragraphs where none are. */
export function findNotesToEditors(parts: readonly Part[], lede: number): number {
  const label = parts.findLastIndex(
    ({ text }, index) => index > lede && /^notes? (?:to|for) editors:?$/i.test(text),
  );
  return label >= 0 && isSilent(parts, label + 1) ? label : parts.length;
}

/** Where who wrote it is told below a label: "About the author", "Written by"; the number of paragraphs where nobody is. */
export function findAuthorNotes(parts: readonly Part[], lede: number): number {
  const label = parts.findLastIndex(({ text }, index) => index > lede && authorLabel.test(text));
  const isNear = label >= parts.length - mostPortrayed;
  return label >= 0 && isNear && isSilent(parts, label + 1) ? label : parts.length;
}

const authorLabel =
  /^(?:(?:about|meet) the (?:authors?|writers?|reporters?|journalists?)|(?:written|story|words|article|report|reporting) by):?$/i;

/** Whether nobody speaks from there on. */
function isSilent(parts: readonly Part[], from: number): boolean {
  return parts.slice(from).every(({ text }) => !/["“”„«»]/.test(text));
}
