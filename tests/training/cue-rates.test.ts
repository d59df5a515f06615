import { expect, test } from 'vitest';
import type { AnnotatedText } from '../../src/evaluation/annotation.ts';
import { readCueRates } from '../../src/extraction/quotes/learned/cue-rates.ts';
import { countCueRates, writeCueRates } from '../../src/training/cue-rates.ts';

const said = (text: string, cue: string, source: string): AnnotatedText => {
  const span = (part: string) => [{ start: text.indexOf(part), end: text.indexOf(part) + part.length }];
  return {
    id: text,
    text,
    quotes: [{ content: [], cue: span(cue), source: span(source), kind: null, speaker: null }],
  };
};

const texts = Array.from({ length: 40 }, () =>
  said('The mayor grumbled that the bridge had closed.', 'grumbled', 'The mayor'),
);
texts.push(said('The mayor hissed that it had closed.', 'hissed', 'The mayor'));

test('words have the rate at which they are part of cues and sources, and chance has none', () => {
  const rates = countCueRates(texts);
  expect(rates.get('grumbled')).toEqual({ cue: 7, source: 0 });
  expect(rates.get('mayor')).toEqual({ cue: 0, source: 3 });
  expect(rates.get('the')).toEqual({ cue: 0, source: 2 });
  expect(rates.get('hissed')).toBeUndefined();
  expect(rates.get('bridge')).toBeUndefined();
});

test('rates are read as they were written', () => {
  const rates = countCueRates(texts);
  const lexicons = new Map([['cue-rates', writeCueRates(rates)]]);
  expect(readCueRates({ lexicons, models: new Map(), weights: new Map() })).toEqual(rates);
});
