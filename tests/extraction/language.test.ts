import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.ts';

const german =
  'Die Bürgermeisterin von Lüneburg hat am Dienstag die neue Brücke eröffnet. „Wir haben lange darauf gewartet“, sagte sie vor dem Rathaus. ' +
  'Die Arbeiten hatten drei Jahre gedauert, und sie waren teurer geworden als geplant.';

describe('an article that is surely not English', () => {
  const article = extract(german);

  it('is kept with its paragraphs and its language, and a problem in place of guesses', () => {
    expect(article.language).toBe('de');
    expect(article.paragraphs).toHaveLength(1);
    expect([article.entities, article.quotes]).toEqual([[], []]);
    expect(article.problems).toMatchObject([{ code: 'not-english', span: null }]);
  });

  it('keeps the language that it states of itself', () => {
    expect(extract(german, { metadata: { language: 'de-AT' } }).language).toBe('de-AT');
  });
});

describe('what counts as English', () => {
  it.each([
    [
      'a foreign quotation in an English story',
      `The mayor opened the bridge on Tuesday. “${german.slice(75, 118)}”, she said, and then she went back to the town hall.`,
    ],
    ['a table of results', 'Ajax 2 Feyenoord 1\nPSV 0 Twente 0\nUtrecht 3 Groningen 3'],
    ['what is too short to tell', 'Danke.'],
  ])('%s', (_, text) => {
    const article = extract(text);
    expect(article.language).toBe('en');
    expect(article.problems.filter(({ code }) => code === 'not-english')).toEqual([]);
  });
});
