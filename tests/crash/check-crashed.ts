import { expect } from 'vitest';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { checkStore } from '../storage/check-store.ts';
import type { Sent } from './writing.ts';

/**
 * Asserts that a store whose writer was killed agrees with itself, and has each article that was acknowledged, whole and
 * once; and that its feed of changes leads a mirror to what is there. Answers with how many articles it has.
 */
export async function checkCrashed(
  database: string,
  acknowledged: ReadonlyMap<string, string>,
  sent: readonly Sent[],
): Promise<number> {
  const connection = await openConnection(database);
  try {
    checkStore(connection);
    const stored = connection.all<{ id: string; url: string }>('select id, url from articles order by url');
    expect(new Set(stored.map(({ url }) => url)).size, 'none is there twice').toBe(stored.length);
    const store = createSqliteStore(connection);
    const texts = new Map(sent.map(({ url, text }) => [url, text]));
    const ids = new Map(stored.map(({ id, url }) => [url, id]));
    for (const [url, id] of acknowledged) expect(ids.get(url), `${url} was acknowledged`).toBe(id);
    for (const { id, url } of stored) {
      const article = await store.findArticle(id);
      expect((await store.findRaw(id)).text, `${url} is whole`).toBe(texts.get(url));
      expect(article.revision).toBe(1);
      expect(article.text.length).toBeGreaterThan(0);
      for (const { start, end } of article.quotes.flatMap(({ segments }) => segments))
        expect(article.text.slice(start, end)).not.toBe('');
    }
    const changes = connection.all<{ sequence: number; kind: string; action: string; id: string }>(
      'select sequence, kind, action, id from changes order by sequence',
    );
    expect(changes.map(({ sequence }) => sequence)).toEqual(changes.map((_, index) => index + 1));
    const told = changes.filter(({ kind, action }) => kind === 'article' && action === 'created');
    expect(told.map(({ id }) => id).toSorted()).toEqual([...ids.values()].toSorted());
    return stored.length;
  } finally {
    connection.close();
  }
}
