import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Connection, openConnection } from '../../src/storage/sqlite/connection.ts';
import { firstDatedRow } from '../../src/storage/sqlite/places.ts';
import { openWordLists } from '../../src/storage/sqlite/search/word-lists.ts';

interface Text {
  readonly headline: string;
  readonly text: string;
}

const words = ['rain', 'rainbow', 'sun', 'élan', 'x'.repeat(200)];
/** Below zero, side by side, and as far apart as they can be. */
const rows = [
  ...[-20_000, -300, -2, -1, 1, 2, 3, 130, 40_000, 2 ** 28, 2 ** 35],
  ...[firstDatedRow, firstDatedRow + 1, firstDatedRow + 2 ** 30, 2 ** 50, 2 ** 53 - 2 ** 18],
];
const someWords = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(1, 1, 1, 2, 400)), { maxLength: 4 })
  .map((repeated) => repeated.map(([word, times]) => `${word} `.repeat(times)).join(''));
const change = fc.record({
  row: fc.constantFrom(...rows),
  // Null takes the row out of the index.
  text: fc.option(fc.record({ headline: someWords, text: someWords })),
});
const isOptimized = fc.constantFrom(true, false, false);

it('reads of each word what FTS5 was given, whatever was changed and merged since', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ changes: fc.array(change, { maxLength: 12 }), isOptimized }), { maxLength: 8 }),
      fc.constantFrom(32, 64, 4050),
      async (steps, pageSize) => {
        const connection = await openConnection(':memory:');
        configure(connection, pageSize);
        const texts = new Map<number, Text>();
        for (const step of steps) {
          // Each transaction leaves a segment; an article is written once in it.
          const changes = new Map(step.changes.map(({ row, text }) => [row, text]));
          connection.transaction(() => {
            for (const [row, text] of changes) replace(connection, texts, row, text);
          });
          if (step.isOptimized) {
            connection.run("insert into articles_search (articles_search) values ('optimize')");
          }
        }
        checkLists(connection, texts);
        connection.close();
      },
    ),
    { numRuns: 100, seed: 5 },
  );
});

/** Pages so small that lists, and the positions in one row, go on over many of them. */
function configure(connection: Connection, pageSize: number): void {
  for (const [name, value] of [
    ['pgsz', pageSize],
    ['automerge', 2],
    ['crisismerge', 3],
  ]) {
    connection.run(
      'insert into articles_search (articles_search, rank) values (:name, cast(:value as integer))',
      {
        name: name!,
        value: value!,
      },
    );
  }
}

function replace(connection: Connection, texts: Map<number, Text>, row: number, text: Text | null): void {
  const former = texts.get(row);
  if (former !== undefined) {
    connection.run(
      `insert into articles_search (articles_search, rowid, headline, text)
       values ('delete', cast(:row as integer), :headline, :text)`,
      { row, ...former },
    );
    texts.delete(row);
  }
  if (text === null) return;
  connection.run(
    'insert into articles_search (rowid, headline, text) values (cast(:row as integer), :headline, :text)',
    { row, ...text },
  );
  texts.set(row, text);
}

function checkLists(connection: Connection, texts: ReadonlyMap<number, Text>): void {
  const lists = openWordLists(connection, 'articles_search', [4, 1]);
  // Some rows are asked for that hold nothing, and rows below zero never are.
  const asked = Float64Array.from(rows.filter((row) => row > 0));
  for (const word of [...words, 'nowhere', 'a', 'zz']) {
    const term = word === 'élan' ? 'elan' : word;
    const weightIn = (row: number) => {
      const { headline = '', text = '' } = texts.get(row) ?? {};
      const count = (where: string) => where.split(' ').filter((each) => each === word).length;
      return 4 * count(headline) + count(text);
    };
    for (const [start, end] of [
      [0, asked.length],
      [3, asked.length - 2],
      [asked.length - 1, asked.length],
      [2, 2],
    ] as const) {
      const weights = new Uint16Array(end - start);
      const count = lists.find(term).weigh({ rows: asked.subarray(start, end), weights });
      const expected = Array.from(asked.subarray(start, end), weightIn);
      expect(Array.from(weights, (weight) => (weight >= 0xfffe ? 0 : weight))).toEqual(expected);
      expect(count).toBe(expected.filter((weight) => weight > 0).length);
    }
  }
}
