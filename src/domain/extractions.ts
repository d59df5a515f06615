import type { Article, RawCopy } from './article.ts';

/** An article as extraction made it, whatever people decided since, and what it was made of. */
export interface ExtractedArticle {
  readonly id: string;
  readonly revision: number;
  /** Its ids are null, as those of any article that is not stored. */
  readonly article: Article;
  readonly raw: RawCopy;
}

/** Which version of the rules and models structured an article. */
export interface Extraction {
  readonly id: string;
  readonly extractor: string;
}

/** What other rules make of an article, in the revision in which it was read. */
export interface ReextractedArticle extends Pick<ExtractedArticle, 'id' | 'revision' | 'article'> {}

/** What became of an article that was extracted again. */
export type ReextractionOutcome =
  | {
      readonly outcome: 'reextracted';
      /** Quotes about which a person decided something, and of which nothing is left: the decision waits for its words. */
      readonly correctionsWithoutQuote: readonly string[];
    }
  /** It was deleted, or has another revision. */
  | { readonly outcome: 'outdated' };
