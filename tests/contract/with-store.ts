import { afterEach, beforeEach } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { Engine } from './engines.ts';

/** Gives each test of a suite an empty store of its own. */
export function withStore(engine: Engine): { readonly store: ArticleStore } {
  let opened: Awaited<ReturnType<Engine['open']>> | null = null;
  beforeEach(async () => {
    opened = await engine.open();
  });
  afterEach(async () => {
    await opened?.dispose();
  });
  return {
    get store() {
      if (opened === null) throw new Error('The store is open within a test only.');
      return opened.store;
    },
  };
}
