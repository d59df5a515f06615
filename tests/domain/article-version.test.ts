import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleVersion, compareVersions, laterVersion } from '../../src/domain/article-version.ts';

describe('versions of an article', () => {
  const version = (modifiedAt: string | null, sourceVersion: number | null = null) => ({
    modifiedAt,
    sourceVersion,
  });

  it.each([
    ['2024-05-01T10:00:00Z', null, '2024-05-01T10:00:01Z', null],
    ['2024-05-01T10:00:00Z', null, '2024-05-01T10:00:00.500Z', null],
    ['2024-04-30', null, '2024-05-01T00:00:00Z', null],
    ['2024-04-30', null, '2024-05-01', null],
    ['2024-05-01T10:00:00Z', 1, '2024-05-01T10:00:00Z', 2],
    ['2024-05-01', 1, '2024-05-01T10:00:00Z', 2],
    // The source may have begun to count anew.
    ['2024-05-01T10:00:00Z', 9, '2024-05-02T10:00:00Z', 1],
    [null, 9, '2024-05-02T10:00:00Z', 10],
  ] as const)('%s and %s is older than %s and %s', (time, number, laterTime, laterNumber) => {
    const [older, newer] = [version(time, number), version(laterTime, laterNumber)];
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
    expect(laterVersion(older, newer)).toEqual(newer);
    expect(laterVersion(newer, older)).toEqual(newer);
  });

  it.each([
    [version(null), version('2024-05-01')],
    [version('2024-05-01'), version('2024-05-01T10:00:00Z')],
    [version('2024-05-01', 3), version(null)],
    [version('2024-05-01'), version(null, 3)],
    [version('2024-05-01T10:00:00Z', 3), version('2024-05-01T10:00:00Z', 3)],
  ])('%j and %j are not told apart', (one, other) => {
    expect(compareVersions(one, other)).toBe(0);
    expect(compareVersions(other, one)).toBe(0);
  });

  it('lose nothing that one of them says, where they are not told apart', () => {
    expect(laterVersion(version('2024-05-01', 3), version('2024-05-01T10:00:00Z'))).toEqual(
      version('2024-05-01T10:00:00Z', 3),
    );
  });

  it('have the same latest one in any order', () => {
    const some = fc.array(
      fc.record({
        modifiedAt: fc.integer({ min: 0, max: 5 }).map((second) => `2024-05-01T10:00:0${second}Z`),
        sourceVersion: fc.option(fc.nat(3)),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (versions, random) => {
        const shuffled = [...versions].sort(() => (random.next().value % 3) - 1);
        const latest = (of: readonly ArticleVersion[]) => of.reduce(laterVersion);
        expect(latest(shuffled).modifiedAt).toEqual(latest(versions).modifiedAt);
      }),
      { seed: 3 },
    );
  });
});
