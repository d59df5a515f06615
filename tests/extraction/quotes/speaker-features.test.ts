import { describe, expect, test } from 'vitest';
import type { Attribution } from '../../../src/extraction/quotes/attribution.ts';
import { readText, tokensInside } from '../../../src/extraction/quotes/reading.ts';
import type { Features } from '../../../src/extraction/quotes/speakers/features.ts';
import { resolveSpeakers } from '../../../src/extraction/quotes/speakers/resolve-speakers.ts';
import { setScene } from '../../../src/extraction/quotes/speakers/scene.ts';
import { readSpeakerModel } from '../../../src/extraction/quotes/speakers/speaker-model.ts';
import { readResourceFiles } from '../../../src/resources.ts';
import { entitiesOf, readMarkedText } from '../entities/marked-text.ts';

const { ranking } = readSpeakerModel(readResourceFiles());

/** What is said of a candidate, or of nobody, for one of the quotes: of those in marks, and of those whose source is in braces, or a name before “said”. */
function featuresOf(marked: string, name: string | null, quote: number): Features {
  const read = readMarkedText(marked);
  const found = entitiesOf(read);
  const sources = [
    ...read.references,
    ...read.names.filter(({ end }) => read.text.startsWith(' said', end)),
  ].sort((a, b) => a.start - b.start);
  const { sentences, sentenceOfToken } = found.segmented;
  const endOfSentence = (token: number) => sentences[sentenceOfToken[token]!]!.endToken;
  const inside = tokensInside(found.segmented, sources);
  const attributions = sources.map((reference, index): Attribution => {
    const stretch = { first: inside.indexOf(index), end: inside.lastIndexOf(index) + 1 };
    const isOrphan = found.segmented.text[reference.start] === '“';
    return {
      contents: [isOrphan ? stretch : { first: stretch.end, end: endOfSentence(stretch.end) }],
      cue: null,
      source: isOrphan ? null : stretch,
      reporters: [],
      sureness: 1,
      evidence: isOrphan ? 'orphan' : 'rule',
    };
  });
  const scene = setScene(readText(found.segmented, found.mentions), found);
  const { question } = resolveSpeakers(scene, attributions, ranking)[quote]!;
  const { features } = question!.candidates.find(({ speakers: [one], features }) =>
    name === null
      ? features.some(({ nobody }) => nobody === 1)
      : one !== undefined && scene.found.entities[one]!.name === name,
  )!;
  return Object.assign({}, ...features);
}

describe('what speaks for a speaker', () => {
  test('a source names it, before or behind', () => {
    const marked =
      '[p:Ana Ruiz] said no. [p:Eva Lee] met [p:Sasha Orlova]. {She} agreed. [p:Eva Lee] said yes.';
    const heard = (name: string) => {
      const { heard, heardLater } = featuresOf(marked, name, 1);
      return [heard, heardLater];
    };
    expect(heard('Ana Ruiz')).toEqual([1, undefined]);
    expect(heard('Eva Lee')).toEqual([1, 1]);
    expect(heard('Sasha Orlova')).toEqual([undefined, undefined]);
  });

  test('it has spoken more than once', () => {
    const marked = '[p:Ana Ruiz] met [p:Eva Lee]. [p:Ana Ruiz] said no. [p:Ana Ruiz] said yes. {She} agreed.';
    expect(featuresOf(marked, 'Ana Ruiz', 2).spokeOften).toBeCloseTo(Math.log(2));
    expect(featuresOf(marked, 'Eva Lee', 2).spokeOften).toBeUndefined();
  });

  test('nobody else of its gender is named before', () => {
    expect(featuresOf('[p:Ana Ruiz] met [p:Tom Lee]. {She} left.', 'Ana Ruiz', 0).onlyOfGender).toBe(1);
    expect(
      featuresOf('[p:Ana Ruiz] met [p:Eva Lee]. {She} left.', 'Ana Ruiz', 0).onlyOfGender,
    ).toBeUndefined();
  });

  test('the article opens with it', () => {
    const marked = '[o:Halcyte] has a round led by [o:Overlook Partners], {the company} said.';
    expect(featuresOf(marked, 'Halcyte', 0).opensArticle).toBe(1);
    expect(featuresOf(marked, 'Overlook Partners', 0).opensArticle).toBeUndefined();
  });

  test.each(['to [o:Tellux]', 'to the [o:Tellux]', 'by its owner, [o:Tellux]'])(
    'it stands behind a preposition: %s',
    (phrase) => {
      const isGoverned = !phrase.includes('owner');
      const marked = `The court sent it ${phrase} on Monday. {The company} said so.`;
      expect(featuresOf(marked, 'Tellux', 0).object).toBe(isGoverned ? 1 : undefined);
    },
  );

  test('it is its trade to ask', () => {
    const trade = (words: string) => {
      const marked = `The barrister, [p:Ana Ruiz], met [p:Tom Lee].\n\n{“${words}”}`;
      const { asksByTrade, tellsByTrade } = featuresOf(marked, 'Ana Ruiz', 0);
      return [asksByTrade, tellsByTrade];
    };
    expect(trade('Who is that?')).toEqual([1, undefined]);
    expect(trade('It is me.')).toEqual([undefined, 1]);
    expect(featuresOf('[p:Tom Lee] is here.\n\n{“Who?”}', 'Tom Lee', 0).asksByTrade).toBeUndefined();
  });

  test.each([
    ['{A spokesman for the school} said [p:Tom Lee] had left. {He} added that.', 1],
    ['{One of his neighbours} said [p:Tom Lee] was kind.\n\n{He} missed him.', 1],
    ['{The mayor’s spokeswoman} said [p:Tom Lee] was kind. {She} missed him.', 1],
    ['{A spokeswoman} said [p:Tom Lee] was kind. {He} smiled.', undefined],
    ['{A spokesman} said so. [p:Tom Lee] laughed. {He} smiled.', undefined],
    ['{Officials} said so. {He} smiled.', undefined],
    ['{The school} said so. {He} smiled.', undefined],
  ])('somebody without a name goes on speaking: %s', (marked, expected) => {
    const opening = '[p:Tom Lee] runs a school. It is noon. ';
    expect(featuresOf(opening + marked, null, 1).behindUnnamed).toBe(expected);
  });
});
