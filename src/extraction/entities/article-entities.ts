import type { Entity } from '../../domain/entity.ts';
import type { SegmentedText } from '../../text/segments.ts';
import type { EntityProfile } from './profiles.ts';
import type { EntityLexicons } from './words/lexicons.ts';
import type { Mention } from './words/mention.ts';

/** Everyone and everything named in an article, and what the text shows of each. */
export interface ArticleEntities {
  readonly segmented: SegmentedText;
  readonly lexicons: EntityLexicons;
  /** In the order of their first mentions. */
  readonly entities: readonly Entity[];
  /** One for each entity. */
  readonly profiles: readonly EntityProfile[];
  /** All mentions of all entities, in order and disjoint. */
  readonly mentions: readonly EntityMention[];
}

export interface EntityMention extends Mention {
  /** Index into the entities. */
  readonly entity: number;
}
