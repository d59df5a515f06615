import { randomInt } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Codes, Column, ColumnSource, Columns } from '../columns.ts';
import { type Connection, writeOnce } from '../connection.ts';
import { createLabels, makeColumn, mapValues } from './columns-load.ts';
import type { DatedColumns } from './columns-reader.ts';

/**
 * Columns as they once were, kept in a file: a million articles are read from it in a second, from the database in a
 * minute. It may be deleted at any time.
 *
 * What has changed since is told by the database, if that has ever been in the state that the file shows: which is not
 * so where an older copy of it took its place. Therefore a mark of the file stands in the database among the vacancies,
 * behind the last that the file knows of; no mark, no file.
 */
export interface ColumnsFile {
  /** Null where there is none, or none of this database. */
  read(): DatedColumns | null;
  /** Where that cannot be done, the next start takes longer. */
  write(columns: DatedColumns): void;
}

/** What a file starts with, as JSON, behind its length in four bytes. Then follow all numbers, as they are in memory. */
interface Header extends Pick<DatedColumns, 'asOf' | 'rowsAtFirst'> {
  /** What is read into columns, and how they are written. */
  readonly layout: string;
  readonly mark: number;
  readonly rows: number;
  readonly columns: Readonly<Record<string, ColumnHeader>>;
  readonly matches: readonly string[];
}

interface ColumnHeader {
  readonly hasStarts: boolean;
  readonly codes: { readonly type: keyof typeof codeTypes; readonly length: number };
  readonly labels: readonly string[];
}

const codeTypes = { Uint8Array, Uint16Array, Uint32Array };

/** Where the columns of a database are kept. */
export function columnsFolder(database: string): string {
  return `${database}-columns`;
}

export function openColumnsFile(connection: Connection, folder: string, source: ColumnSource): ColumnsFile {
  const path = join(folder, source.name);
  const layout = JSON.stringify([1, endianness(), source]);
  return {
    read: () => {
      if (!existsSync(path)) return null;
      const file = openSync(path, 'r');
      try {
        const header = readHeader(file);
        if (header.layout !== layout || !hasMark(connection, header)) return null;
        const { asOf, rowsAtFirst } = header;
        return { columns: readColumns(file, header, source), asOf, rowsAtFirst, unsaved: 0 };
      } catch {
        return null;
      } finally {
        closeSync(file);
      }
    },
    write: (dated) => {
      const mark = randomInt(2 ** 48 - 1);
      const draft = `${path}.${process.pid}-${threadId}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeColumns(draft, { ...describe(dated), layout, mark }, dated.columns);
        renameSync(draft, path);
        writeOnce(connection.file, "insert into vacancies (kind, row) values ('mark', :mark)", { mark });
      } catch {
        if (existsSync(draft)) rmSync(draft);
      }
    },
  };
}

function hasMark(connection: Connection, { asOf, mark }: Header): boolean {
  const sql = "select 1 from vacancies where number > :vacancy and kind = 'mark' and row = :mark";
  return connection.get(sql, { vacancy: asOf.vacancy, mark }) !== undefined;
}

function describe({ columns, asOf, rowsAtFirst }: DatedColumns): Omit<Header, 'layout' | 'mark'> {
  return {
    asOf,
    rowsAtFirst,
    rows: columns.rows.length,
    columns: mapValues(columns.columns, ({ starts, codes, labels }) => ({
      hasStarts: starts !== null,
      codes: { type: codes.constructor.name as keyof typeof codeTypes, length: codes.length },
      labels: labels?.all ?? [],
    })),
    matches: columns.words.matches,
  };
}

function writeColumns(path: string, header: Header, { rows, columns, words }: Columns): void {
  const file = openSync(path, 'w');
  try {
    const json = Buffer.from(JSON.stringify(header));
    writeFileSync(file, Uint32Array.of(json.length));
    writeFileSync(file, json);
    writeFileSync(file, rows);
    for (const { starts, codes } of Object.values(columns)) {
      if (starts !== null) writeFileSync(file, starts);
      writeFileSync(file, codes);
    }
    for (const bits of words.bits) writeFileSync(file, bits);
    // The mark must not outlive what it stands for.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function readHeader(file: number): Header {
  const [length] = fill(file, new Uint32Array(1));
  return JSON.parse(Buffer.from(fill(file, new Uint8Array(length!))).toString()) as Header;
}

function readColumns(file: number, header: Header, source: ColumnSource): Columns {
  const rows = fill(file, new Float64Array(header.rows));
  const columns = mapValues(header.columns, ({ hasStarts, codes, labels }, name): Column => {
    const starts = hasStarts ? fill(file, new Uint32Array(header.rows + 1)) : null;
    const numbers = fill<Codes>(file, new codeTypes[codes.type](codes.length));
    return makeColumn(starts, numbers, createLabels(source.columns[name]!.values, labels));
  });
  const bits = Array.from({ length: Math.ceil(header.matches.length / 32) }, () =>
    fill(file, new Uint32Array(header.rows)),
  );
  return { rows, columns, words: { matches: header.matches, bits } };
}

/** Reads on in a file, until these numbers are filled. */
function fill<Numbers extends Codes | Float64Array>(file: number, numbers: Numbers): Numbers {
  const bytes = new Uint8Array(numbers.buffer);
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, null);
    if (read === 0) throw new Error('The file ends too early');
    at += read;
  }
  return numbers;
}
