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
  [
    'are not what the speaker was asked',
    'Asked to describe the device that went off, Anna Roth said, "I am not going into that."',
    ['direct: I am not going into that. (Anna Roth, name)'],
  ],
  [
    'leave out who hears them',
    'Anna Roth told one of the older members of the committee on Monday that "patience is the answer".',
    ['mixed: "patience is the answer" (Anna Roth, name)'],
  ],
  [
    'leave out who is accused',
    'Anna Roth accused the referee, a man of 60, of "refereeing with his ears".',
    ['mixed: of "refereeing with his ears" (Anna Roth, name)'],
  ],
  [
    'end at the cue, where the mark is missing and the next paragraph opens another',
    '"We ask people to buy only from chemists, said Anna Roth.\n\n"The matter is being handled," she said.',
    [
      'direct: We ask people to buy only from chemists (Anna Roth, name)',
      'direct: The matter is being handled (Anna Roth, pronoun)',
    ],
  ],
  [
    'are posted by whoever a handle names',
    'At noon @dan_hodge tweets: "Marsh is rattled. You can see it."',
    ['direct: Marsh is rattled. You can see it. (nobody, null)'],
  ],
  [
    'leave out who was assured of them',
    '"Chile will not leave you alone", Anna Roth assured the families of the firefighters.',
    ['direct: Chile will not leave you alone (Anna Roth, name)'],
  ],
  [
    'leave out what else their source asked for',
    '"It grows", explained Anna Roth, who asked the villagers not to go back "for a photo, for a dog".',
    [
      'direct: It grows (Anna Roth, name)',
      'mixed: the villagers not to go back "for a photo, for a dog" (Anna Roth, pronoun)',
    ],
  ],
  ['are nothing that was refused', 'Anna Roth declined to comment on "leaks".', []],
  [
    'go on behind the cue that breaks them',
    'Anna Roth met the press on Monday. The changes to the annexes, she insisted, were typographical.',
    ['indirect: The changes to the annexes were typographical (Anna Roth, pronoun)'],
  ],
  [
    'belong to one quote, where little of what stands in marks was taken for others',
    '" Keller Maria Keller the bridge he told she "',
    ['direct: Keller Maria Keller the bridge he told she (nobody, null)'],
  ],
  ['are more than "that"', 'Anna Roth denied that. Tom Bale answered questions.', []],
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
