import type { Connection } from '../connection.ts';

/** What FTS5's tokenizer makes of words; null where it does not make one of each. */
export function createTermReader(
  connection: Connection,
): (words: readonly string[]) => readonly string[] | null {
  let isReady = false;
  return (words) => {
    if (!isReady) for (const statement of tables) connection.run(statement);
    isReady = true;
    words.forEach((word, index) => {
      connection.run('insert into temp.words (rowid, word) values (:index, :word)', { index, word });
    });
    const terms = connection.all<{ index: number; term: string }>(
      'select doc as "index", term from temp.word_terms order by doc, offset',
    );
    connection.run("insert into temp.words (words) values ('delete-all')");
    return terms.length === words.length && terms.every(({ index }, i) => index === i)
      ? terms.map(({ term }) => term)
      : null;
  };
}

/** The tokenizer is that of the indexes: see `0004-search.sql`. */
const tables = [
  `create virtual table if not exists temp.words using fts5(
     word, content = '', tokenize = 'porter unicode61 remove_diacritics 2')`,
  "create virtual table if not exists temp.word_terms using fts5vocab(temp, words, 'instance')",
];
