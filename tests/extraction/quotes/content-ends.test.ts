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
    'which was built in 1932',
    'which he has not seen',
    'where two men died',
    'whose piers are old',
  ])('goes on behind what is told of its subject: %s', (clause) => {
    expect(linesIn(`Barrera said the bridge, ${clause}, would be closed until May.`)).toEqual([
      `indirect: the bridge, ${clause}, would be closed until May (Tom Barrera, name)`,
    ]);
  });

  test('goes on behind "that if …" also where another verb stands before', () => {
    expect(linesIn('Barrera said he was worried that if the dam broke, the town would be lost.')).toEqual([
      'indirect: he was worried that if the dam broke, the town would be lost (Tom Barrera, name)',
    ]);
  });

  test.each(['that the bridge was shut', 'the bridge was shut', '92 per cent of workers have agreed'])(
    'is what somebody points out: %s',
    (words) => {
      expect(linesIn(`Barrera points out ${words}.`)).toEqual([
        `indirect: ${words.replace('that ', '')} (Tom Barrera, name)`,
      ]);
    },
  );

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

  test.each<[string, string[]]>([
    ['Barrera said the bridge was safe, and Lee said it was not.', ['the bridge was safe', 'it was not']],
    [
      'Barrera said the bridge was safe and the council said it would be checked.',
      ['the bridge was safe', 'it would be checked'],
    ],
    [
      'Models show the flood may reach the school, and the head of the Water Board has warned that the rain is far from over.',
      ['the flood may reach the school', 'the rain is far from over'],
    ],
    [
      'Norway said it would not answer for the state of Danish ferries, and Oslo said it was shutting the port of Moss.',
      ['it would not answer for the state of Danish ferries', 'it was shutting the port of Moss'],
    ],
    [
      'Democrats pledged Friday to not only keep the plan, but use it against their rivals.',
      ['to not only keep the plan, but use it against their rivals'],
    ],
    [
      'Barrera reiterated, as he had to the Herald in the spring, that the harbour is growing.',
      ['the harbour is growing'],
    ],
    [
      'Lee said in a statement marking the opening that the bridge has carried more than any other.',
      ['the bridge has carried more than any other'],
    ],
    [
      'Lee said that European countries should work together and held out the hope of a deal.',
      ['European countries should work together'],
    ],
  ])('ends where others speak, and not within its clause: %s', (sentence, said) => {
    expect(linesIn(sentence).map(wordsOfLine)).toEqual(said);
  });
});

describe('what stands between a cue and its words', () => {
  test.each<[string, string[]]>([
    ['Lee confirmed late on Friday the singer had passed away.', ['the singer had passed away']],
    ['They claimed too that a second boat had come.', ['a second boat had come']],
    ['Barrera said too that the bridge was shut.', ['the bridge was shut']],
    ['Lee admitted as well that she had been late.', ['she had been late']],
    [
      'The new bylaws state that boats must not sound their horns after ten.',
      ['boats must not sound their horns after ten'],
    ],
    ['The rules state that dogs must be kept on a lead.', ['dogs must be kept on a lead']],
    ['The terms of the contract state that he must pay.', ['he must pay']],
    ['The club has taken great pains to say that nobody was pushed.', ['nobody was pushed']],
    ['Barrera took pains to stress that he was not a candidate.', ['he was not a candidate']],
    [
      'The Met Office, which said floods could cause problems in the rush hour, issued warnings for the north.',
      ['floods could cause problems in the rush hour'],
    ],
    ['Barrera, who said the bridge was safe, walked across it.', ['the bridge was safe']],
    [
      'Lee also underscored the fact that the rate was higher than last year.',
      ['the fact that the rate was higher than last year'],
    ],
    [
      'And Lee spotlighted that the former president spent too much.',
      ['the former president spent too much'],
    ],
    ['Barrera, whom Lee called “a coward in a suit,” walked out.', ['a coward in a suit']],
    [
      'Lee says she hopes that visitors to the yard will look at all of the old boats, but also see the hidden work.',
      ['she hopes that visitors to the yard will look at all of the old boats, but also see the hidden work'],
    ],
    [
      "According to the harbour office's count of the day, 312 boats came in within a week, taking the total to 4,118.",
      ['312 boats came in within a week, taking the total to 4,118'],
    ],
    [
      'According to officials, the theft took place at the corner of Quay Road and Ninth Street, at around noon, Friday.',
      ['the theft took place at the corner of Quay Road and Ninth Street, at around noon, Friday'],
    ],
    [
      'According to police, a man was shot in the leg, and a woman fled.',
      ['a man was shot in the leg, and a woman fled'],
    ],
    ['According to the mayor, the bridge, built in 1920, is safe.', ['the bridge, built in 1920, is safe']],
    ['According to Ana Ruiz, the mayor of Leh, the bridge is safe.', ['the bridge is safe']],
    ['According to Ana Ruiz, 44, the bridge is safe.', ['the bridge is safe']],
    ['The bank, he continued, steps in every two weeks.', ['The bank steps in every two weeks']],
    ['Lee continued that the bridge was safe.', ['the bridge was safe']],
    [
      'Over half (55%) of voters said taxes were risky, and 49% said they fear for their jobs.',
      ['taxes were risky', 'they fear for their jobs'],
    ],
  ])('is none of them: %s', (sentence, said) => {
    expect(linesIn(sentence).map(wordsOfLine)).toEqual(said);
  });

  test('is no form of address', () => {
    expect(linesIn('“Lead or leave,” shared Mr. Barrera.')).toEqual([
      'direct: Lead or leave (Tom Barrera, name)',
    ]);
  });
});

const wordsOfLine = (line: string): string => line.replace(/^\w+: | \([^(]*$/g, '');

describe('the occasion behind what was said', () => {
  test.each([
    'during his address to the council',
    'during an interview with a radio station',
    'during a debate on Friday',
    'during a hearing last week',
    'in an interview Monday',
    'on his show on Monday',
    'in a podcast',
    'in a video posted on Friday',
  ])('is none of it: %s', (occasion) => {
    expect(linesOf(`Ned Roe is the mayor. Roe said the plan was dead ${occasion}.`)).toEqual([
      'indirect: the plan was dead (Ned Roe, name)',
    ]);
    expect(linesOf(`Ned Roe is the mayor. Roe warned against making a “bad deal” ${occasion}.`)).toEqual([
      'mixed: against making a “bad deal” (Ned Roe, name)',
    ]);
  });
});

test.each([
  ['Lee slammed Barrera after he called her “a liar.”', 'her “a liar.”', 'Tom Barrera'],
  ['Lee attacked Barrera because he said she was “a liar.”', 'she was “a liar.”', 'Tom Barrera'],
  ['Lee criticised Barrera, who called her “a liar.”', 'her “a liar.”', 'Tom Barrera'],
  ['Lee called the deal “a joke” after it fell.', 'the deal “a joke”', 'Ann Lee'],
])('words behind a verb that judges are of who speaks in its clause: %s', (sentence, words, speaker) => {
  const lines = linesIn(sentence);
  expect(lines.map(wordsOfLine)).toEqual([words]);
  expect(lines[0]).toContain(speaker);
});
