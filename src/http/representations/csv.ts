import { stringify } from 'csv-stringify/sync';
import { OnrecordError } from '../../domain/errors.ts';

/** The columns of a table, each with the field of an item that stands there. Lists of values are joined by "; ". */
export type Columns = Readonly<Record<string, string>>;

/**
 * Those of the columns that show these fields, or something inside them, in this order. Throws `invalid-parameter` where
 * a field has none: a table without it would be another than was asked for.
 */
export function chooseColumns(columns: Columns, fields: readonly string[]): Columns {
  const chosen = fields.map((field) =>
    Object.entries(columns).filter(([, path]) => path === field || path.startsWith(`${field}.`)),
  );
  const missing = fields.filter((_, index) => chosen[index]!.length === 0);
  if (missing.length === 0) return Object.fromEntries(chosen.flat());
  const detail = `names what is in no column of csv (${missing.join(', ')}): columns are ${Object.values(columns).join(', ')}`;
  throw new OnrecordError('invalid-parameter', `fields ${detail}.`, {
    faults: [{ parameter: 'fields', detail }],
  });
}

/**
 * Rows of CSV (RFC 4180), without the header. A text that spreadsheets run as a formula (it starts with "=", "+", "-",
 * "@", a tab or a line break) has an apostrophe before it.
 */
export function writeRows(items: readonly object[], columns: Columns): string {
  const paths = Object.values(columns).map((path) => path.split('.'));
  const rows = items.map((item) => paths.map((path) => cellOf(valueAt(item, path))));
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows' });
}

export function writeHeader(columns: Columns): string {
  return stringify([Object.keys(columns)], { record_delimiter: 'windows' });
}

function valueAt(value: unknown, [name, ...inner]: readonly string[]): unknown {
  if (name === undefined || value == null) return value;
  if (Array.isArray(value)) return value.map((each) => valueAt(each, [name, ...inner]));
  return valueAt((value as Record<string, unknown>)[name], inner);
}

function cellOf(value: unknown): unknown {
  return Array.isArray(value) ? value.join('; ') : value;
}
