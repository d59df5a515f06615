import { describe, expect, it } from 'vitest';
import { conllTypeOf, scoreNames } from '../../src/evaluation/names.ts';

describe('the score of names', () => {
  const gold = [
    { start: 0, end: 5, type: 'PER' },
    { start: 9, end: 12, type: 'LOC' },
    { start: 20, end: 24, type: 'DATE' },
  ];

  it('counts what has the same start, end and type', () => {
    const predicted = [
      { start: 0, end: 5, type: 'PER' },
      { start: 9, end: 12, type: 'ORG' },
      { start: 30, end: 33, type: 'PER' },
    ];
    const { overall, byType } = scoreNames([{ gold, predicted }], ['PER', 'ORG', 'LOC']);
    expect(overall).toMatchObject({ right: 1, predicted: 3, gold: 2, precision: 1 / 3, recall: 1 / 2 });
    expect(overall.f1).toBeCloseTo(0.4);
    expect(byType.get('PER')).toMatchObject({ right: 1, predicted: 2, gold: 1 });
    expect(byType.get('LOC')?.recall).toBe(0);
  });

  it('is zero for nothing, and adds up documents', () => {
    expect(scoreNames([], ['PER']).overall.f1).toBe(0);
    const document = { gold, predicted: gold };
    expect(scoreNames([document, document], ['PER', 'LOC']).overall).toMatchObject({ right: 4, f1: 1 });
  });

  it('folds our types into the four of the corpora', () => {
    expect(
      (['person', 'organization', 'place', 'group', 'event', 'work', 'other'] as const).map(conllTypeOf),
    ).toEqual(['PER', 'ORG', 'LOC', 'MISC', 'MISC', 'MISC', 'MISC']);
  });
});
