import { isPointer } from '../html/article.ts';
import { findHtmlBlocks, listLines, markLines } from '../html/blocks.ts';
import { parseHtml } from '../html/tree.ts';
import { placeText } from './plain-blocks.ts';
import { noText, type Story, type StoryText } from './story.ts';
import { placeInRaw, type WrappedText } from './wrapped-text.ts';

/** The content or the summary of an item of a feed. */
export interface FeedText extends StoryText {
  /** As it is read. */
  readonly words: string;
}

export interface FeedTextOptions {
  /** HTML or not; where the feed does not say, tags show it. */
  readonly isHtml: boolean | null;
  /** Whether the line breaks of the source are meant: WordPress makes paragraphs of them when it shows a text. */
  readonly keepsLines?: boolean;
}

export function readFeedText(source: WrappedText, { isHtml, keepsLines = false }: FeedTextOptions): FeedText {
  if (!(isHtml ?? /<[a-z][^<>]*>/i.test(source.text))) return { ...placeText(source), words: source.text };
  const tree = parseHtml(source.text);
  if (tree === null) return { ...findHtmlBlocks(source), words: source.text };
  const lines = listLines(source.text, tree, { keepsLines });
  // Below it stands where to read on.
  const kept = lines.slice(0, lines.findLastIndex((line) => !isPointer(line)) + 1);
  return { ...placeInRaw(source, markLines(kept)), words: lines.map(({ text }) => text).join('\n') };
}

/**
 * What of an item is its story. Feeds give a summary as content, and the whole story as its description: the whole is
 * what says more than the summary, or is long, and does not break off.
 */
export function chooseFeedText(
  content: FeedText | null,
  summary: FeedText | null,
): Pick<Story, 'text' | 'summary'> {
  const [longer = null, shorter = null] = [content, summary]
    .filter((text) => text !== null && text.blocks.length > 0)
    .sort((a, b) => (b?.words.length ?? 0) - (a?.words.length ?? 0));
  if (longer === null) return { text: noText, summary: null };
  const saysMore = longer === content && longer.words.length > 1.2 * (shorter?.words.length ?? 0);
  const isWhole = !breaksOff.test(longer.words) && (saysMore || longer.words.length > longSummary);
  return isWhole ? { text: longer, summary: null } : { text: noText, summary: longer };
}

/** Characters of the longest summaries. */
const longSummary = 2000;

const breaksOff = /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\b(?:continue reading|read more)\b.{0,80})\s*$/i;
