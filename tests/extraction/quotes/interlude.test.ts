import { describe, expect, test } from 'vitest';
import type { Attribution } from '../../../src/extraction/quotes/attribution.ts';
import { readText, tokensInside } from '../../../src/extraction/quotes/reading.ts';
import type { Features } from '../../../src/extraction/quotes/speakers/features.ts';
import { type Interlude, readInterlude } from '../../../src/extraction/quotes/speakers/interlude.ts';
import { resolveSpeakers } from '../../../src/extraction/quotes/speakers/resolve-speakers.ts';
import { type Scene, setScene } from '../../../src/extraction/quotes/speakers/scene.ts';
import { readSpeakerModel } from '../../../src/extraction/quotes/speakers/speaker-model.ts';
import { readResourceFiles } from '../../../src/resources.ts';
import { entitiesOf, readMarkedText } from '../entities/marked-text.ts';

/** What stands between the words in the first braces, if there are two pairs, and those in the last. */
function interludeOf(marked: string): Interlude {
  const { scene, attributions } = orphansIn(marked);
  const own = attributions.at(-1)!;
  return readInterlude(scene, attributions.at(-2), own.contents[0]!.first);
}

function orphansIn(marked: string): { scene: Scene; attributions: readonly Attribution[] } {
  const read = readMarkedText(marked);
  const found = entitiesOf(read);
  const inside = tokensInside(found.segmented, read.references);
  const attributions = read.references.map((_, index): Attribution => {
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
  return { scene: setScene(readText(found.segmented, found.mentions), found), attributions };
}

/** What is said of a candidate as the speaker of the words in braces, beside what is so of all others. */
function featuresOf(marked: string, name: string): Features {
  const { scene, attributions } = orphansIn(marked);
  const { question } = resolveSpeakers(scene, attributions, ranking).at(-1)!;
  const { features } = question!.candidates.find(
    ({ speakers: [speaker] }) => speaker !== undefined && scene.found.entities[speaker]!.name === name,
  )!;
  return Object.assign({}, ...features);
}

const { ranking } = readSpeakerModel(readResourceFiles());

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

  test.each([
    ['{“Stand back.”} That was [p:Ana Ruiz], who fries fish.', 1],
    ['{“Stand back.”} This is the cook, [p:Ana Ruiz].', 1],
    ['{“Stand back.”} The voice belonged to [p:Ana Ruiz].', 1],
    ['{“Stand back.”} It was [p:Ana Ruiz] who turned.', undefined],
    ['{“Stand back.”} That was before [p:Ana Ruiz] came.', undefined],
  ])('whose words are presented in %s', (marked, presented) => {
    expect(featuresOf(`It is noon. ${marked}`, 'Ana Ruiz').presented).toBe(presented);
  });

  test('who is named where the writer asks does not answer', () => {
    const marked = '[p:Ana Ruiz] nods. {“It is old.”} Had [p:Tom Lee] seen it? {“Twice.”}';
    expect(featuresOf(marked, 'Tom Lee').namedAsking).toBe(1);
    expect(featuresOf(marked, 'Ana Ruiz').namedAsking).toBeUndefined();
  });

  test.each([
    'I ask whether he misses it.',
    'I then put it to him that this is a lot of money.',
    'We asked about the money.',
    'I quietly remind him of the trial.',
    'I try again.',
  ])('%s: whoever spoke before answers', (told) => {
    const marked = `[p:Tom Lee] and [p:Ana Ruiz] sit. {“It is old,”} said [p:Ana Ruiz]. {“It is,”} said [p:Tom Lee].\n\n${told}\n\n{“Well.”}`;
    expect(interludeOf(marked).asks).toBe(true);
  });

  test('who is named behind what the writer asked answers', () => {
    const marked = '[p:Ana Ruiz] nods. {“It is old.”}\n\nI ask [p:Tom Lee] about it.\n\n{“Twice.”}';
    expect(featuresOf(marked, 'Tom Lee').toldAsking).toBe(1);
    expect(featuresOf(marked, 'Ana Ruiz').toldAsking).toBeUndefined();
  });
});
