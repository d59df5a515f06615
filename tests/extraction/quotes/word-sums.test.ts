import { expect, test } from 'vitest';
import { findEntities } from '../../../src/extraction/entities/index.ts';
import { findNames } from '../../../src/extraction/names.ts';
import { attributeQuotes } from '../../../src/extraction/quotes/find-quotes.ts';
import {
  markReading,
  writeMarkingFeatures,
} from '../../../src/extraction/quotes/learned/marking-features.ts';
import { createResources } from '../../../src/extraction/resources.ts';
import { readResourceFiles } from '../../../src/resources.ts';
import { FeatureWriter } from '../../../src/tagging/features.ts';
import { scoreFeatures } from '../../../src/tagging/model.ts';
import { findParagraphs } from '../../../src/text/paragraphs.ts';
import { segmentText } from '../../../src/text/segment.ts';

test('what the features of words come to is the same kept or added up', () => {
  const resources = createResources(readResourceFiles());
  const { marker, words } = resources.quotes.model;
  const text = '“The bridge is closed,” Maria Keller, the mayor, said on Monday.\n\nSo it is.';
  const segmented = segmentText(text, findParagraphs(text));
  const found = findEntities(segmented, findNames(segmented, resources.names), resources.entities);
  const marked = markReading(attributeQuotes(found, resources.quotes).reading, [], words);
  const writer = new FeatureWriter();
  for (const paragraph of marked.reading.paragraphTokens) {
    writeMarkingFeatures(marked, paragraph, writer, 'with words');
    const all = writer.finish();
    writeMarkingFeatures(marked, paragraph, writer, 'without words');
    const some = writer.finish();
    expect(some.hashes.length).toBeLessThan(all.hashes.length);
    const sums = marker.wordSums.ofParagraph(marked, paragraph);
    expect(scoreFeatures(marker.model, some, sums)).toEqual(scoreFeatures(marker.model, all));
  }
});
