import type { ArticleStore } from '../../domain/article-store.ts';
import { findLiving } from './articles/article-identity.ts';
import { listArticles } from './articles/article-list.ts';
import { findArticleVersion, loadArticle, loadRaw } from './articles/article-read.ts';
import { findRevision, findRevisionRaw, listRevisions } from './articles/article-revisions.ts';
import { deleteArticle, replaceArticle, saveArticle } from './articles/article-write.ts';
import { findExtracted, listExtractions, reextractMany } from './articles/reextract.ts';
import { saveArticles } from './articles/save-articles.ts';
import { findBookmarks, keepBookmarks } from './bookmarks.ts';
import { listChanges } from './changes.ts';
import type { ColumnOptions } from './columns/columns-reader.ts';
import { createArticleFacets, createQuoteFacets } from './columns/facets.ts';
import { articleRows, quoteRows } from './columns.ts';
import { type Connection, openConnection } from './connection.ts';
import { listSimilar } from './copies/similar.ts';
import { catchUpBeside, readCopies } from './copies/unread-copies.ts';
import { correctEntity } from './entities/entity-correct.ts';
import { listEntities, listSpeakers } from './entities/entity-list.ts';
import { mergeEntities } from './entities/entity-merge.ts';
import { findEntity, findSpeaker, listEntityNames, resolveName } from './entities/entity-read.ts';
import { listRelated } from './entities/entity-related.ts';
import { splitEntity } from './entities/entity-split.ts';
import { translateError } from './errors.ts';
import { createRankings, type Rankings } from './lists/ranking.ts';
import { createLockPatience } from './lock-patience.ts';
import { correctQuote } from './quotes/quote-correct.ts';
import { listQuotes } from './quotes/quote-list.ts';
import {
  createVersionReader,
  findQuotes,
  findQuoteVersion,
  loadQuote,
  loadQuotes,
  loadStoredQuotes,
} from './quotes/quote-read.ts';
import { readElsewhere } from './read-elsewhere.ts';
import { findHits } from './search/highlight.ts';
import { createRelevanceReader } from './search/relevance.ts';
import { suggest } from './search/suggest.ts';
import { findStamp } from './stamp.ts';
import { countEverything, findStatistics } from './statistics.ts';
import { countQuotesByDay } from './timeline.ts';
import { writeElsewhere } from './write-elsewhere.ts';

/**
 * Opens the store in this SQLite file, or creates it; `:memory:` is one that is gone when it is closed.
 * Rejects with an Error that names the file and the remedy where it cannot be opened.
 */
export async function openSqliteStore(file: string): Promise<ArticleStore> {
  const connection = await openConnection(file);
  connection.all('pragma busy_timeout = 0');
  const store = createSqliteStore(connection);
  return file === ':memory:' ? store : catchUpBeside(writeElsewhere(readElsewhere(store, file), file));
}

export interface StoreOptions {
  readonly rankings?: Rankings;
  readonly columns?: ColumnOptions;
  /** Milliseconds that are waited for the lock of another process, and not in SQLite, so that reading goes on. */
  readonly patience?: number;
}

export interface PreparedStore extends ArticleStore {
  /** `parts`: not all of it. */
  prepare(parts?: readonly ('relevance' | 'facets')[]): Promise<void>;
}

