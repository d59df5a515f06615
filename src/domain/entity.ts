import type { NonEmpty, Span } from './span.ts';

export const entityTypes = ['person', 'organization', 'place', 'group', 'event', 'work', 'other'] as const;
export type EntityType = (typeof entityTypes)[number];

/** Someone or something named in one article. */
export interface Entity {
  /** The id in the store; null until the article is stored. */
  readonly id: string | null;
  /** The fullest name that the article gives, without title and possessive. */
  readonly name: string;
  readonly type: EntityType;
  /** Other names that the article uses for it ("Putin", "US"). */
  readonly aliases: readonly string[];
  /** What it is, as the article says ("Kremlin spokesperson"), in the order of the article. */
  readonly roles: readonly string[];
  /** Its names in the text, in order; neither pronouns nor descriptions; no title, article or possessive. */
  readonly mentions: NonEmpty<Span>;
}
