import { expect, it } from 'vitest';
import { corpusTypes } from '../../src/training/corpora.ts';
import { readGoldNames } from '../../src/training/gold-texts.ts';

it('the names of the articles to learn from are in order, disjoint, and of the classes of the corpora', () => {
  const documents = readGoldNames();
  expect(documents.length).toBeGreaterThan(50);
  for (const { segmented, names } of documents) {
    expect(names.length).toBeGreaterThan(0);
    let end = 0;
    for (const name of names) {
      expect(name.start).toBeGreaterThanOrEqual(end);
      const text = segmented.text.slice(name.start, name.end);
      expect(text).toBe(text.trim());
      expect(text).not.toBe('');
      expect(corpusTypes).toContain(name.type);
      end = name.end;
    }
  }
});
