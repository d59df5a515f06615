import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

const scene = 'Senator Tom Barrera met Mayor Ann Lee in Lima. They had not spoken for a month.';
const end = 'The committee meets again next week.';
const linesIn = (sentence: string) => linesOf(`${scene}\n\n${sentence}\n\n${end}`);
/** Without the speaker. */
const wordsOf = (line: string) => line.replace(/ \([^()]*\)$/, '');
const said = 'indirect: the bill was dead (Tom Barrera, name)';

describe('words in front of the clause about who said them', () => {
  test.each(
    'saying suggesting arguing insisting warning acknowledging conceding noting claiming'
      .split(' ')
      .flatMap((verb) => [
        verb,
        `while ${verb}`,
        `after ${verb}`,
        `despite ${verb}`,
        `besides ${verb}`,
        `in ${verb}`,
      ]),
  )('are of its subject behind "%s"', (opening) => {
    const [first = '', ...rest] = opening;
    expect(
      linesIn(`${first.toUpperCase()}${rest.join('')} that the bill was dead, Barrera left the room.`),
    ).toEqual([said]);
  });

  test('end at the mark, where they hold words in marks', () => {
    expect(linesIn('After saying the bill was “a dead parrot,” Barrera left the room.')).toEqual([
      'mixed: the bill was “a dead parrot,” (Tom Barrera, name)',
    ]);
  });

  test('go on behind a comma without a clause', () => {
    expect(linesIn('Saying that the bill, in the end, was dead, Barrera left the room.')).toEqual([
      'indirect: the bill, in the end, was dead (Tom Barrera, name)',
    ]);
  });
});

describe('the subject of a verb that a clause before shares', () => {
  test.each([
    'On Tuesday Barrera joined Lee, saying that the bill was dead.',
    'Last month, Barrera wrote to Lee, saying that the bill was dead.',
    'Meanwhile, Barrera attacked Lee, saying that the bill was dead.',
    'Barrera was quick to attack Lee, the mayor of Lima, saying that the bill was dead.',
    'Barrera praised a forum sponsored by NBC News and said that the bill was dead.',
    'Barrera sent a picture of Lee and her husband, Bob Lee, and said that the bill was dead.',
  ])('is that of the clause: %s', (sentence) => {
    expect(linesIn(sentence)).toEqual([expect.stringContaining('the bill was dead')]);
    expect(linesIn(sentence)[0]).toContain('(Tom Barrera');
  });

  test('is "which" where no comma stands before it', () => {
    expect(linesIn('Lee turned to the Treasury Department which said that the bill was dead.')).toEqual([
      expect.stringContaining('(Treasury Department'),
    ]);
  });
});

describe('whoever is spoken of', () => {
  test.each([
    'Barrera was accused of hiding the cost of the bill.',
    'Barrera has been blamed for the loss of the bill.',
    'Barrera was promised a vote on the bill.',
    'Barrera was warned that the bill was dead.',
  ])('does not speak: %s', (sentence) => {
    expect(linesIn(sentence).filter((line) => line.includes('Tom Barrera'))).toEqual([]);
  });

  test.each([
    'Barrera was once asked how the bill would end.',
    'Barrera smiled when asked whether he would vote for the bill.',
    'Barrera left after being asked whether he would vote for the bill.',
  ])('says nothing where he is asked: %s', (sentence) => {
    expect(linesIn(sentence)).toEqual([]);
  });
});

describe('what others say within somebody’s account', () => {
  test.each([
    [
      'Lee accused Barrera of lying, according to Governor Rick Stone.',
      'Lee accused Barrera of lying (Rick Stone, name)',
    ],
    [
      'Most voters say they like the bill, according to a poll of 900 adults.',
      'Most voters say they like the bill (nobody, null)',
    ],
  ])('is that one’s: %s', (sentence, line) => {
    expect(linesIn(sentence)).toEqual([`indirect: ${line}`]);
  });
});

describe('the subject of a verb behind an occasion', () => {
  const subjects = ['The Roads Agency (RA)', 'The Department of Works (DOW)', 'Mayor Ann Lee'];
  const names = ['Roads Agency', 'Department of Works', 'Ann Lee'];
  const cases = subjects.flatMap((subject, index) =>
    [
      'in a statement',
      'in a press release',
      'in a statement issued on Monday',
      'at a briefing',
      'through a notice',
      'through its spokesman',
      'via email',
    ].flatMap((occasion) =>
      ['said', 'clarified', 'disclosed', 'maintained'].map((verb) => [
        `${subject} ${occasion} ${verb}`,
        names[index]!,
      ]),
    ),
  );
  test.each(cases)('stands before it: %s', (words, name) => {
    expect(linesIn(`${words} that the road would reopen in June.`)).toEqual([
      `indirect: the road would reopen in June (${name}, name)`,
    ]);
  });
});

