import { stringify } from 'csv-stringify/sync';

/** The columns of a table: a name, and what stands there for an item. Lists of values are joined by "; ". */
export type Columns<Item> = Readonly<Record<string, (item: Item) => CsvValue>>;
type CsvValue = string | number | null | readonly string[];

/**
 * Rows of CSV (RFC 4180), without the header. A text that spreadsheets run as a formula (it starts with "=", "+", "-",
 * "@", a tab or a line break) has an apostrophe before it.
 */
export function writeRows<Item>(items: readonly Item[], columns: Columns<Item>): string {
  const rows = items.map((item) => Object.values(columns).map((column) => textOf(column(item))));
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows' });
}

export function writeHeader(columns: Columns<never>): string {
  return stringify([Object.keys(columns)], { record_delimiter: 'windows' });
}

function textOf(value: CsvValue): string | number | null {
  return typeof value === 'object' && value !== null ? value.join('; ') : value;
}
