import type { Entity } from '../../domain/entity.ts';
import { covers, type Span } from '../../domain/span.ts';
import type { SegmentedText } from '../../text/segments.ts';
import type { EntityLexicons } from './lexicons.ts';
import type { Mention } from './mention.ts';
import type { EntityProfile } from './profiles.ts';

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

/** The entity named at an offset, or by a mention inside the span; null where none is. */
export function entityOf(article: ArticleEntities, place: Span | number): number | null {
  const span = typeof place === 'number' ? { start: place, end: place + 1 } : place;
  const { mentions } = article;
  const mention = mentions[firstMentionEndingAfter(mentions, span.start)];
  return mention !== undefined && mention.start < span.end ? mention.entity : null;
}

/** The mentions that lie within a span, in order. */
export function mentionsIn(article: ArticleEntities, span: Span): readonly EntityMention[] {
  const { mentions } = article;
  const found: EntityMention[] = [];
  for (let index = firstMentionEndingAfter(mentions, span.start); index < mentions.length; index++) {
    const mention = mentions[index]!;
    if (mention.start >= span.end) break;
    if (covers(span, mention)) found.push(mention);
  }
  return found;
}

function firstMentionEndingAfter(mentions: readonly EntityMention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
