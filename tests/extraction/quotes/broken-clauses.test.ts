import { describe, expect, test } from 'vitest';
import { articleOf } from './article.ts';

const wordsOf = (text: string) => articleOf(text).quotes.map((quote) => quote.text);

describe('what was said without marks, with its cue in between', () => {
  test.each([
    ['But in recent days, Ada Roe said, the tone has changed.', 'in recent days the tone has changed'],
    ['Though the move was slow, Ada Roe said, it was right.', 'Though the move was slow it was right'],
    ['Despite the strike, Ada Roe said, flights would go on.', 'Despite the strike flights would go on'],
    ['Last year, Ada Roe said, the mine lost money.', 'Last year the mine lost money'],
    ['The mine – Ada Roe said – would close in May.', 'The mine would close in May'],
    ['The mine (Ada Roe said) would close in May.', 'The mine would close in May'],
    ['It was, said Ada Roe, a good year.', 'It was a good year'],
    ['There were, Ada Roe conceded, a few mistakes.', 'There were a few mistakes'],
    ['The suspect, police said, fled on foot.', 'The suspect fled on foot'],
    ['Ben Sands, Ada Roe claimed, took the money and ran.', 'Ben Sands took the money and ran'],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual([words]);
  });

  test.each([
    'some engineers',
    'experts',
    'critics of the mayor',
    'the engineers who built them',
    'economists at the bank',
  ])('or in front of %s', (speakers) => {
    for (const verb of ['say', 'argue', 'insist', 'warn', 'insisted', 'warned'])
      expect(wordsOf(`Old bridges will last for decades, ${verb} ${speakers}.`)).toEqual([
        'Old bridges will last for decades',
      ]);
  });

  test('is not what stands around one who has an aside', () => {
    const { text, quotes } = articleOf(
      'His former manager, Ada Roe, said the man who followed her, Ben Sands, should be dismissed.',
    );
    expect(quotes.map((quote) => quote.text)).toEqual([
      'the man who followed her, Ben Sands, should be dismissed',
    ]);
    expect(text.slice(quotes[0]!.source!.start, quotes[0]!.source!.end)).toBe('His former manager, Ada Roe');
  });

  test('or in front of one who has no name', () => {
    expect(wordsOf('The talks got worse, said one party source in the room.')).toEqual([
      'The talks got worse',
    ]);
    expect(wordsOf('Ada Roe came home, wrote a letter and went to bed.')).toEqual([]);
  });
});
