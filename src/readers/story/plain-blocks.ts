import { groupLines } from '../../text/lines.ts';
import { findHtmlBlocks } from '../html/blocks.ts';
import type { StoryText } from './story.ts';
import { placeInRaw, type WrappedText } from './wrapped-text.ts';

/** The paragraphs of a text without markup, in the raw copy. */
export function placeText(source: WrappedText): StoryText {
  const blocks = groupLines(source.text).map((lines) => ({
    role: 'body' as const,
    start: lines[0]!.start,
    end: lines.at(-1)!.end,
  }));
  return placeInRaw(source, { blocks, replacements: [] });
}

/** The paragraphs of a text of this media type; where none is said, its tags show that it is HTML. */
export function placeTyped(source: WrappedText, contentType: string | null): StoryText {
  const isHtml = contentType === null ? looksLikeHtml(source.text) : /html/i.test(contentType);
  return isHtml ? findHtmlBlocks(source) : placeText(source);
}

export function looksLikeHtml(text: string): boolean {
  return /<(?:p|br|div|h[1-6]|ul|ol|blockquote|html|body|section)\b[^<>]*>/i.test(text);
}
