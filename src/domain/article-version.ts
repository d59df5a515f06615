import type { Article, ArticleMetadata } from './article.ts';

/** What an article's source says of which of its versions it is. */
export type ArticleVersion = Pick<ArticleMetadata, 'modifiedAt' | 'sourceVersion'>;

/**
 * Below zero: `one` is the older version; above: the newer one. Zero: they are the same, or nobody knows. Times go first,
 * since numbers start anew where a source changes its systems; a day is not known to be before or after an instant of it.
 */
export function compareVersions(one: ArticleVersion, other: ArticleVersion): number {
  return (
    compareTimes(one.modifiedAt, other.modifiedAt) || compareNumbers(one.sourceVersion, other.sourceVersion)
  );
}

/** The later of what two versions say. */
export function laterVersion(one: ArticleVersion, other: ArticleVersion): ArticleVersion {
  const difference = compareVersions(one, other);
  if (difference !== 0) return versionOf(difference > 0 ? one : other);
  return {
    modifiedAt: laterOf(one.modifiedAt, other.modifiedAt),
    sourceVersion: one.sourceVersion ?? other.sourceVersion,
  };
}

/**
 * Whether an article that comes again takes the place of the one that is here, so that in the end the newest is here in
 * whatever order its versions come. `latest`: of the versions that were here.
 *
 * A whole article goes before a summary of it, and what is canceled stays so but for a version that says it is newer.
 * Where versions say nothing, the one that comes later is the newer one.
 */
export function takesPlaceOf(
  article: Pick<Article, 'status' | 'completeness'> & ArticleVersion,
  current: Pick<Article, 'status' | 'completeness'>,
  latest: ArticleVersion,
): boolean {
  if (isSummaryOf(article, current)) return false;
  if (isSummaryOf(current, article)) return true;
  const difference = compareVersions(article, latest);
  const isRevived = current.status === 'canceled' && article.status !== 'canceled';
  return isRevived ? difference > 0 : difference >= 0;
}

/** Whether one is a summary of what the other has as a whole. One that withdraws it is more than that. */
export function isSummaryOf(
  one: Pick<Article, 'status' | 'completeness'>,
  other: Pick<Article, 'status' | 'completeness'>,
): boolean {
  return one.completeness === 'summary' && other.completeness === 'full' && one.status === other.status;
}

/** {@link ArticleVersion} of the latest version that is here after an article took the place of another. */
export function latestAfter(
  article: Pick<Article, 'completeness'> & ArticleVersion,
  current: Pick<Article, 'completeness'>,
  latest: ArticleVersion,
): ArticleVersion {
  // What a newer summary was made of may not be here yet.
  const isWholeAtLast = article.completeness === 'full' && current.completeness === 'summary';
  return isWholeAtLast ? versionOf(article) : laterVersion(article, latest);
}

/** A day: clocks and time zones that are set wrong are wrong by less. */
const mostAheadMs = 24 * 60 * 60 * 1000;

/**
 * What can be believed of a version that comes now: one from the future would keep all that come until then from taking
 * its place.
 */
export function believedVersion(version: ArticleVersion, now: string): ArticleVersion {
  const { modifiedAt, sourceVersion } = version;
  const isAhead = modifiedAt !== null && Date.parse(modifiedAt) > Date.parse(now) + mostAheadMs;
  return { modifiedAt: isAhead ? null : modifiedAt, sourceVersion };
}

export function versionOf({ modifiedAt, sourceVersion }: ArticleVersion): ArticleVersion {
  return { modifiedAt, sourceVersion };
}

function compareTimes(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  if (isDay(one) !== isDay(other) && dayOf(one) === dayOf(other)) return 0;
  return Date.parse(one) - Date.parse(other);
}

function compareNumbers(one: number | null, other: number | null): number {
  return one === null || other === null ? 0 : one - other;
}

/** Of two that are the same as far as is known: the instant rather than its day. */
function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return isDay(one) ? other : one;
}

function isDay(time: string): boolean {
  return !time.includes('T');
}

function dayOf(time: string): string {
  return time.slice(0, 'YYYY-MM-DD'.length);
}
