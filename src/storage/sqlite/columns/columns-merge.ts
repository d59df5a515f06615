import type { Codes, Column, Columns } from '../columns.ts';
import { makeColumn } from './columns-load.ts';

/** The rows of both; those that are gone are left out of the former ones. */
export function mergeColumns(former: Columns, gone: ReadonlySet<number>, added: Columns): Columns {
  const rows = new Float64Array(former.rows.length + added.rows.length);
  /** Where each row comes from: a place among the added ones, or a place among the former ones, below zero. */
  const from = new Int32Array(rows.length);
  let length = 0;
  let next = 0;
  const take = (row: number, place: number): void => {
    rows[length] = row;
    from[length++] = place;
  };
  former.rows.forEach((row, place) => {
    for (; next < added.rows.length && added.rows[next]! < row; next++) take(added.rows[next]!, next);
    if (!gone.has(row)) take(row, -1 - place);
  });
  for (; next < added.rows.length; next++) take(added.rows[next]!, next);
  const places = from.subarray(0, length);
  return {
    rows: rows.slice(0, length),
    columns: Object.fromEntries(
      Object.entries(added.columns).map(([name, column]) => [
        name,
        mergeColumn(former.columns[name]!, column, places),
      ]),
    ),
    words: {
      matches: added.words.matches,
      bits: added.words.bits.map((bits, i) => mergeCodes(former.words.bits[i]!, bits, places)),
    },
  };
}

function mergeColumn(former: Column, added: Column, places: Int32Array): Column {
  if (former.starts === null || added.starts === null) {
    return makeColumn(null, mergeCodes(former.codes, added.codes, places), added.labels);
  }
  const starts = new Uint32Array(places.length + 1);
  const codes = new Uint32Array(former.codes.length + added.codes.length);
  let length = 0;
  for (let i = 0; i < places.length; i++) {
    const column = places[i]! < 0 ? former : added;
    const at = places[i]! < 0 ? -1 - places[i]! : places[i]!;
    for (let code = column.starts![at]!; code < column.starts![at + 1]!; code++) {
      codes[length++] = column.codes[code]!;
    }
    starts[i + 1] = length;
  }
  return makeColumn(starts, codes.slice(0, length), added.labels);
}

function mergeCodes(former: Codes, added: Codes, places: Int32Array): Uint32Array {
  const codes = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    codes[i] = place < 0 ? former[-1 - place]! : added[place]!;
  }
  return codes;
}

/** A merge of entities writes no quote anew, unless both stood in it. */
export function replaceEntities(
  columns: Columns,
  merged: readonly (readonly [from: number, into: number])[],
): Columns {
  if (merged.length === 0) return columns;
  const into = new Map<number, number>();
  // Backwards: what the first were merged into may have been merged since.
  for (const [from, to] of merged.toReversed()) into.set(from, into.get(to) ?? to);
  return {
    ...columns,
    columns: Object.fromEntries(
      Object.entries(columns.columns).map(([name, column]) => [
        name,
        column.labels === null ? replaceCodes(column, into) : column,
      ]),
    ),
  };
}

function replaceCodes({ starts, codes, labels }: Column, into: ReadonlyMap<number, number>): Column {
  return makeColumn(
    starts,
    Uint32Array.from(codes, (code) => into.get(code) ?? code),
    labels,
  );
}
