import type { ParagraphRole, RemovalReason } from '../../../domain/article.ts';
import type { Span } from '../../../domain/span.ts';
import type { Edit } from '../copy.ts';

/** A stretch of text whose role its markup states. */
export interface StatedRole extends Span {
  readonly role: ParagraphRole;
}

/**
 * Takes out comments, scripts, code of servers and tags; tags of blocks leave a paragraph's break behind. A "<" that opens no tag
 * ("a < b", "<desk@example.com>") stays. One pass: no stretch is read twice but the names of tags.
 */
export function stripHtml(text: string): { edits: Edit[]; roles: StatedRole[] } {
  const edits: Edit[] = [];
  const roles: StatedRole[] = [];
  const opened = new Map<ParagraphRole, number>();
  const missing = new Set<string>();
  let index = text.indexOf('<');
  while (index >= 0) {
    const hidden = readHidden(text, index, missing);
    if (hidden !== null) {
      edits.push({ start: index, end: hidden.end, text: '', reason: hidden.reason });
      index = text.indexOf('<', hidden.end);
      continue;
    }
    const tag = readTag(text, index);
    if (tag === null) {
      index = text.indexOf('<', index + 1);
      continue;
    }
    const stop =
      !tag.isClosing && unreadable.has(tag.name) ? elementEnd(text, tag.end, tag.name, missing) : tag.end;
    edits.push({ start: index, end: stop, text: replacementOf(tag), reason: 'html-tag' });
    const role = roleOf.get(tag.name);
    if (role !== undefined) {
      const start = opened.get(role);
      if (!tag.isClosing) opened.set(role, stop);
      else if (start !== undefined) {
        roles.push({ role, start, end: index });
        opened.delete(role);
      }
    }
    index = text.indexOf('<', stop);
  }
  return { edits, roles };
}

interface Tag {
  readonly name: string;
  readonly end: number;
  readonly isClosing: boolean;
}

/** Longer tags than this are no tags but a stray "<" in prose (pages embed pictures in attributes, copy does not). */
const longestTag = 4096;

function readTag(text: string, start: number): Tag | null {
  let index = start + 1;
  const isClosing = text[index] === '/';
  if (isClosing || text[index] === '!' || text[index] === '?') index++;
  const nameStart = index;
  while (index - nameStart < 40 && isNameUnit(text.charCodeAt(index))) index++;
  if (index === nameStart || !/[a-z]/i.test(text[nameStart]!)) return null;
  const name = text.slice(nameStart, index).toLowerCase();
  const attributes = index;
  const limit = Math.min(text.length, start + longestTag);
  while (index < limit && text[index] !== '>' && text[index] !== '<') index++;
  if (text[index] !== '>') return null;
  const rest = text.slice(attributes, index);
  const isTag =
    rest === '' ||
    rest === '/' ||
    /^\s[^=]*=/.test(rest) ||
    (/^[\s/]/.test(rest) && known.has(name)) ||
    nameStart > start + 1;
  return isTag ? { name, end: index + 1, isClosing } : null;
}

function isNameUnit(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x3a) ||
    unit === 0x2d
  );
}

/** What opens and closes stretches of markup in which a ">" may stand: comments, and code that a server should have run. */
const hiddenKinds: readonly (readonly [string, string, RemovalReason])[] = [
  ['<!--', '-->', 'html-comment'],
  ['<?', '?>', 'template-tag'],
  ['<%', '%>', 'template-tag'],
  // What a section of characters holds is the text.
  ['<![CDATA[', '', 'markup'],
  ['<![', ']>', 'html-comment'],
];

function readHidden(
  text: string,
  start: number,
  missing: Set<string>,
): { end: number; reason: RemovalReason } | null {
  const kind = hiddenKinds.find(([opening]) => text.startsWith(opening, start));
  if (kind === undefined || missing.has(kind[1])) return null;
  const [opening, closing, reason] = kind;
  const found = text.indexOf(closing, start + opening.length);
  // A search that failed once fails from every later place: it is not repeated.
  if (found < 0) missing.add(closing);
  return found < 0 ? null : { end: found + closing.length, reason };
}

/** Elements whose content is no prose. */
const unreadable = new Set(['script', 'style', 'svg', 'iframe', 'noscript', 'template', 'head']);

function elementEnd(text: string, from: number, name: string, missing: Set<string>): number {
  if (missing.has(name)) return from;
  const closing = new RegExp(`</${name}\\s{0,8}>`, 'gi');
  closing.lastIndex = from;
  const match = closing.exec(text);
  if (match === null) missing.add(name);
  return match === null ? from : match.index + match[0].length;
}

const blocks = new Set(
  `p div ul ol li h1 h2 h3 h4 h5 h6 blockquote section article header footer table tr figure figcaption hr pre address
  aside nav main dl dt dd html body form title`.split(/\s+/),
);
const known = new Set([
  ...blocks,
  ...unreadable,
  ...`a abbr b big br button center cite code del em font i img input ins label link meta mark q s small span strike
  strong sub sup td th time tt u video audio source picture object embed param wbr`.split(/\s+/),
]);

function replacementOf({ name, isClosing }: Pick<Tag, 'name' | 'isClosing'>): string {
  // Browsers print marks around it.
  if (name === 'q') return isClosing ? '”' : '“';
  if (blocks.has(name)) return '\n\n';
  return name === 'br' ? '\n' : name === 'td' || name === 'th' ? ' ' : '';
}

const roleOf: ReadonlyMap<string, ParagraphRole> = new Map([
  ['h2', 'subhead'],
  ['h3', 'subhead'],
  ['h4', 'subhead'],
  ['h5', 'subhead'],
  ['h6', 'subhead'],
  ['li', 'list-item'],
  ['blockquote', 'blockquote'],
  ['figcaption', 'caption'],
]);
