import { describe, expect, test } from 'vitest';
import { speakersOf } from './article.ts';

const said = 'said that it was nothing.';

describe('a source without a name', () => {
  test.each([
    'A spokesman for Mr Bale',
    'A spokesman for Trade Minister Tom Bale',
    'A lawyer for Tom Bale',
    'Tom Bale’s lawyer',
    'A friend of Tom Bale',
    'An aide to Tom Bale',
    'A Bale aide',
  ])('%s, and "he" behind it', (source) => {
    const text = `${source} said damage was minor. "It was nothing," he said. He added that roads were open.`;
    expect(speakersOf(text)).toEqual([null, null, null]);
  });

  test('who is named since', () => {
    const text = 'An aide to Tom Bale said damage was minor. Bale was at sea. “It was nothing,” he said.';
    expect(speakersOf(text)).toEqual([null, 'Tom Bale']);
  });

  test('one who speaks for a body is not the next who is named', () => {
    const text =
      'Ostra Energy says the fire is out. A spokesman says it began at noon. Tom Bale of Ballidu says his house shook.';
    expect(speakersOf(text)).toEqual(['Ostra Energy', null, 'Tom Bale']);
  });

  test('a leader of a church is not the prime minister', () => {
    const text =
      'A high profile church leader says the governor must clarify his statement. Prime Minister John Bale is defending him. The Reverend Tim Roth says further explanation is needed.';
    expect(speakersOf(text)).toEqual([null, 'Tim Roth']);
  });
});

describe('an office that opens an article', () => {
  test('is that of the one who holds it, and not of whoever is named first', () => {
    const text =
      'The Nordland premier says he accepts full responsibility for the escape. Claude John Gabriel fled the ward in May. He is now thought to be in Rome. Premier Peter Bale says he is seeking advice.';
    expect(speakersOf(text)).toEqual(['Peter Bale', 'Peter Bale']);
  });

  test.each(['Governor-General', 'Attorney-General', 'Secretary-General', 'Auditor-General'])(
    '%s',
    (office) => {
      const text = `The ${office}, Anna Roth, has defended herself. The ${office} says she relied on advice.`;
      expect(speakersOf(text)).toEqual(['Anna Roth']);
    },
  );
});

describe('a name beside an office, without the comma that parts them', () => {
  test.each([
    `Professor Anna Roth deputy director of the Nord Institute ${said}`,
    `Anna Roth chief executive of Nord Energy ${said}`,
    `Anna Roth spokeswoman for the Nord Institute ${said}`,
    `The head of the union Anna Roth ${said}`,
  ])('%s', (text) => {
    expect(speakersOf(text)).toEqual(['Anna Roth']);
  });

  test.each([`Anna Roth supporters ${said}`, `The wife of the activist Anna Roth ${said}`])(
    'not %s',
    (text) => {
      expect(speakersOf(text)).toEqual([null]);
    },
  );

  test('a skipper who has been named', () => {
    const text = 'Ludde Roth, who won, said he was glad. Skipper Roth said his tactics were easy.';
    expect(speakersOf(text)).toEqual(['Ludde Roth', 'Ludde Roth']);
  });
});

describe('somebody who calls himself so', () => {
  test.each([
    'A man who calls himself Tomas Kelt',
    'The man calling himself Tomas Kelt',
    'A farmer who goes by the name of Tomas Kelt',
    'A farmer who goes by Tomas Kelt',
    'A farmer whose name is Tomas Kelt',
    'A man with the name Tomas Kelt',
    'A farmer known only as Tomas Kelt',
  ])('%s', (source) => {
    expect(speakersOf(`${source} ${said}`)).toEqual(['Tomas Kelt']);
  });
});

describe('a comma that parts a subject from its verb', () => {
  test.each([
    'Anna Roth from the town of Leith, says the quake shook her house.',
    'Anna Roth of Ballidu just west of Burakin, says the quake shook her house and woke her.',
    'Farmer Anna Roth, says the quake shook her house.',
    'Anna Roth from the Rural Fire Service, said the fire was out.',
  ])('%s', (text) => {
    expect(speakersOf(text)).toEqual(['Anna Roth']);
  });
});

describe('a sentence behind words in marks that tells of others', () => {
  test.each([
    'The council has called on residents to stay away.',
    'The council has urged residents to stay away.',
    'Tom Bale criticised the plan.',
  ])('%s', (next) => {
    const [first, words] = speakersOf(
      `Anna Roth said she was pleased. “We are all going to play a role.” ${next}`,
    );
    expect([first, words]).toEqual(['Anna Roth', 'Anna Roth']);
  });
});

test('who is the subject behind a clause, and speaks, is "he"', () => {
  const text =
    'Ministry spokesman Aziz Khan said the staff would go.\n\nAs tension mounted after the attack, Foreign Minister Tom Bale earlier announced a set of new sanctions. Planes would not be allowed to land, he said.';
  expect(speakersOf(text)).toEqual(['Aziz Khan', 'Tom Bale', 'Tom Bale']);
});

describe('an apposition or a clause about the one who speaks', () => {
  test.each([
    'South Nordland Labour MP Anna Roth, whose ward covers Leith, says the crows have done everything possible.',
    'The head of the Centre for Bird Health (CBH), Anna Roth, says the crows have done everything possible.',
    'The national secretary of the Metal and Car Workers Union (MCWU), Anna Roth, says the unions have done their best.',
  ])('%s', (text) => {
    expect(speakersOf(text)).toEqual(['Anna Roth']);
  });

  test('an unnamed official is no leader who is named later', () => {
    const text =
      'A senior Israeli defence official has told Radio Nord the group is planning to attack targets. It has rejected a call by Palestinian leader Yusuf Bale for an end to all raids against Israel.';
    expect(speakersOf(text)[0]).toBeNull();
  });
});
