import type { ArticleMetadata, CopyMarks } from './article.ts';
import type { EntityType } from './entity.ts';
import type { Problem } from './problem.ts';
import type { Quote } from './quote.ts';
import type { Span } from './span.ts';

/** An article in a list. */
export interface ArticleSummary extends ArticleMetadata, CopyMarks {
  readonly id: string;
  readonly wordCount: number;
  /** The first paragraph's text. */
  readonly lede: string;
  readonly quoteCount: number;
  readonly problems: readonly Problem[];
  readonly revision: number;
  readonly ingestedAt: string;
  readonly extractor: string;
}

export interface EntityReference {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
}

/** A span with the words that it covers. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** A quote on its own, with what a client needs to show it. */
export interface StoredQuote
  extends Omit<
    Quote,
    'id' | 'segments' | 'verbatim' | 'cue' | 'source' | 'speaker' | 'speakerRole' | 'jointSpeakers' | 'about'
  > {
  readonly id: string;
  readonly articleId: string;
  readonly segments: readonly TextSpan[];
  readonly verbatim: readonly TextSpan[];
  readonly cue: TextSpan | null;
  readonly source: TextSpan | null;
  readonly speaker: (EntityReference & { readonly role: string | null }) | null;
  readonly jointSpeakers: readonly EntityReference[];
  readonly about: readonly EntityReference[];
  /** A person found that these are nobody's words. */
  readonly isRejected: boolean;
  /** When a person last decided about it; null: never. */
  readonly correctedAt: string | null;
  /** In how many places these words of this speaker stand, this one included. */
  readonly placeCount: number;
  /** As {@link StoredArticle.version}. */
  readonly version: number;
  readonly article: Pick<ArticleSummary, 'id' | 'headline' | 'publishedAt' | 'publisher' | 'url'>;
}

export type QuoteVersion = Pick<StoredQuote, 'id' | 'version'>;

/** An entity across the whole store. */
export interface EntitySummary extends EntityReference {
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  /** Articles that name it. */
  readonly articleCount: number;
  /** Quotes that it spoke, alone or jointly. */
  readonly quoteCount: number;
  /** `publishedAt` of the first and the last article that quotes it; null where none does or none has a date. */
  readonly firstQuotedAt: string | null;
  readonly lastQuotedAt: string | null;
}

/** An entity that is quoted; here `articleCount` counts the articles that quote it. */
export type SpeakerSummary = EntitySummary;

/** A name or a role that articles give an entity, and when. */
export interface EntityNaming {
  /** `name`: the fullest that an article gives. */
  readonly kind: 'name' | 'alias' | 'role';
  readonly text: string;
  readonly articleCount: number;
  /**
   * Days (`YYYY-MM-DD`) of the first and the last article in which it was seen; null where none has a date. An article
   * that is deleted leaves them as they are while others use the name.
   */
  readonly firstSeenOn: string | null;
  readonly lastSeenOn: string | null;
}

/** An entity that appears with another. */
export interface RelatedEntity extends EntityReference {
  /** Articles that name both. */
  readonly articleCount: number;
  /** How much more often than by chance: the log-likelihood ratio of Dunning (1993), 0 where it is not more often. */
  readonly score: number;
}

export interface DayCount {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly count: number;
}

export interface Suggestion {
  readonly kind: 'speaker' | 'entity' | 'headline';
  /** Of the entity, or of the article. */
  readonly id: string;
  readonly text: string;
  /** Null for a headline, as the two counts are. */
  readonly type: EntityType | null;
  readonly quoteCount: number | null;
  readonly articleCount: number | null;
  /** Of the article that has the headline; otherwise null. */
  readonly publishedAt: string | null;
}

export interface StoreStatistics extends StoreCounts {
  readonly speakers: number;
  readonly firstPublishedAt: string | null;
  readonly lastPublishedAt: string | null;
  /** The versions of the extractor that structured the articles, and how many each. */
  readonly extractors: readonly { readonly extractor: string; readonly articleCount: number }[];
}

export interface StoreCounts {
  readonly articles: number;
  readonly quotes: number;
  readonly entities: number;
}
