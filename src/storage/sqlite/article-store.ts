import type { ArticleStore, StoreCounts } from '../../domain/article-store.ts';
import { listArticles } from './article-list.ts';
import { findArticleVersion, loadArticle, loadRaw } from './article-read.ts';
import { deleteArticle, replaceArticle, saveArticle } from './article-write.ts';
import { type Connection, openConnection } from './connection.ts';
import { correctEntity } from './entity-correct.ts';
import { listEntities, listSpeakers } from './entity-list.ts';
import { mergeEntities } from './entity-merge.ts';
import { findEntity, listEntityNames, resolveName } from './entity-read.ts';
import { listRelated } from './entity-related.ts';
import { splitEntity } from './entity-split.ts';
import { translateError } from './errors.ts';
import { findLiving } from './identity.ts';
import { correctQuote } from './quote-correct.ts';
import { listQuotes } from './quote-list.ts';
import {
  findQuotes,
  findQuoteVersion,
  loadQuote,
  loadQuotes,
  loadQuoteVersions,
  loadStoredQuotes,
} from './quote-read.ts';
import { createRankings } from './ranking.ts';

/**
 * Opens the store in this SQLite file, or creates it; `:memory:` is one that is gone when it is closed.
 * Rejects with an Error that names the file and the remedy where it cannot be opened.
 */
export async function openSqliteStore(file: string): Promise<ArticleStore> {
  return createSqliteStore(await openConnection(file));
}

/** The port on a connection. What SQLite cannot do is `unavailable`. */
export function createSqliteStore(connection: Connection): ArticleStore {
  const rankings = createRankings();
  const run = async <Result>(work: () => Result): Promise<Result> => {
    try {
      return work();
    } catch (error) {
      throw translateError(error, connection.file);
    }
  };
  const row = (id: string) => findLiving(connection, id).row;
  return {
    save: (article, raw) => run(() => saveArticle(connection, article, raw)),
    replace: (id, article, raw, ifMatch) => run(() => replaceArticle(connection, id, article, raw, ifMatch)),
    deleteArticle: (id, ifMatch) => run(() => deleteArticle(connection, id, ifMatch)),
    findArticle: (id) => run(() => loadArticle(connection, row(id))),
    findArticleVersion: (id) => run(() => findArticleVersion(connection, id)),
    findRaw: (id) => run(() => loadRaw(connection, row(id))),
    findArticleQuotes: (id) => run(() => loadStoredQuotes(connection, row(id))),
    listArticles: (query, page) => run(() => listArticles(connection, rankings, query, page)),
    findQuote: (id) => run(() => loadQuote(connection, id)),
    findQuoteVersion: (id) => run(() => findQuoteVersion(connection, id)),
    findQuotes: (ids) => run(() => findQuotes(connection, ids)),
    listQuotes: (query, page) =>
      run(() => listQuotes(connection, rankings, query, page, (rows) => loadQuotes(connection, rows))),
    listQuoteVersions: (query, page) =>
      run(() => listQuotes(connection, rankings, query, page, (rows) => loadQuoteVersions(connection, rows))),
    listSpeakers: (query, page) => run(() => listSpeakers(connection, rankings, query, page)),
    listEntities: (query, page) => run(() => listEntities(connection, rankings, query, page)),
    findEntity: (id) => run(() => findEntity(connection, id)),
    listEntityNames: (id) => run(() => listEntityNames(connection, id)),
    listRelated: (id, query, page) => run(() => listRelated(connection, rankings, id, query, page)),
    resolveName: (idOrName) => run(() => resolveName(connection, idOrName)),
    correctEntity: (id, correction, ifMatch) => run(() => correctEntity(connection, id, correction, ifMatch)),
    mergeEntities: (id, intoId) => run(() => mergeEntities(connection, id, intoId)),
    splitEntity: (id, split) => run(() => splitEntity(connection, id, split)),
    correctQuote: (id, correction, ifMatch) => run(() => correctQuote(connection, id, correction, ifMatch)),
    counts: () => run(() => countEverything(connection)),
    close: async () => connection.close(),
  };
}

function countEverything(connection: Connection): StoreCounts {
  const totals = connection.all<{ name: string; count: number }>('select name, count from totals');
  const of = (name: string) => totals.find((total) => total.name === name)?.count ?? 0;
  return { articles: of('articles'), quotes: of('quotes'), entities: of('entities') };
}
