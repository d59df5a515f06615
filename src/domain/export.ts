import type { Article, ArticleMetadata, RawCopy } from './article.ts';
import type { ArticleVersion } from './article-version.ts';
import type { Entity, EntityType } from './entity.ts';
import type { Quote } from './quote.ts';

/** Raised with every change of the format that a reader of the one before would get wrong. Later ones are refused. */
export const exportVersion = 1;

/**
 * One line of an export: everything that a store holds, as NDJSON, from which an equal store can be made. In this order:
 * the header, entities, corrections of quotes, articles and tombstones, each article followed by its former revisions, ids
 * of quotes that are gone, bookmarks, the end. Whatever refers to an entity does so by its id.
 */
export type ExportRecord =
  | ExportHeader
  | ExportedEntity
  | ExportedQuoteCorrection
  | ExportedArticle
  | ExportedTombstone
  | ExportedRevision
  | ExportedFormerQuotes
  | ExportedBookmark
  | ExportEnd;

/** The first line, which tells an export from any other NDJSON. */
export interface ExportHeader {
  readonly onrecord: 'export';
  readonly version: number;
  readonly exportedAt: string;
  /** How many there are in lists; canceled articles and tombstones come beside these. */
  readonly articles: number;
  readonly quotes: number;
  readonly entities: number;
}

export interface ExportedEntity {
  readonly onrecord: 'entity';
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** What articles call it, how many do so, and the days of the first and last that did. */
  readonly names: readonly {
    readonly kind: 'name' | 'alias' | 'role';
    readonly text: string;
    readonly articleCount: number;
    readonly firstSeenOn: string | null;
    readonly lastSeenOn: string | null;
  }[];
  /**
   * The full names that lead to it, without case, diacritics and title. `ordinal` tells apart those whom one name may mean.
   */
  readonly identities: readonly {
    readonly key: string;
    readonly type: EntityType;
    readonly ordinal: number;
  }[];
  /** Ids of others that were merged into it. */
  readonly mergedIds: readonly string[];
  /** What a person decided about it; null: nobody did. */
  readonly correction: {
    /** Null: as articles name it. */
    readonly name: string | null;
    /** What it was before a person gave it another type; null: nobody did. */
    readonly formerType: EntityType | null;
    readonly correctedAt: string;
  } | null;
  /** Names that a person gave it, or took away though articles use them. */
  readonly aliases: readonly { readonly text: string; readonly isAlias: boolean }[];
}

export interface ExportedQuoteCorrection {
  readonly onrecord: 'quote-correction';
  readonly quoteId: string;
  readonly isRejected: boolean;
  /** The id of who spoke; null: nobody knows; left out: as extracted. */
  readonly speaker?: string | null;
  readonly correctedAt: string;
}

/** What outlives an article: what makes another the same, and where it was parted from an entity. */
interface Registration {
  readonly id: string;
  readonly revision: number;
  /** What its source said of the latest version that was here. */
  readonly latest: ArticleVersion;
  /** `guid:…`, `url:…` or `words:<hash>`. */
  readonly keys: readonly string[];
  /** Entities that a split put in the place of others in this article. */
  readonly assignments: readonly { readonly from: string; readonly to: string }[];
}

/** An article as it was extracted, which its corrections do not change. */
export interface ExportedArticle extends Registration, Omit<Article, 'entities' | 'quotes'> {
  readonly onrecord: 'article';
  /** Where it stands among all articles: lists go by this number, newest first backwards. Below zero: in no list. */
  readonly place: number;
  readonly ingestedAt: string;
  /** As the article names them; the id is whom it means. */
  readonly entities: readonly (Omit<Entity, 'id'> & { readonly id: string })[];
  /** Speakers and subjects are numbers of `entities`, as everywhere in a {@link Quote}. */
  readonly quotes: readonly (Omit<Quote, 'id'> & { readonly id: string; readonly place: number })[];
  /** Its `text` is null where it is the article's. */
  readonly raw: Omit<RawCopy, 'text'> & { readonly text: string | null };
}

/** What is left of an article that was deleted. */
export interface ExportedTombstone extends Registration {
  readonly onrecord: 'tombstone';
  readonly deletedAt: string;
}

/** What an article was before it changed: with the names, and the decisions, of that day. */
export interface ExportedRevision {
  readonly onrecord: 'revision';
  readonly articleId: string;
  readonly revision: number;
  readonly ingestedAt: string;
  readonly extractor: string;
  readonly article: ArticleMetadata & { readonly text: string };
  readonly raw: Omit<RawCopy, 'text'> & { readonly text: string | null };
}

/** Quotes that articles no longer have. */
export interface ExportedFormerQuotes {
  readonly onrecord: 'former-quotes';
  readonly ids: readonly string[];
}

/** See `bookmarks.ts`. */
export interface ExportedBookmark {
  readonly onrecord: 'bookmark';
  readonly source: string;
  readonly state: string;
}

/** The last line; an export without it was cut short. */
export interface ExportEnd {
  readonly onrecord: 'end';
  /** Lines before this one. */
  readonly lines: number;
}
