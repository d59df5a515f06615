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
  test.each(['to [o:Tellux]', 'to the [o:Tellux]', 'by its owner, [o:Tellux]'])(
    'it stands behind a preposition: %s',
    (phrase) => {
      const isGoverned = !phrase.includes('owner');
      const marked = `The court sent it ${phrase} on Monday. {The company} said so.`;
      expect(featuresOf(marked, 'Tellux', 0).object).toBe(isGoverned ? 1 : undefined);
    },
  );

  test('and against one whom the words before, of somebody else, are about', () => {
    const marked = '[p:Ana Doe] said [p:Eve Roe] had no plan. {She} said so.';
    expect(featuresOf(marked, 'Eve Roe', 1).spokenOf).toBe(1);
    expect(featuresOf(marked, 'Ana Doe', 1).spokenOf).toBeUndefined();
    const own = '[p:Ana Doe] said that Ana Doe had no plan. {She} said so.';
    expect(featuresOf(own, 'Ana Doe', 1).spokenOf).toBeUndefined();
  });

  test.each([
    ['her rival was late', 1],
    ['his rival was late', undefined],
    ['it was late', undefined],
  ])('that "she" who spoke last says of another: %s', (words, expected) => {
    const marked = `[p:Ana Doe] said so. {She} said ${words}.`;
    expect(featuresOf(marked, 'Ana Doe', 1).tellsOfOther).toBe(expected);
  });
});
