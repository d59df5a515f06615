import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { ArticleToSave, SaveResult } from '../../src/domain/article-store.ts';
import { OnrecordError } from '../../src/domain/errors.ts';
import type { SourceDocument } from '../../src/domain/source-document.ts';
import { createExtractionThreads } from '../../src/extraction-threads.ts';
import { createArchive } from '../../src/generation/archive.ts';
import { extract } from '../../src/index.ts';
import { type Incoming, type Ingested, ingestAll } from '../../src/ingestion/ingest.ts';
import { readDocument } from '../../src/readers/index.ts';
import { readResourceFiles } from '../../src/resources.ts';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { checkStore } from '../storage/check-store.ts';
import { readTables } from '../storage/read-tables.ts';
import { buildArticle } from '../support/articles.ts';

function document(text: string): SourceDocument {
  return readDocument(Buffer.from(text), { mediaType: 'text/plain', charset: null, name: null });
}

async function* each<Item>(items: Iterable<Item>, onNext: () => void = () => {}): AsyncIterable<Item> {
  for (const item of items) {
    onNext();
    yield item;
  }
}

const articleOf = ({ raw }: SourceDocument): Article => buildArticle({ guid: raw.text, lede: raw.text });
const saved = (items: readonly ArticleToSave[]): readonly SaveResult[] =>
  items.map(({ article }) => ({ outcome: 'created', id: article.text }));

async function collect<Item>(batches: AsyncIterable<readonly Ingested<Item>[]>): Promise<Ingested<Item>[]> {
  const all: Ingested<Item>[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

describe('ingestion', () => {
  it('tells in the order of the input what became of each, however long each takes', async () => {
    const items: Incoming[] = Array.from({ length: 300 }, (_, number) => {
      const place = String(number);
      if (number % 50 === 3) return { place, fault: new OnrecordError('invalid-body', place) };
      if (number % 50 === 4) return { place };
      return { place, document: document(`Story ${number}.`) };
    });
    const batches: number[] = [];
    const ingested = await collect(
      ingestAll(each(items), {
        extract: async (source) => {
          await wait(Math.random() * 5);
          if (source.raw.text === 'Story 7.') throw new OnrecordError('body-too-large', 'too large');
          if (source.raw.text === 'Story 8.') throw new TypeError('a bug');
          return articleOf(source);
        },
        saveMany: async (batch) => {
          batches.push(batch.length);
          return saved(batch);
        },
      }),
    );
    expect(ingested.map(({ item }) => item)).toEqual(items);
    for (const { item, article, result } of ingested) {
      if (item.fault !== undefined) expect(result).toBe(item.fault);
      else if (item.document === undefined) expect(result).toBeNull();
      else if (item.place === '7') expect(result).toMatchObject({ code: 'body-too-large' });
      else if (item.place === '8')
        expect(result).toMatchObject({
          code: 'internal',
          message: 'Something is broken on our side: a bug.',
        });
      else expect(result).toEqual({ outcome: 'created', id: article!.text });
    }
    expect(Math.max(...batches)).toBeLessThanOrEqual(64);
    expect(batches.length).toBeLessThan(50);
  });

  it('stores what is there at once where nothing more is under way', async () => {
    const told: string[] = [];
    async function* talk(): AsyncIterable<Incoming> {
      for (const place of ['one', 'two', 'three']) {
        yield { place, document: document(`${place}.`) };
        // Whoever sends waits for the answer before the next.
        while (!told.includes(place)) await wait(1);
      }
    }
    const started = performance.now();
    for await (const batch of ingestAll(talk(), {
      extract: async (source) => articleOf(source),
      saveMany: async (items) => saved(items),
    })) {
      told.push(...batch.map(({ item }) => item.place!));
    }
    expect(told).toEqual(['one', 'two', 'three']);
    expect(performance.now() - started).toBeLessThan(240);
  });

  it('reads no faster than its answers are taken, by the size of what it holds', async () => {
    let read = 0;
    const texts = Array.from({ length: 400 }, (_, number) => `${number} `.padEnd(200_000, 'long '));
    const ingesting = ingestAll(
      each(
        (function* () {
          for (const text of texts) yield { place: null, document: document(text) };
        })(),
        () => {
          read++;
        },
      ),
      { extract: async (source) => articleOf(source), saveMany: async (items) => saved(items) },
    );
    await ingesting.next();
    await wait(50);
    // 8 Mi code units, and the one that was read before it was known how long it is.
    expect(read).toBeLessThan((8 * 1024 * 1024) / 200_000 + 2);
    await ingesting.return();
    const [before] = [read];
    await wait(20);
    expect(read).toBe(before);
  });

  it('answers each of those that the store could not take with the reason, and goes on', async () => {
    let attempt = 0;
    const items = Array.from({ length: 70 }, (_, number) => ({
      place: String(number),
      document: document('A.'),
    }));
    const ingested = await collect(
      ingestAll(each(items), {
        extract: async (source) => articleOf(source),
        saveMany: async (batch) => {
          if (attempt++ === 0) throw new OnrecordError('unavailable', 'The disk is full.');
          return saved(batch);
        },
      }),
    );
    const failed = ingested.filter(({ result }) => result instanceof OnrecordError);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length).toBeLessThan(70);
    expect(ingested.slice(failed.length).every(({ result }) => result !== null && 'id' in result)).toBe(true);
  });

  it('throws what breaks the source after all that came before it', async () => {
    async function* breaking(): AsyncIterable<Incoming> {
      yield { place: 'one', document: document('One.') };
      throw new Error('broken off');
    }
    const told: unknown[] = [];
    const run = async () => {
      for await (const batch of ingestAll(breaking(), {
        extract: async (source) => articleOf(source),
        saveMany: async (items) => saved(items),
      }))
        told.push(...batch);
    };
    await expect(run()).rejects.toThrow('broken off');
    expect(told).toHaveLength(1);
  });
});

describe('ingestion by several threads', () => {
  it('makes the same store as one article after the other', { timeout: 60_000 }, async () => {
    const archive = createArchive(readResourceFiles(), { seed: 3, size: 30 });
    // Copies and corrections among them: the order decides who is the same and what is the last.
    const documents = Array.from({ length: 40 }, (_, number) =>
      document(archive.article(number % 30).dirtyCopy()),
    );
    const one = await openConnection(':memory:');
    const singly = createSqliteStore(one);
    for (const source of documents) await singly.save(extract(source), source.raw);
    const pool = createExtractionThreads(3);
    const other = await openConnection(':memory:');
    const { saveMany } = createSqliteStore(other);
    const items = documents.map((source, number) => ({ place: String(number), document: source }));
    await collect(ingestAll(each(items), { extract: pool.extract, saveMany }));
    await pool.close();
    expect(readTables(other)).toEqual(readTables(one));
    checkStore(other);
    expect((await createSqliteStore(other).counts()).articles).toBeGreaterThan(20);
    other.close();
    one.close();
  });
});
