import type { ArticleMetadata, RawCopy } from '../../domain/article.ts';
import { OnrecordError } from '../../domain/errors.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Replacement, SourceBlock, StatedName } from '../../domain/source-document.ts';
import type { Reading } from '../reader.ts';

/** Where the words of an article lie in its raw copy. */
export interface StoryText {
  readonly blocks: readonly SourceBlock[];
  readonly replacements: readonly Replacement[];
}

/** What a format says of one article. */
export interface Story {
  readonly metadata: Partial<ArticleMetadata>;
  readonly names: readonly StatedName[];
  /** No blocks where the format holds no body. */
  readonly text: StoryText;
  /** What stands in for a body that is not there; null where nothing does. */
  readonly summary: StoryText | null;
}

/**
 * The document of a story: its body, otherwise its summary. A fault where it has neither, unless it withdraws a story, which
 * takes no words. `what` is what people call it.
 */
export function toReading(
  raw: RawCopy,
  place: string | null,
  { metadata, names, text, summary }: Story,
  problems: readonly Problem[],
  what: string,
): Reading {
  const isWhole = text.blocks.length > 0;
  const { blocks, replacements } = isWhole ? text : (summary ?? text);
  if (blocks.length === 0 && !isWithdrawal(metadata)) {
    return { place, fault: new OnrecordError('empty-article', `${what} holds no text.`), metadata };
  }
  const stated = isWhole ? metadata : { ...metadata, completeness: 'summary' as const };
  return { place, document: { raw, metadata: stated, blocks, replacements, names, problems } };
}

function isWithdrawal({ status, guid, url }: Partial<ArticleMetadata>): boolean {
  return status === 'canceled' && (guid ?? url) !== undefined;
}

export const noText: StoryText = { blocks: [], replacements: [] };