/** The port on a connection. What SQLite cannot do is `unavailable`. */
export function createSqliteStore(
  connection: Connection,
  {
    rankings = createRankings(),
    columns = { prepare: (work) => work(), files: null },
    patience = 5_000,
  }: StoreOptions = {},
): PreparedStore {
  const articleFacets = createArticleFacets(connection, columns);
  const quoteFacets = createQuoteFacets(connection, columns);
  const articleRelevance = createRelevanceReader(connection, articleRows, columns);
  const quoteRelevance = createRelevanceReader(connection, quoteRows, columns);
  const prepared = { facets: [articleFacets, quoteFacets], relevance: [articleRelevance, quoteRelevance] };
  const readVersions = createVersionReader(connection);
  const runner = () => {
    const whenUnlocked = createLockPatience(patience);
    return async <Result>(work: () => Result): Promise<Result> => {
      try {
        return await whenUnlocked(work);
      } catch (error) {
        throw translateError(error, connection.file);
      }
    };
  };
  const [run, write] = [runner(), runner()];
  const row = (id: string) => findLiving(connection, id).row;
  return {
    save: (article, raw) => write(() => saveArticle(connection, article, raw)),
    saveMany: (items) => write(() => saveArticles(connection, items)),
    replace: (id, article, raw, ifMatch) =>
      write(() => replaceArticle(connection, id, article, raw, ifMatch)),
    listExtractions: (after, limit) => run(() => listExtractions(connection, after, limit)),
    findExtracted: (id) => run(() => findExtracted(connection, id)),
    reextractMany: (articles) => write(() => reextractMany(connection, articles)),
    deleteArticle: (id, ifMatch) => write(() => deleteArticle(connection, id, ifMatch)),
    findArticle: (id) => run(() => loadArticle(connection, row(id))),
    findArticleVersion: (id) => run(() => findArticleVersion(connection, id)),
    findRaw: (id, revision) =>
      run(() =>
        revision === undefined ? loadRaw(connection, row(id)) : findRevisionRaw(connection, id, revision),
      ),
    listRevisions: (id, page) => run(() => listRevisions(connection, id, page)),
    findRevision: (id, revision) => run(() => findRevision(connection, id, revision)),
    findArticleQuotes: (id, which) =>
      run(() => loadStoredQuotes(connection, row(id), which?.rejected ?? false)),
    listArticles: (query, page) =>
      run(() => listArticles(connection, rankings, articleRelevance, articleFacets, query, page)),
    listSimilar: (id, query, page) => run(() => listSimilar(connection, rankings, id, query, page)),
    findQuote: (id) => run(() => loadQuote(connection, id)),
    findQuoteVersion: (id) => run(() => findQuoteVersion(connection, id)),
    findQuotes: (ids) => run(() => findQuotes(connection, ids)),
    listQuotes: (query, page) =>
      run(() =>
        listQuotes(connection, rankings, quoteRelevance, quoteFacets, query, page, (rows) =>
          loadQuotes(connection, rows),
        ),
      ),
    listQuoteVersions: (query, page) =>
      run(() => listQuotes(connection, rankings, quoteRelevance, quoteFacets, query, page, readVersions)),
    listSpeakers: (query, page) => run(() => listSpeakers(connection, rankings, query, page)),
    listEntities: (query, page) => run(() => listEntities(connection, rankings, query, page)),
    findEntity: (id) => run(() => findEntity(connection, id)),
    findSpeaker: (id) => run(() => findSpeaker(connection, id)),
    listEntityNames: (id) => run(() => listEntityNames(connection, id)),
    listRelated: (id, query, page) => run(() => listRelated(connection, rankings, id, query, page)),
    resolveName: (idOrName) => run(() => resolveName(connection, idOrName)),
    correctEntity: (id, correction, ifMatch) =>
      write(() => correctEntity(connection, id, correction, ifMatch)),
    mergeEntities: (id, intoId) => write(() => mergeEntities(connection, id, intoId)),
    splitEntity: (id, split) => write(() => splitEntity(connection, id, split)),
    correctQuote: (id, correction, ifMatch) => write(() => correctQuote(connection, id, correction, ifMatch)),
    countQuotesByDay: (query) => run(() => countQuotesByDay(connection, query)),
    listChanges: (query, limit) => run(() => listChanges(connection, query, limit)),
    findHits: (query, ids) => run(() => findHits(connection, query, ids)),
    suggest: (q, limit) => run(() => suggest(connection, q, limit)),
    findStatistics: () => run(() => findStatistics(connection)),
    findStamp: () => run(() => findStamp(connection)),
    check: () => run(() => connection.refuseMoved()),
    counts: () => run(() => countEverything(connection)),
    findBookmarks: (sources) => run(() => findBookmarks(connection, sources)),
    keepBookmarks: (bookmarks) => write(() => keepBookmarks(connection, bookmarks)),
    prepare: (parts = ['relevance', 'facets']) =>
      run(() => {
        for (const part of parts) for (const each of prepared[part]) each.prepare();
      }),
    catchUp: () => run(() => readCopies(connection)),
    close: async () => connection.close(),
  };
}
