import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { Span } from '../../src/domain/span.ts';
import { createArchive } from '../../src/generation/archive.ts';
import { functionWords } from '../../src/generation/vocabulary.ts';
import { readResourceFiles } from '../../src/resources.ts';

const files = readResourceFiles();
const archive = createArchive(files, { seed: 7, size: 10_000 });
const generated = Array.from({ length: 2000 }, (_, number) => archive.article(number));
const sample = generated.map(({ article }) => article);
const mean = (of: (article: Article) => number) =>
  sample.reduce((sum, article) => sum + of(article), 0) / sample.length;
const wordsOf = ({ text }: Article): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];

describe('an archive', () => {
  it('is the same for the same seed, in whatever order it is asked', () => {
    const again = createArchive(files, { seed: 7, size: 10_000 });
    for (const number of [1500, 3, 700]) expect(again.article(number).article).toEqual(sample[number]);
    expect(createArchive(files, { seed: 8, size: 10_000 }).article(3).article).not.toEqual(sample[3]);
  });

  it('is in the order of publication', () => {
    const dates = sample.flatMap(({ publishedAt }) => publishedAt ?? []);
    expect(dates).toEqual(dates.toSorted());
    expect(new Set(sample.map(({ url }) => url)).size).toBe(sample.length);
  });

  it('holds copies of some stories under other addresses, most of them edited', () => {
    const copies = generated.length - new Set(generated.map(({ story }) => story)).size;
    const literal = sample.length - new Set(sample.map(({ text }) => text)).size;
    expect(literal).toBeGreaterThan(0);
    expect(literal / copies).toBeLessThan(0.5);
    expect(copies / sample.length).toBeGreaterThan(0.04);
    expect(copies / sample.length).toBeLessThan(0.08);
  });

  it('is as long and as full of quotes as news is', () => {
    expect(mean(({ wordCount }) => wordCount)).toBeGreaterThan(600);
    expect(mean(({ wordCount }) => wordCount)).toBeLessThan(680);
    expect(mean(({ quotes }) => quotes.length)).toBeGreaterThan(5);
    expect(mean(({ quotes }) => quotes.length)).toBeLessThan(8);
    expect(mean((article) => Math.abs(wordsOf(article).length - article.wordCount))).toBeLessThan(10);
  });

  it('repeats few words often and most words rarely', () => {
    const counts = new Map<string, number>();
    for (const word of sample.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const sorted = [...counts.values()].toSorted((a, b) => b - a);
    expect(counts.get(functionWords[0]!)).toBe(sorted[0]);
    // Zipf: the count falls in proportion to the rank, within the bend that all natural texts have.
    for (const rank of [10, 100, 1000, 10_000]) {
      const product = (rank * sorted[rank - 1]!) / sorted[0]!;
      expect(product, `rank ${rank}`).toBeGreaterThan(0.5);
      expect(product, `rank ${rank}`).toBeLessThan(10);
    }
  });

  it('has words that are common, and hardly ever meet', () => {
    const holds = (word: string) =>
      new Set(sample.flatMap((a, index) => (wordsOf(a).includes(word) ? [index] : [])));
    const [one, other] = [holds(archive.vocabulary.topical(0)[0]!), holds(archive.vocabulary.topical(1)[0]!)];
    expect(one.size / sample.length).toBeGreaterThan(0.03);
    expect(other.size / sample.length).toBeGreaterThan(0.02);
    expect([...one].filter((index) => other.has(index)).length / sample.length).toBeLessThan(0.01);
  });

  it('quotes a few people every day and most hardly ever', () => {
    const counts = new Map<string, number>();
    for (const { quotes, entities } of sample) {
      for (const { speaker } of quotes) {
        if (speaker !== null)
          counts.set(entities[speaker]!.name, (counts.get(entities[speaker]!.name) ?? 0) + 1);
      }
    }
    const sorted = [...counts.values()].toSorted((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(50);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(5);
  });
});

describe('each of its articles', () => {
  const slice = ({ text }: Article, { start, end }: Span) => text.slice(start, end);
  const levelMarks = (words: string) => words.replace(/[“”]/g, '"');

  it('has spans that hold what they say', () => {
    for (const article of sample.slice(0, 300)) {
      for (const entity of article.entities) {
        for (const mention of entity.mentions) {
          expect([entity.name, ...entity.aliases]).toContain(slice(article, mention));
        }
      }
      for (const { segments, verbatim, cue, source, text, kind } of article.quotes) {
        expect(cue !== null && /^\p{L}+$/u.test(slice(article, cue))).toBe(true);
        expect(source !== null && slice(article, source)).toMatch(/^[\p{L} '’.-]+$/u);
        expect(kind === 'indirect').toBe(verbatim.length === 0);
        for (const words of verbatim) {
          expect(article.text[words.start - 1]).toMatch(/["“]/);
          expect(article.text[words.end]).toMatch(/["”]/);
        }
        const printed = levelMarks(segments.map((segment) => slice(article, segment)).join(' '));
        for (const word of levelMarks(text).split(' ')) expect(printed).toContain(word);
      }
    }
  });

  it('has ordered paragraphs with nothing but white space between them, each quote in its own', () => {
    for (const article of sample.slice(0, 300)) {
      let end = 0;
      for (const paragraph of article.paragraphs) {
        expect(article.text.slice(end, paragraph.start).trim()).toBe('');
        end = paragraph.end;
      }
      expect(end).toBe(article.text.length);
      for (const { segments, paragraphIndexes } of article.quotes) {
        const paragraph = article.paragraphs[paragraphIndexes[0]!]!;
        for (const { start, end: to } of segments) {
          expect(start).toBeGreaterThanOrEqual(paragraph.start);
          expect(to).toBeLessThanOrEqual(paragraph.end);
        }
      }
    }
  });
});

it('has dirty copy with the same words', () => {
  const [article, copy] = [archive.article(5).article, archive.article(5).dirtyCopy()];
  const words = new Set(copy.match(/\p{L}+/gu));
  const kept = (article.text.match(/\p{L}+/gu) ?? []).filter((word) => words.has(word));
  expect(kept.length).toBeGreaterThan(0.95 * article.wordCount);
  expect(copy).not.toBe(article.text);
});
