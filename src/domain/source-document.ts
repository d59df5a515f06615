import type { ArticleMetadata, ParagraphRole, RawCopy } from './article.ts';
import type { EntityType } from './entity.ts';
import type { Problem } from './problem.ts';

/** A stretch of the raw copy whose role its format states (a subhead, a list item); offsets are into `raw.text`. */
export interface SourceBlock {
  readonly role: ParagraphRole;
  readonly rawStart: number;
  readonly rawEnd: number;
}

/** A stretch of the raw copy that stands for other text: an escape of JSON, an entity of XML, a tag within a paragraph. */
export interface Replacement {
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly text: string;
}

/** Somebody or something of whom the format says that the article names them. */
export interface StatedName {
  readonly name: string;
  readonly type: EntityType;
}

/** What a reader makes of one input: the raw copy, and what the format itself says of it. */
export interface SourceDocument {
  readonly raw: RawCopy;
  /** What the format states. Cleaning fills the gaps from the copy (a byline in the text), and never overrules it. */
  readonly metadata: Partial<ArticleMetadata>;
  /** The blocks that the format marks, in order; null where the text itself must show them. */
  readonly blocks: readonly SourceBlock[] | null;
  /** Ordered and disjoint; none in a copy that is what it says. */
  readonly replacements: readonly Replacement[];
  /** Names that the format marks; they may or may not occur in the text. */
  readonly names: readonly StatedName[];
  readonly problems: readonly Problem[];
}
