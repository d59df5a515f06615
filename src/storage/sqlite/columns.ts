/**
 * What the rows of a table have, column by column, in memory: filtering and counting a million rows by a value takes
 * milliseconds. Values are numbers: places in {@link Column.labels}, or the rows of entities.
 */
export interface Columns {
  /** Ascending. */
  readonly rows: Float64Array;
  readonly columns: Readonly<Record<string, Column>>;
  readonly words: WordBits;
}

export interface Column {
  /**
   * The values of row `i` are `codes[starts[i]]` up to `codes[starts[i + 1]]`; one start more than there are rows.
   * Null: row `i` has `codes[i]` alone.
   */
  readonly starts: Uint32Array | null;
  readonly codes: Codes;
  /** How often each code occurs. */
  readonly counts: Uint32Array;
  /** Null: the codes are rows of entities. */
  readonly labels: Labels | null;
}

/** As narrow as the codes allow. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Numbers for texts; 0 is none. */
export interface Labels {
  codeOf(label: string): number;
  /** Null for 0. */
  labelOf(code: number): string | null;
  /** All but none, in the order of their numbers; null where numbers stand for themselves. */
  readonly all: readonly string[] | null;
}

/** Which rows hold the commonest words: to walk the hits of such a word in the index takes longer than all else. */
export interface WordBits {
  /** As FTS5 is asked for them. */
  readonly matches: readonly string[];
  /** For each row, a bit for each word; for each 32 words an array. */
  readonly bits: readonly Uint32Array[];
}

/** Where the columns of a table are read from. */
export interface ColumnSource extends RowSource {
  /** No other source has it. */
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnDefinition>>;
  /** SQL for the words of some rows, `:rows` as JSON. */
  readonly texts: string;
  /** Of so many words, the commonest, the bits are kept. */
  readonly mostWords: number;
}

/** The rows of a table that lists show. */
export interface RowSource {
  readonly table: 'articles' | 'quotes';
  /** SQL for those from `:start` on, as `row`, ascending, at most `:limit` of them. */
  readonly rows: string;
  /** SQL for those written since `:version`, or of which something else is told since, as `row`. */
  readonly changedRows: string;
}

export const articleRows: RowSource = {
  table: 'articles',
  rows: 'select row from articles where row >= :start order by row limit :limit',
  changedRows: `select row from articles where version > :version and row > 0
                union select row from article_copies where version > 0 and version > :version`,
};

export const quoteRows: RowSource = {
  table: 'quotes',
  rows: 'select row from quotes indexed by quotes_narrow where row >= :start order by row limit :limit',
  changedRows: `select q.row from articles a cross join quotes q on q.article_row = a.row
                where a.version > :version and q.row > 0
                union select row from quote_places where version > 0 and version > :version`,
};

export interface ColumnDefinition {
  /** SQL for row and value, from the row `:start` up to `:end`, by row. */
  readonly sql: string;
  /** What the values are, and whether a row has one at most. */
  readonly values: 'label' | 'labels' | 'entities' | 'number';
}
