import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMergingArticles, scoreMerging } from '../../src/evaluation/entities.ts';
import { readAnnotatedTexts } from '../../src/evaluation/polnear.ts';
import { readResolvedSources, scoreReferences } from '../../src/evaluation/references.ts';
import { createResources } from '../../src/extraction/resources.ts';
import { readResourceFiles } from '../../src/resources.ts';
import { sharedPath } from '../support/shared.ts';

const resources = createResources(readResourceFiles());
const lexicons = resources.entities;

describe('scoring merged names', () => {
  const record = (...mentions: readonly (readonly [string, string, number])[]) =>
    JSON.stringify({ id: 'one', mentions: mentions.map(([t, type, c]) => ({ t, ty: [type], c })) });

  it('counts pairs of mentions by type', () => {
    const file = record(
      ['Ana Ruiz', 'person', 0],
      ['Ruiz', 'person', 0],
      ['Minister Ana Ruiz', 'person', 0],
      ['Tellux', 'organization', 1],
      ['Tellux Inc.', 'organization', 2],
      ['Friday', 'time', 3],
    );
    const scores = scoreMerging(readMergingArticles(file), lexicons);
    expect(scores.get('person')).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(scores.get('organization')).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  it('names the line that cannot be read', () => {
    expect(() => readMergingArticles('{"id":"one"}')).toThrow('line 1: "mentions" must be a list');
  });
});

describe('scoring references', () => {
  it('counts pronouns that are resolved to the gold surname', () => {
    const text = 'Ana Ruiz arrived in Lima. “It rains,” she said.';
    const quote = { content: [[26, 37]], source: [[38, 41]], cue: [[42, 46]], type: 'direct' };
    const texts = readAnnotatedTexts(JSON.stringify({ id: 'one', text, quotes: [quote] }));
    const resolved = (speaker: string) =>
      readResolvedSources(JSON.stringify({ id: 'one', quote: 0, source: [[38, 41]], speaker }));
    expect(scoreReferences(texts, resolved('Ana Ruiz'), resources)).toEqual({ right: 1, of: 1, share: 1 });
    expect(scoreReferences(texts, resolved('Eva Lee'), resources)).toEqual({ right: 0, of: 1, share: 0 });
  });
});

const merging = sharedPath('corpora/entities/dwie.mentions.train.jsonl');
const quotes = sharedPath('corpora/quotes/polnear.dev.jsonl');
const pronouns = sharedPath('corpora/quotes/polnear.resolved.dev.jsonl');

describe.skipIf(merging === null)('on DWIE, given its mentions', () => {
  it('people, organizations and places are merged as well as pinned here', () => {
    const scores = scoreMerging(readMergingArticles(readFileSync(merging!, 'utf8')), lexicons);
    expect(scores.get('person')!.f1).toBeGreaterThanOrEqual(0.99);
    expect(scores.get('organization')!.f1).toBeGreaterThanOrEqual(0.96);
    expect(scores.get('place')!.f1).toBeGreaterThanOrEqual(0.99);
  }, 60_000);
});

describe.skipIf(quotes === null || pronouns === null)('on PolNeAR, given its quotes', () => {
  it('pronouns are resolved as well as pinned here', () => {
    const { share } = scoreReferences(
      readAnnotatedTexts(readFileSync(quotes!, 'utf8')),
      readResolvedSources(readFileSync(pronouns!, 'utf8')),
      resources,
    );
    // 126 of 141.
    expect(share).toBeGreaterThanOrEqual(0.893);
  }, 60_000);
});
