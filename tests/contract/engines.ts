import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';

/** An engine of the storage port, with an empty store for each test. */
export interface Engine {
  readonly name: string;
  /** How often each property is tried: fewer times where a store is slow to make. */
  readonly propertyRuns: number;
  open(): Promise<{ readonly store: ArticleStore; dispose(): Promise<void> }>;
}

/** Every engine that there is; a new one is a row here. */
export const engines: readonly Engine[] = [
  {
    name: 'sqlite in memory',
    propertyRuns: 10,
    open: async () => {
      const store = await openSqliteStore(':memory:');
      return { store, dispose: () => store.close() };
    },
  },
  {
    name: 'sqlite in a file',
    propertyRuns: 2,
    open: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
      const store = await openSqliteStore(join(folder, 'test.db'));
      return {
        store,
        dispose: async () => {
          await store.close();
          await rm(folder, { recursive: true });
        },
      };
    },
  },
];
