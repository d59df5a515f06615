import type { Article, ArticleMetadata, RawCopy, StoredArticle } from './article.ts';
import type { EntityType } from './entity.ts';
import type { Problem } from './problem.ts';
import type { Quote, QuoteKind } from './quote.ts';
import type { Span } from './span.ts';

/**
 * The storage port. An engine makes each method all or nothing, and answers with plain data; `http`, `ingestion` and
 * `cli` know this interface alone. `tests/contract` is the suite that every engine must pass.
 */
export interface ArticleStore {
  /**
   * Stores an article and its raw copy under its identity: the same `guid` or `url`, otherwise the same words and date.
   * Same content: nothing changes, nor where a summary comes of what is stored as a whole (a feed tells of a page that was
   * read before), unless its status is another. Changed content: a new revision. Deleted: stays so.
   * Rejects with OnrecordError `unavailable` where the store cannot be written, and `url-taken` where the guid is one
   * article's and the url another's.
   */
  save(article: Article, raw: RawCopy): Promise<SaveOutcome>;
  /**
   * Replaces the article with this id as a whole, also a deleted one. `ifMatch`, where given, is asked with the current
   * article, and false rejects with `precondition-failed`.
   * Rejects with `not-found` for an id never used, and `url-taken` where the url (or guid) is another article's.
   */
  replace(
    id: string,
    article: Article,
    raw: RawCopy,
    ifMatch: ((current: StoredArticle) => boolean) | null,
  ): Promise<SaveOutcome>;
  /** Leaves a tombstone. Rejects like {@link ArticleStore.findArticle} where there is nothing to delete. */
  deleteArticle(id: string, ifMatch: ((current: StoredArticle) => boolean) | null): Promise<void>;

  /** Rejects with `not-found` for an unknown id, `deleted` for a tombstone; so do the next three. */
  findArticle(id: string): Promise<StoredArticle>;
  /** The version of an article, without loading it. */
  findArticleVersion(id: string): Promise<number>;
  findRaw(id: string): Promise<RawCopy>;
  /** Those that no person rejected; or, where asked for, those that one did. */
  findArticleQuotes(id: string, which?: { readonly rejected: boolean }): Promise<readonly StoredQuote[]>;
  listArticles(query: ArticleQuery, page: PageRequest): Promise<RankedPage<ArticleSummary>>;

  /** Rejects with `not-found`, and with `deleted` where an article had such a quote; so does the next. */
  findQuote(id: string): Promise<StoredQuote>;
  findQuoteVersion(id: string): Promise<number>;
  /** The quotes with these ids, in their order; those that there are not are left out. */
  findQuotes(ids: readonly string[]): Promise<readonly StoredQuote[]>;
  listQuotes(query: QuoteQuery, page: PageRequest): Promise<RankedPage<StoredQuote>>;
  /** The same list, for who has some of its quotes already: {@link ArticleStore.findQuotes} brings the others. */
  listQuoteVersions(query: QuoteQuery, page: PageRequest): Promise<RankedPage<QuoteVersion>>;

