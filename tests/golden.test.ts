import { describe, expect, it } from 'vitest';
import { goldenSlugs, readGolden } from './support/golden.ts';

describe('golden articles (npm run golden:update rewrites what is expected, for review)', () => {
  it.each(goldenSlugs())('%s', (slug) => {
    const { expected, actual } = readGolden(slug);
    expect(actual).toEqual(expected);
  });

  it('are there', () => {
    expect(goldenSlugs()).not.toEqual([]);
  });
});
