import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, extract, type Span } from '../src/index.ts';

/** Pieces that dirty and hostile copy is made of. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '"',
      '“',
      '”',
      '‘',
      '’',
      "'",
      '«',
      '»',
      '„',
      '“',
      ' – ',
      '—',
      '…',
      '\n',
      '\n\n',
      '\r\n',
      '\t',
      ' ',
      ' ',
      ', ',
      '. ',
    ],
    ...[
      'said',
      'he said',
      'she told Reuters',
      'according to',
      'Maria Ruiz',
      'Mr. Ruiz',
      'the minister',
      'U.S.',
      'No. 10',
    ],
    ...[
      '{{^adFree}}',
      '{{/adFree}}',
      '{{',
      '[caption]',
      '<p>',
      '</p>',
      '<',
      '&nbsp;',
      '&amp;',
      '&#8220;',
      '&',
      'Q: ',
      'A: ',
    ],
    ...[
      'Read more:',
      'Advertisement',
      'By Jane Doe',
      'JAKARTA, Oct 3 (Reuters) -',
      'date 2023-10-11',
      '(Reporting by J. Doe)',
    ],
    ...[
      '\u0000',
      '\u200b',
      '\u00a0',
      '\ufeff',
      '\ud800',
      '\udc00',
      '😀',
      'é',
      'e\u0301',
      '\u202e',
      'Эрдоган',
      '普京',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.lorem({ maxCount: 5 }),
);
const dirtyCopy = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  { weight: 5, arbitrary: dirtyCopy },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
);

describe('extract', () => {
  it.each([null, undefined, 7, {}, { text: 'Rain fell.' }])(
    'names its argument where that is %j',
    (input) => {
      expect(() => extract(input as never)).toThrow(
        /^extract: input must be a string or a SourceDocument, and is /,
      );
      expect(() => extract(input as never)).toThrow(TypeError);
    },
  );
});

describe('extract, on random, dirty and hostile text', () => {
  it('never throws, and answers the same text with the same article', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(extract(text)).toEqual(extract(text));
      }),
    );
  });

  it('puts every span within the text, and splits no surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const article = extract(text);
        for (const span of allSpans(article)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(article.text.length);
          expect(splitsPair(article.text, span.start)).toBe(false);
          expect(splitsPair(article.text, span.end)).toBe(false);
        }
      }),
    );
  });

  it('orders paragraphs, disjoint, with white space alone outside them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const article = extract(text);
        let [outside, end] = ['', 0];
        for (const paragraph of article.paragraphs) {
          expect(paragraph.start).toBeGreaterThanOrEqual(end);
          outside += article.text.slice(end, paragraph.start);
          end = paragraph.end;
        }
        expect((outside + article.text.slice(end)).trim()).toBe('');
      }),
    );
  });

  it('keeps each segment of a quote within one paragraph, each verbatim stretch within a segment', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { paragraphs, quotes } = extract(text);
        for (const { segments, verbatim, paragraphIndexes } of quotes) {
          const homes = segments.map((segment) =>
            paragraphs.findIndex((paragraph) => covers(paragraph, segment)),
          );
          expect(homes).not.toContain(-1);
          expect(paragraphIndexes).toEqual([...new Set(homes)].toSorted((a, b) => a - b));
          for (const stretch of verbatim)
            expect(segments.some((segment) => covers(segment, stretch))).toBe(true);
        }
      }),
    );
  });

  it('names speakers that exist, with probabilities that are some', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { quotes, entities } = extract(text);
        for (const { speaker, jointSpeakers, about, confidence, kind, verbatim } of quotes) {
          const indexes = [...(speaker === null ? [] : [speaker]), ...jointSpeakers, ...about];
          expect(indexes.filter((index) => entities[index] === undefined)).toEqual([]);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (kind === 'indirect') expect(verbatim).toEqual([]);
        }
      }),
    );
  });

  it('lists what was taken out with the words that stand there in the raw copy', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { text: words, rawStart, rawEnd } of extract(text).removed) {
          expect(text.slice(rawStart, rawEnd)).toBe(words);
        }
      }),
    );
  });
});

function allSpans({ paragraphs, entities, quotes, problems }: Article): readonly Span[] {
  return [
    ...paragraphs,
    ...entities.flatMap(({ mentions }) => mentions),
    ...quotes.flatMap(({ segments, verbatim, cue, source }) => [...segments, ...verbatim, cue, source]),
    ...problems.map(({ span }) => span),
  ].filter((span) => span !== null);
}

function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
