import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

describe('words that nobody said', () => {
  test.each([
    ['a name', 'The mayors of two towns called Springwell have settled their feud by post.'],
    ['a title', 'A play called "The Long Winter" opened in Leh on Monday as planned.'],
    [
      'what was agreed',
      'The Tarn Memorandum, a blueprint for peace, was agreed several months ago but failed to take hold.',
    ],
    [
      'what is forecast',
      'Strong winds are again predicted for today but the crews are confident that they can hold the fires.',
    ],
    [
      'a disease',
      'The child has a disease called red-gut and without help is likely to die before the age of 15.',
    ],
    [
      'a dispute',
      'A pay freeze dispute involving Orbex and its maintenance workers will remain unresolved over Easter.',
    ],
    [
      'what somebody is blamed for',
      'Looting has given way to marches against the government blamed for a 43-month recession.',
    ],
    [
      'what rules relate to',
      'Other recommendations relating to the care of engines are still to be looked into by the agency.',
    ],
    ['a name that is given', "The crew have named the dog 'Admiral'."],
    ['an act', 'The outage began at noon, when users in Ohio began reporting errors in payment apps.'],
    [
      'a score',
      'Marcus Bell had 31 points, Jalen Ortiz added 22 and the Pistons held off the Hornets 112-108.',
    ],
    ['a second goal', 'Peter Lang added a second before half-time, and the visitors never came back.'],
    ['a reaction', 'Tomas Furlong was responding to a petition signed by 11,400 people.'],
    ['a mere denial', 'Not so, according to Ana Ruiz, a zoologist.'],
    ['thanks', 'The minister, Ana Ruiz, thanked her counterpart.'],
    ['a question of the reporter', 'Ana Ruiz sits down by the stove. I ask her whose house this was.'],
    ['a wish for one’s name', 'The conductor, who asked that his name be withheld, sat down.'],
    [
      'what somebody was told',
      'Told that the fund had grown to $31,000, Ana Ruiz put her hand over her mouth.',
    ],
    ['what is written down', 'Ana Ruiz nodded, and wrote that down.'],
    ['a condition', 'If the string is lower than it ought to be, the tuner displays by how much.'],
    ['a purpose', 'Ana Ruiz sold the boat in order to pay her debts.'],
    ['what somebody is said to have done', 'Ana Ruiz is said to have turned down a film about the strike.'],
    ['what somebody is kept from', 'Lenders will be barred from calling the relatives of defaulters.'],
    [
      'a wish of the paper',
      'For Tom Bale, a rider who asked that we do not use his full name, the law comes too late.',
    ],
    ['a reminder of the paper', 'It will be recalled that the senator was arrested in June.'],
    ['a heading that asks', 'Talks went on for a week in Geneva.\n\nWho said what?\n\nNobody would tell.'],
  ])('%s', (_name, text) => {
    expect(linesOf(text)).toEqual([]);
  });

  test('a wish not to be named', () => {
    expect(linesOf('"The guns are quiet," the envoy said, asking not to be named.')).toEqual([
      'direct: The guns are quiet (nobody, null)',
    ]);
  });

  test('what is called something else', () => {
    expect(linesOf('Ana Ruiz called Chile a "good story".')).toEqual([
      'mixed: Chile a "good story" (Ana Ruiz, name)',
    ]);
  });
});
