import { OnrecordError } from '../domain/errors.ts';
import { listMarkdownBlocks } from './markdown/blocks.ts';
import { readFrontMatter } from './markdown/front-matter.ts';
import type { Reader } from './reader.ts';
import { toLine } from './story/news-fields.ts';
import { placeInRaw, takeStretch } from './story/wrapped-text.ts';

/** Markdown, with the fields of its front matter where it has one. */
export const markdown: Reader = {
  name: 'Markdown',
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  recognizes: (text, name) => /\.(?:md|markdown)$/i.test(name ?? '') || readFrontMatter(text) !== null,
  *read({ text, mediaType, problems }) {
    const front = readFrontMatter(text);
    const { title, ...marked } = listMarkdownBlocks(text, front?.end ?? 0);
    const stated = front?.metadata ?? {};
    const headline = stated.headline ?? (title === null ? null : toLine(title));
    if (marked.blocks.length === 0) {
      yield { place: null, fault: new OnrecordError('empty-article', 'The Markdown holds no text.') };
      return;
    }
    const raw = { text, mediaType: mediaType ?? 'text/markdown' };
    const metadata = headline === null ? stated : { ...stated, headline };
    const document = { raw, metadata, names: [], ...placeInRaw(takeStretch(text), marked), problems };
    yield { place: null, document };
  },
};
