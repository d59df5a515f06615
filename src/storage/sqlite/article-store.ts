import type { ArticleStore, PageRequest } from '../../domain/article-store.ts';
import { findLiving } from './articles/article-identity.ts';
import { isQuickArticleList, listArticles } from './articles/article-list.ts';
import { findArticleVersion, loadArticle, loadRaw } from './articles/article-read.ts';
import { deleteArticle, replaceArticle, saveArticle } from './articles/article-write.ts';
import { createArticleFacets, createQuoteFacets } from './columns/facets.ts';
import { articleRows, type Prepare, quoteRows } from './columns.ts';
import { type Connection, openConnection } from './connection.ts';
import { correctEntity } from './entities/entity-correct.ts';
import { listEntities, listSpeakers } from './entities/entity-list.ts';
import { mergeEntities } from './entities/entity-merge.ts';
import { findEntity, findSpeaker, listEntityNames, resolveName } from './entities/entity-read.ts';
import { listRelated } from './entities/entity-related.ts';
import { splitEntity } from './entities/entity-split.ts';
import { translateError } from './errors.ts';
import { createRankings, type Rankings } from './lists/ranking.ts';
import { correctQuote } from './quotes/quote-correct.ts';
import { isQuickQuoteList, listQuotes } from './quotes/quote-list.ts';
import {
  createVersionReader,
  findQuotes,
  findQuoteVersion,
  loadQuote,
  loadQuotes,
  loadStoredQuotes,
} from './quotes/quote-read.ts';
import { createReaderThread, type SlowMethod } from './reader-thread.ts';
import { findHits } from './search/highlight.ts';
import { createRelevanceReader } from './search/relevance.ts';
import { suggest } from './search/suggest.ts';
import { findStamp } from './stamp.ts';
import { countEverything, findStatistics } from './statistics.ts';
import { countQuotesByDay } from './timeline.ts';

/**
 * Opens the store in this SQLite file, or creates it; `:memory:` is one that is gone when it is closed.
 * Rejects with an Error that names the file and the remedy where it cannot be opened.
 */
export async function openSqliteStore(file: string): Promise<ArticleStore> {
  const store = createSqliteStore(await openConnection(file));
  return file === ':memory:' ? store : readSlowlyElsewhere(store, file);
}

/**
 * The same store, with the reads that may take long done in threads. Facets have one of their own: what they are counted
 * from takes memory, and a while to read.
 */
function readSlowlyElsewhere(store: ArticleStore, file: string): ArticleStore {
  const thread = createReaderThread(file);
  const facetThread = createReaderThread(file);
  type List<Query, Item> = (query: Query, page: PageRequest) => Promise<Item>;
  const elsewhere =
    <Query extends object, Item>(method: SlowMethod): List<Query, Item> =>
    // A function does not go to another thread.
    (query, { isWanted, ...page }) => {
      const hasFacets = 'facets' in query && (query.facets as readonly string[]).length > 0;
      return (hasFacets ? facetThread : thread).call(method, [query, page], isWanted);
    };
  const unlessQuick =
    <Query, Item>(
      isQuick: (query: Query, page: PageRequest) => boolean,
      here: List<Query, Item>,
      there: List<Query, Item>,
    ): List<Query, Item> =>
    (query, page) =>
      (isQuick(query, page) ? here : there)(query, page);
  return {
    ...store,
    listArticles: unlessQuick(isQuickArticleList, store.listArticles, elsewhere('listArticles')),
    listQuotes: unlessQuick(isQuickQuoteList, store.listQuotes, elsewhere('listQuotes')),
    listQuoteVersions: unlessQuick(isQuickQuoteList, store.listQuoteVersions, elsewhere('listQuoteVersions')),
    listSpeakers: elsewhere('listSpeakers'),
    listEntities: elsewhere('listEntities'),
    listRelated: (id, query, { isWanted, ...page }) =>
      thread.call('listRelated', [id, query, page], isWanted),
    countQuotesByDay: (query) => thread.call('countQuotesByDay', [query]),
    suggest: (q, limit) => thread.call('suggest', [q, limit]),
    findStatistics: () => thread.call('findStatistics', []),
    prepare: () => facetThread.call('prepare', []),
    close: async () => {
      await thread.close();
      await facetThread.close();
      await store.close();
    },
  };
}

export interface StoreOptions {
  readonly rankings?: Rankings;
  readonly prepare?: Prepare;
}

/** The port on a connection. What SQLite cannot do is `unavailable`. */
export function createSqliteStore(
  connection: Connection,
  { rankings = createRankings(), prepare = (work) => work() }: StoreOptions = {},
): ArticleStore {
  const articleFacets = createArticleFacets(connection, prepare);
  const quoteFacets = createQuoteFacets(connection, prepare);
  const articleRelevance = createRelevanceReader(connection, articleRows, prepare);
  const quoteRelevance = createRelevanceReader(connection, quoteRows, prepare);
  const readVersions = createVersionReader(connection);
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
    findArticleQuotes: (id, which) =>
      run(() => loadStoredQuotes(connection, row(id), which?.rejected ?? false)),
    listArticles: (query, page) =>
      run(() => listArticles(connection, rankings, articleRelevance, articleFacets, query, page)),
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
    correctEntity: (id, correction, ifMatch) => run(() => correctEntity(connection, id, correction, ifMatch)),
    mergeEntities: (id, intoId) => run(() => mergeEntities(connection, id, intoId)),
    splitEntity: (id, split) => run(() => splitEntity(connection, id, split)),
    correctQuote: (id, correction, ifMatch) => run(() => correctQuote(connection, id, correction, ifMatch)),
    countQuotesByDay: (query) => run(() => countQuotesByDay(connection, query)),
    findHits: (query, ids) => run(() => findHits(connection, query, ids)),
    suggest: (q, limit) => run(() => suggest(connection, q, limit)),
    findStatistics: () => run(() => findStatistics(connection)),
    findStamp: () => run(() => findStamp(connection)),
    counts: () => run(() => countEverything(connection)),
    prepare: () =>
      run(() => {
        articleFacets.prepare();
        quoteFacets.prepare();
      }),
    close: async () => connection.close(),
  };
}
