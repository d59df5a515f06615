import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { FolderEvent } from '../../src/following/folders/events.ts';
import { type WatchOptions, watchFolders } from '../../src/following/folders/watch.ts';
import { createTaking } from '../../src/following/taking.ts';
import { articleQuery, firstPage } from '../contract/queries.ts';
import { extractSimply } from '../http/support/extract-simply.ts';

export interface Watching {
  readonly events: readonly FolderEvent[];
  /** "story.txt, line 1: created", for each document, by the last part of its path. */
  outcomes(): readonly string[];
  stop(): Promise<void>;
  /** Resolves where a single run is done. */
  readonly done: Promise<void>;
}

/** Watches folders as the command does, but impatiently, and with an extraction that is quick. */
export function startWatching(
  store: ArticleStore,
  folders: readonly string[],
  options: Partial<WatchOptions> = {},
): Watching {
  const events: FolderEvent[] = [];
  const controller = new AbortController();
  const done = watchFolders({
    folders,
    store,
    taking: takeSimply(store),
    report: async (event) => {
      events.push(event);
    },
    signal: controller.signal,
    once: false,
    settling: 60,
    rescan: 150,
    isLeftOut: () => false,
    destinations: { read: null, failed: null },
    ...options,
  });
  done.catch(() => {});
  return {
    events,
    outcomes: () =>
      events.flatMap((event) => {
        if (event.kind !== 'stored' && event.kind !== 'failed') return [];
        const name = event.file.split('/').at(-1);
        const place = event.place === null ? name : `${name}, ${event.place}`;
        return `${place}: ${event.kind === 'stored' ? event.outcome : event.error.code}`;
      }),
    stop: async () => {
      controller.abort();
      await done;
    },
    done,
  };
}

export function takeSimply(store: ArticleStore) {
  return createTaking(async (document) => extractSimply(document), store);
}

/** The texts of all articles, in the order of the alphabet. */
export async function storedTexts(store: ArticleStore): Promise<readonly string[]> {
  const texts: string[] = [];
  let page = firstPage;
  for (;;) {
    const { items, next } = await store.listArticles(articleQuery(), page);
    texts.push(...items.map(({ lede }) => lede));
    if (next === null) return texts.toSorted();
    page = { ...page, after: next };
  }
}
