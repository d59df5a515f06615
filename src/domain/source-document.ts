import type { ArticleMetadata, ParagraphRole, RawCopy } from './article.ts';
import type { Problem } from './problem.ts';

/** A stretch of the raw copy whose role its format states (a subhead, a list item); offsets are into `raw.text`. */
export interface SourceBlock {
  readonly role: ParagraphRole;
  readonly rawStart: number;
  readonly rawEnd: number;
}

/** What a reader makes of one input: the raw copy, and what the format itself says of it. */
export interface SourceDocument {
  readonly raw: RawCopy;
  /** What the format states. Cleaning fills the gaps from the copy (a byline in the text), and never overrules it. */
  readonly metadata: Partial<ArticleMetadata>;
  /** The blocks that the format marks, in order; null where the text itself must show them. */
  readonly blocks: readonly SourceBlock[] | null;
  readonly problems: readonly Problem[];
}
