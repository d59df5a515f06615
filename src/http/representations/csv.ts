import { stringify } from 'csv-stringify/sync';

/** The columns of a table: a name, and what stands there for an item. Lists of values are joined by "; ". */
export type Columns<Item> = Readonly<Record<string, (item: Item) => CsvValue>>;
export type CsvValue = string | number | boolean | null | readonly string[];

/**
 * Rows of CSV (RFC 4180), without the header. A text that spreadsheets run as a formula (it starts with "=", "+", "-",
 * "@", a tab or a line break) has an apostrophe before it.
 */
export function writeRows<Item>(items: readonly Item[], columns: Columns<Item>): string {
  const rows = items.map((item) => Object.values(columns).map((column) => textOf(column(item))));
  return rows.length === 0 ? '' : stringify(rows, { escape_formulas: true, record_delimiter: 'windows' });
}

export function writeHeader(columns: Columns<never>): string {
  return stringify([Object.keys(columns)], { record_delimiter: 'windows' });
}

function textOf(value: CsvValue): string | number {
  if (value === null) return '';
  if (typeof value === 'object') return value.join('; ');
  return typeof value === 'boolean' ? String(value) : value;
}
