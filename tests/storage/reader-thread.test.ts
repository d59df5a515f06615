import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { OnrecordError } from '../../src/domain/errors.ts';
import type { Page } from '../../src/domain/queries.ts';
import type { ArticleSummary } from '../../src/domain/records.ts';
import { createSqliteStore, openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { readElsewhere } from '../../src/storage/sqlite/read-elsewhere.ts';
import { createReaderThread, type ReaderThread } from '../../src/storage/sqlite/reader-thread.ts';
import { articleQuery, firstPage, saveStory } from '../contract/queries.ts';

describe('the thread for reads that may take long', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const file = join(folder, 'test.db');
  let store: ArticleStore;
  const threads: ReaderThread[] = [];
  const start = (limits?: Parameters<typeof createReaderThread>[1]) => {
    const thread = createReaderThread(file, limits);
    threads.push(thread);
    return thread;
  };
  const rain = [articleQuery({ q: 'rain' }), firstPage];
  const search = (thread: ReaderThread, isWanted?: () => boolean) =>
    thread.call<Page<ArticleSummary>>('listArticles', rain, isWanted);

  beforeAll(async () => {
    store = await openSqliteStore(file);
    await saveStory(store, { url: 'urn:1', headline: 'Rain' });
  });
  afterAll(async () => {
    for (const thread of threads) await thread.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('answers as the store does, also what was written just now', async () => {
    const thread = start();
    for (const url of ['urn:2', 'urn:3']) {
      await saveStory(store, { url, headline: 'Rain again' });
      expect(await search(thread)).toEqual(await store.listArticles(articleQuery({ q: 'rain' }), firstPage));
    }
    expect((await search(thread)).total).toBe(3);
  });

  it('refuses as the store does', async () => {
    const page = { ...firstPage, after: ['x'] };
    const refused = start().call('listArticles', [articleQuery({ q: 'rain' }), page]);
    await expect(refused).rejects.toBeInstanceOf(OnrecordError);
    await expect(refused).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  it('gives up what takes too long, and goes on with the next', async () => {
    // It is not even started in that time.
    const hasty = start({ longest: 1, mostWaiting: 9 });
    await expect(search(hasty)).rejects.toMatchObject({ code: 'unavailable', retryAfter: 2 });
    await expect(search(hasty)).rejects.toMatchObject({ code: 'unavailable' });
    expect((await search(start())).items.length).toBeGreaterThan(0);
  });

  it('starts nothing that nobody waits for, and turns away whom it cannot serve', async () => {
    const thread = start({ longest: 60_000, mostWaiting: 2 });
    const asked: string[] = [];
    const outcomes = await Promise.allSettled([
      search(thread),
      search(thread, () => asked.push('wanted') > 0),
      search(thread, () => asked.push('unwanted') < 0),
      search(thread, () => asked.push('too many') > 0),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(asked).toEqual(['wanted', 'unwanted']);
  });

  it('serves all but what it prepares for, while it prepares', async () => {
    const withFacets = articleQuery({ q: 'rain', facets: ['publisher'] });
    const byRelevance = articleQuery({ q: 'rain', sort: 'relevance' });
    const hasty = readElsewhere(createSqliteStore(await openConnection(file)), file, 0);
    const prepared = hasty.prepare();
    for (const query of [withFacets, byRelevance]) {
      const refused = hasty.listArticles(query, firstPage);
      await expect(refused).rejects.toMatchObject({ code: 'unavailable', retryAfter: 2 });
    }
    expect((await hasty.listArticles(articleQuery({ q: 'rain' }), firstPage)).total).toBe(3);
    await prepared;
    expect((await hasty.listArticles(byRelevance, firstPage)).total).toBe(3);
    expect((await hasty.listArticles(withFacets, firstPage)).facets).toEqual({ publisher: [] });
    await hasty.close();
  });

  it('lets them wait for it a while', async () => {
    const prepared = store.prepare();
    const query = articleQuery({ q: 'rain', facets: ['publisher'] });
    expect((await store.listArticles(query, firstPage)).facets).toEqual({ publisher: [] });
    await prepared;
  });

  it('rejects what waits when it is closed', async () => {
    const thread = start();
    const waiting = [search(thread), search(thread)];
    const outcomes = Promise.allSettled(waiting);
    await thread.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
