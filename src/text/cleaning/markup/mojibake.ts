import { windows1252Character } from '../../decode.ts';
import type { Edit } from '../copy.ts';

/**
 * Repairs characters whose bytes of UTF-8 were read as windows-1252: "itâ€™s" is "it’s", "cafÃ©" is "café". Only where
 * nothing else can be meant: three characters of general punctuation, or two that make a letter or sign of Latin-1. A
 * closing mark often lost its last byte ("â€").
 */
export function repairEncoding(text: string): Edit[] {
  const edits: Edit[] = [];
  if (!/[âÂÃ]/.test(text)) return edits;
  for (const match of text.matchAll(misread)) {
    const bytes = [...match[0]].map((character) => byteOf.get(character)!);
    const meant = bytes.length === 2 && bytes[0] === 0xe2 ? '”' : decode(bytes);
    const start = match.index;
    edits.push({ start, end: start + match[0].length, text: meant, reason: 'replaced-character' });
  }
  return edits;
}

/** The byte that a character stands for in windows-1252. */
const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, index) => index + 0x80).flatMap((byte): [string, number][] => {
    const character = byte < 0xa0 ? windows1252Character(byte) : String.fromCharCode(byte);
    return [
      [character, byte],
      [String.fromCharCode(byte), byte],
    ];
  }),
);

const continuation = [...byteOf].filter(([, byte]) => byte < 0xc0).map(([character]) => character);
const anyByte = `[${continuation.join('').replace(/[\]\\^-]/g, '\\$&')}]`;

/**
 * General punctuation and signs of currency ("â€™", "â‚¬"); a closing mark without its last byte; letters and signs of
 * Latin-1 but those that look like a word before a closing mark in a language with Â and Ã ("AMANHÃ»").
 */
const misread = new RegExp(
  `â[€‚\\u0080\\u0082]${anyByte}|â„¢|â€(?!["'\\p{L}\\d])|(?:Â|Ã(?!¢€))[¡-ª¬-º¼-¿]`,
  'gu',
);

/** Decodes two or three bytes of UTF-8. */
function decode(bytes: readonly number[]): string {
  const [first, second, third] = bytes;
  if (third === undefined) return String.fromCharCode(((first! & 0x1f) << 6) | (second! & 0x3f));
  return String.fromCharCode(((first! & 0x0f) << 12) | ((second! & 0x3f) << 6) | (third & 0x3f));
}
