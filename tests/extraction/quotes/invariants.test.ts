import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import { covers, type Span } from '../../../src/domain/span.ts';
import { articleOf } from './article.ts';

const pieces = fc.constantFrom(
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
    '``',
    "''",
    ' ',
    ' ',
    ' ',
    '\n\n',
    ', ',
    '. ',
    ': ',
    ' — ',
    '😀',
    '\ud800',
  ],
  ...[
    'said',
    'told',
    'that',
    'according to',
    'Maria Keller',
    'Keller',
    'she',
    'he',
    'Reuters',
    'reported',
    'and',
    'Q',
    'A',
  ],
  ...[
    'the bridge',
    'will close',
    'on Tuesday',
    'did not',
    'in a statement',
    "don't",
    "workers'",
    'Москва',
    '東京',
  ],
);
const copies = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(' '));

function spansOf(article: Article): readonly Span[] {
  return article.quotes.flatMap(({ segments, verbatim, cue, source }) => [
    ...segments,
    ...verbatim,
    ...[cue, source].filter((span) => span !== null),
  ]);
}

const isHalf = (text: string, offset: number): boolean =>
  /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');

describe('whatever the copy', () => {
  test.each([
    ['a source', 'The bridge will close on Tuesday, according to A'],
    ['a turn', '" told \n\n— A'],
    ['who is reported', 'She won, Reuters said, according to A'],
  ])('one article may be all that is left of %s, at the end of the text', (_, raw) => {
    expect(articleOf(raw).quotes).toHaveLength(1);
  });

  test('spans lie in the text, hold words, split no surrogate pair, and segments lie in one paragraph', () => {
    fc.assert(
      fc.property(copies, (raw) => {
        const article = articleOf(raw, '2023-10-11');
        for (const { start, end } of spansOf(article)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(article.text.length);
          expect(isHalf(article.text, start) || isHalf(article.text, end)).toBe(false);
        }
        for (const { segments, paragraphIndexes, reportedBy } of article.quotes) {
          expect(reportedBy).not.toContain('');
          const holders = segments.map((segment) =>
            article.paragraphs.findIndex((one) => covers(one, segment)),
          );
          expect(holders).not.toContain(-1);
          expect(paragraphIndexes).toEqual([...new Set(holders)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('whoever speaks is an entity of the article, once, and confidence is a probability', () => {
    fc.assert(
      fc.property(copies, (raw) => {
        const { quotes, entities } = articleOf(raw);
        for (const { speaker, jointSpeakers, about, resolution, confidence } of quotes) {
          const speakers = speaker === null ? jointSpeakers : [speaker, ...jointSpeakers];
          expect(new Set(speakers).size).toBe(speakers.length);
          for (const entity of [...speakers, ...about]) expect(entities[entity]).toBeDefined();
          expect(speaker === null).toBe(resolution === null);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same copy gives the same article', () => {
    fc.assert(
      fc.property(copies, (raw) => {
        expect(articleOf(raw)).toEqual(articleOf(raw));
      }),
      { numRuns: 50 },
    );
  });

  test('no words belong to two quotes', () => {
    fc.assert(
      fc.property(copies, (raw) => {
        const spans = articleOf(raw)
          .quotes.flatMap(({ segments }) => segments)
          .toSorted((a, b) => a.start - b.start);
        for (const [index, span] of spans.entries()) {
          if (index > 0) expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]!.end);
        }
      }),
      { numRuns: 200 },
    );
  });
});
