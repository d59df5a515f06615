import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { openConnection } from '../../src/storage/sqlite/connection.ts';
import { buildArticle, rawOf, type Story } from '../support/articles.ts';
import { checkStore } from './check-store.ts';
import { readTables } from './read-tables.ts';

/** Surnames of several, titles, other spellings: whom they mean, may depend on all articles before. */
const people = ['Ana Ruiz', 'Mayor Ana Ruiz', 'Ruiz', 'Bea Ruiz', 'Ben Okri', 'OKRI', 'Okri', 'Cy Tan'];
const others = [
  { name: 'Reuters', type: 'organization' },
  { name: 'Reuters', type: 'place' },
  { name: 'Port Louis', type: 'place' },
] as const;
/** Long enough that two articles with one of them are copies. */
const ledes = ['first', 'second'].map((which) =>
  Array.from({ length: 40 }, (_, number) => `word ${number} of the ${which} lede`).join(' '),
);

const story: fc.Arbitrary<Story> = fc.record({
  url: fc.nat(14).map((number) => `urn:${number}`),
  guid: fc.constantFrom(null, null, ...Array.from({ length: 8 }, (_, number) => `guid-${number}`)),
  status: fc.constantFrom('usable', 'usable', 'usable', 'withheld', 'canceled'),
  publishedAt: fc.constantFrom(null, '2024-03-01', '2024-03-01', '2024-03-02T10:00:00Z'),
  modifiedAt: fc.constantFrom(null, null, '2024-03-03T10:00:00Z', '2024-03-04T10:00:00Z'),
  lede: fc.constantFrom('Nothing happened.', ...ledes),
  agencies: fc.subarray(['Reuters', 'REUTERS', 'AFP']),
  names: fc
    .array(
      fc.record({
        name: fc.constantFrom(...people),
        aliases: fc.subarray(['The Ruiz', 'Okri']),
        roles: fc.subarray(['mayor', 'chief of staff']),
      }),
      { maxLength: 5 },
    )
    .map((named) => [...named, ...others]),
  quotes: fc.array(
    fc.record({
      words: fc.constantFrom(
        'Yes',
        'No',
        'We shall not leave this town before the rain has stopped',
        'Nobody told us that the bridge would be closed for so long',
      ),
      by: fc.constantFrom(null, ...people),
      with: fc.subarray(people, { maxLength: 2 }),
      about: fc.subarray(people, { maxLength: 2 }),
    }),
    { maxLength: 4 },
  ),
});

it('leaves the rows that saving one by one leaves', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { maxLength: 30 }),
      fc.integer({ min: 2, max: 12 }),
      async (stories, size) => {
        const items = stories.map((one) => {
          const article = buildArticle(one);
          return { article, raw: rawOf(article) };
        });
        const [singly, together] = [await openConnection(':memory:'), await openConnection(':memory:')];
        const [one, other] = [createSqliteStore(singly), createSqliteStore(together)];
        const refused: unknown[] = [];
        for (const { article, raw } of items) {
          refused.push(await one.save(article, raw).then(({ outcome, id }) => ({ outcome, id }), String));
        }
        const results: unknown[] = [];
        for (let start = 0; start < items.length; start += size) {
          const batch = await other.saveMany(items.slice(start, start + size));
          results.push(...batch.map((result) => (result instanceof Error ? String(result) : result)));
        }
        expect(results).toEqual(refused);
        expect(readTables(together)).toEqual(readTables(singly));
        checkStore(together);
        await Promise.all([one.close(), other.close()]);
      },
    ),
    { numRuns: 60, seed: 7 },
  );
});
