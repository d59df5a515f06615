import type { RawCopy, StoredArticle } from '../../../domain/article.ts';
import { OnrecordError } from '../../../domain/errors.ts';
import type { Page, PageRequest } from '../../../domain/queries.ts';
import {
  type ArticleRevision,
  compareRevisions,
  countRevisionChanges,
  type RevisionSummary,
} from '../../../domain/revisions.ts';
import type { Connection } from '../connection.ts';
import { makePage } from '../lists/paging.ts';
import { findLiving, metadataOf } from './article-identity.ts';
import { loadArticle, loadRaw } from './article-read.ts';

/** Keeps what an article was, before it changes. */
export function keepRevision(connection: Connection, article: StoredArticle, raw: RawCopy): void {
  connection.run(
    `insert into article_revisions (article_id, revision, ingested_at, extractor, article, media_type, raw)
     values (:id, :revision, :ingestedAt, :extractor, :article, :mediaType, :raw)`,
    {
      id: article.id,
      revision: article.revision,
      ingestedAt: article.ingestedAt,
      extractor: article.extractor,
      article: JSON.stringify(article),
      mediaType: raw.mediaType,
      raw: raw.text === article.text ? null : raw.text,
    },
  );
}

/** See {@link ArticleStore.listRevisions}. */
export function listRevisions(connection: Connection, id: string, page: PageRequest): Page<RevisionSummary> {
  return connection.snapshot(() => {
    const { row, revision: latest } = findLiving(connection, id);
    const numbers = connection.column(
      'select revision from article_revisions where article_id = :id order by revision desc',
      { id },
    );
    const all = [latest, ...numbers];
    const after = page.after === null ? Number.POSITIVE_INFINITY : Number(page.after[0]);
    const start = all.findIndex((number) => number < after);
    const wanted = start < 0 ? [] : all.slice(start, start + page.limit);
    // One more: what the last one differs from.
    const former = start < 0 ? undefined : all[start + page.limit];
    const items: RevisionSummary[] = [];
    let article = wanted.length === 0 ? null : loadRevision(connection, id, row, wanted[0]!, latest);
    for (const [index] of wanted.entries()) {
      const { revision, ingestedAt, extractor } = article!;
      const before = wanted[index + 1] ?? former;
      const earlier = before === undefined ? null : loadRevision(connection, id, row, before, latest);
      const changes = earlier === null ? null : countRevisionChanges(earlier, article!);
      items.push({ revision, ingestedAt, extractor, changes });
      article = earlier;
    }
    return makePage(
      items,
      former === undefined ? null : [wanted.at(-1)!],
      page.withTotal ? all.length : null,
    );
  });
}

/** See {@link ArticleStore.findRevision}. */
export function findRevision(connection: Connection, id: string, revision: number): ArticleRevision {
  return connection.snapshot(() => {
    const { row, revision: latest } = findLiving(connection, id);
    const article = loadRevision(connection, id, row, revision, latest);
    const { before } = connection.get<{ before: number | null }>(
      'select max(revision) as before from article_revisions where article_id = :id and revision < :revision',
      { id, revision },
    )!;
    if (before === null) return { article, changes: null };
    return { article, changes: compareRevisions(loadRevision(connection, id, row, before, latest), article) };
  });
}

/** The raw copy of a revision. Rejects like {@link findRevision}. */
export function findRevisionRaw(connection: Connection, id: string, revision: number): RawCopy {
  const { row, revision: latest } = findLiving(connection, id);
  if (revision === latest) return loadRaw(connection, row);
  return readKept(findKept(connection, id, revision)).raw;
}

/** Whether an article was once what fulfils a condition. */
export function wasOnce(
  connection: Connection,
  id: string,
  isMet: (article: StoredArticle, raw: RawCopy) => boolean,
): boolean {
  const kept = connection.all<KeptRevision>(
    'select article, media_type, raw from article_revisions where article_id = :id',
    { id },
  );
  return kept.map(readKept).some(({ article, raw }) => isMet(article, raw));
}

function loadRevision(
  connection: Connection,
  id: string,
  row: number,
  revision: number,
  latest: number,
): StoredArticle {
  if (revision === latest) return loadArticle(connection, row);
  return readKept(findKept(connection, id, revision)).article;
}

interface KeptRevision {
  /** JSON: StoredArticle. */
  readonly article: string;
  readonly media_type: string;
  readonly raw: string | null;
}

function findKept(connection: Connection, id: string, revision: number): KeptRevision {
  const found = connection.get<KeptRevision>(
    'select article, media_type, raw from article_revisions where article_id = :id and revision = :revision',
    { id, revision },
  );
  if (found === undefined) {
    throw new OnrecordError('not-found', `There is no revision ${revision} of the article ${id}.`);
  }
  return found;
}

function readKept(kept: KeptRevision): { readonly article: StoredArticle; readonly raw: RawCopy } {
  const article = JSON.parse(kept.article) as StoredArticle;
  return {
    article: { ...article, ...metadataOf(article) },
    raw: { text: kept.raw ?? article.text, mediaType: kept.media_type },
  };
}
