import type { Article, RawCopy, StoredArticle } from './article.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { ChangePage } from './changes.ts';
import type { SimilarArticle, SimilarQuery } from './copies.ts';
import type { EntityCorrection, EntitySplit, QuoteCorrection } from './corrections.ts';
import type { OnrecordError } from './errors.ts';
import type { ExtractedArticle, Extraction, ReextractedArticle, ReextractionOutcome } from './extractions.ts';
import type {
  ArticleQuery,
  ChangeQuery,
  EntityQuery,
  Page,
  PageRequest,
  QuoteQuery,
  RankedPage,
  RelatedQuery,
  SpeakerQuery,
} from './queries.ts';
import type {
  ArticleSummary,
  DayCount,
  EntityNaming,
  EntityReference,
  EntitySummary,
  QuoteVersion,
  RelatedEntity,
  SpeakerSummary,
  StoreCounts,
  StoredQuote,
  StoreStatistics,
  Suggestion,
} from './records.ts';
import type { ArticleRevision, RevisionSummary } from './revisions.ts';
import type { Span } from './span.ts';

/**
 * The storage port. An engine makes each method all or nothing, and answers with plain data; `http`, `ingestion` and
 * `cli` know this interface alone. `tests/contract` is the suite that every engine must pass.
 */
export interface ArticleStore {
  /**
   * Stores an article and its raw copy under its identity: the same `guid` or `url`, otherwise the same words and date.
   * Same content: nothing changes, nor where a summary comes of what is stored as a whole (a feed tells of a page that was
   * read before), unless its status is another. Changed content: a new revision, unless it is an older version (see
   * {@link takesPlaceOf}). Deleted: stays so.
   * Rejects with OnrecordError `unavailable` where the store cannot be written, and `url-taken` where the guid is one
   * article's and the url another's.
   */
  save(article: Article, raw: RawCopy): Promise<SaveOutcome>;
  /**
   * Stores many in one transaction, in their order, and answers in it: the store is the same as if they were saved one by
   * one, and what is wrong with one of them harms no other. Rejects with `unavailable`, and stores none of them, where the
   * store cannot be written.
   */
  saveMany(items: readonly ArticleToSave[]): Promise<readonly SaveResult[]>;
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
  /** Which version of extraction structured each article, those in no list too, in the order of their ids. */
  listExtractions(after: string | null, limit: number): Promise<readonly Extraction[]>;
  /** Rejects like {@link ArticleStore.findArticle}. */
  findExtracted(id: string): Promise<ExtractedArticle>;
  /**
   * Puts what extraction now makes of raw copies in the place of what it had made of them, all or nothing, but for articles
   * that are no longer in the revision that was read. It is no new revision, keeps guid, url and place in time, and the ids
   * of quotes that there still are; what people decided holds, also for a quote that has some words more or fewer now.
   */
  reextractMany(articles: readonly ReextractedArticle[]): Promise<readonly ReextractionOutcome[]>;
  /** Leaves a tombstone. Rejects like {@link ArticleStore.findArticle} where there is nothing to delete. */
  deleteArticle(id: string, ifMatch: ((current: StoredArticle) => boolean) | null): Promise<void>;

  /** Rejects with `not-found` for an unknown id, `deleted` for a tombstone; so do the next five. */
  findArticle(id: string): Promise<StoredArticle>;
  /** The version of an article, without loading it. */
  findArticleVersion(id: string): Promise<number>;
  /** Of a former revision where one is named; rejects with `not-found` where there is no such one. */
  findRaw(id: string, revision?: number): Promise<RawCopy>;
  /** Those that no person rejected; or, where asked for, those that one did. */
  findArticleQuotes(id: string, which?: { readonly rejected: boolean }): Promise<readonly StoredQuote[]>;
  /** What an article has been, the latest revision first. What it was before it was deleted is gone. */
  listRevisions(id: string, page: PageRequest): Promise<Page<RevisionSummary>>;
  /** Rejects with `not-found` where there is no such revision, too. */
  findRevision(id: string, revision: number): Promise<ArticleRevision>;
  listArticles(query: ArticleQuery, page: PageRequest): Promise<RankedPage<ArticleSummary>>;

  /** The articles most like this one, copies before what is related. Rejects like {@link ArticleStore.findArticle}. */
  listSimilar(id: string, query: SimilarQuery, page: PageRequest): Promise<RankedPage<SimilarArticle>>;

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
   * What changed since, in the order in which it did, `limit` entries at most: whoever reads again what each names has
   * what the store serves. Rejects with `other-feed` where `since` is ahead, or the feed is another.
   */
  listChanges(query: ChangeQuery, limit: number): Promise<ChangePage>;

  /**
   * Whom, what or which headline somebody may mean who types this: the most quoted first, then the latest headlines.
   * Before anything is typed, the most quoted.
   */
  suggest(q: string, limit: number): Promise<readonly Suggestion[]>;
  findStatistics(): Promise<StoreStatistics>;
  /** A text that differs after every change of anything that is served. */
  findStamp(): Promise<string>;
  /** Rejects with `unavailable`, and the remedy, where nothing can be written until the process is started again. */
  check(): Promise<void>;
  /** How many there are of everything, for start-up messages and `/readyz`. */
  counts(): Promise<StoreCounts>;
  /** What is remembered of these sources, by their names; see {@link Bookmarks}. No stamp and no version tells of it. */
  findBookmarks(sources: readonly string[]): Promise<ReadonlyMap<string, string>>;
  keepBookmarks(bookmarks: Bookmarks): Promise<void>;
  /**
   * Does now what the first reads of some kinds would have to wait for: for those who serve many. Until then, facets and
   * rankings by relevance may be refused as `unavailable`.
   */
  prepare(): Promise<void>;
  /**
   * Does a little of what an update of the store has left to be done beside its use, in some milliseconds; false: nothing
   * is left. Until then, copies and quotes that stand in several places may not be told for all that came before.
   */
  catchUp(): Promise<boolean>;
  close(): Promise<void>;
}

export interface SaveOutcome {
  /**
   * `outdated`: a newer version of it is here, or its cancellation, and it changed nothing. `unchanged` is also what was here
   * once, where nothing but its words tells which article it is.
   */
  readonly outcome: 'created' | 'unchanged' | 'revised' | 'outdated' | 'deleted';
  readonly id: string;
  /** The article as it now is; null where it is `deleted` and stays so. */
  readonly article: StoredArticle | null;
}

export interface ArticleToSave {
  readonly article: Article;
  readonly raw: RawCopy;
}

/** What became of one of many: the article itself is not read back. */
export type SaveResult = Pick<SaveOutcome, 'outcome' | 'id'> | OnrecordError;

/** Asked with what is there before it is changed; false rejects with `precondition-failed`. Null: change it anyway. */
export type IfMatch<Current> = ((current: Current) => boolean) | null;
