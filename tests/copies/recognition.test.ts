import { describe, expect, it } from 'vitest';
import { areCopies, fewestWords, leastOverlap, measureOverlap } from '../../src/copies/overlap.ts';
import { findShingles } from '../../src/copies/shingles.ts';
import { sketch } from '../../src/copies/sketch.ts';
import { readWords } from '../../src/copies/words.ts';
import { makeTexts, pairTexts, readGoldTexts, scoreAt, scoreSketches } from './study.ts';

describe('copies among edited stories and others in the same form', () => {
  const pairs = pairTexts(readGoldTexts());

  it('has enough of them to tell', () => {
    const copies = pairs.filter(({ isCopy }) => isCopy);
    expect(new Set(copies.map(({ one }) => one.story)).size).toBeGreaterThanOrEqual(12);
    expect(copies.length).toBeGreaterThanOrEqual(80);
    expect(pairs.length - copies.length).toBeGreaterThan(4000);
  });

  it('are told from others by their overlap', () => {
    const { precision, recall } = scoreAt(pairs, leastOverlap);
    expect(precision).toBe(1);
    expect(recall).toBe(1);
  });

  it('are told a little below and above it, too', () => {
    expect(scoreAt(pairs, leastOverlap - 0.02).precision).toBe(1);
    expect(scoreAt(pairs, leastOverlap + 0.02).recall).toBe(1);
  });

  it('have keys in common', () => expect(scoreSketches(pairs)).toBe(1));
});

it('tells made-up copies from made-up stories', () => {
  const pairs = pairTexts(makeTexts(120));
  expect(pairs.filter(({ isCopy }) => isCopy).length).toBeGreaterThan(3);
  expect(scoreAt(pairs, leastOverlap)).toEqual({ precision: 1, recall: 1 });
  expect(scoreSketches(pairs)).toBe(1);
});

describe('words', () => {
  const same = (one: string, other: string) => expect(readWords(one)).toEqual(readWords(other));

  it('are the same in other marks, dashes, cases and accents', () => {
    same('"It’s over," he said - at last.', "“IT'S OVER”, he said — at last…");
    same('Erdoğan, Łukasz and José', 'ERDOGAN Łukasz and Jose');
    same('the secretary-general', 'the secretary general');
  });

  it('hold numbers together', () => {
    same('4,318.55 points', '4318.55 points');
    expect(readWords('1, 2 and 3.')).toHaveLength(4);
  });

  it('are characters where there are no spaces', () => {
    expect(readWords('市长林海说：水')).toHaveLength(6);
    expect(readWords('𠮷野家')).toHaveLength(3);
    expect(readWords('กขค')).toHaveLength(3);
  });

  it('are none without letters and digits', () => {
    for (const text of ['', ' \n', '!!! — … 😀', '\ud83d']) expect(readWords(text)).toHaveLength(0);
  });
});

describe('texts of any length', () => {
  it('have no sketch, and are copies of nothing, with too few words', () => {
    const few = readWords(Array.from({ length: fewestWords - 1 }, (_, i) => `word${i}`).join(' '));
    expect(sketch(few)).toEqual([]);
    expect(areCopies(few, few)).toBe(false);
    expect(sketch(readWords(''))).toEqual([]);
    expect(measureOverlap(readWords(''), few)).toBe(0);
  });

  it('are compared with no regard to which comes first', () => {
    const texts = readGoldTexts().map(({ words }) => words);
    for (let i = 1; i < texts.length; i++) {
      const [one, other] = [texts[i]!, texts[i - 1]!];
      // Of as many words, either may be taken for the shorter: by a repeated run they may differ a little.
      if (one.length !== other.length) expect(measureOverlap(one, other)).toBe(measureOverlap(other, one));
    }
  });

  it('have shingles each once, in ascending order', () => {
    const shingles = findShingles(readWords('the same again '.repeat(40)));
    expect(shingles).toHaveLength(3);
    expect([...shingles]).toEqual([...shingles].sort((a, b) => a - b));
  });

  it('take time in proportion', () => {
    const text = (size: number) =>
      Array.from({ length: size }, (_, i) => `w${(i * 7919) % 100_003}`).join(' ');
    const time = (size: number) => {
      const texts = [text(size), `${text(size)} and so on`];
      const started = performance.now();
      const [one, other] = texts.map(readWords) as [Uint32Array, Uint32Array];
      sketch(one);
      expect(areCopies(one, other)).toBe(true);
      return performance.now() - started;
    };
    time(20_000);
    const [small, large] = [time(20_000), time(200_000)];
    // Ten times as much: 1.4 MB. Quadratic work would take a hundred times as long.
    expect(large).toBeLessThan(40 * Math.max(small, 2));
  });
});
