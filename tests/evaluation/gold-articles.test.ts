import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { surface } from '../../src/domain/span.ts';
import type { GoldArticle, GoldQuote } from '../../src/evaluation/gold.ts';
import { scoreGold } from '../../src/evaluation/gold-score.ts';
import { nonQuoteKinds, quoteTags } from '../../src/evaluation/gold-tags.ts';
import { asExtracted, readGoldFolder } from '../support/gold.ts';

const development = readGoldFolder('articles');
const heldOut = readGoldFolder('heldout');
const training = readGoldFolder('train');
const all = [...development, ...heldOut, ...training];

/** Marks that open or close a quotation, apart from the single ones, which are apostrophes too. */
const doubleMarks = /["“”„«»]/g;

describe.each(all)('gold article $slug', ({ slug, gold }) => {
  const words = (span: { start: number; end: number }) => surface(gold.text, span);

  test('has every span within one paragraph', () => {
    const spans = gold.quotes.flatMap(({ segments, cue, source }) => [...segments, cue, source]);
    const broken = spans.flatMap((span) =>
      span !== null && words(span).includes('\n') ? [words(span)] : [],
    );
    expect(broken).toEqual([]);
  });

  test('has cues and sources outside of their content', () => {
    const inside = gold.quotes.filter(({ segments, cue, source }) =>
      [cue, source].some(
        (span) => span && segments.some((one) => one.start < span.end && span.start < one.end),
      ),
    );
    expect(inside.map(({ number }) => number)).toEqual([]);
  });

  test('says of every quotation mark what it is', () => {
    const spans = [...gold.quotes.flatMap(({ segments }) => segments), ...gold.nonQuotes];
    const loose = [...gold.text.matchAll(doubleMarks)].filter(
      ({ index }) => !spans.some(({ start, end }) => start <= index && index < end),
    );
    expect(loose.map(({ index }) => gold.text.slice(index - 20, index + 20))).toEqual([]);
  });

  test('has marks in direct and mixed quotes, and none in indirect ones', () => {
    const wrong = gold.quotes.filter((quote) =>
      hasMarks(gold, quote) ? quote.kind === 'indirect' : quote.kind !== 'indirect' && !isSetOff(quote),
    );
    expect(wrong.map(({ number, kind }) => `${number} ${kind}`)).toEqual([]);
  });

  test('has no two quotes of the same words', () => {
    const starts = gold.quotes.flatMap(({ segments }) => segments.map(({ start }) => start));
    expect(new Set(starts).size).toBe(starts.length);
  });

  test('gives itself full marks', () => {
    expect(scoreGold([{ name: slug, gold, article: asExtracted(gold) }]).faults).toEqual([]);
  });
});

test('no slug is used twice', () => {
  const slugs = all.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
});

test('there are at least 40 articles, 300 quotes, and 30 articles with every name', () => {
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(all.reduce((sum, { gold }) => sum + gold.quotes.length, 0)).toBeGreaterThanOrEqual(300);
  expect(all.filter(({ gold }) => gold.hasAllEntities).length).toBeGreaterThanOrEqual(30);
});

test.each(Object.keys(quoteTags))('there are at least five examples of #%s', (tag) => {
  expect(
    all.flatMap(({ gold }) => gold.quotes.filter(({ tags }) => tags.includes(tag))).length,
  ).toBeGreaterThanOrEqual(5);
});

test.each(Object.keys(nonQuoteKinds))('there are at least three examples of <n %s>', (kind) => {
  expect(
    all.flatMap(({ gold }) => gold.nonQuotes.filter((none) => none.kind === kind)).length,
  ).toBeGreaterThanOrEqual(3);
});

test('every sample is the raw copy of the gold article with its name', () => {
  const folder = fileURLToPath(new URL('../../data/samples/', import.meta.url));
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.txt'))) {
    const twin = development.find(({ slug }) => `${slug}.txt` === name);
    expect(twin?.gold.raw.trimEnd(), name).toBe(readFileSync(folder + name, 'utf8').trimEnd());
  }
});

function hasMarks(gold: GoldArticle, { segments }: GoldQuote): boolean {
  return segments.some(({ start, end }) => {
    const isInNone = (index: number) =>
      gold.nonQuotes.some((none) => none.start <= index && index < none.end);
    return [...gold.text.slice(start, end).matchAll(/["“”„«»‹›`]|(?<![\p{L}\p{N}])['‘]/gu)].some(
      ({ index }) => !isInNone(start + index),
    );
  });
}

/** Turns of a transcript, block quotes, statements after a colon and posts may do without marks. */
function isSetOff({ tags }: GoldQuote): boolean {
  return tags.some((tag) => ['transcript', 'block-quote', 'statement', 'post'].includes(tag));
}
