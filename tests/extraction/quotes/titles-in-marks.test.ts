import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

describe('titles of works in marks', () => {
  const titles = ['The Long Tide', 'Salt and Iron', 'Do You Hear the Rain?', 'The Case for Small Ports'];
  const sentences = [
    'But in the latest of Okoro, “T,” the chorus starts before anybody sits down.',
    'In “T,” Ana Ruiz offers a wry look at the fate of the islands.',
    'In her new novel, “T,” Ruiz tells of a fisherman who lost his boat.',
    '“T,” which opened yesterday at the Plaza and other theaters, is the most expensive film ever made here.',
    '“T,” a documentary about the strike, is shown on Friday.',
    'The orchestra will play Holm’s “T,” a piece for strings.',
    'His other films include “T,” “The Ferry” and “Noon.”',
    'They bought the boat in 1998 and called it “T.”',
    'A show called “T,” which opened yesterday at the Plaza, is the most expensive ever made here.',
  ];
  const cases = sentences.flatMap((sentence) =>
    titles.map((title) => [
      sentence.replace('T,', /\?$/.test(title) ? title : `${title},`).replace('T.', title),
    ]),
  );

  test.each(cases)('are no quotes: %s', (sentence) => {
    expect(linesOf(sentence!)).toEqual([]);
  });

  test.each([
    ['In “Grey,” Ana Ruiz offers a wry look at the fate of the islands.'],
    ['But on Okoro’s latest, “GREY,” the chorus starts before anybody sits down.'],
    ['In her new novel, “Grey,” Ruiz tells of a fisherman who lost his boat.'],
  ])('are no quotes where papers set off one word: %s', (sentence) => {
    expect(linesOf(sentence)).toEqual([]);
  });

  test.each([
    ['“Till Friday,” the minister said.'],
    ['He said, “New Jersey,” and left.'],
    ['Asked where he came from, Lee Roe answered “New Jersey.”'],
  ])('not words that have a speaker: %s', (sentence) => {
    expect(linesOf(sentence)).toHaveLength(1);
  });
});

describe('what something is called in marks', () => {
  test.each([
    ['To find out, the researchers used the technique called "slow drying" and wrote down the times.'],
    ['He is a fellow in possession of what’s called "the force," a mixture of luck and faith.'],
    ['It is part of a plan called “food first” that the town adopted.'],
  ])('is no quote: %s', (sentence) => {
    expect(linesOf(sentence)).toEqual([]);
  });

  test('is one where somebody calls it so', () => {
    expect(linesOf('In a move the minister called “shameful,” the plan was dropped.')).toHaveLength(1);
  });
});

describe('what only a face says', () => {
  test.each([
    ['He shrugged, as if to say: “What can I do?”'],
    ['There was a twitch of his brow as though to say "You lost the rope?" before he smiled.'],
    ['She nodded as if saying, “I know.”'],
    ['She nodded, as if to say that it was over.'],
  ])('is no quote: %s', (sentence) => {
    expect(linesOf(sentence)).toEqual([]);
  });
});
