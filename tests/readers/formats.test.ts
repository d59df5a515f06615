import { expect, it } from 'vitest';
import { readers } from '../../src/readers/index.ts';
import { makeStories, storiesFormats, storyFormats } from '../support/formats.ts';

const stories = makeStories(2);
const texts = [
  ...Object.values(storyFormats).map((write) => write(stories[0]!)),
  ...Object.values(storiesFormats).map((write) => Buffer.from(write(stories)).toString()),
];
const recognized = texts.map((text) => readers.find((reader) => reader.recognizes(text, null))?.name);

// Formats are told apart by content alone, and what is measured and broken at random leaves out none.
it.each(readers)('$name has a made-up input, which it is the first to recognize', ({ name }) => {
  expect(recognized).toContain(name);
});
