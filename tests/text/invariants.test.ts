import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Replacement, SourceBlock } from '../../src/domain/source-document.ts';
import { type CleanCopy, type CleaningOptions, cleanCopy } from '../../src/text/clean.ts';
import { windows1252Character } from '../../src/text/decode.ts';
import { segmentText } from '../../src/text/segment.ts';

/** Pieces that cleaning and segmenting have rules for, to be thrown together in any order. */
const pieces = [
  ...[
    '{{^adFree}}',
    '{{/adFree}}',
    '{{^ad',
    '{{',
    '}}',
    '{% if %}',
    '%%AD%%',
    '[[IMAGE:1]]',
    '#{x}',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    '[caption id="a"]',
    '[/caption]',
    '[sic]',
    '[',
  ],
  ...[
    '&amp;',
    '&quot;',
    '&#8220;',
    '&#x0;',
    '&nbsp;',
    '&',
    '<p>',
    '</p>',
    '<br>',
    '<!--',
    '-->',
    '<script>',
    '<',
    '>',
  ],
  ...[
    '\r\n',
    '\n',
    '\n\n',
    '\n\n',
    '\n\n',
    '  ',
    '\t',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u0000',
    '\u2028',
  ],
  ...[
    '"',
    '“',
    '”',
    "'",
    '’',
    '‘',
    '«',
    '»',
    '``',
    "''",
    '\ud83d',
    '\ude00',
    '😀',
    'é',
    'e\u0301',
    '漢字',
    'שלום',
  ],
  ...[
    'U.S. ',
    'Sen. ',
    'No. 10 ',
    'St. John’s ',
    'J. K. Roe ',
    '3.5',
    '1,000',
    '...',
    '…',
    '. ',
    '? ',
    '!',
    '—',
    '-',
    ' - ',
  ],
  ...[
    'date 2023-10-11 ',
    'Date: 2023-02-31',
    'Headline: Bridge shut',
    'By Jane Doe',
    'LONDON (AP) — ',
    'Read more: x',
  ],
  ...[
    'Advertisement',
    'Related:',
    '- Ferry shut',
    'READ MORE: x',
    'PTI SKL',
    '\u0093',
    '\u0085',
    '{{unclosed',
    '(With inputs from agencies)',
    '— AFP',
    'Reuters reported',
    'he said ',
    'The mayor left. ',
    '• one',
  ],
  ...[
    'a',
    'The council said on Tuesday that the bridge would stay closed until spring, when the repairs begin. ',
  ],
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const anyUnits = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
const anyText = fc.oneof({ weight: 4, arbitrary: hostile }, fc.string({ unit: 'grapheme' }), anyUnits);

const anyBlocks = fc.option(
  fc.array(
    fc.record({
      role: fc.constantFrom('body' as const, 'subhead' as const, 'list-item' as const),
      rawStart: fc.integer({ min: -5, max: 300 }),
      rawEnd: fc.integer({ min: -5, max: 300 }),
    }),
    { maxLength: 5 },
  ),
);

const anyReplacements = fc.array(
  fc.record({
    rawStart: fc.integer({ min: -5, max: 300 }),
    rawEnd: fc.integer({ min: -5, max: 300 }),
    text: fc.constantFrom('', ' ', '\n', '&', '<', 'é', '😀'),
  }),
  { maxLength: 5 },
);

function splitsPair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}

