import type { Problem } from '../domain/problem.ts';

export interface DecodedText {
  /** The text without a byte order mark. */
  readonly text: string;
  /** The WHATWG name of the encoding that was used. */
  readonly encoding: string;
  /** True where the bytes are no text in any encoding (an image, an archive): `text` is then worth nothing. */
  readonly isBinary: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Decodes bytes into text. What the bytes show outranks what was declared, since declared charsets are often wrong:
 * a byte order mark, then the zero bytes of UTF-16, then UTF-8, also with a few bad bytes, then `declaredCharset` (any
 * WHATWG label) and the one that the text itself declares (`<meta charset>`, an XML declaration) where they fit, then
 * windows-1252, which fits all bytes.
 */
export function decodeText(bytes: Uint8Array, declaredCharset: string | null = null): DecodedText {
  if (hasBinarySignature(bytes)) return { text: '', encoding: 'binary', isBinary: true, problems: [] };
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== null) return decoded(new TextDecoder(marked).decode(bytes), marked);
  const labels = [declaredCharset, charsetWithin(bytes)].filter((label) => label !== null);
  const declared = labels.flatMap((label) => knownEncoding(label) ?? []);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  // ISO-2022-JP looks like plain ASCII: only its declaration tells.
  if (utf8 !== null && !declared.includes('iso-2022-jp')) return decoded(utf8, 'utf-8');
  const lenient = new TextDecoder().decode(bytes);
  if (utf8 === null && isMostlyUtf8(lenient)) return decoded(lenient, 'utf-8');
  for (const encoding of declared) {
    if (encoding === 'utf-8' || singleByteWestern.has(encoding)) continue;
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return decoded(text, encoding);
  }
  return decoded(decodeWindows1252(bytes), 'windows-1252');
}

/** Bytes at the start of a text in which it may declare its encoding; browsers look as far. */
const longestPrologue = 1024;

/** What a page or an XML document says of its own encoding; null where it says nothing. */
function charsetWithin(bytes: Uint8Array): string | null {
  const start = decodeWindows1252(bytes.subarray(0, longestPrologue));
  const inXml = /^\s*<\?xml\s[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]{2,40})/i.exec(start);
  const inHtml = /<meta\s[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(start);
  return (inXml ?? inHtml)?.[1] ?? null;
}

/** Encodings whose label means windows-1252 to every browser; we decode that one ourselves. */
const singleByteWestern = new Set(['windows-1252', 'iso-8859-1']);

function decoded(text: string, encoding: string): DecodedText {
  const replaced = countReplaced(text);
  const isBinary = isMostlyControl(text);
  if (replaced === 0 || isBinary) return { text, encoding, isBinary, problems: [] };
  const message = `${replaced} ${replaced === 1 ? 'place was' : 'places were'} not valid ${encoding} and became U+FFFD.`;
  return { text, encoding, isBinary, problems: [{ code: 'undecodable-bytes', span: null, message }] };
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: in Western text every other byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 1024) & ~1;
  if (length < 8) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) evenZeros++;
    if (bytes[index + 1] === 0) oddZeros++;
  }
  const many = length * 0.3;
  if (oddZeros > many && evenZeros < many / 10) return 'utf-16le';
  if (evenZeros > many && oddZeros < many / 10) return 'utf-16be';
  return null;
}

function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A few bad bytes in good UTF-8 (a copy cut short) are not windows-1252: most characters beyond ASCII came through. */
function isMostlyUtf8(lenient: string): boolean {
  let beyondAscii = 0;
  for (let index = 0; index < lenient.length; index++) if (lenient.charCodeAt(index) > 0x7f) beyondAscii++;
  const replaced = countReplaced(lenient);
  return beyondAscii - replaced > 2 * replaced;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

/** Bytes 0x80 to 0x9f of windows-1252. Five are undefined there and stay control characters, as browsers have it. */
const windows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** What a byte from 0x80 to 0x9f means in windows-1252; character references use the same table. */
export function windows1252Character(byte: number): string {
  return windows1252[byte - 0x80]!;
}

/** By hand, because TextDecoder reads windows-1252 as ISO-8859-1 in some releases of Node. */
function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    units[index] = byte >= 0x80 && byte < 0xa0 ? windows1252.charCodeAt(byte - 0x80) : byte;
  }
  const pieces: string[] = [];
  // A call takes its arguments from the stack, which holds some ten thousands.
  for (let start = 0; start < units.length; start += 8192) {
    pieces.push(String.fromCharCode(...units.subarray(start, start + 8192)));
  }
  return pieces.join('');
}

/** First bytes of what is uploaded by mistake: PNG, JPEG, GIF, PDF, ZIP and office files, gzip, ELF, old Word. */
const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b, 0x08],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function hasBinarySignature(bytes: Uint8Array): boolean {
  return signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte));
}

/**
 * Text holds hardly any control characters: wire headers (IPTC 7901) have a dozen in a story, files that are no text
 * have 10 % and more. A few stray NULs in a long text stay text.
 */
function isMostlyControl(text: string): boolean {
  const length = Math.min(text.length, 65536);
  let controls = 0;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    if ((unit < 0x20 && (unit < 9 || unit > 13)) || (unit >= 0x7f && unit < 0xa0) || unit === 0xfffd)
      controls++;
  }
  return controls > 8 && controls > length * 0.05;
}
