import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

const cases: readonly (readonly [name: string, text: string, quotes: readonly string[]])[] = [
  [
    'an organization that is known by what it says',
    'Prairie Public Power said on Facebook that it hoped to restore the lights by morning.',
    ['indirect: it hoped to restore the lights by morning (Prairie Public Power, name)'],
  ],
  [
    'a name behind what its bearer is',
    'The opposition coalition Sursaut accused the army of having "abandoned the north".',
    ['mixed: the army of having "abandoned the north" (Sursaut, name)'],
  ],
  [
    'people without a name',
    'Local Residents said that they were angry.',
    ['indirect: they were angry (nobody, null)'],
  ],
];

describe('speakers', () => {
  test.each(cases)('%s', (_name, text, quotes) => {
    expect(linesOf(text)).toEqual(quotes);
  });
});