function checkCopy(raw: string, copy: CleanCopy) {
  const { text } = copy;
  // Every unit of the raw copy is kept, listed, or plain white space.
  const isKept = new Uint8Array(raw.length);
  let previous = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const rawOffset = copy.toRaw(offset);
    expect(rawOffset).toBeGreaterThanOrEqual(previous);
    previous = rawOffset;
    if (raw[rawOffset] === text[offset]) isKept[rawOffset] = 1;
  }
  let end = 0;
  for (const removal of copy.removed) {
    expect(removal.rawStart).toBeGreaterThanOrEqual(end);
    expect(removal.rawEnd).toBeGreaterThan(removal.rawStart);
    expect(removal.text).toBe(raw.slice(removal.rawStart, removal.rawEnd));
    isKept.fill(1, removal.rawStart, removal.rawEnd);
    end = removal.rawEnd;
  }
  for (let index = 0; index < raw.length; index++) {
    if (isKept[index] === 0) expect(raw[index]).toMatch(/[ \t-\r]/);
  }
  // A quotation mark of the text is one of the raw copy, or was written there as an entity or as its byte in windows-1252.
  for (let offset = 0; offset < text.length; offset++) {
    if (!/["“”„‘’«»]/.test(text[offset]!)) continue;
    const written = raw[copy.toRaw(offset)]!;
    if (/[\u0080-\u009f]/.test(written)) {
      expect(windows1252Character(written.charCodeAt(0))).toBe(text[offset]);
      continue;
    }
    expect([text[offset], '&']).toContain(written);
  }
  for (let offset = 0; offset < text.length; offset++) {
    const rawOffset = copy.toRaw(offset);
    if (raw[rawOffset] === text[offset] && text[offset] !== '\n' && text[offset] !== ' ') {
      expect(copy.toClean(rawOffset)).toBe(offset);
    }
  }
  expect(text).toBe(text.trim());
  expect(text).not.toMatch(/\p{Surrogate}/u);
}

function checkSegments(copy: CleanCopy) {
  const { text, paragraphs } = copy;
  const segmented = segmentText(text, paragraphs);
  let end = 0;
  for (const paragraph of paragraphs) {
    expect(paragraph.start).toBeGreaterThanOrEqual(end);
    expect(text.slice(end, paragraph.start).trim()).toBe('');
    expect(paragraph.end).toBeGreaterThan(paragraph.start);
    end = paragraph.end;
  }
  expect(text.slice(end).trim()).toBe('');
  expect(paragraphs.filter(({ role }) => role === 'lede').length).toBeLessThanOrEqual(1);
  let nextToken = 0;
  for (const [index, sentence] of segmented.sentences.entries()) {
    expect(sentence.firstToken).toBe(nextToken);
    expect(sentence.endToken).toBeGreaterThan(sentence.firstToken);
    expect(sentence.start).toBe(segmented.tokens[sentence.firstToken]!.start);
    expect(sentence.end).toBe(segmented.tokens[sentence.endToken - 1]!.end);
    expect(paragraphs[sentence.paragraph]!.start).toBeLessThanOrEqual(sentence.start);
    expect(paragraphs[sentence.paragraph]!.end).toBeGreaterThanOrEqual(sentence.end);
    for (let token = nextToken; token < sentence.endToken; token++) {
      expect(segmented.sentenceOfToken[token]).toBe(index);
    }
    nextToken = sentence.endToken;
  }
  expect(nextToken).toBe(segmented.tokens.length);
  let tokenEnd = 0;
  for (const token of segmented.tokens) {
    expect(token.start).toBeGreaterThanOrEqual(tokenEnd);
    expect(text.slice(tokenEnd, token.start)).toMatch(/^\s*$/);
    expect(token.text).toBe(text.slice(token.start, token.end));
    expect(token.text).toMatch(/^\S+$/);
    expect(splitsPair(text, token.start) || splitsPair(text, token.end)).toBe(false);
    tokenEnd = token.end;
  }
}

describe('whatever the copy', () => {
  it('nothing is lost, and every span lies where it should', () => {
    fc.assert(
      fc.property(anyText, anyBlocks, anyReplacements, (raw, blocks, replacements) => {
        const options: CleaningOptions = {
          blocks: blocks as SourceBlock[] | null,
          replacements: replacements as Replacement[],
          headline: null,
        };
        const copy = cleanCopy(raw, options);
        checkCopy(raw, copy);
        checkSegments(copy);
      }),
      { numRuns: 600 },
    );
  });

  it('the same copy gives the same result', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { toRaw, toClean, ...first } = cleanCopy(raw);
        expect(cleanCopy(raw)).toMatchObject(first);
      }),
    );
  });
});
