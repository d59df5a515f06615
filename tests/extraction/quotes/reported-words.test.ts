import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

describe('words without marks behind a cue', () => {
  test.each([
    ['money', 'Farmers could claim between 200 and 400 euros if their fields had been flooded.'],
    ['a thing seen', 'Biologists have observed a rare orchid where it seldom rains.'],
    ['a thing offered', 'The keepers offered Flight 212 permission to land at Keflavik on Monday.'],
    ['a deal', 'Norwind agreed to inject $2 billion into the airline by June.'],
    ['a participle', 'Police in Leh, who have been probing alleged acts of sabotage, stopped the train.'],
    ['a relative clause', 'The mine has closed, adding to a series of setbacks that have hurt the town.'],
    ['a topic', 'The founder of the airline, Ana Ruiz, spoke about the loss of the plane.'],
    ['a thing told before', 'Ana Ruiz had recommended the ban in November.'],
    ['a part in a film', 'Ana Ruiz portrayed the queen of the harbour.'],
    ['a name on a jar', 'Ana Ruiz labelled the jars in the kitchen.'],
    ['a plan to say it', 'Ana Ruiz hopes on Friday to announce that the bridge is shut.'],
    ['an attempt', 'Ana Ruiz tried on Friday to make the case that the bridge was safe.'],
    ['a judgement without words of it', 'Ana Ruiz criticised the new fares on Monday.'],
    ['a judgement of what somebody did', 'Ana Ruiz slammed the firm, which had cut the fares it promised.'],
    ['a letter', 'Ana Ruiz explained in a letter to owners.'],
    ['a statement', 'Ana Ruiz quoted the ministry as saying.'],
    ['a reason', 'The request was denied because of other aircraft nearby.'],
  ])('are nothing that was said, where they are %s', (_what, text) => {
    expect(linesOf(text)).toEqual([]);
  });

  test.each([
    ['a clause', 'Ana Ruiz claimed that the fields had been flooded.', 'the fields had been flooded'],
    ['a clause without "that"', 'Ana Ruiz claimed the dam had burst.', 'the dam had burst'],
    ['a thing denied', 'Ana Ruiz denied any wrongdoing.', 'any wrongdoing'],
    ['a thing demanded', 'Ana Ruiz demanded an apology from the bank.', 'an apology from the bank'],
    ['a vow', 'Ana Ruiz vowed to close the bridge.', 'to close the bridge'],
    ['a request', 'Ana Ruiz urged the drivers to stay at home.', 'the drivers to stay at home'],
    ['a tale', 'Ana Ruiz narrated how she had crossed the river.', 'how she had crossed the river'],
    ['a forecast', 'Ana Ruiz reckons the dam will hold.', 'the dam will hold'],
    ['a warning', 'Ana Ruiz warned of floods along the coast.', 'of floods along the coast'],
    ['a need', 'Ana Ruiz said farmers need to act together.', 'farmers need to act together'],
    ['what others say', 'Ana Ruiz said he is sure of what he is saying.', 'he is sure of what he is saying'],
    ['an aside', 'As Ana Ruiz observed, towns elect their mayors.', 'towns elect their mayors'],
    ['a plea', 'Ana Ruiz pleaded for more time.', 'for more time'],
    ['only that', 'Ana Ruiz would say only that the dam had burst.', 'only that the dam had burst'],
    ['a case made', 'Ana Ruiz made the case that the dam was safe.', 'the dam was safe'],
    ['a retort', 'Ana Ruiz shot back that the dam was safe.', 'the dam was safe'],
    ['a point made on a day', 'She made clear on Monday that Ana Ruiz had left.', 'Ana Ruiz had left'],
    ['a sham', 'Ana Ruiz branded the deal a sham.', 'the deal a sham'],
    ['a portrait', 'Ana Ruiz portrayed him as a coward.', 'him as a coward'],
    ['an aim', 'Ana Ruiz stressed the need to help farmers.', 'the need to help farmers'],
  ])('are what was said, where they are %s', (_what, text, words) => {
    expect(linesOf(text).map((line) => line.replace(/ \(.*/, ''))).toEqual([`indirect: ${words}`]);
  });

  test.each(
    'promised pledged proposed announced admitted acknowledged conceded recommended vowed revealed disclosed'.split(
      ' ',
    ),
  )('are a thing that is %s', (verb) => {
    expect(linesOf(`Ana Ruiz ${verb} new tariffs on foreign steel.`)).toEqual([
      'indirect: new tariffs on foreign steel (Ana Ruiz, name)',
    ]);
  });

  test.each('admitted acknowledged recalled recommended suggested proposed mentioned'.split(' '))(
    'are a deed that is %s',
    (verb) => {
      expect(linesOf(`Ana Ruiz ${verb} moving the old market to the river.`)).toEqual([
        'indirect: moving the old market to the river (Ana Ruiz, name)',
      ]);
    },
  );

  test.each('pressed exhorted beseeched urged asked'.split(' '))('are what others are %s to do', (verb) => {
    expect(linesOf(`Ana Ruiz ${verb} her colleagues to vote against the bill.`)).toEqual([
      'indirect: her colleagues to vote against the bill (Ana Ruiz, name)',
    ]);
  });

  test.each(
    'applauded assailed bashed belittled berated branded castigated chastised commended compared depicted disparaged excoriated lambasted lauded likened portrayed savaged tarred vilified'.split(
      ' ',
    ),
  )('are words in marks that somebody or something is %s with', (verb) => {
    const link = /^(?:compared|likened)$/.test(verb) ? 'to' : 'as';
    expect(linesOf(`On Monday Ana Ruiz ${verb} the deal ${link} a “gift to the rich.”`)).toEqual([
      `mixed: the deal ${link} a “gift to the rich.” (Ana Ruiz, name)`,
    ]);
  });

  test('are no comparison of figures', () => {
    expect(linesOf('Sales were up 4%, compared with a year ago, Ana Ruiz said.')).toEqual([
      'indirect: Sales were up 4%, compared with a year ago (Ana Ruiz, name)',
    ]);
  });

  test('are not asked of words in marks', () => {
    expect(linesOf('Ana Ruiz labelled the deal "a fraud".')).toEqual([
      'mixed: the deal "a fraud" (Ana Ruiz, name)',
    ]);
  });

  test('start at "that", behind when and where they were said', () => {
    expect(linesOf('Ana Ruiz said this month that Leh was behind the plot.')).toEqual([
      'indirect: Leh was behind the plot (Ana Ruiz, name)',
    ]);
  });

  test('stand before a cue that an occasion follows', () => {
    expect(linesOf('A plane came down near Leh, Ana Ruiz said as she searched for its wings.')).toEqual([
      'indirect: A plane came down near Leh (Ana Ruiz, name)',
    ]);
  });

  test('are also those of a name that holds "without"', () => {
    expect(linesOf('Doctors Without Borders said that its ward in Bentiu was full.')).toEqual([
      'indirect: its ward in Bentiu was full (Doctors Without Borders, name)',
    ]);
  });
});
