import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

const scene = 'Senator Tom Barrera met Mayor Ann Lee in Lima. They had not spoken for a month.';
const end = 'The committee meets again next week.';
const linesIn = (sentence: string) => linesOf(`${scene}\n\n${sentence}\n\n${end}`);

describe('what was said', () => {
  test.each('since if when because although while once unless until after before'.split(' '))(
    'goes on behind a clause with "%s" that leads to it',
    (word) => {
      expect(
        linesIn(`Barrera contended that ${word} the bill was dead, the party should look elsewhere.`),
      ).toEqual([`indirect: ${word} the bill was dead, the party should look elsewhere (Tom Barrera, name)`]);
    },
  );

  test.each(['notes', 'said', 'noted', 'pointed out'])('is also what others announced: %s', (verb) => {
    expect(
      linesIn(
        `Barrera ${verb} that the Commission on Debates announced earlier Friday that there was an issue.`,
      ),
    ).toEqual([
      'indirect: the Commission on Debates announced earlier Friday that there was an issue (Tom Barrera, name)',
    ]);
  });

  test.each([
    'in a statement',
    'in a statement on Thursday',
    'in a speech in Ohio on Monday',
    'in a tweet',
    'in an op-ed in The Times',
    'at a news conference on Monday',
  ])('ends before where it was said: %s', (medium) => {
    expect(linesIn(`Barrera denied any wrongdoing ${medium}.`)).toEqual([
      'indirect: any wrongdoing (Tom Barrera, name)',
    ]);
    expect(linesIn(`Barrera urged Lee to resign ${medium}.`)).toEqual([
      'indirect: Lee to resign (Tom Barrera, name)',
    ]);
  });

  test.each([
    ['promised a veto and attempted to stall the vote', 'a veto'],
    ['denied the charges and walked out of the room', 'the charges'],
    [
      'acknowledged the reality of climate change, which makes him an outlier',
      'the reality of climate change',
    ],
  ])('ends before what else was done, and what the story says of it: %s', (words, said) => {
    expect(linesIn(`Barrera ${words}.`)).toEqual([`indirect: ${said} (Tom Barrera, name)`]);
  });
});
