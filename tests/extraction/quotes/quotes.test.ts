import { describe, expect, test } from 'vitest';
import { articleOf, linesOf } from './article.ts';

const cases: readonly (readonly [name: string, text: string, quotes: readonly string[]])[] = [
  [
    'behind, subject first',
    '"The bridge will close in May," Maria Keller said.',
    ['direct: The bridge will close in May (Maria Keller, name)'],
  ],
  [
    'behind, verb first, with an apposition',
    '“The bridge will close in May,” said Maria Keller, the mayor of Bern.',
    ['direct: The bridge will close in May (Maria Keller, name)'],
  ],
  [
    'in front, with a colon',
    'Maria Keller said: "The bridge will close in May."',
    ['direct: The bridge will close in May. (Maria Keller, name)'],
  ],
  [
    'split by its cue',
    '"We tried," Maria Keller said. "It was not enough."',
    ['direct: We tried It was not enough. (Maria Keller, name)'],
  ],
  [
    'in single marks',
    "'The workers' pay will rise, and that's final,' said Maria Keller.",
    ["direct: The workers' pay will rise, and that's final (Maria Keller, name)"],
  ],
  [
    'a clause with "that"',
    'Maria Keller warned that the bridge could collapse.',
    ['indirect: the bridge could collapse (Maria Keller, name)'],
  ],
  [
    'words in marks inside a clause',
    'Maria Keller said the bridge was "beyond repair" and would close.',
    ['mixed: the bridge was "beyond repair" and would close (Maria Keller, name)'],
  ],
  [
    'according to',
    'According to Maria Keller, the bridge will close in May.',
    ['indirect: the bridge will close in May (Maria Keller, name)'],
  ],
  [
    'according to, before any first word',
    'According to Maria Keller, heavy rain will continue until Saturday.',
    ['indirect: heavy rain will continue until Saturday (Maria Keller, name)'],
  ],
  [
    'a question in passing',
    'Asked by the mayor Maria Keller whether the bridge would close, Ana Ruiz laughed.',
    ['indirect: whether the bridge would close (Maria Keller, name)'],
  ],
  [
    'behind another clause',
    'The bridge has closed for good, and Maria Keller insisted that it was "beyond repair".',
    ['mixed: it was "beyond repair" (Maria Keller, name)'],
  ],
  [
    'a pronoun',
    'Maria Keller closed the bridge. "It was not safe," she said.',
    ['direct: It was not safe (Maria Keller, pronoun)'],
  ],
  [
    'an orphan paragraph',
    '"It was not safe," Maria Keller said.\n\n"We had no choice. The bridge was old."',
    [
      'direct: It was not safe (Maria Keller, name)',
      'direct: We had no choice. The bridge was old. (Maria Keller, context)',
    ],
  ],
  [
    'over several paragraphs',
    '"It was not safe," Maria Keller said. "We had no choice.\n\n"The bridge was old."',
    ['direct: It was not safe We had no choice. The bridge was old. (Maria Keller, name)'],
  ],
  ['a dash', '"The bridge was old." — Maria Keller', ['direct: The bridge was old. (Maria Keller, name)']],
  [
    'an unnamed source',
    '"The bridge was old," said a senior official.',
    ['direct: The bridge was old (nobody, null)'],
  ],
  [
    'a listing',
    'CRICKET: First Test, Pakistan v England - Channel 2 0630\n\nTENNIS: Shanghai Masters - Channel 3 0630\n\nGOLF: Portugal Masters - Channel 4 1130',
    [],
  ],
  ['never said', 'Maria Keller did not say whether the bridge would close.', []],
  ['a term in marks', 'The “Quartet" has met in Bern since 2002.', []],
  ['a nickname', 'John "Jack" Moreno lives in Lisbon.', []],
  ['the said law', 'The said law was passed in Bern in 1998.', []],
  [
    'opened and never closed',
    '"We will go, Maria Keller said. The bridge stayed open.',
    ['direct: We will go (Maria Keller, name)'],
  ],
  [
    'over paragraphs opened again, with the cue in the last',
    'Maria Keller stood in the rain.\n\n"We were not asked. We were not told.\n\n"Nobody rang.\n\n"And we will not forget," she said.',
    [
      'direct: We were not asked. We were not told. Nobody rang. And we will not forget (Maria Keller, pronoun)',
    ],
  ],
];

describe('quotes', () => {
  test.each(cases)('%s', (_, text, quotes) => {
    expect(linesOf(text)).toEqual(quotes);
  });

  test('outlets report and do not speak', () => {
    const { quotes } = articleOf('Maria Keller said that the bridge would close, Reuters reported.');
    expect(quotes).toHaveLength(1);
    expect(quotes[0]!.reportedBy).toEqual(['Reuters']);
  });

  test('the day is resolved against the day of publication', () => {
    const { quotes } = articleOf('Maria Keller said on Tuesday that the bridge would close.', '2023-10-11');
    expect(quotes[0]!.saidOn).toBe('2023-10-10');
  });

  test('words behind a quote that ends inside its sentence are no part of it', () => {
    const [quote] = articleOf('"We tried," Maria Keller said, closing her file.').quotes;
    expect(quote!.text).toBe('We tried');
  });
});
