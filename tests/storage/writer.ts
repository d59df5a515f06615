// A process of its own that saves articles until it is killed, and prints the id of each one that was acknowledged.
// Arguments: the database, how many articles, and "same" where all processes are to save the same ones.
import { openSqliteStore } from '../../src/storage/sqlite/article-store.ts';
import { saveStory } from '../contract/queries.ts';

const [file, count, name] = process.argv.slice(2);
const store = await openSqliteStore(file!);
for (let number = 0; number < Number(count); number++) {
  const { outcome, id } = await saveStory(store, {
    url: `urn:${name}:${number}`,
    headline: `Story ${number}`,
    publishedAt: `2024-03-${String((number % 28) + 1).padStart(2, '0')}`,
    quotes: [
      { words: `Statement ${number}`, by: `Speaker ${number % 7}` },
      { words: 'No comment', by: 'Ana Ruiz', about: ['Ben Okri'] },
    ],
  });
  process.stdout.write(`${outcome} ${id}\n`);
}
await store.close();
