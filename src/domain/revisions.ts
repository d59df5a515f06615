import type { Article, ArticleMetadata, StoredArticle } from './article.ts';
import {
  type ChangeCounts,
  compareParagraphs,
  countParagraphChanges,
  type ParagraphChange,
} from './differences/paragraphs.ts';

/** A revision in the history of an article. */
export interface RevisionSummary {
  readonly revision: number;
  readonly ingestedAt: string;
  readonly extractor: string;
  /** From the revision before; null: there is none. */
  readonly changes: (Pick<RevisionChanges, 'metadata'> & { readonly paragraphs: ChangeCounts }) | null;
}

/** An article as it was in a revision. */
export interface ArticleRevision {
  readonly article: StoredArticle;
  /** From the revision before; null: there is none. */
  readonly changes: RevisionChanges | null;
}

export interface RevisionChanges {
  readonly metadata: MetadataChange;
  readonly paragraphs: readonly ParagraphChange[];
}

/** The fields that changed alone, as they were and as they are then. */
export interface MetadataChange {
  readonly former: Partial<ArticleMetadata>;
  readonly current: Partial<ArticleMetadata>;
}

/** What of an article the differences are found in. */
export type RevisedArticle = ArticleMetadata & Pick<Article, 'text' | 'paragraphs'>;

export function compareRevisions(former: RevisedArticle, current: RevisedArticle): RevisionChanges {
  return {
    metadata: compareMetadata(former, current),
    paragraphs: compareParagraphs(paragraphsOf(former), paragraphsOf(current)),
  };
}

/** The same, without the words. */
export function countRevisionChanges(
  former: RevisedArticle,
  current: RevisedArticle,
): RevisionSummary['changes'] {
  return {
    metadata: compareMetadata(former, current),
    paragraphs: countParagraphChanges(paragraphsOf(former), paragraphsOf(current)),
  };
}

const comparedFields = [
  'guid',
  'url',
  'headline',
  'byline',
  'dateline',
  'publishedAt',
  'modifiedAt',
  'sourceVersion',
  'publisher',
  'agencies',
  'credit',
  'language',
  'status',
  'embargoedUntil',
  'completeness',
] as const satisfies readonly (keyof ArticleMetadata)[];

/** The metadata in which two states of an article differ. */
export function findChangedFields(
  former: ArticleMetadata,
  current: ArticleMetadata,
): readonly (keyof ArticleMetadata)[] {
  return comparedFields.filter(
    (field) => JSON.stringify(former[field] ?? null) !== JSON.stringify(current[field] ?? null),
  );
}

function compareMetadata(former: ArticleMetadata, current: ArticleMetadata): MetadataChange {
  const changed = findChangedFields(former, current);
  const pick = (from: ArticleMetadata) =>
    Object.fromEntries(changed.map((field) => [field, from[field] ?? null])) as Partial<ArticleMetadata>;
  return { former: pick(former), current: pick(current) };
}

function paragraphsOf({ text, paragraphs }: RevisedArticle): readonly string[] {
  return paragraphs.map(({ start, end }) => text.slice(start, end));
}
