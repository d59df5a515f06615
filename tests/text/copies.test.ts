import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readGold } from '../../src/evaluation/gold.ts';
import { clean } from './copy.ts';

/** Copy as it reaches an archive, in the form of the gold articles; what `<x>` holds is no part of the story. */
const folder = new URL('./copies/', import.meta.url);

it.each(readdirSync(folder))('leaves of %s the story alone', (file) => {
  const { raw, text, metadata } = readGold(readFileSync(new URL(file, folder), 'utf8'));
  const copy = clean(raw);
  expect(copy.text).toBe(text);
  expect({
    headline: copy.header.headline ?? null,
    byline: copy.header.byline ?? [],
    dateline: copy.header.dateline ?? null,
    publishedAt: copy.header.publishedAt ?? null,
    credit: copy.credit,
    agencies: copy.agencies,
  }).toEqual({
    headline: metadata.headline,
    byline: metadata.byline,
    dateline: metadata.dateline,
    publishedAt: metadata.publishedAt,
    credit: metadata.credit,
    agencies: metadata.agencies,
  });
});
