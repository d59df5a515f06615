import { type ColumnOptions, createColumnReader } from '../columns/columns-reader.ts';
import type { RowSource } from '../columns.ts';
import type { Connection } from '../connection.ts';
import { findPlace } from '../lists/selected-rows.ts';
import type { RowRange } from '../lists/selection.ts';
import { createScorer, findBest } from './bm25.ts';
import { createTermReader } from './terms.ts';
import { openWordLists, type WordList } from './word-lists.ts';

/** Ranks the rows that hold all of some words by relevance: hundreds of thousands, where FTS5 has time for 20,000. */
export interface RelevanceReader {
  /** Reads how long the texts are. */
  prepare(): void;
  /** Null where FTS5 has to be asked, which makes more than one word of one of these. */
  rank(words: readonly string[], range: RowRange, most: number): WordRanking | null;
}

export interface WordRanking {
  /** The most relevant ones, best first, of equals the later one. */
  readonly rows: readonly number[];
  /** Whether there are more. */
  readonly isPart: boolean;
  /** Whether there were words that most rows hold. They weigh nothing, and the rows have yet to be tested for them. */
  readonly isUntested: boolean;
}

/** What a word weighs in each column, as in what FTS5 is asked for relevance. */
const columnWeights = { articles: [4, 1], quotes: [1] } as const;

export function createRelevanceReader(
  connection: Connection,
  source: RowSource,
  options: ColumnOptions,
): RelevanceReader {
  const index = `${source.table}_search` as const;
  const length = {
    values: 'number',
    sql: `select id, sum_numbers(sz) from ${index}_docsize where id >= :start and id < :end order by id`,
  } as const;
  const readTexts = createColumnReader(
    connection,
    { ...source, name: `${source.table}-lengths`, columns: { length }, texts: '', mostWords: 0 },
    options,
  );
  const readTerms = createTermReader(connection);
  const score = createScorer();
  return {
    prepare: () => {
      connection.snapshot(readTexts);
    },
    rank: (words, range, most) => {
      const terms = readTerms(words);
      if (terms === null) return null;
      return connection.snapshot(() => {
        const { rows, columns } = readTexts();
        const wordLists = openWordLists(connection, index, columnWeights[source.table]);
        const end = findPlace(rows, range.end);
        const first = Math.min(findPlace(rows, range.start), end);
        const lists = terms.map((term) => wordLists.find(term)).sort((a, b) => a.bytes - b.bytes);
        const weighty = lists.filter((list) => !isInMost(list, rows.length, rows.subarray(first, end)));
        const scored = weighty.length > 0 ? weighty : lists;
        const start = end - countAffordable(scored, rows.length, end - first);
        const lengths = columns['length']!.codes.subarray(start, end);
        const found = score({ rows: rows.subarray(start, end), lengths }, scored);
        return {
          rows: findBest(found, most).map((place) => rows[start + place]!),
          isPart: start > first || found.places.length > most,
          isUntested: scored.length < lists.length,
        };
      });
    },
  };
}

/**
 * What is read of lists at most. Of one word, the latest part is as good an answer as all, and takes some 30 ms. The rows
 * that are about several words are few, and may be anywhere: for these, the lists of a million articles are read whole.
 */
const affordableBytes = { ofOne: 3_000_000, ofSeveral: 24_000_000 };

/** How many of the rows that are asked for can be considered, the latest ones. */
function countAffordable(lists: readonly WordList[], rowCount: number, asked: number): number {
  const affordable = lists.length > 1 ? affordableBytes.ofSeveral : affordableBytes.ofOne;
  const bytes = (asked / rowCount) * lists.reduce((sum, list) => sum + list.bytes, 0);
  return bytes > affordable ? Math.floor(asked * (affordable / bytes)) : asked;
}

const sampleSize = 4000;
/** BM25 gives no weight to what more than half have; a sample errs by less than the rest. */
const mostShare = 0.55;
/** A list that takes less of the index for each row is that of a rarer word. */
const leastBytes = 2;

function isInMost(list: WordList, rowCount: number, asked: Float64Array): boolean {
  if (list.bytes < leastBytes * rowCount) return false;
  const rows = asked.subarray(-sampleSize);
  return list.weigh({ rows, weights: new Uint16Array(rows.length) }) > mostShare * rows.length;
}