  /** How many quotes there are of each day that has any, the first day first; quotes without a day are left out. */
  countQuotesByDay(query: QuoteQuery): Promise<readonly DayCount[]>;
  /** Where the words searched for stand in the texts of these quotes, by their ids. Empty where none are searched for. */
  findHits(
    query: Pick<QuoteQuery, 'q' | 'phrase'>,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Span[]>>;

  listSpeakers(query: SpeakerQuery, page: PageRequest): Promise<Page<SpeakerSummary>>;
  listEntities(query: EntityQuery, page: PageRequest): Promise<Page<EntitySummary>>;
  /**
   * Rejects with `not-found`. A speaker is an entity that is quoted: its `quoteCount` is above zero. Everywhere, the id of
   * an entity that was merged into another finds the other.
   */
  findEntity(id: string): Promise<EntitySummary>;
  /** The same as {@link ArticleStore.listSpeakers} shows it, also where it is not quoted. */
  findSpeaker(id: string): Promise<SpeakerSummary>;
  /** Rejects with `not-found`, as do the next four. */
  listEntityNames(id: string): Promise<readonly EntityNaming[]>;
  /** Who and what is named in the same articles, the most closely related first. */
  listRelated(id: string, query: RelatedQuery, page: PageRequest): Promise<RankedPage<RelatedEntity>>;
  /**
   * Those who bear an id, a name or an alias, without regard to case, diacritics or title; a person's surname is an
   * alias. Empty where nobody does.
   */
  resolveName(idOrName: string): Promise<readonly EntityReference[]>;

  /**
   * What people decide is kept for itself, and holds also when articles are ingested or extracted again. `ifMatch` is as
   * in {@link ArticleStore.replace}.
   */
  correctEntity(
    id: string,
    correction: EntityCorrection,
    ifMatch: IfMatch<EntitySummary>,
  ): Promise<EntitySummary>;
  /**
   * Joins an entity into another, which it answers with: everything of the one is the other's, its names and id lead to
   * the other. Rejects with `invalid-body` where they are one already.
   */
  mergeEntities(id: string, intoId: string): Promise<EntitySummary>;
  /**
   * Makes another entity of an entity in some of its articles, or where it goes by some of its names, and answers with it:
   * what is said there of and by the one is the other's. By its names, one that was merged into another is parted from it
   * again, under its old id. Rejects with `invalid-body`, and the places of articles and names that are not its, or where
   * nothing would be left of it.
   */
  splitEntity(id: string, split: EntitySplit): Promise<EntitySummary>;
  /** Rejects like {@link ArticleStore.findQuote}, and with `not-found` for an unknown speaker. */
  correctQuote(id: string, correction: QuoteCorrection, ifMatch: IfMatch<StoredQuote>): Promise<StoredQuote>;

  /**
   * Whom, what or which headline somebody may mean who types this: the most quoted first, then the latest headlines.
   * Before anything is typed, the most quoted.
   */
  suggest(q: string, limit: number): Promise<readonly Suggestion[]>;
  findStatistics(): Promise<StoreStatistics>;
  /** A text that differs after every change of anything that is served. */
  findStamp(): Promise<string>;
  /** How many there are of everything, for start-up messages and `/readyz`. */
  counts(): Promise<StoreCounts>;
  /**
   * Does now what the first reads of some kinds would have to wait for: for those who serve many. Until then, facets and
   * rankings by relevance may be refused as `unavailable`.
   */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

export interface SaveOutcome {
  readonly outcome: 'created' | 'unchanged' | 'revised' | 'deleted';
  readonly id: string;
  /** The article as it now is; null where it is `deleted` and stays so. */
  readonly article: StoredArticle | null;
}

/** Asked with what is there before it is changed; false rejects with `precondition-failed`. Null: change it anyway. */
export type IfMatch<Current> = ((current: Current) => boolean) | null;

/** What a person says of an entity. Undefined stays as it is; null takes back what was said before. */
export interface EntityCorrection {
  readonly name?: string | null | undefined;
  readonly type?: EntityType | null | undefined;
  /** All aliases that it is to have now; others are no longer its, whatever articles have used so far. */
  readonly aliases?: readonly string[] | null | undefined;
}

export type EntitySplit = {
  /** The other one's name; null: as articles name it. */
  readonly name: string | null;
} & (
  | { readonly articleIds: readonly string[] }
  /** Full names, as articles use them. */
  | { readonly names: readonly string[] }
);

/** What a person says of a quote. Undefined stays as it is. */
export interface QuoteCorrection {
  /** The id of who spoke; null: nobody knows. */
  readonly speakerId?: string | null | undefined;
  /** In its place: who spoke, where nothing may bear this name so far. */
  readonly newSpeaker?: Pick<EntityReference, 'name' | 'type'> | undefined;
  /** Whether these are no words of anybody's: the quote stays under its id, and is in no list and no count. */
  readonly isRejected?: boolean | undefined;
  /** Whether all that was said of it before is taken back: it is as extracted, but for what is said here. */
  readonly isTakenBack?: boolean | undefined;
}

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
  readonly kinds: readonly QuoteKind[] | null;
  readonly publisher: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly minConfidence: number | null;
  /** True: only with a speaker; false: only without. */
  readonly attributed: boolean | null;
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

export interface RelatedQuery {
  readonly type: EntityType | null;
}

/** An article in a list. */
export interface ArticleSummary extends ArticleMetadata {
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
