import { describe, expect, test } from 'vitest';
import { articleOf } from './article.ts';

const length = 20_000;
const repeat = (piece: string): string => piece.repeat(Math.ceil(length / piece.length));

const copies: readonly (readonly [name: string, raw: string, most: number])[] = [
  ['opening marks', repeat('“'), 0],
  ['straight marks', repeat('"'), 0],
  ['straight marks and blanks', repeat('" '), 0],
  ['apostrophes', repeat("'a "), 0],
  ['inches', repeat('5"'), 0],
  ['cues', repeat('said '), 0],
  ['cues with "that"', repeat('said that '), 0],
  ['capitals', repeat('A'), 0],
  ['capitalised words', repeat('Ab Cd '), 0],
  ['"according to"', repeat('according to '), 1],
  ['closing marks alone', repeat('we won" '), length],
  ['opening marks alone, a paragraph each', repeat('"We won it all today, he said.\n\n'), length],
  ['labels', repeat('A: b\n\n'), length],
  ['posts inside a post', repeat('Ana Ruiz wrote: We '), 1],
];

/** That time grows linearly is measured by the benchmark; here each copy must be read within the test's time limit. */
describe('hostile copies', () => {
  test.each(copies)('%s', (_, raw, most) => {
    expect(articleOf(raw).quotes.length).toBeLessThanOrEqual(most);
  });

  test('an article that is one quote', () => {
    const article = articleOf(`"${'We won it all today. '.repeat(500)}We did," Ana Ruiz said.`);
    expect(article.quotes).toHaveLength(1);
    expect(article.entities[article.quotes[0]!.speaker!]!.name).toBe('Ana Ruiz');
  });

  test('a verb of saying that ends the text', () => {
    expect(articleOf('” said that » reported').quotes.length).toBeLessThanOrEqual(1);
  });

  test('signs of tags above the name below a post', () => {
    expect(articleOf(`${'#'.repeat(500)} boats\n\n— Ana Ruiz (@anaruiz) May 3, 2021`).quotes).toHaveLength(1);
  });

  test('a thousand quotes', () => {
    const article = articleOf('"We won it all today," Ana Ruiz said.\n\n'.repeat(1000));
    expect(article.quotes).toHaveLength(1000);
  });
});
