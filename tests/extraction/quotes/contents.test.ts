import { describe, expect, test } from 'vitest';
import { articleOf, linesOf } from './article.ts';

const cases: readonly (readonly [name: string, text: string, quotes: readonly string[]])[] = [
  [
    'end at a second verb of the speaker',
    'Anna Roth confirmed that she had been booked but denied swearing at the referee.',
    [
      'indirect: she had been booked (Anna Roth, name)',
      'indirect: swearing at the referee (Anna Roth, name)',
    ],
  ],
  [
    'end before the occasion',
    'Coach Peter Lang said his side had been "robbed in broad daylight" after a late penalty made it 2-2.',
    ['mixed: his side had been "robbed in broad daylight" (Peter Lang, name)'],
  ],
  [
    'end with their sentence, where a sentence in marks follows',
    'Anna Roth said that no one from the council had come. “Not one. They know where we live.”',
    [
      'indirect: no one from the council had come (Anna Roth, name)',
      'direct: Not one. They know where we live. (Anna Roth, context)',
    ],
  ],
];

describe('contents', () => {
  test.each(cases)('%s', (_name, text, quotes) => {
    expect(linesOf(text)).toEqual(quotes);
  });

  test('the cue takes in the network that they were posted on', () => {
    const article = articleOf('"Your fountain is smaller," Anna Roth wrote on X on Tuesday.');
    const { start, end } = article.quotes[0]!.cue!;
    expect(article.text.slice(start, end)).toBe('wrote on X');
  });

  test('who only heard them did not pass them on', () => {
    const [quote] = articleOf('"It is over," Anna Roth told the BBC.').quotes;
    expect(quote!.reportedBy).toEqual([]);
  });
});
