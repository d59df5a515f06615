import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areCopies } from '../../src/copies/overlap.ts';
import { areDistinctive, groupPlaces, identifyWords } from '../../src/copies/quote-places.ts';
import { sketch } from '../../src/copies/sketch.ts';
import { readWords } from '../../src/copies/words.ts';
import { createSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { type Connection, openConnection } from '../../src/storage/sqlite/connection.ts';
import { compareInTime, secondOfRow } from '../../src/storage/sqlite/places.ts';
import { saveStory } from '../contract/queries.ts';
import { readVersions } from '../copies/versions.ts';
import { checkStore } from './check-store.ts';

const words = Array.from({ length: 60 }, (_, i) => `word${i}`);

/** Texts of up to 60 words that have a beginning, an end, or both in common, some so much that they are copies. */
const text = fc
  .record({
    cut: fc.constantFrom(0, 10, 20, 35),
    edits: fc.subarray([3, 17, 28, 41, 52], { maxLength: 3 }),
    shift: fc.constantFrom(0, 0, 7, 30),
  })
  .map(({ cut, edits, shift }) =>
    [...Array.from({ length: shift }, (_, i) => `more${i}`), ...words]
      .slice(0, words.length - cut)
      .map((word, i) => (edits.includes(i) ? 'edited' : word))
      .join(' '),
  );

const sentences = ['We will not leave until all of them are home', 'Yes', 'No comment', ''];
const speakers = ['Ana Ruiz', 'Ben Okri', null];
const times = [null, '2024-03-01', '2024-03-01T09:00:00Z', '2024-03-02T10:00:00Z', '2024-03-09'];

const story = fc.record({
  lede: text,
  publishedAt: fc.constantFrom(...times),
  status: fc.constantFrom('usable' as const, 'usable' as const, 'usable' as const, 'canceled' as const),
  quotes: fc.array(fc.record({ words: fc.constantFrom(...sentences), by: fc.constantFrom(...speakers) }), {
    maxLength: 3,
  }),
});

it('has the groups that follow from what it holds, after any sequence of changes', {
  timeout: 120_000,
}, async () => {
  const change = fc.record({
    what: fc.constantFrom(
      'save',
      'save',
      'save',
      'save',
      'delete',
      'merge',
      'speaker',
      'nobody',
      'reject',
      'restore',
    ),
    number: fc.nat(5),
    pick: fc.nat(20),
    story,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 15, maxLength: 30, size: 'max' }), async (changes) => {
      const connection = await openConnection(':memory:');
      const store = createSqliteStore(connection);
      const idOf = (table: string, number: number) => {
        const ids = connection.all<{ id: string }>(`select id from ${table} order by id`);
        return ids[number % ids.length]?.id;
      };
      for (const { what, number, pick, story } of changes) {
        const [article, quote] = [idOf('articles', number), idOf('quotes', pick)];
        const [entity, other] = [idOf('entities', pick), idOf('entities', pick + 1)];
        // Most revisions keep their day.
        const publishedAt = pick % 3 === 0 ? story.publishedAt : times[number % times.length]!;
        if (what === 'save') await saveStory(store, { ...story, url: `urn:${number}`, publishedAt });
        if (what === 'delete' && article !== undefined) await store.deleteArticle(article, null);
        if (what === 'merge' && entity !== other) await store.mergeEntities(entity!, other!);
        if (quote !== undefined) {
          if (what === 'speaker' && entity !== undefined)
            await store.correctQuote(quote, { speakerId: entity }, null);
          if (what === 'nobody') await store.correctQuote(quote, { speakerId: null }, null);
          if (what === 'reject') await store.correctQuote(quote, { isRejected: true }, null);
          if (what === 'restore') await store.correctQuote(quote, { isTakenBack: true }, null);
        }
        checkStore(connection);
        expect(copiesIn(connection)).toEqual(findCopies(connection));
        expect(quoteGroupsIn(connection)).toEqual(findQuoteGroups(connection));
      }
      await store.close();
    }),
    { numRuns: 40, seed: 21 },
  );
});

it('counts the copies of a first that is revised where it stands', async () => {
  const connection = await openConnection(':memory:');
  const store = createSqliteStore(connection);
  const save = (number: number, lede: string) =>
    saveStory(store, { url: `urn:${number}`, publishedAt: `2024-03-0${number}`, lede });
  const { id } = await save(1, words.join(' '));
  await save(2, words.join(' '));
  await save(3, words.slice(0, 40).join(' '));
  await save(1, [...words, 'and', 'one', 'more'].join(' '));
  expect(await store.findArticle(id)).toMatchObject({ copyOf: null, copyCount: 2, revision: 2 });
  checkStore(connection);
  await store.close();
});

