import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/text/decode.ts';

const copy = '“We’re late,” she said — naïve café.';
const utf8 = new TextEncoder().encode(copy);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

/** The curly marks, the dash and the accents as windows-1252 has them. */
const western = Uint8Array.from(copy, (character) => {
  const special: Record<string, number> = { '“': 0x93, '”': 0x94, '’': 0x92, '—': 0x97 };
  return special[character] ?? character.charCodeAt(0);
});

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8, null, 'utf-8'],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), null, 'utf-8'],
    ['UTF-8 declared as something else', utf8, 'iso-8859-1', 'utf-8'],
    ['UTF-8 declared as nothing known', utf8, 'klingon', 'utf-8'],
    ['UTF-16 LE with a mark', utf16(`\ufeff${copy}`, true), null, 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(`\ufeff${copy}`, false), 'utf-8', 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(copy, true), null, 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(copy, false), null, 'utf-16be'],
    ['windows-1252', western, null, 'windows-1252'],
    ['windows-1252 declared as UTF-8', western, 'utf-8', 'windows-1252'],
    ['windows-1252 declared as ISO-8859-1', western, 'latin1', 'windows-1252'],
  ])('reads %s', (_, bytes, declared, encoding) => {
    expect(decodeText(bytes, declared)).toEqual({ text: copy, encoding, isBinary: false, problems: [] });
  });

  it('follows a declared charset that only the declaration tells', () => {
    const cyrillic = Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2);
    expect(decodeText(cyrillic, 'windows-1251').text).toBe('Привет');
  });

  it.each([
    ['<?xml version="1.0" encoding="windows-1251"?><nitf>', null],
    ['<!doctype html><html><head><meta charset=windows-1251>', 'utf-8'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=cp1251">', null],
  ])('follows what the text itself declares: %s', (start, declared) => {
    const bytes = Buffer.concat([Buffer.from(start), Buffer.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2)]);
    expect(decodeText(bytes, declared).text).toBe(`${start}Привет`);
    // UTF-8 is what its bytes show, whatever is declared, also where one is bad.
    expect(decodeText(Buffer.from(`${start}Привет`), declared).text).toBe(`${start}Привет`);
    const bad = decodeText(Buffer.concat([Buffer.from(`${start}Привет`), Buffer.of(0xcf)]), declared);
    expect(bad).toMatchObject({ text: `${start}Привет\ufffd`, problems: [{ code: 'undecodable-bytes' }] });
  });

  it.each([
    ['shift_jis', [0x83, 0x6a, 0x83, 0x85, 0x81, 0x5b, 0x83, 0x58], 'ニュース'],
    ['gb18030', [0xd0, 0xc2, 0xce, 0xc5], '新闻'],
    ['euc-kr', [0xb4, 0xba, 0xbd, 0xba], '뉴스'],
    ['iso-8859-2', [0xb9, 0xbb, 0xe8], 'šťč'],
  ])('knows the encodings of the trade: %s', (charset, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes), charset).text).toBe(text);
  });

  it('replaces a few bad bytes in UTF-8 and says so', () => {
    const { text, problems } = decodeText(utf8.with(2, 0x41));
    expect(text).toContain('\ufffd');
    expect(problems.map(({ code }) => code)).toEqual(['undecodable-bytes']);
  });

  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['an archive', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14)],
    ['noise', Uint8Array.from({ length: 4096 }, (_, index) => (index * 197 + (index >> 3) * 31) & 0xff)],
    ['zeros', new Uint8Array(100)],
  ])('recognises %s as no text', (_, bytes) => {
    expect(decodeText(bytes).isBinary).toBe(true);
  });

  it('keeps text with a stray NUL', () => {
    expect(decodeText(new TextEncoder().encode(`${copy}\0`))).toMatchObject({
      text: `${copy}\0`,
      isBinary: false,
    });
  });

  it('never throws, and gives well-formed text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.string({ maxLength: 12 })),
        (bytes, charset) => {
          const { text } = decodeText(bytes, charset);
          expect(/[\ud800-\udfff]/u.test(text)).toBe(false);
        },
      ),
    );
  });
});
