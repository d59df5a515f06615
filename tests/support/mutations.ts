import type { Random } from '../../src/generation/random.ts';

/** What readers have to do with everywhere, and what was made to break some. */
const pieces: readonly Uint8Array[] = [
  '<',
  '>',
  '</',
  '/>',
  '<p>',
  '</p>',
  '</div>',
  '<div>',
  '<table><tr><td>',
  '<script>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  '&',
  '&a;',
  '&amp;',
  '&#0;',
  '&#xd800;',
  '&#x110000;',
  '&#99999999999;',
  ' xmlns=""',
  ' xmlns:x="',
  '<svg><p>',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '\\u',
  '\\ud800',
  ',',
  ':',
  'null',
  '1e999',
  '-',
  '{"text":',
  '[[[[[[[[',
  '\n',
  '\r',
  '\r\n\r\n',
  '\0',
  '\u0001',
  '\u0002',
  '\u0003',
  '\u0004',
  '\ufeff',
  '\ufffe',
  '\u2028',
  '---\n',
  '```',
  '# ',
  '](',
  '2023-02-30',
  'Wed, 99 Foo 2023',
  '0000-00-00T00:00:00Z',
  '99999999999999',
  'http://',
  'javascript:alert(1)',
  '../../etc/passwd',
  '\u00e9',
  '\ud83d\ude00',
  'charset=utf-7',
]
  .map((text) => Buffer.from(text))
  .concat([
    Buffer.from([0xff]),
    Buffer.from([0xff, 0xfe]),
    Buffer.from([0xc3]),
    Buffer.from([0xf4, 0x90, 0x80, 0x80]),
    Buffer.from([0x1f, 0x8b, 8]),
    Buffer.from('PK\u0003\u0004'),
    Buffer.from([0x80, 0x81, 0x8d]),
  ]);

/** The same input, with up to six places changed as copy is changed by accident, or by those who try what happens. */
export function mutate(input: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  let bytes: Uint8Array = input;
  for (let changes = random.between(1, 7); changes > 0; changes--) bytes = change(bytes, others, random);
  return bytes;
}

function change(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + Math.floor(random.logNormal(20, 2)));
  const [before, within, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (random.below(8)) {
    case 0:
      return before;
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, within, within, after]);
    case 3: {
      const other = random.pick(others);
      const start = random.below(other.length + 1);
      return Buffer.concat([before, other.subarray(start, start + random.below(2000)), after]);
    }
    case 4:
      return Buffer.concat([before, within.map((byte) => byte ^ (1 << random.below(8))), after]);
    case 5:
      return Buffer.concat([
        before,
        ...Array<Uint8Array>(random.between(2, 300)).fill(random.pick(pieces)),
        within,
        after,
      ]);
    default:
      return Buffer.concat([before, random.pick(pieces), within, after]);
  }
}
