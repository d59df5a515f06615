import type { Entity } from './entity.ts';
import type { Problem } from './problem.ts';
import type { Quote } from './quote.ts';
import type { Span } from './span.ts';

export const paragraphRoles = [
  'lede',
  'body',
  'subhead',
  'list-item',
  'blockquote',
  'caption',
  'endnote',
] as const;
export type ParagraphRole = (typeof paragraphRoles)[number];

export interface Paragraph extends Span {
  readonly role: ParagraphRole;
}

/** The place, date and agency that open a wire story: "JAKARTA, Oct 3 (Reuters) -". */
export interface Dateline {
  readonly place: string | null;
  /** As printed ("Oct 3"). */
  readonly date: string | null;
  readonly agency: string | null;
}

/** The outlet that published the article. */
export interface Publisher {
  readonly name: string;
  readonly url: string | null;
}

export const removalReasons = [
  'template-tag',
  'shortcode',
  'markup',
  'html-tag',
  'html-comment',
  'html-entity',
  'invisible-character',
  'control-character',
  'white-space',
  'line-break',
  'boilerplate',
  'advertisement',
  'read-more',
  'headline',
  'byline',
  'dateline',
  'date',
  'header',
  'credit',
  'duplicate',
  'byte-order-mark',
  'replaced-character',
] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** Something that cleaning took out of the raw copy, or turned into something else; offsets are into the raw copy. */
export interface Removal {
  readonly reason: RemovalReason;
  readonly text: string;
  readonly rawStart: number;
  readonly rawEnd: number;
}

export const articleStatuses = ['usable', 'withheld', 'canceled'] as const;
export type ArticleStatus = (typeof articleStatuses)[number];

export const completenesses = ['full', 'summary'] as const;
export type Completeness = (typeof completenesses)[number];

/** What is known of an article beside its words. Null (or empty) is: not known. */
export interface ArticleMetadata {
  readonly guid: string | null;
  readonly url: string | null;
  readonly headline: string | null;
  /** Names of those who wrote it. */
  readonly byline: readonly string[];
  readonly dateline: Dateline | null;
  /** An RFC 3339 instant in UTC, or `YYYY-MM-DD` where only the day is known. */
  readonly publishedAt: string | null;
  /** When this version of it was made, as its source says; an instant or a day. */
  readonly modifiedAt: string | null;
  /** The number that its source gives this version: higher ones are newer. */
  readonly sourceVersion: number | null;
  readonly publisher: Publisher | null;
  /** Wire services that the copy is from or builds on. */
  readonly agencies: readonly string[];
  /** The credit line, without its brackets ("With inputs from agencies"). */
  readonly credit: string | null;
  /** BCP 47; null until detected. */
  readonly language: string | null;
  readonly status: ArticleStatus;
  readonly embargoedUntil: string | null;
  readonly completeness: Completeness;
}

/** One article, structured: what extraction makes of one source document. Pure data; ids are null until it is stored. */
export interface Article extends ArticleMetadata {
  /** The body alone: headline, byline, dateline and credit are fields of their own. Never changes after cleaning. */
  readonly text: string;
  readonly wordCount: number;
  /** Ordered and disjoint; outside them the text is white space. */
  readonly paragraphs: readonly Paragraph[];
  readonly entities: readonly Entity[];
  /** In the order of their first segments. */
  readonly quotes: readonly Quote[];
  readonly removed: readonly Removal[];
  readonly problems: readonly Problem[];
  /** The version of the rules and models that made this, so that articles can be extracted again and compared. */
  readonly extractor: string;
}

/** An entity of a stored article. One that a person corrected a speaker to may not be named in the text. */
export interface StoredEntity extends Omit<Entity, 'mentions'> {
  readonly mentions: readonly Span[];
}

/** What is known of the same story in other places. */
export interface CopyMarks {
  /** The id of the earliest article that this one is a copy of; null: it is a copy of none. */
  readonly copyOf: string | null;
  /** How many other articles are the same story: copies of this one, or of that which it is a copy of, and that itself. */
  readonly copyCount: number;
}

/** An article as it lies in the store, as corrected by people: every entity and quote has its id. */
export interface StoredArticle extends Omit<Article, 'entities'>, CopyMarks {
  readonly entities: readonly StoredEntity[];
  readonly id: string;
  /** 1 for the first; one more for each changed content. */
  readonly revision: number;
  /** RFC 3339, UTC: when this revision was stored. */
  readonly ingestedAt: string;
  /** Grows whenever anything here changes, the name of an entity too: the same id and version are the same article. */
  readonly version: number;
}

/** The raw copy: the value of `text` of a JSON body, otherwise the decoded body. */
export interface RawCopy {
  readonly text: string;
  /** What it was sent as: `text/plain`, `application/json` … */
  readonly mediaType: string;
  /** What was said of the article beside the copy, or by it, when it was read; left out where that is not known. */
  readonly stated?: Partial<ArticleMetadata>;
}
