import type { Article, ArticleStatus, RawCopy, StoredArticle } from '../../../domain/article.ts';
import type { SaveOutcome } from '../../../domain/article-store.ts';
import {
  type ArticleVersion,
  believedVersion,
  isSummaryOf,
  laterVersion,
  latestAfter,
  takesPlaceOf,
  versionOf,
} from '../../../domain/article-version.ts';
import type { Change } from '../../../domain/changes.ts';
import { OnrecordError } from '../../../domain/errors.ts';
import { noteChange } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { settleCopies } from '../copies/article-copies.ts';
import { settleQuotes } from '../copies/quote-groups.ts';
import { identifyEntities } from '../entities/entity-identity.ts';
import { addNames, removeNames, renameEntities } from '../entities/entity-names.ts';
import { dropUnnamedEntities, unlinkEntities } from '../entities/entity-write.ts';
import { type Moves, noteMoves } from '../moves.ts';
import { findFreeRows, firstRowAt } from '../places.ts';
import { deleteQuotes, identifyQuotes } from '../quotes/quote-write.ts';
import { findTime } from '../time.ts';
import {
  claimKeys,
  findLiving,
  findRegistered,
  findSameArticle,
  metadataOf,
  type RegisteredArticle,
  register,
  updateRegistry,
} from './article-identity.ts';
import { loadArticle, loadEntitiesAsNamed, loadRaw } from './article-read.ts';
import { keepRevision } from './article-revisions.ts';
import { insertArticle, isListed, touchArticle } from './article-rows.ts';
import { writeExtracted } from './extracted-write.ts';

export type Precondition = ((current: StoredArticle) => boolean) | null;

/** See {@link ArticleStore.save}. All or nothing. */
export function saveArticle(connection: Connection, article: Article, raw: RawCopy): SaveOutcome {
  return connection.transaction(() => withArticle(connection, saveWithin(connection, article, raw)));
}

/** What became of an article; the article itself is read where somebody wants it. */
export type Written = Pick<SaveOutcome, 'outcome' | 'id'>;

function withArticle(connection: Connection, written: Written): SaveOutcome {
  const { row } = findRegistered(connection, written.id);
  return { ...written, article: row === null ? null : loadArticle(connection, row) };
}

/** The same within a transaction, which is to be rolled back where this throws. */
export function saveWithin(connection: Connection, article: Article, raw: RawCopy): Written {
  const known = findSameArticle(connection, article);
  const judged = { ...article, ...believedVersion(article, findTime(connection)) };
  if (known === null) {
    const added = { ...register(connection, article), latest: versionOf(judged) };
    return put(connection, added, article, raw, 'created');
  }
  if (known.row === null) return { outcome: 'deleted', id: known.id };
  const { row } = known;
  const current = loadArticle(connection, row);
  const currentRaw = loadRaw(connection, row);
  if (hasSameContent(current, currentRaw, article, raw)) {
    const latest = laterVersion(judged, known.latest);
    return redate(connection, { ...known, row, latest }, current, laterVersion(judged, current));
  }
  if (!takesPlaceOf(judged, current, known.latest)) {
    return { outcome: isSummaryOf(article, current) ? 'unchanged' : 'outdated', id: known.id };
  }
  const latest = latestAfter(judged, current, known.latest);
  return revise(connection, { ...known, latest }, current, currentRaw, article, raw);
}

/** See {@link ArticleStore.replace}. All or nothing. */
export function replaceArticle(
  connection: Connection,
  id: string,
  article: Article,
  raw: RawCopy,
  precondition: Precondition,
): SaveOutcome {
  return connection.transaction(() =>
    withArticle(connection, replaceWithin(connection, id, article, raw, precondition)),
  );
}

