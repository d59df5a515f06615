import type { Article, ArticleStatus, RawCopy, StoredArticle } from '../../../domain/article.ts';
import type { ArticleToSave, SaveOutcome } from '../../../domain/article-store.ts';
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
import { noteChange, noteChanges } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { settleCopies } from '../copies/article-copies.ts';
import { settleQuotes } from '../copies/quote-groups.ts';
import { renameEntities } from '../entities/entity-names.ts';
import { dropUnnamedEntities } from '../entities/entity-write.ts';
import { FreeRows, firstRowAt } from '../places.ts';
import { findTime } from '../time.ts';
import {
  claimKeys,
  findFreeId,
  findLiving,
  findRegistered,
  findSameArticle,
  identityKeys,
  metadataOf,
  type NewArticle,
  type RegisteredArticle,
  register,
  updateRegistry,
} from './article-identity.ts';
import { loadArticle, loadRaw } from './article-read.ts';
import { keepRevision, wasOnce } from './article-revisions.ts';
import { isListed, touchArticle } from './article-rows.ts';
import { type ArticleToWrite, removeRows, writeArticles } from './write-articles.ts';

export type Precondition = ((current: StoredArticle) => boolean) | null;

/** See {@link ArticleStore.save}. All or nothing. */
export function saveArticle(connection: Connection, article: Article, raw: RawCopy): SaveOutcome {
  return connection.transaction(() =>
    withArticle(connection, saveWithin(connection, [{ article, raw }])[0]!),
  );
}

/** What became of an article; the article itself is read where somebody wants it. */
export type Written = Pick<SaveOutcome, 'outcome' | 'id'>;

function withArticle(connection: Connection, written: Written): SaveOutcome {
  const { row } = findRegistered(connection, written.id);
  return { ...written, article: row === null ? null : loadArticle(connection, row) };
}

/**
 * What became of many, in their order, within a transaction that is to be rolled back where this throws. New articles are
 * written together, as far as they follow one another.
 */
export function saveWithin(connection: Connection, items: readonly ArticleToSave[]): readonly Written[] {
  const now = findTime(connection);
  let added = new NewArticles(connection);
  const writeAdded = () => {
    added.write();
    added = new NewArticles(connection);
  };
  const written = items.map(({ article, raw }): Written => {
    const version = believedVersion(article, now);
    const keys = identityKeys(article);
    if (added.haveSome(keys)) writeAdded();
    const known = findSameArticle(connection, keys);
    if (known === null) return { outcome: 'created', id: added.add(article, raw, keys, version) };
    // It may name whom they name.
    writeAdded();
    return saveAgain(connection, known, article, raw, version);
  });
  writeAdded();
  return written;
}

/** Articles that are to be written together. */
class NewArticles {
  readonly #connection: Connection;
  readonly #rows: FreeRows;
  readonly #keys = new Set<string>();
  readonly #articles: (ArticleToWrite & NewArticle)[] = [];

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#rows = new FreeRows(connection, 'articles');
  }

  haveSome(keys: readonly string[]): boolean {
    return keys.some((key) => this.#keys.has(key));
  }

  /** Answers with its id. */
  add(article: Article, raw: RawCopy, keys: readonly string[], version: ArticleVersion): string {
    const id = findFreeId(this.#connection, keys[0]!);
    const row = this.#rows.take(article.publishedAt, isListed(article), 1);
    this.#articles.push({ id, row, keys, version, revision: 1, article, raw, formerRow: null });
    for (const key of keys) this.#keys.add(key);
    return id;
  }

  write(): void {
    if (this.#articles.length === 0) return;
    register(this.#connection, this.#articles);
    writeArticles(this.#connection, this.#articles);
    noteChanges(
      this.#connection,
      this.#articles.map(({ id }) => ({ kind: 'article', action: 'created', id })),
    );
  }
}

/** An article that was here before, deleted or not. */
function saveAgain(
  connection: Connection,
  known: RegisteredArticle,
  article: Article,
  raw: RawCopy,
  version: ArticleVersion,
): Written {
  const { id, row } = known;
  if (row === null) return { outcome: 'deleted', id };
  const judged = { ...article, ...version };
  const current = loadArticle(connection, row);
  const currentRaw = loadRaw(connection, row);
  if (hasSameContent(current, currentRaw, article, raw)) {
    const latest = laterVersion(judged, known.latest);
    return redate(connection, { ...known, row, latest }, current, laterVersion(judged, current));
  }
  if (!takesPlaceOf(judged, current, known.latest)) {
    return { outcome: isSummaryOf(article, current) ? 'unchanged' : 'outdated', id };
  }
  // Of two that have the same words, and nothing else to be known by, neither takes the place of the other again and again.
  const isKnownByWords = article.guid === null && article.url === null;
  const isThis = (former: StoredArticle, formerRaw: RawCopy) =>
    hasSameContent(former, formerRaw, article, raw);
  if (isKnownByWords && wasOnce(connection, id, isThis)) return { outcome: 'unchanged', id };
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

/** Writes an article that was here before as its next revision, in place of the one before where there is one. */
function put(
  connection: Connection,
  known: RegisteredArticle,
  article: Article,
  raw: RawCopy,
  action: ArticleAction,
): Written {
  const revision = known.revision + 1;
  const row = rewriteArticle(connection, { ...known, revision }, article, raw);
  updateRegistry(connection, { ...known, row, revision });
  noteChange(connection, { kind: 'article', action, id: known.id });
  return { outcome: 'revised', id: known.id };
}

/** Writes an article anew, in place of what there is of it, and answers with its row. */
export function rewriteArticle(
  connection: Connection,
  { id, row: formerRow, revision }: Omit<RegisteredArticle, 'latest'>,
  article: Article,
  raw: RawCopy,
): number {
  claimKeys(connection, id, article);
  const row =
    findPlace(connection, formerRow, article) ??
    new FreeRows(connection, 'articles').take(article.publishedAt, isListed(article), 1);
  writeArticles(connection, [{ id, row, revision, article, raw, formerRow }]);
  return row;
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
