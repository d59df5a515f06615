import { describe, expect, test } from 'vitest';
import { readGold } from '../../src/evaluation/gold.ts';

const file = `publishedAt: 2024-03-05
byline: Ann Lee; Omar Haddad
dateline: LIMA | March 4 | AP
=== article
<x>LIMA, March 4 (AP) -</x> <q1>“We won,</q> <s1>Rosa Ruiz</s> <c1>said</c>.<x> {{ad}}</x> <q1>We <x>&amp;=>&</x> they.”</q>
Her brother,  Pedro Ruiz, called it <n scare>“luck”</n>. Ruiz<x>\\u00a0=> </x>left.
=== quotes
1 direct Rosa Ruiz; by AP; on 2024-03-04; #mixed-marks #aside
=== entities
person: Rosa Ruiz | role: mayor
person: Pedro Ruiz | Ruiz
`;

describe('a gold file', () => {
  const gold = readGold(file);

  test('holds the raw copy, and the text that cleaning should leave', () => {
    expect(gold.raw).toBe(
      'LIMA, March 4 (AP) - “We won, Rosa Ruiz said. {{ad}} We &amp; they.”\n' +
        'Her brother,  Pedro Ruiz, called it “luck”. Ruiz\u00a0left.',
    );
    expect(gold.text).toBe(
      '“We won, Rosa Ruiz said. We & they.”\n\nHer brother, Pedro Ruiz, called it “luck”. Ruiz left.',
    );
  });

  test('holds its quotes, by their words', () => {
    const [quote] = gold.quotes;
    const words = (span: { start: number; end: number } | null) =>
      span && gold.text.slice(span.start, span.end);
    expect(quote!.segments.map(words)).toEqual(['“We won,', 'We & they.”']);
    expect([words(quote!.source), words(quote!.cue)]).toEqual(['Rosa Ruiz', 'said']);
    expect(quote).toMatchObject({ kind: 'direct', speaker: 0, resolution: 'name', reportedBy: ['AP'] });
    expect(quote).toMatchObject({ saidOn: '2024-03-04', tags: ['mixed-marks', 'aside'], isOptional: false });
  });

  test('holds what looks like a quote and is none', () => {
    expect(gold.nonQuotes.map((none) => [none.kind, gold.text.slice(none.start, none.end)])).toEqual([
      ['scare', '“luck”'],
    ]);
  });

  test('finds every mention of an entity, the longest first', () => {
    expect(
      gold.entities.map((entity) => entity.mentions.map(({ start, end }) => gold.text.slice(start, end))),
    ).toEqual([['Rosa Ruiz'], ['Pedro Ruiz', 'Ruiz']]);
    expect(gold.entities[0]!.roles).toEqual(['mayor']);
  });

  test('joins the lines of wrapped copy, and gives the raw copy its carriage returns', () => {
    const wrapped = readGold(
      'lines: wrapped crlf\n=== article\nOne\ntwo.\n\nThree.\n=== quotes\n=== entities\n',
    );
    expect(wrapped.text).toBe('One two.\n\nThree.');
    expect(wrapped.raw).toBe('One\r\ntwo.\r\n\r\nThree.');
  });
});

/** A slip in a gold file, and what its error has to say. */
const slips: [string, (good: string) => string, RegExp][] = [
  [
    'a tag never closed',
    (good) => good.replace('left.', '<q2>left.'),
    /line 6: <q2> is never closed; add <\/q>/,
  ],
  ['a tag never opened', (good) => good.replace('left.', 'left.</s>'), /line 6: <\/s> was never opened/],
  ['a quote without a line', (good) => good.replace('left', '<q2>left</q>'), /line 6: <q2> has no line/],
  ['a line without a quote', (good) => good.replace('1 direct', '9 direct'), /line 8: there is no <q9>/],
  ['a kind that is none', (good) => good.replace('direct', 'straight'), /line 8: .* write "3 direct/],
  [
    'a speaker who is no entity',
    (good) => good.replace('direct Rosa', 'direct Rita'),
    /line 8: .*"Rita Ruiz" is no entity/,
  ],
  ['an unknown tag', (good) => good.replace('#aside', '#asid'), /line 8: the tag "#asid" is not known/],
  ['an unknown field', (good) => good.replace('by AP', 'via AP'), /line 8: "via AP" is not known/],
  [
    'a name that is not there',
    (good) => good.replace('| Ruiz', '| Ruíz'),
    /line 11: "Ruíz" is not in the text/,
  ],
  [
    'a word claimed twice',
    (good) => good.replace('Ruiz | role', 'Ruiz | Ruiz | role'),
    /line 11: .* claim the same word/,
  ],
  [
    'an occurrence that is not there',
    (good) => good.replace('| Ruiz', '| Ruiz@2'),
    /line 11: "Ruiz" occurs 1 times, not 2/,
  ],
  [
    'an unknown type',
    (good) => good.replace('person: Pedro', 'human: Pedro'),
    /line 11: .*write one of person/,
  ],
  ['a date that is none', (good) => good.replace('2024-03-05', 'March 5'), /line 1: "March 5" is no date/],
  ['an unknown header', (good) => `author: x\n${good}`, /line 1: "author: x" is no field/],
  [
    'a section out of place',
    (good) => good.replace('=== quotes', '=== entities'),
    /line 7: .* write "=== quotes"/,
  ],
  ['a missing section', (good) => good.split('=== entities')[0]!, /"=== entities" is missing/],
];

test.each(slips)('%s fails loudly, with line and remedy', (_, slip, message) => {
  expect(() => readGold(slip(file))).toThrow(message);
});
