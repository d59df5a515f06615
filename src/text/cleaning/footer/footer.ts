import type { RemovalReason } from '../../../domain/article.ts';
import { isEndnote } from '../../paragraphs.ts';
import { readByline } from '../lines/byline.ts';
import { findTrailingCredit, isDeskSignature, isFullCredit, readCreditLine } from '../lines/credit.ts';
import { readDateLine } from '../lines/date-lines.ts';
import { readField } from '../lines/fields.ts';
import { mayBeLabel } from '../lines/headline.ts';
import type { Part } from '../lines/parts.ts';
import { isOutlet } from '../words/outlets.ts';
import { isFootLine } from './foot-lines.ts';
import {
  findAuthorNotes,
  findContacts,
  findDeskNotes,
  findNotesToEditors,
  findSelfPortrait,
} from './foot-sections.ts';

/** What stands below the story. */
export interface Footer {
  readonly reasons: ReadonlyMap<number, RemovalReason>;
  /** From the last one upwards. */
  readonly credits: readonly string[];
  /** Who wrote it, where the copy says so below the story. */
  readonly byline: readonly string[];
  /** The day of publication, where the copy says it below the story. */
  readonly publishedAt: string | null;
  /** The last paragraph of the story. */
  readonly last: number;
}

/**
 * Reads the lines below the story from the last one upwards: credits, signatures of desks, days, portraits of the
 * authors, and whatever is no sentence below a line that is sure to be none of the story (`sure` has a reason for it).
 */
export function readFooter(
  parts: readonly Part[],
  sure: readonly (RemovalReason | null)[],
  lede: number,
  byline: readonly string[],
): Footer {
  const reasons = new Map<number, RemovalReason>();
  const credits: string[] = [];
  let publishedAt: string | null = null;
  let signed: readonly string[] = [];
  const deskNotes = findDeskNotes(parts, lede);
  const foot = Math.min(
    deskNotes,
    findContacts(parts, lede, (index) => sure[index] != null),
    findNotesToEditors(parts, lede),
    findAuthorNotes(parts, lede),
    findTail(sure),
  );
  const notes = findSelfPortrait(parts, lede, foot);
  for (let index = notes; index < parts.length; index++) {
    const isCredit = index < deskNotes && readCreditLine(parts[index]!.text) !== null;
    if (sure[index] == null && !isCredit) reasons.set(index, 'boilerplate');
  }
  let last = parts.length - 1;
  let unsaid: number[] = [];
  const reasonOf = (index: number) => sure[index] ?? reasons.get(index) ?? null;
  const isTaken = (index: number) => reasonOf(index) !== null;
  const clear = () => {
    for (const index of unsaid) reasons.set(index, 'boilerplate');
    unsaid = [];
  };
  for (; last > lede; last--) {
    const line = parts[last]!.text;
    if (isTaken(last)) {
      publishedAt = readDateLine(line)?.value ?? publishedAt;
      clear();
      continue;
    }
    const credit = readCreditLine(line);
    const date = readDateLine(line);
    const author = readByline(line);
    if (credit !== null) {
      credits.push(credit);
      reasons.set(last, 'credit');
      clear();
    } else if (date !== null) {
      publishedAt = date.value ?? publishedAt;
      reasons.set(last, 'date');
      clear();
    } else if (author !== null) {
      signed = author.names;
      reasons.set(last, 'byline');
      clear();
    } else if (
      isDeskSignature(line) ||
      isFootLine(line) ||
      readField(line)?.kind === 'other' ||
      isPortrait(line, byline) ||
      isStrangersPortrait(parts, last) ||
      isOutletAlone(parts, last) ||
      isInitials(parts, last)
    ) {
      reasons.set(last, 'boilerplate');
      clear();
    } else if (isSelfDescription(line)) {
      reasons.set(last, 'boilerplate');
    } else if (isEndnote(line, 0, line.length)) {
      // Credits stand above the notes of a correction as often as below them.
    } else if (mayBeLabel(line) || isBelowSureLine(parts, last, reasonOf)) {
      unsaid.push(last);
    } else break;
  }
  // What no sure line stands above may be the end of the story.
  if (unsaid.length > 0) last = Math.max(last, unsaid[0]!);
  // Pages print topics and portraits of authors below it.
  for (let index = last - 1; index > Math.max(lede, last - 12); index--) {
    if (isTaken(index) || !isFullCredit(parts[index]!.text)) continue;
    credits.push(readCreditLine(parts[index]!.text)!);
    reasons.set(index, 'credit');
  }
  return { reasons, credits, byline: signed, publishedAt, last };
}

/**
 * Whether a line without speech is set solid below one that is sure to be none of the story. Advertisements and pointers
 * stand inside a story too: below them it must speak to the reader.
 */