test.each(["Rose Achieng'", 'Rose Achieng’', "Peter Ng'ang'a", "Ngugi wa Thiong'o", "Sean O'Neill"])(
  'a name with an apostrophe speaks: %s',
  (name) => {
    const [line] = linesIn(`The clinic opened in May. “We tried,” ${name} said on Monday.`);
    expect(line).toContain(`(${name.replace(/['’]$/, '')}, name)`);
  },
);

describe('an organization that somebody runs', () => {
  test.each(
    'run founded led headed owned chaired backed managed'
      .split(' ')
      .map((verb) => `the fund ${verb} by Nathan Crewe`),
  )('speaks for itself: Halyard Partners, %s', (apposition) => {
    expect(linesIn(`Halyard Partners, ${apposition}, said the offers had been ignored.`)).toEqual([
      'indirect: the offers had been ignored (Halyard Partners, name)',
    ]);
  });
});

describe('what a speaker would not say', () => {
  test.each([
    'and declined to answer further questions',
    'but would not elaborate',
    'and referred questions to her lawyer',
    'and did not answer further questions',
    'and hung up',
    'but refused to say more',
    'and ended the call',
  ])('is no part of what was said: %s', (refusal) => {
    expect(linesIn(`Mayor Ann Lee said the memo was “a draft” ${refusal}.`)).toEqual([
      'mixed: the memo was “a draft” (Ann Lee, name)',
    ]);
    expect(linesIn(`Mayor Ann Lee said the memo was wrong ${refusal}.`)).toEqual([
      'indirect: the memo was wrong (Ann Lee, name)',
    ]);
  });
});

describe('documents', () => {
  test.each([
    'Emails released by WikiLeaks',
    'The lawsuit, filed Tuesday in Lima,',
    'Federal election filings',
    'The indictment',
    'The affidavit',
    'The letter, signed by 12 senators,',
  ])('say what they show: %s', (document) => {
    expect(linesIn(`${document} showed that the money was gone.`)).toEqual([
      'indirect: the money was gone (nobody, null)',
    ]);
  });

  test('do not say who signed them', () => {
    expect(linesIn('The money was gone, according to the letter, signed by 12 senators.')).toEqual([
      'indirect: The money was gone (nobody, null)',
    ]);
  });
});

describe('an occasion in front of a speaker and words in marks', () => {
  test.each([
    'In another letter in which Barrera names the mayor',
    'As the rain fell on the crowd that had gathered',
    'With the vote over and the town at peace',
    'On the day that the yard closed',
    'While he was at the yard',
  ])('is none of the words: %s', (occasion) => {
    const lines = linesIn(`${occasion}, Barrera states, “The boats were never safe in this water.”`);
    expect(lines.map(wordsOf)).toEqual(['direct: The boats were never safe in this water.']);
  });

  test.each([
    [
      'If the rain comes, Barrera said, “then we will plant again.”',
      'If the rain comes then we will plant again.',
    ],
    [
      'Twenty years on, Barrera said, “we still do not know why.”',
      'Twenty years on we still do not know why.',
    ],
  ])('is one with words that go on in its sentence: %s', (sentence, words) => {
    expect(linesIn(sentence)).toEqual([`mixed: ${words} (Tom Barrera, name)`]);
  });
});

describe('verbs that are nouns, too, before words in marks', () => {
  const verbs =
    'answers blogs challenges charges comments counters emails estimates laughs objects offers posts protests reasons remarks rules sighs smiles states tweets whispers wonders';
  const sentences = (verb: string) => [
    `Barrera ${verb}, “The boats were never safe in this water.”`,
    `In another letter, Barrera ${verb}, “The boats were never safe in this water.”`,
    `And Barrera, his hands cold, ${verb}, “The boats were never safe in this water.”`,
    `Barrera takes the cup and ${verb}, “The boats were never safe in this water.”`,
  ];
  test.each(verbs.split(' ').flatMap(sentences))('are cues: %s', (sentence) => {
    expect(linesIn(sentence).map(wordsOf)).toContain('direct: The boats were never safe in this water.');
  });
});
