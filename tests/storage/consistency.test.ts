import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { FreeRows, firstDatedRow, firstRowAfterDay, firstRowAt } from '../../src/storage/sqlite/places.ts';
import { saveStory } from '../contract/queries.ts';
import { checkStore } from './check-store.ts';

it('agrees with itself after any sequence of changes', { timeout: 60_000 }, async () => {
  const names = ['Ana Ruiz', 'ANA RUIZ', 'Ruiz', 'Ben Okri', 'Łukasz Żak'];
  const change = fc.record({
    number: fc.nat(6),
    isDeleted: fc.constantFrom(true, false, false),
    status: fc.constantFrom('usable', 'usable', 'withheld', 'canceled'),
    publishedAt: fc.constantFrom(
      null,
      '2024-03-01',
      '2024-03-02T10:00:00Z',
      '0001-01-01',
      '9999-12-31',
      'never',
    ),
    quotes: fc.array(
      fc.record({
        words: fc.constantFrom('Yes', 'No', ''),
        by: fc.constantFrom(null, ...names),
        with: fc.subarray(names),
      }),
      { maxLength: 4 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
      const connection = await openConnection(':memory:');
      const store = createSqliteStore(connection);
      for (const { number, isDeleted, ...story } of changes) {
        const { id, outcome } = await saveStory(store, { url: `urn:${number}`, ...story } as Parameters<
          typeof saveStory
        >[1]);
        if (isDeleted && outcome !== 'deleted') await store.deleteArticle(id, null);
        checkStore(connection);
      }
      await store.close();
    }),
    { numRuns: 40, seed: 11 },
  );
});

it('agrees with itself after any sequence of changes and corrections', { timeout: 60_000 }, async () => {
  const names = ['Ana Ruiz', 'Ruiz', 'Ben Okri', 'Okri', 'Cy Tan'];
  const change = fc.record({
    what: fc.constantFrom(
      'save',
      'save',
      'save',
      'delete',
      'merge',
      'split',
      'part',
      'rename',
      'speaker',
      'new speaker',
      'reject',
      'restore',
      'take back',
    ),
    number: fc.nat(4),
    pick: fc.nat(20),
    other: fc.nat(20),
    status: fc.constantFrom('usable', 'usable', 'usable', 'withheld'),
    lede: fc.constantFrom('Rain.', 'Sun.'),
    names: fc.subarray(names),
    quotes: fc.array(
      fc.record({
        words: fc.constantFrom('Yes', 'No'),
        by: fc.constantFrom(null, ...names),
        with: fc.subarray(names),
        about: fc.subarray(names),
      }),
      { maxLength: 3 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
      const connection = await openConnection(':memory:');
      const store = createSqliteStore(connection);
      const ids = (table: string) =>
        connection.all<{ id: string }>(`select id from ${table} order by row`).map(({ id }) => id);
      for (const { what, number, pick, other, names: named, ...story } of changes) {
        const entities = ids('entities');
        const [entity, second] = [entities[pick % entities.length], entities[other % entities.length]];
        const articles = ids('articles');
        const quotes = ids('quotes');
        const quote = quotes[pick % quotes.length];
        const article = articles[number % articles.length];
        if (what === 'save') {
          const saved = { url: `urn:${number}`, names: named.map((name) => ({ name })), ...story };
          await saveStory(store, saved as Parameters<typeof saveStory>[1]);
        } else if (what === 'delete') {
          if (article !== undefined) await store.deleteArticle(article, null);
        } else if (entity !== undefined && second !== undefined) {
          if (what === 'merge' && entity !== second) await store.mergeEntities(entity, second);
          if (what === 'rename')
            await store.correctEntity(entity, { name: 'Zoe Adler', aliases: ['Okri'] }, null);
          if (what === 'split' && article !== undefined) {
            // Where it does not name it, or no other one does, it is refused.
            await store.splitEntity(entity, { articleIds: [article], name: null }).catch(refused);
          }
          if (what === 'part') {
            await store
              .splitEntity(entity, { names: [names[other % names.length]!], name: null })
              .catch(refused);
          }
          if (quote !== undefined) {
            if (what === 'speaker') await store.correctQuote(quote, { speakerId: second }, null);
            if (what === 'new speaker')
              await store.correctQuote(quote, { newSpeaker: { name: 'Dee Ray', type: 'person' } }, null);
            if (what === 'reject') await store.correctQuote(quote, { isRejected: true }, null);
            if (what === 'take back') await store.correctQuote(quote, { isTakenBack: true }, null);
            if (what === 'restore')
              await store.correctQuote(quote, { isRejected: false, speakerId: null }, null);
          }
        }
        checkStore(connection);
        for (const id of ids('articles')) await store.findArticle(id);
      }
      await store.close();
    }),
    { numRuns: 60, seed: 12 },
  );
});

function refused(error: unknown): void {
  expect(error).toMatchObject({ code: 'invalid-body' });
}

it('gives every time its place, and what cannot be read none', () => {
  const times = [
    '0001-01-01',
    '1969-07-20',
    '2024-02-29',
    '2024-02-29T00:00:01Z',
    '2024-03-01',
    '9999-12-31',
  ];
  const rows = times.map(firstRowAt);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  for (const row of rows)
    expect(Number.isSafeInteger(row) && row >= firstDatedRow && row < 2 ** 53).toBe(true);
  expect([null, '', 'never', '2024-13-45'].map(firstRowAt)).toEqual([1, 1, 1, 1]);
  expect(firstRowAfterDay('2024-02-29')).toBe(firstRowAt('2024-03-01'));
});

it('goes on in the next second when one is full', async () => {
  const connection = await openConnection(':memory:');
  const start = firstRowAt('2024-03-01');
  const next = firstRowAt('2024-03-01T00:00:01Z');
  const occupy = (row: number) =>
    connection.run(
      `insert into articles (row, id, word_count, quote_count, revision, ingested_at, extractor) values (:row, :id, 0, 0, 1, '', '')`,
      { row, id: `art_${row}` },
    );
  connection.run('pragma foreign_keys = off');
  const find = (count: number) => new FreeRows(connection, 'articles').take('2024-03-01', true, count);
  expect(find(1)).toBe(start);
  occupy(start);
  expect(find(1)).toBe(start + 1);
  occupy(next - 1);
  expect(find(1)).toBe(next);
  occupy(next);
  expect(find(5)).toBe(next + 1);
  expect(find(3 * (next - start))).toBe(next + 1);
  connection.close();
});

it('gives no row twice of those that are written together', async () => {
  const connection = await openConnection(':memory:');
  const rows = new FreeRows(connection, 'quotes');
  const start = firstRowAt('2024-03-01');
  rows.occupy(start);
  expect([2, 1].map((count) => rows.take('2024-03-01', true, count))).toEqual([start + 1, start + 3]);
  const second = firstRowAt('2024-03-01T00:00:01Z');
  expect(rows.take('2024-03-01', true, second - start)).toBe(start + 4);
  expect(rows.take('2024-03-01T00:00:01Z', true, 1)).toBe(second + 4);
  expect([2, 1].map((count) => rows.take(null, false, count))).toEqual([-2, -3]);
  connection.close();
});