function isBelowSureLine(
  parts: readonly Part[],
  index: number,
  reasonOf: (index: number) => RemovalReason | null,
): boolean {
  const line = parts[index]!.text;
  if (line.length > 320 || /["“”„«»]/.test(line)) return false;
  for (let at = index; at > 0 && at > index - furthest && parts[at]!.isSolid; at--) {
    const reason = reasonOf(at - 1);
    if (reason === null) continue;
    if ((reason !== 'advertisement' && reason !== 'read-more') || speaksToReader.test(line)) return true;
  }
  return false;
}

/** A foot that is set solid has at most so many lines between one that is sure and another. */
const furthest = 12;

/** Who wrote the story, said below it: "Jane Doe", "Jane Doe teaches history and is the author of “Bridges.”" */
function isPortrait(line: string, byline: readonly string[]): boolean {
  if (isAuthorAlone(line, byline)) return true;
  const author = byline.find((name) => line.startsWith(name));
  // The marks of a book's title are no speech: “Bridges.”
  if (author === undefined || line.length > 320 || /,["”]|["“]\p{Ll}/u.test(line)) return false;
  const rest = line.slice(author.length);
  return /^(?: \([^()]{2,60}\))?$|^,? (?:is|was|has been|joined|writes|covers|reports|works|teaches|edits|hosts|lives|can be (?:reached|contacted))\b/.test(
    rest,
  );
}

/** "— Jane Doe", "JANE DOE", "(Jane Doe)", "Jane Doe in Hull", "Jane Doe/The Courier" */
function isAuthorAlone(line: string, byline: readonly string[]): boolean {
  const words = line.replace(/^[(—–-]{0,2} ?(?:by )?|[).]+$/gi, '');
  return byline.some((name) => {
    const isNamed = words.toLowerCase().startsWith(name.toLowerCase());
    return isNamed && /^(?:(?:, | in |\/| \/ )\p{Lu}[\p{L}.' -]{1,30})?$/u.test(words.slice(name.length));
  });
}

/** Likewise of somebody whom the story does not name: "Jane Doe is a staff writer covering Congress." */
function isStrangersPortrait(parts: readonly Part[], index: number): boolean {
  const line = parts[index]!.text;
  const name = line.length > 320 ? null : portrait.exec(line)?.[1];
  if (name == null) return false;
  const surname = name.split(' ').at(-1)!;
  return !parts.slice(0, index).some(({ text }) => text.includes(surname));
}

const portrait =
  /^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}) is (?:an?|the|our|\p{Lu}[\w ]{2,40}[’']s?) (?:[^"“”.,]{0,60} )?(?:reporter|writer|correspondent|columnist|journalist|editor|contributor|producer|photographer|bureau chief)\b[^"“”]*$/u;

/** The paper's name, as the last line: "TimesDaily", "— The Example Times", "Example.com". */
function isOutletAlone(parts: readonly Part[], index: number): boolean {
  if (index !== parts.length - 1) return false;
  const words = parts[index]!.text.replace(/^\W{0,3}(?:© ?)?/u, '');
  return (
    isOutlet(words) ||
    /^(?:\p{Lu}\p{Ll}+\p{Lu}\p{L}{2,14}|\p{Lu}{3,8}|[\p{Lu}\d][\w-]{2,24}\.(?:com|org|net|ph|in|co\.\p{Ll}{2}))$/u.test(
      words,
    )
  );
}

/** The writer's initials, as some papers print them below the last sentence: "gsg", "JD". */
function isInitials(parts: readonly Part[], index: number): boolean {
  const line = parts[index]!.text;
  const above = parts[index - 1]!.text;
  // "… he said. PTI COR" and the rest of the desk's initials below it
  const goesOn = /^[A-Z]{2,4}(?: [A-Z]{2,4}){0,4}$/.test(line) && findTrailingCredit(above) !== null;
  return goesOn || (/^\/?(?:[a-z]{2,4}|[A-Z]{2,3}|[A-Z]\/[A-Z])$/.test(line) && /[.!?]["”’)]?$/.test(above));
}

const speaksToReader = /\b(?:you|your|us|our|we|please|not responsible|not be held)\b|\bwww\.|https?:/i;

/** What a page says of itself to its reader: two words of the trade at least, and a word to the reader. */
function isSelfDescription(line: string): boolean {
  if (line.length > 400 || /["“”„«»]/.test(line)) return false;
  if (!speaksToReader.test(line)) return false;
  const words = line.match(
    /\b(?:news|website|sites?|content|subscri\w+|newsletters?|journalis\w+|e-?paper|edition|comments?|article|stories|privacy|terms|community|readers?|editor|wires|e-?mail)\b/gi,
  );
  return new Set((words ?? []).map((word) => word.toLowerCase())).size >= 2;
}

/** Where the paragraphs start that are sure to be none of the story, and have none of it below them. */
function findTail(sure: readonly (RemovalReason | null)[]): number {
  return sure.lastIndexOf(null) + 1;
}
