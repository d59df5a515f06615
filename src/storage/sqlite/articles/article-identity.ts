import type { Article, ArticleMetadata } from '../../../domain/article.ts';
import type { ArticleVersion } from '../../../domain/article-version.ts';
import { OnrecordError } from '../../../domain/errors.ts';
import { articleId, hashWords } from '../../ids.ts';
import type { Connection } from '../connection.ts';

/** An id as the registry knows it; `row` is null where the article was deleted. */
export interface RegisteredArticle {
  readonly id: string;
  readonly row: number | null;
  readonly revision: number;
  /** What its source said of the latest version that was here. */
  readonly latest: ArticleVersion;
}

interface RegistryRow extends Omit<RegisteredArticle, 'latest'>, ArticleVersion {}
const registryColumns = `r.id, r.article_row as row, r.revision,
  r.latest_modified_at as modifiedAt, r.latest_source_version as sourceVersion`;

function readRow({ modifiedAt, sourceVersion, ...row }: RegistryRow): RegisteredArticle {
  return { ...row, latest: { modifiedAt, sourceVersion } };
}

/** The article that has one of these keys (see {@link identityKeys}), of the first that any has. Null: it is a new one. */
export function findSameArticle(connection: Connection, keys: readonly string[]): RegisteredArticle | null {
  for (const key of keys) {
    const found = connection.get<RegistryRow>(
      `select ${registryColumns} from article_keys k
       join article_registry r on r.id = k.article_id where k.key = :key`,
      { key },
    );
    if (found !== undefined) return readRow(found);
  }
  return null;
}

/** Rejects with `not-found` for an id that was never given. */
export function findRegistered(connection: Connection, id: string): RegisteredArticle {
  const found = connection.get<RegistryRow>(
    `select ${registryColumns} from article_registry r where r.id = :id`,
    { id },
  );
  if (found === undefined) throw new OnrecordError('not-found', `There is no article ${id}.`);
  return readRow(found);
}

/** Rejects with `not-found`, and with `deleted` where only the tombstone is left. */
export function findLiving(connection: Connection, id: string): RegisteredArticle & { readonly row: number } {
  const { row, ...found } = findRegistered(connection, id);
  if (row === null) throw new OnrecordError('deleted', `The article ${id} was deleted.`);
  return { ...found, row };
}

/** Notes where an article is, and what its source said of the latest version of it that was here. */
export function updateRegistry(
  connection: Connection,
  { id, row, revision, latest }: RegisteredArticle,
): void {
  connection.run(
    `update article_registry set article_row = :row, revision = :revision, deleted_at = null,
       latest_modified_at = :modifiedAt, latest_source_version = :sourceVersion where id = :id`,
    { id, row, revision, ...latest },
  );
}

/** An article of which nothing is here, and where it is going to be. */
export interface NewArticle {
  readonly id: string;
  readonly row: number;
  /** None of them is another article's: see {@link findSameArticle}. */
  readonly keys: readonly string[];
  readonly version: ArticleVersion;
}

/** Makes articles known with their first revision. */
export function register(connection: Connection, articles: readonly NewArticle[]): void {
  connection.insert(
    'article_registry',
    'id, article_row, revision, latest_modified_at, latest_source_version',
    articles.map(({ id, row, version }) => [id, row, 1, version.modifiedAt, version.sourceVersion]),
  );
  connection.insert(
    'article_keys',
    'key, article_id',
    articles.flatMap(({ id, keys }) => keys.map((key) => [key, id])),
  );
}

/** The id of a new article, which follows from its first key. */
export function findFreeId(connection: Connection, key: string): string {
  for (let attempt = 0; ; attempt++) {
    // An id may be taken by an article that had this key once and was given another.
    const id = articleId(key, attempt);
    if (connection.get('select 1 from article_registry where id = :id', { id }) === undefined) return id;
  }
}

/**
 * Makes an article known by the guid and url that it now has, and no longer by former ones.
 * Rejects with `url-taken` where one of them is another article's, deleted or not.
 */
export function claimKeys(connection: Connection, id: string, article: Article): void {
  connection.run('delete from article_keys where article_id = :id', { id });
  for (const key of identityKeys(article)) {
    const owner = connection.get<{ id: string }>(
      'select article_id as id from article_keys where key = :key',
      { key },
    );
    // Without guid and url, the first article of these words keeps them.
    if (owner !== undefined && key.startsWith('words:')) return;
    if (owner !== undefined) {
      const [name] = key.split(':', 1);
      throw new OnrecordError('url-taken', `The ${name} belongs to the article ${owner.id}.`, {
        extensions: { articleId: owner.id },
      });
    }
    connection.run('insert into article_keys (key, article_id) values (:key, :id)', { key, id });
  }
}

/** By what an article is known: its guid and its url, otherwise its words and date; in the order in which they decide. */
export function identityKeys(article: Article): readonly string[] {
  const keys: string[] = [];
  if (article.guid !== null) keys.push(`guid:${article.guid}`);
  if (article.url !== null) keys.push(`url:${article.url}`);
  if (keys.length > 0) return keys;
  const words = article.text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return [`words:${hashWords(`${article.publishedAt ?? ''}\n${words}`)}`];
}

/** The metadata alone, in one order of its fields, so that two articles' can be compared as JSON. Of what was stored before there were all of them, too. */
export function metadataOf(article: ArticleMetadata): ArticleMetadata {
  return {
    guid: article.guid,
    url: article.url,
    headline: article.headline,
    byline: article.byline,
    dateline:
      article.dateline === null
        ? null
        : { place: article.dateline.place, date: article.dateline.date, agency: article.dateline.agency },
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt ?? null,
    sourceVersion: article.sourceVersion ?? null,
    publisher:
      article.publisher === null ? null : { name: article.publisher.name, url: article.publisher.url },
    agencies: article.agencies,
    credit: article.credit,
    language: article.language,
    status: article.status,
    embargoedUntil: article.embargoedUntil,
    completeness: article.completeness,
  };
}
