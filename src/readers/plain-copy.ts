import type { SourceDocument } from '../domain/source-document.ts';
import { listMarkdownBlocks } from './markdown/blocks.ts';
import { looksLikeMarkdown } from './markdown/looks-like-markdown.ts';
import { toLine } from './story/news-fields.ts';
import { placeInRaw, takeStretch } from './story/wrapped-text.ts';

/** The document of a copy that comes without any format: as raw as it is, or in Markdown. */
export function plainCopy(text: string, mediaType: string): SourceDocument {
  const document = { raw: { text, mediaType }, metadata: {}, names: [], problems: [] };
  if (!looksLikeMarkdown(text)) return { ...document, blocks: null, replacements: [] };
  const { title, ...marked } = listMarkdownBlocks(text, 0);
  if (marked.blocks.length === 0) return { ...document, blocks: null, replacements: [] };
  const metadata = title === null ? {} : { headline: toLine(title) };
  return { ...document, metadata, ...placeInRaw(takeStretch(text), marked) };
}