it('has the same groups whatever the order in which articles come', { timeout: 60_000 }, async () => {
  const stories = fc.uniqueArray(fc.record({ lede: text, minute: fc.nat(59) }), {
    selector: ({ minute }) => minute,
    minLength: 5,
    maxLength: 10,
    size: 'max',
  });
  await fc.assert(
    fc.asyncProperty(
      stories.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      async (orders) => {
        const [one, other] = await Promise.all(
          orders.map(async (stories) => {
            const connection = await openConnection(':memory:');
            const store = createSqliteStore(connection);
            for (const { lede, minute } of stories) {
              const publishedAt = `2024-03-01T09:${String(minute).padStart(2, '0')}:00Z`;
              await saveStory(store, { url: `urn:${minute}`, lede, publishedAt });
            }
            const copies = copiesIn(connection);
            await store.close();
            return copies;
          }),
        );
        expect(other).toEqual(one);
      },
    ),
    { numRuns: 60, seed: 22 },
  );
});

it('finds the same beside its use where articles were there before', async () => {
  const connection = await openConnection(':memory:');
  const store = createSqliteStore(connection);
  const versions = readVersions().map(({ text }, number) => ({
    url: `urn:${number}`,
    publishedAt: `2024-03-${String(1 + (number % 28)).padStart(2, '0')}`,
    lede: text,
    quotes: [{ words: sentences[number % 4]!, by: speakers[number % 3]! }],
  }));
  for (const version of versions) await saveStory(store, version);
  const [copies, groups] = [copiesIn(connection), quoteGroupsIn(connection)];
  expect(copies.filter(({ firstRow }) => firstRow !== null).length).toBeGreaterThan(30);
  for (const table of ['article_copies', 'quote_places', 'quote_groups', 'unsettled_words'])
    connection.run(`delete from ${table}`);
  connection.run('insert into unread_copies select row from articles where row > 0');

  await store.catchUp();
  // What comes and goes meanwhile is told at once.
  await saveStory(store, { ...versions[60]!, headline: 'Revised' });
  const { id } = await saveStory(store, { ...versions[3]!, url: 'urn:another', publishedAt: '2024-02-01' });
  await store.deleteArticle(id, null);
  while (await store.catchUp());
  checkStore(connection);
  expect(copiesIn(connection)).toEqual(copies);
  expect(quoteGroupsIn(connection)).toEqual(groups);
  expect(connection.all('select * from unread_copies')).toEqual([]);
  await store.close();
});

type Copies = readonly { readonly row: number; readonly firstRow: number | null }[];

function copiesIn(connection: Connection): Copies {
  return connection.all('select row, first_row as firstRow from article_copies order by row');
}

/**
 * By definition, and slowly: in the order of time, each is a copy of the earliest that is none. Texts without a key in
 * common are not compared.
 */
function findCopies(connection: Connection): Copies {
  const articles = connection
    .all<{ row: number; text: string }>('select row, text from article_bodies where row > 0')
    .map(({ row, text }) => ({ row, words: readWords(text), keys: new Set(sketch(readWords(text))) }))
    .filter(({ words }) => words.length >= 20)
    .sort((a, b) => compareInTime(a.row, b.row));
  const firsts: typeof articles = [];
  return articles
    .map((article) => {
      const first =
        firsts.find(
          ({ words, keys }) =>
            [...keys].some((key) => article.keys.has(key)) && areCopies(words, article.words),
        ) ?? null;
      if (first === null) firsts.push(article);
      return { row: article.row, firstRow: first?.row ?? null };
    })
    .sort((a, b) => a.row - b.row);
}

/** The rows of all groups of more than one place. */
function quoteGroupsIn(connection: Connection): readonly string[] {
  return connection
    .all<{ rows: string }>(
      `select group_concat(row) as rows from (select * from quote_places where group_number is not null order by row)
       group by group_number having count(*) > 1`,
    )
    .map(({ rows }) => rows)
    .sort();
}

function findQuoteGroups(connection: Connection): readonly string[] {
  const byWords = new Map<number, { row: number; speaker: number | null; time: number | null }[]>();
  const quotes = connection.all<{ row: number; text: string; speaker: number | null }>(
    `select row, text, (select entity_row from quote_speakers where quote_row = q.row order by number limit 1) as speaker
     from quotes q where row > 0`,
  );
  for (const { row, text, speaker } of quotes) {
    const words = identifyWords(text, speaker);
    if (words === null) continue;
    byWords.set(words, [...(byWords.get(words) ?? []), { row, speaker, time: secondOfRow(row) }]);
  }
  return [...byWords]
    .flatMap(([words, places]) => groupPlaces(places, areDistinctive(words)))
    .filter((group) => group.length > 1)
    .map((group) =>
      group
        .map(({ row }) => row)
        .sort((a, b) => a - b)
        .join(),
    )
    .sort();
}
