import type { ArticleSummary } from './records.ts';

/** `copy`: the same story, as another outlet prints it; `related`: another story with much in common. */
export const similarRelations = ['copy', 'related'] as const;
export type SimilarRelation = (typeof similarRelations)[number];

/** An article that is like another one. */
export interface SimilarArticle {
  readonly relation: SimilarRelation;
  /**
   * From 0 to 1. Of a copy, the share of the shorter text's runs of five words that the longer one has; of a related
   * article, how near the two are by their words, rare ones counting most, and in time.
   */
  readonly score: number;
  readonly article: ArticleSummary;
}

export interface SimilarQuery {
  /** Null: both. */
  readonly relation: SimilarRelation | null;
}
