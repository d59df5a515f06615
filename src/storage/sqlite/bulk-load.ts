import type { ArticleToSave } from '../../domain/article-store.ts';
import { saveWithin } from './articles/article-write.ts';
import { startDraft } from './draft.ts';

/** Writes a store of many articles at once. */
export interface BulkLoad {
  add(articles: readonly ArticleToSave[]): void;
  /** Ends the writing; only now there is a database of that name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): void;
}

/**
 * Starts a new store that is filled at once, and is the same in the end as by saving articles one by one. Nobody reads it
 * meanwhile, so it needs no journal, and its largest indexes are made last: what needs them, the evidence for which of
 * several bearers of a name an article means, is slow to find.
 *
 * Rejects where the file exists.
 */
export async function startBulkLoad(file: string): Promise<BulkLoad> {
  const { connection, restoreIndexes, finish, abandon } = await startDraft(file, cacheMb);
  return {
    add: (articles) => {
      connection.transaction(() => saveWithin(connection, articles));
    },
    finish: async () => {
      restoreIndexes();
      await finish();
    },
    abandon,
  };
}

/** Made-up archives are large, and whoever makes them waits for nothing else. */
const cacheMb = 1000;
