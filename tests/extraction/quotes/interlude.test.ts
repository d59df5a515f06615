import { describe, expect, test } from 'vitest';
import type { Attribution } from '../../../src/extraction/quotes/attribution.ts';
import { readText, tokensInside } from '../../../src/extraction/quotes/reading.ts';
import { type Interlude, readInterlude } from '../../../src/extraction/quotes/speakers/interlude.ts';
import { setScene } from '../../../src/extraction/quotes/speakers/scene.ts';
import { entitiesOf, readMarkedText } from '../entities/marked-text.ts';

/** What stands between the words in the first braces, if there are two pairs, and those in the last. */
function interludeOf(marked: string): Interlude {
  const read = readMarkedText(marked);
  const found = entitiesOf(read);
  const inside = tokensInside(found.segmented, read.references);
  const [before, own] = read.references.map((_, index): Attribution => {
    const content = { first: inside.indexOf(index), end: inside.lastIndexOf(index) + 1 };
    return {
      contents: [content],
      cue: null,
      source: null,
      reporters: [],
      sureness: 1,
      evidence: 'orphan',
    };
  });
  const scene = setScene(readText(found.segmented, found.mentions), found);
  return own === undefined
    ? readInterlude(scene, undefined, before!.contents[0]!.first)
    : readInterlude(scene, before, own.contents[0]!.first);
}

describe('interludes', () => {
  test.each([
    ['[p:Ana Ruiz] met [p:Tom Lee]. She lit a candle.\n\n{“One.”}', 'female'],
    [
      '[p:Ana Ruiz] met [p:Tom Lee]. On some mornings he cannot open the shutters. It smells.\n\n{“One.”}',
      'male',
    ],
    ['{“No,”} she said, as he sat down.\n\n{“One.”}', null],
    ['{“No,”} he said. [p:Ana Ruiz] was kinder.\n\n{“One.”}', null],
    ['“She told me,” said [p:Tom Lee]. The rain starts.\n\n{“One.”}', null],
  ])('who is told of before %s', (marked, gender) => {
    expect(interludeOf(marked).gender).toBe(gender);
  });

  test.each([
    'prefers not to be named',
    'did not want to give his name',
    "wouldn't be identified",
    'spoke on condition of anonymity',
    'declined to give her name',
    'will not say what he is called',
    'wrote once, without giving his name',
    'gave neither his name nor his paper',
    'was not authorised to speak to the media',
    'asked to remain anonymous',
  ])('one who %s', (hides) => {
    expect(interludeOf(`A man at the bar ${hides}.\n\n{“One.”}`).isAnonymous).toBe(true);
    expect(interludeOf(`[p:Tom Lee] ${hides}.\n\n{“One.”}`).isAnonymous).toBe(false);
  });

  test.each([
    'gave only her first name',
    'did not want his full name to be used',
    'asked that her surname should not be printed',
    'did not know the name of the street well, but liked it',
  ])('no one who %s', (tells) => {
    expect(interludeOf(`A man at the bar ${tells}.\n\n{“One.”}`).isAnonymous).toBe(false);
  });

  test('a question of the writer’s, and nothing at all', () => {
    expect(interludeOf('{“No,”} he said. Was he angry? {“Yes.”}')).toMatchObject({
      asks: true,
      isMissing: false,
    });
    expect(interludeOf('“Is it yours?” {“Mine.”} {“And who had it?”}')).toMatchObject({
      asks: false,
      isMissing: true,
    });
    expect(interludeOf('{“Mine.”}\n\n{“And who had it?”}').isMissing).toBe(false);
  });
});
