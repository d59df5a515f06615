import { describe, expect, test } from 'vitest';
import { articleOf, linesOf } from './article.ts';

/** Cue, source and reporters of each quote, as the text has them. */
function partsOf(text: string) {
  const article = articleOf(text);
  const words = (span: { start: number; end: number } | null) =>
    span === null ? null : article.text.slice(span.start, span.end);
  return article.quotes.map(({ cue, source, reportedBy }) => [words(cue), words(source), ...reportedBy]);
}

describe('who is quoted, and who quotes them', () => {
  test.each([
    ['Local media quoted police as saying three men had been held.', ['quoted', 'police', 'Local media']],
    [
      'The Daily Beacon quoted Deputy Minister Ana Souza as saying that the road was shut.',
      ['quoted', 'Deputy Minister Ana Souza', 'Daily Beacon'],
    ],
    ['Reuters quoted a spokesman as saying: "It is shut."', ['quoted', 'a spokesman', 'Reuters']],
    ['Antara cited him as saying “the road” was shut for good.', ['cited', 'him', 'Antara']],
    [
      '"It is shut," IRNA news agency quoted General Rahimi as saying on Tuesday.',
      ['quoted', 'General Rahimi', 'IRNA'],
    ],
    [
      '"It is shut," Ana Souza was quoted as saying on Friday by state media.',
      ['was quoted as saying', 'Ana Souza', 'state media'],
    ],
    ['The minister was quoted as saying that it was shut.', ['was quoted as saying', 'The minister']],
  ])('%s', (text, parts) => {
    expect(partsOf(text)).toEqual([parts]);
  });
});

describe('the time between who spoke and the verb', () => {
  test.each([
    'last week',
    'the next day',
    'that day',
    'two weeks ago',
    'days later',
    'once again',
    'time and again',
    'over the weekend',
    'late on Monday',
    'in March',
    'at the time',
  ])('%s', (time) => {
    const text = `Ana Souza met members of Google.\n\nGoogle ${time} warned that it would sell. And Souza ${time} warned that it would not.`;
    expect(partsOf(text)).toEqual([
      ['warned', 'Google'],
      ['warned', 'Souza'],
    ]);
  });
});

describe('words in marks that are doubled, escaped or marked up', () => {
  test.each([
    '""It is over,"" Ana Ruiz said.',
    '““It is over,” Ana Ruiz said.',
    '“It is over,”” Ana Ruiz said.',
    `'"It is over,"' Ana Ruiz said.`,
    '_"It is over,"_ Ana Ruiz said.',
    '\\"It is over,\\" Ana Ruiz said.',
    '<q>It is over</q>, Ana Ruiz said.',
    '\ufffdIt is over,\ufffd Ana Ruiz said.',
    '"It is over," [Ana Ruiz] said.',
  ])('%s', (text) => {
    expect(linesOf(text)).toEqual(['direct: It is over (Ana Ruiz, name)']);
  });
});

describe('words in marks that are said to be somebody’s', () => {
  test.each([
    ['“It is over” was the message from Ana Ruiz on Monday.', ['was the message from', 'Ana Ruiz']],
    ['“It is over” — that was the verdict of the mayor.', ['that was the verdict of', 'the mayor']],
    ['“A great fraud” is how Ana Ruiz sees it.', ['is how', 'Ana Ruiz']],
    ['“It is over.” So said Ana Ruiz on Monday.', ['said', 'Ana Ruiz']],
    ['Ana Ruiz’s verdict, with a grin: “It is over.”', [':', 'Ana Ruiz']],
    ['His last line, to groans from across the aisle: “It is over.”', [':', 'His']],
    ['Her advice when asked about it: “Go home.”', [':', 'Her']],
    ['The minister’s answer: “It is over.”', [':', 'The minister']],
    ['But the one plea from Ana Ruiz was this: “Go home.”', [':', 'Ana Ruiz']],
    ['“It is all over” (Ana Ruiz, mayor)', ['(', 'Ana Ruiz, mayor']],
    ['Ana Ruiz let it be known that it was over.', ['let it be known', 'Ana Ruiz']],
    ['Ana Ruiz gave an assurance that it was over.', ['gave an assurance', 'Ana Ruiz']],
  ])('%s', (text, parts) => {
    expect(partsOf(text)).toEqual([parts]);
  });

  test.each([
    '“It is over” is the title of a song by Ana Ruiz.',
    'The “old bridge” (Ana Ruiz, 1931) is shut.',
  ])('not: %s', (text) => {
    expect(partsOf(text)).toEqual([]);
  });
});

describe('a source in front of its cue', () => {
  test.each([
    ['The Department of Roads (DR) on Monday said it was shut.', 'The Department of Roads (DR)'],
    ['The National Police (NP) in a statement said the road was shut.', 'The National Police (NP)'],
    ['The Harrow Council last week said it would sell the land.', 'The Harrow Council'],
    ['The Road Fund in its annual report says that deaths fell by a tenth.', 'The Road Fund'],
    ['The ministry issued a statement saying the bridge was safe.', 'The ministry'],
    ['The court heard Hale told officers he had slept.', 'Hale'],
    ['Ana Ruiz on the sidelines of the congress said the strike would go on.', 'Ana Ruiz'],
    [
      'A poll published by Hale Metrics on Thursday suggested that voters were bored.',
      'A poll published by Hale Metrics on Thursday', // not when it spoke
    ],
  ])('is not more than who spoke: %s', (text, source) => {
    expect(partsOf(text).map((parts) => parts[1])).toEqual([source]);
  });
});

test('a source is no clause, and no preposition', () => {
  const sourceOf = (text: string) => partsOf(text)[0]![1];
  expect(
    sourceOf('Meanwhile, it attacked Souza, saying he “has offended women and former prisoners of war.”'),
  ).toBe('it');
  expect(
    sourceOf('“He had a lot of supporters,” Souza, after a long pause, said of Rahimi. “I am glad of it.”'),
  ).toBe('Souza');
});
