import type { ColumnSource } from '../columns.ts';
import type { Connection } from '../connection.ts';
import { isInRange, type RowRange } from '../lists/selection.ts';

/** Rows whose words are counted to know which are the commonest. */
const sampleSize = 1000;
/** Less common words are as quick to find in the index. */
const leastShare = 1 / 16;

/** FTS5's expressions for the words that most rows hold, by a sample of them. */
export function findCommonWords(
  connection: Connection,
  { texts, mostWords }: Pick<ColumnSource, 'texts' | 'mostWords'>,
  rows: Float64Array,
): readonly string[] {
  if (mostWords === 0) return [];
  const step = Math.max(1, Math.floor(rows.length / sampleSize));
  const sample = rows.filter((_, place) => place % step === 0);
  const counts = new Map<string, number>();
  for (const { text } of connection.all<{ text: string }>(texts, { rows: JSON.stringify([...sample]) })) {
    for (const word of new Set(text.toLowerCase().match(wordPattern))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= leastShare * sample.length)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostWords)
    .map(([word]) => `"${word}"`);
}

/** Letters that every folding of case agrees on. */
const wordPattern = /(?<!\p{L})[a-z]+(?!\p{L})/gu;

/** Which of these rows, which all lie in these ranges, FTS5 finds by each expression. */
export function readWordBits(
  connection: Connection,
  table: ColumnSource['table'],
  matches: readonly string[],
  rows: Float64Array,
  ranges: readonly RowRange[],
): Uint32Array[] {
  const bits = Array.from({ length: Math.ceil(matches.length / 32) }, () => new Uint32Array(rows.length));
  const sql = `select rowid from ${table}_search
    where ${table}_search match :match and ${isInRange('rowid')} order by rowid`;
  matches.forEach((match, number) => {
    const ofWord = bits[number >> 5]!;
    const bit = 1 << (number & 31);
    let at = 0;
    for (const range of ranges) {
      for (const row of connection.column(sql, { match, ...range })) {
        while (rows[at]! < row) at++;
        if (rows[at] === row) ofWord[at]! |= bit;
      }
    }
  });
  return bits;
}
