import type { EntityType } from './entity.ts';
import type { QuoteKind } from './quote.ts';

/** What a page is asked for. */
export interface PageRequest {
  /** 1–100. */
  readonly limit: number;
  /** Where the page before ended; null for the first. */
  readonly after: PagePosition | null;
  readonly withTotal: boolean;
  /** Whether somebody still waits for the page; asked before slow work starts. */
  readonly isWanted?: () => boolean;
}

/** The sort key of the last item of a page: opaque to all but the engine that made it. */
export type PagePosition = readonly (string | number | null)[];

export interface Page<T> {
  readonly items: readonly T[];
  /** How many match at the time; null where it was not asked for. */
  readonly total: number | null;
  /** Where the next page starts; null on the last. */
  readonly next: PagePosition | null;
  readonly facets: Readonly<Record<string, readonly FacetValue[]>> | null;
}

/** A page of a list in an order that may be made of part of the store: the list ends with that part. */
export interface RankedPage<T> extends Page<T> {
  /** How many were considered, the most relevant of a search for words, otherwise the latest; null: all that there are. */
  readonly considered: number | null;
}

export interface FacetValue {
  /** What the filter of the same name takes: a kind, a month (`YYYY-MM`), a publisher's name, an entity's id. */
  readonly value: string;
  /** The entity's name where `value` is an id; otherwise null. */
  readonly name: string | null;
  readonly count: number;
}

/** Filters are combined by "and"; values of one filter by "or". Null: not filtered. Days are UTC, both included. */
export interface ArticleQuery {
  /** The search language of `API.md`; never handed to an engine raw. */
  readonly q: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly byline: string | null;
  /** Ids of entities named in the article. An empty list matches nothing: nobody bears the name asked for. */
  readonly entityIds: readonly string[] | null;
  readonly speakerIds: readonly string[] | null;
  readonly language: string | null;
  readonly url: string | null;
  /** Each story once: the earliest of its copies that the other filters let through. */
  readonly isOnce: boolean;
  readonly sort: '-publishedAt' | 'publishedAt' | 'relevance';
  readonly facets: readonly ('publisher' | 'agency' | 'language' | 'month')[];
}

export interface QuoteQuery {
  readonly q: string | null;
  /** These words in this order: neither stemmed nor read as operators. */
  readonly phrase: string | null;
  readonly speakerIds: readonly string[] | null;
  readonly aboutIds: readonly string[] | null;
  readonly articleId: string | null;
  /** The id of a quote: all places where the same words of the same speaker stand. */
  readonly placesOf: string | null;
  readonly kinds: readonly QuoteKind[] | null;
  readonly publisher: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly minConfidence: number | null;
  /** True: only with a speaker; false: only without. */
  readonly attributed: boolean | null;
  /** Each quote once: at the earliest of its places that the other filters let through. */
  readonly isOnce: boolean;
  readonly sort: '-publishedAt' | 'publishedAt' | 'relevance' | '-confidence';
  readonly facets: readonly ('speaker' | 'publisher' | 'kind' | 'about' | 'month')[];
}

export interface SpeakerQuery {
  /** A prefix of a name or of one of its words. */
  readonly q: string | null;
  readonly type: EntityType | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly sort: '-quoteCount' | 'name' | '-lastQuotedAt';
}

export interface EntityQuery {
  readonly q: string | null;
  readonly type: EntityType | null;
  readonly sort: '-articleCount' | '-quoteCount' | 'name';
}

/** What of the changes feed is asked for. */
export interface ChangeQuery {
  /** Entries after this one; 0 for all. */
  readonly since: number;
  /** The feed that is followed, where it is known: it has to be this one still. */
  readonly feed: string | null;
}

export interface RelatedQuery {
  readonly type: EntityType | null;
}
