import type { SourceDocument } from '../domain/source-document.ts';
import { listMarkdownBlocks } from './markdown/blocks.ts';
import { readFrontMatter } from './markdown/front-matter.ts';
import { looksLikeMarkdown } from './markdown/looks-like-markdown.ts';
import { toLine } from './story/news-fields.ts';
import { placeInRaw, takeStretch } from './story/wrapped-text.ts';

/** The document of a copy that comes without any format: as raw as it is, or in Markdown, with front matter where it has some. */
export function plainCopy(text: string, mediaType: string): SourceDocument {
  const plain = {
    raw: { text, mediaType },
    metadata: {},
    blocks: null,
    replacements: [],
    names: [],
    problems: [],
  };
  const front = readFrontMatter(text);
  if (front === null && !looksLikeMarkdown(text)) return plain;
  const { title, ...marked } = listMarkdownBlocks(text, front?.end ?? 0);
  if (marked.blocks.length === 0) return plain;
  const heading = title === null ? {} : { headline: toLine(title) };
  return { ...plain, metadata: { ...heading, ...front?.metadata }, ...placeInRaw(takeStretch(text), marked) };
}
