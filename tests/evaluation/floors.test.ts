import { describe, expect, it } from 'vitest';
import { measureGold, readFloors } from '../../src/cli/evaluate-gold.ts';
import { checkFloors, type Floors, pinFloors } from '../../src/evaluation/score-floors.ts';

describe('the floors of data/gold/floors.json (npm run evaluate -- --update pins them)', () => {
  it('hold', () => {
    const floors = readFloors();
    expect(floors).not.toBeNull();
    expect(checkFloors(floors!, measureGold().measured)).toEqual([]);
  }, 60_000);
});

describe('checkFloors', () => {
  const floors: Floors = { corpus: 'a', floors: { match: 0.9 } };

  it.each([
    ['what is as good', { match: 0.9 }, []],
    ['what is better', { match: 0.95 }, []],
    ['noise', { match: 0.8996 }, []],
    ['what is worse', { match: 0.88 }, ['match']],
    ['what is no longer measured', {}, ['match']],
  ])('judges %s', (_, measured, faults) => {
    expect(checkFloors(floors, { corpus: 'a', floors: measured }).map(({ name }) => name)).toEqual(faults);
  });

  it('does not compare scores on other texts', () => {
    expect(checkFloors(floors, { corpus: 'b', floors: { match: 1 } }).map(({ name }) => name)).toEqual([
      'corpus',
    ]);
  });
});

describe('pinFloors', () => {
  const before: Floors = { corpus: 'a', floors: { match: 0.9, speaker: 0.8 } };
  const pin = (floors: Record<string, number>, allowRegression = false) =>
    pinFloors(before, { corpus: 'b', floors }, { allowRegression });

  it('raises floors, and takes on new ones', () => {
    expect(pin({ match: 0.95, speaker: 0.8, cue: 0.7 })).toEqual({
      floors: { corpus: 'b', floors: { cue: 0.7, match: 0.95, speaker: 0.8 } },
      lowered: [],
    });
  });

  it('refuses to lower one, unless it is allowed to', () => {
    expect(pin({ match: 0.95, speaker: 0.7 })).toMatchObject({ refused: [{ name: 'speaker' }] });
    expect(pin({ match: 0.95, speaker: 0.7 }, true)).toMatchObject({
      floors: { floors: { match: 0.95, speaker: 0.7 } },
      lowered: [{ name: 'speaker' }],
    });
  });

  it('does not creep down within the tolerance', () => {
    expect(pin({ match: 0.8997, speaker: 0.8 })).toMatchObject({ floors: { floors: { match: 0.9 } } });
  });
});