function replaceWithin(
  connection: Connection,
  id: string,
  article: Article,
  raw: RawCopy,
  precondition: Precondition,
): Written {
  const known = findRegistered(connection, id);
  checkPrecondition(connection, known, precondition);
  const { row } = known;
  const isVersioned = article.modifiedAt !== null || article.sourceVersion !== null;
  const version = believedVersion(article, findTime(connection));
  const replaced = { ...known, latest: isVersioned ? version : known.latest };
  if (row === null) return put(connection, replaced, article, raw, 'restored');
  const current = loadArticle(connection, row);
  const currentRaw = loadRaw(connection, row);
  if (!hasSameContent(current, currentRaw, article, raw)) {
    return revise(connection, replaced, current, currentRaw, article, raw);
  }
  return redate(connection, { ...replaced, row }, current, versionOf(article));
}

/** See {@link ArticleStore.deleteArticle}. The words are gone; the id, and what the article was known by, stay. */
export function deleteArticle(connection: Connection, id: string, precondition: Precondition): void {
  connection.transaction(() => {
    const known = findLiving(connection, id);
    checkPrecondition(connection, known, precondition);
    const { entityRows, renamedRows } = removeRows(connection, known.row);
    settleCopies(connection, known.row, null);
    settleQuotes(connection);
    dropUnnamedEntities(connection, entityRows);
    renameEntities(connection, renamedRows);
    connection.run('delete from article_revisions where article_id = :id', { id });
    connection.run('update article_registry set article_row = null, deleted_at = :deletedAt where id = :id', {
      id,
      deletedAt: findTime(connection),
    });
    noteChange(connection, { kind: 'article', action: 'deleted', id });
  });
}

function checkPrecondition(connection: Connection, known: RegisteredArticle, precondition: Precondition) {
  if (precondition === null) return;
  if (known.row === null || !precondition(loadArticle(connection, known.row))) {
    throw new OnrecordError('precondition-failed', `The article ${known.id} has changed since you read it.`);
  }
}

function revise(
  connection: Connection,
  known: RegisteredArticle,
  current: StoredArticle,
  currentRaw: RawCopy,
  article: Article,
  raw: RawCopy,
): Written {
  keepRevision(connection, current, currentRaw);
  const action = article.status === current.status ? 'revised' : actionOfStatus[article.status];
  return put(connection, known, article, raw, action);
}

type ArticleAction = Extract<Change, { kind: 'article' }>['action'];
const actionOfStatus = {
  usable: 'released',
  withheld: 'withheld',
  canceled: 'canceled',
} as const satisfies Record<ArticleStatus, ArticleAction>;

/**
 * Content is the words and the metadata: what a reader would call the article. What extraction makes of them is not, so
 * another version of it makes no revision. The words are the same where the cleaned text is (a page fetched again with
 * other advertisements), and also where the raw copy is (cleaned by other rules).
 */
function hasSameContent(
  current: StoredArticle,
  currentRaw: RawCopy,
  article: Article,
  raw: RawCopy,
): boolean {
  return (
    (current.text === article.text || currentRaw.text === raw.text) &&
    JSON.stringify(contentOf(current)) === JSON.stringify(contentOf(article))
  );
}

/** The metadata without what tells versions apart. */
function contentOf(article: Article | StoredArticle): object {
  const { modifiedAt: _at, sourceVersion: _number, ...content } = metadataOf(article);
  return content;
}

/** Notes of which version the content is that is here already, where it is another one than before. */
function redate(
  connection: Connection,
  known: RegisteredArticle & { readonly row: number },
  current: StoredArticle,
  version: ArticleVersion,
): Written {
  const { id, row } = known;
  if (version.modifiedAt === current.modifiedAt && version.sourceVersion === current.sourceVersion) {
    return { outcome: 'unchanged', id };
  }
  updateRegistry(connection, known);
  connection.run('update article_bodies set metadata = :metadata where row = :row', {
    row,
    metadata: JSON.stringify({ ...metadataOf(current), ...version }),
  });
  touchArticle(connection, row);
  noteChange(connection, { kind: 'article', action: 'redated', id });
  return { outcome: 'unchanged', id };
}

