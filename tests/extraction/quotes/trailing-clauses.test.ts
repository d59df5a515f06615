import { describe, expect, test } from 'vitest';
import { articleOf, linesOf } from './article.ts';

const scene = 'Senator Tom Barrera met Mayor Ann Lee in Lima. They had not spoken for a month.';
const end = 'The committee meets again next week.';
const linesIn = (sentence: string) => linesOf(`${scene}\n\n${sentence}\n\n${end}`);
const said = 'The bridge will be shut in June';
const line = (speaker: string, resolution: string) => [`indirect: ${said} (${speaker}, ${resolution})`];
const wordsIn = (sentence: string) => linesIn(sentence).map((one) => one.replace(/ \([^(]*$/, ''));

describe('a sentence that ends with who says it', () => {
  test.each([
    'the letter states',
    'the lawsuit claims',
    'a police report notes',
    'the filing reads',
    'the study found',
    'a new survey shows',
    'the data show',
    'government figures showed',
    'records indicate',
    'an analysis of federal records by the Herald found',
    'the ministry estimates',
    'a spokesman claims',
  ])('is what it says: %s', (tail) => {
    expect(wordsIn(`${said}, ${tail}.`)).toEqual([`indirect: ${said}`]);
  });

  test.each([
    'a police source told reporters',
    'the ministry told Reuters',
    'officials told AFP on Monday',
    'a spokesman told a news conference',
  ])('is what others hear: %s', (tail) => {
    expect(wordsIn(`${said}, ${tail}.`)).toEqual([`indirect: ${said}`]);
  });

  test.each(['officials', 'police', 'a police report', 'county officials who saw the plan', 'her family'])(
    'needs no comma before "according to": %s',
    (source) => {
      expect(wordsIn(`${said} according to ${source}.`)).toEqual([`indirect: ${said}`]);
    },
  );

  test.each(['confirmed', 'reported', 'first reported', 'stated', 'alleged', 'disclosed'])(
    'is made known: as %s by',
    (verb) => {
      expect(linesIn(`${said}, as ${verb} by Secretary of State Ana Ruiz.`)).toEqual(
        line('Ana Ruiz', 'name'),
      );
    },
  );

  test.each(['reports', 'reported'])('may end with the name: %s', (verb) => {
    expect(linesIn(`${said}, ${verb} the Leh Herald.`)).toEqual(line('Leh Herald', 'name'));
  });

  test.each([
    'The tests confirmed a high level of lead in the water, police said.',
    'The suspect told officers he had been drinking, deputies said.',
    'Two aides are insisting he stays, a source said.',
  ])('is theirs although it tells of words: %s', (sentence) => {
    expect(wordsIn(sentence)).toEqual([`indirect: ${sentence.replace(/, [^,]*$/, '')}`]);
  });

  test.each([
    ['Small fish, a bony kind, were seen off the coast', 'said', 'Ana Ruiz, a diver at the Leh museum'],
    ['Burials are held, with around 24 a day', 'said', 'Department of Health spokeswoman Ana Ruiz'],
    ['The dish is open to all', 'says', 'Ana Ruiz, director of the Leh Observatory and head of its board'],
  ])('has no second one in its source: %s', (words, verb, source) => {
    expect(linesIn(`${words}, ${verb} ${source}.`)).toEqual([`indirect: ${words} (Ana Ruiz, name)`]);
  });

  test('may end with a title in marks', () => {
    const { quotes, text } = articleOf(`${scene}\n\n${said}, says a report with the title “No Way Out”.`);
    expect(quotes.map(({ source }) => text.slice(source!.start, source!.end))).toEqual([
      'a report with the title “No Way Out”',
    ]);
  });

  test('may open with a day, and how long that is after another', () => {
    const words = 'On May 15, days before he left, Lee helped carry a woman into a taxi';
    expect(wordsIn(`${words}, Ana Ruiz said.`)).toEqual([`indirect: ${words}`]);
  });
});

describe('a sentence that ends with no one who says it', () => {
  test.each([
    ['a plan', 'The bridge was built according to plan.'],
    ['a rule', 'The bodies were buried according to Jewish law.'],
    ['a measure', 'The towns were ranked according to Forbes.'],
    ['a list', 'The ministry keeps plans, maps, reports.'],
    ['a clause before it', 'When the bridge was shut in June, the report found.'],
    ['a day', 'In June, the mayor told reporters.'],
  ])('%s', (_name, sentence) => {
    expect(wordsIn(sentence)).toEqual([]);
  });

  test('whoever is asked about in a clause of their own', () => {
    expect(linesIn('Ana Ruiz, who voted yes, said the policy was overdue.')).toEqual([
      'indirect: the policy was overdue (Ana Ruiz, name)',
    ]);
  });
});

test('names behind dashes sign, and take no turns', () => {
  const lines = linesOf(
    `${scene}\n\n—Ana Ruiz\n\nThe bridge is shut.\n\n—Tom Lee and Ana Ruiz\n\n—Roads are bad, the Herald reports.`,
  );
  expect(lines.filter((one) => one.startsWith('direct'))).toEqual([]);
});
