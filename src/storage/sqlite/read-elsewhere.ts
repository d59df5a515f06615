import { setTimeout as wait } from 'node:timers/promises';
import type { ArticleStore } from '../../domain/article-store.ts';
import type { PageRequest } from '../../domain/queries.ts';
import { isQuickArticleList } from './articles/article-list.ts';
import { isQuickQuoteList } from './quotes/quote-list.ts';
import { createReaderThread, type ReaderThread, type SlowMethod, tooLate } from './reader-thread.ts';

type List<Query, Item> = (query: Query, page: PageRequest) => Promise<Item>;

/**
 * The same store, with the reads that may take long done in threads. Facets have one of their own: what they are counted
 * from takes memory. `patience`: milliseconds for which facets and rankings wait for what they are made from.
 */
export function readElsewhere(store: ArticleStore, file: string, patience = 5_000): ArticleStore {
  // A thread opens what bears the name when it starts.
  const inPlace = (reader: ReaderThread): ReaderThread => ({
    ...reader,
    call: async (...called) => {
      await store.check();
      return reader.call(...called);
    },
  });
  const thread = inPlace(createReaderThread(file));
  const facetThread = inPlace(createReaderThread(file));
  let loader: ReaderThread | null = null;
  let loading: Promise<void> = Promise.resolve();

  const elsewhere =
    <Query extends object, Item>(method: SlowMethod): List<Query, Item> =>
    // A function does not go to another thread.
    async (query, { isWanted, ...page }) => {
      const hasFacets = 'facets' in query && (query.facets as readonly string[]).length > 0;
      const isByRelevance = 'sort' in query && query.sort === 'relevance';
      if (loader !== null && (hasFacets || isByRelevance)) await waitForColumns();
      return (hasFacets ? facetThread : thread).call(method, [query, page], isWanted);
    };

  async function waitForColumns(): Promise<void> {
    const isLate = await Promise.race([
      loading.then(
        () => false,
        () => false,
      ),
      wait(patience, true, { ref: false }),
    ]);
    if (isLate) throw tooLate('What this is answered from is being read still.');
  }

  const unlessQuick =
    <Query, Item>(
      isQuick: (query: Query, page: PageRequest) => boolean,
      here: List<Query, Item>,
      there: List<Query, Item>,
    ): List<Query, Item> =>
    (query, page) =>
      (isQuick(query, page) ? here : there)(query, page);

  async function prepare(): Promise<void> {
    loading = load();
    await loading;
    await thread.call('prepare', [['relevance']]);
    await facetThread.call('prepare', [['facets']]);
  }

  /** The first time it takes a while, and memory: in a thread that holds up nothing, ends, and leaves files for the others. */
  async function load(): Promise<void> {
    loader = createReaderThread(file);
    try {
      await loader.call('prepare', []);
    } finally {
      await loader.close();
      loader = null;
    }
  }

  return {
    ...store,
    listArticles: unlessQuick(isQuickArticleList, store.listArticles, elsewhere('listArticles')),
    listQuotes: unlessQuick(isQuickQuoteList, store.listQuotes, elsewhere('listQuotes')),
    listQuoteVersions: unlessQuick(isQuickQuoteList, store.listQuoteVersions, elsewhere('listQuoteVersions')),
    listSpeakers: elsewhere('listSpeakers'),
    listEntities: elsewhere('listEntities'),
    listRelated: (id, query, { isWanted, ...page }) =>
      thread.call('listRelated', [id, query, page], isWanted),
    listRevisions: (id, { isWanted, ...page }) => thread.call('listRevisions', [id, page], isWanted),
    findRevision: (id, revision) => thread.call('findRevision', [id, revision]),
    listSimilar: (id, query, { isWanted, ...page }) =>
      thread.call('listSimilar', [id, query, page], isWanted),
    countQuotesByDay: (query) => thread.call('countQuotesByDay', [query]),
    suggest: (q, limit) => thread.call('suggest', [q, limit]),
    findStatistics: () => thread.call('findStatistics', []),
    prepare,
    close: async () => {
      await loader?.close();
      await thread.close();
      await facetThread.close();
      await store.close();
    },
  };
}