/** Writes an article as its next revision, in place of the one before where there is one. */
function put(
  connection: Connection,
  known: RegisteredArticle,
  article: Article,
  raw: RawCopy,
  action: ArticleAction,
): Written {
  const revision = known.revision + 1;
  const row = writeArticle(connection, { ...known, revision }, article, raw);
  updateRegistry(connection, { ...known, row, revision });
  noteChange(connection, { kind: 'article', action, id: known.id });
  return { outcome: action === 'created' ? 'created' : 'revised', id: known.id };
}

/** Writes all that there is of an article, in place of what there was of it, and answers with its row. */
export function writeArticle(
  connection: Connection,
  known: RegisteredArticle,
  article: Article,
  raw: RawCopy,
): number {
  claimKeys(connection, known.id, article);
  const place = findPlace(connection, known.row, article);
  const former = known.row === null ? nothing : removeRows(connection, known.row);
  const row = place ?? findFreeRows(connection, 'articles', article.publishedAt, isListed(article), 1);
  insertArticle(connection, row, known.id, known.revision, article, raw);
  const entityRows = identifyEntities(connection, known.id, article.entities);
  const renamedRows = new Set(former.renamedRows);
  article.entities.forEach((entity, number) => {
    const entityRow = entityRows[number]!;
    const publishedAt = row > 0 ? article.publishedAt : null;
    if (addNames(connection, entityRow, entity, publishedAt)) renamedRows.add(entityRow);
  });
  writeExtracted(connection, row, {
    article,
    entityRows,
    quotes: identifyQuotes(known.id, article.quotes),
    formerRows: place === null ? nothing.quoteRows : former.quoteRows,
  });
  settleCopies(connection, known.row, { row, text: article.text });
  if (known.row !== null && place === null) noteMoved(connection, known.row, row, former.quoteRows);
  dropUnnamedEntities(connection, former.entityRows);
  renameEntities(connection, renamedRows);
  return row;
}

/** Notes where an article and its quotes went, as far as lists show them before and after. */
function noteMoved(
  connection: Connection,
  from: number,
  to: number,
  formerQuoteRows: ReadonlyMap<string, number>,
): void {
  if (from < 0 || to < 0) return;
  noteMoves(connection, 'articles', [[from, to]]);
  const quotes = connection.all<{ id: string; row: number }>(
    'select id, row from quotes where article_row = :to and row > 0',
    { to },
  );
  const moves = quotes.flatMap(({ id, row }): Moves => {
    const former = formerQuoteRows.get(id) ?? row;
    return former > 0 && former !== row ? [[former, row]] : [];
  });
  noteMoves(connection, 'quotes', moves);
}

/** The row that the article has, where it belongs there still: lists that are being paged through stay as they are. */
function findPlace(connection: Connection, row: number | null, article: Article): number | null {
  if (row === null) return null;
  const former = connection.get<{ published_at: string | null }>(
    'select published_at from articles where row = :row',
    { row },
  );
  const stays =
    row > 0 === isListed(article) &&
    firstRowAt(former?.published_at ?? null) === firstRowAt(article.publishedAt);
  return stays ? row : null;
}

/** What an article's rows were, for the revision that takes their place. */
interface RemovedRows {
  /** By the quotes' ids. */
  readonly quoteRows: ReadonlyMap<string, number>;
  readonly entityRows: readonly number[];
  /** Those of them that have a name less now. */
  readonly renamedRows: readonly number[];
}
const nothing: RemovedRows = { quoteRows: new Map(), entityRows: [], renamedRows: [] };

/** Takes an article out of every table but the registry. Entities stay until it is known that nobody names them. */
function removeRows(connection: Connection, row: number): RemovedRows {
  const quoteRows = deleteQuotes(connection, row);
  const entityRows = unlinkEntities(connection, row);
  const named = loadEntitiesAsNamed(connection, row);
  const renamedRows = entityRows.filter((entityRow, number) => {
    const entity = named[number];
    return entity !== undefined && removeNames(connection, entityRow, entity);
  });
  connection.run('delete from article_labels where article_row = :row', { row });
  for (const table of ['article_raws', 'article_bodies', 'articles']) {
    connection.run(`delete from ${table} where row = :row`, { row });
  }
  return { quoteRows, entityRows, renamedRows };
}
