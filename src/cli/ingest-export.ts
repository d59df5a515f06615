import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { readBytes } from '../containers/byte-reader.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { ExportRecord } from '../domain/export.ts';
import { isExport, readExport } from '../ingestion/export-file.ts';
import { standardInput } from '../ingestion/folders.ts';
import { type StoreImport, startImport } from '../storage/sqlite/exports/import.ts';
import { exitCodes } from './exit.ts';
import { note, plural } from './output.ts';
import { startProgress } from './progress.ts';

/** Bytes that show what an input is. */
const headLength = 4096;

/** Whether an input is an export of a whole store, and not articles. What cannot be read is none: reading it says why. */
export async function holdsExport(path: string): Promise<boolean> {
  if (path !== standardInput) return isExport(await readHead(path).catch(() => new Uint8Array()));
  await once(process.stdin, 'readable');
  const head: Uint8Array | null = process.stdin.read();
  // Whoever reads standard input after this finds it whole.
  if (head !== null) process.stdin.unshift(head);
  return head !== null && isExport(head);
}

async function readHead(path: string): Promise<Uint8Array> {
  // What is read of a pipe is gone for whoever reads it after this, and who opened it is not waited for again.
  if (!(await stat(path)).isFile()) return new Uint8Array();
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(headLength) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Makes a new database of an export; with `database` null, only reads it. All or nothing. */
export async function ingestExport(path: string, database: string | null): Promise<number> {
  const size = path === standardInput ? 0 : (await stat(path)).size;
  const progress = startProgress(Math.ceil(size / 1e6));
  const load = database === null ? null : await startImport(database);
  try {
    const input = path === standardInput ? process.stdin : createReadStream(path);
    const watched = watch(input, (bytes) => progress.show(Math.ceil(bytes / 1e6), 'MB read'));
    const articles = await addAll(load, readExport(readBytes(watched)));
    const counts = await load?.finish();
    progress.end();
    const what = counts === undefined ? '' : ` with ${plural(counts.quotes, 'quote')}`;
    note(`${plural(articles, 'article')}${what} as exported (${database ?? 'nothing was stored'})`);
    return exitCodes.ok;
  } catch (error) {
    load?.abandon();
    throw error;
  } finally {
    progress.end();
  }
}

/** Characters of text that are written in one transaction. */
const batchLength = 4_000_000;

/** Answers with how many articles there are. */
async function addAll(load: StoreImport | null, records: AsyncIterable<ExportRecord>): Promise<number> {
  let batch: ExportRecord[] = [];
  let length = 0;
  let articles = 0;
  let lines = 0;
  const write = () => {
    try {
      load?.add(batch);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const place = `lines ${lines - batch.length + 1} to ${lines}`;
      throw new OnrecordError('invalid-body', `The export cannot be taken in, in ${place}: ${reason}`);
    }
    batch = [];
    length = 0;
  };
  for await (const record of records) {
    lines++;
    batch.push(record);
    length += 1000;
    if (record.onrecord === 'article') {
      articles++;
      length += record.text.length + (record.raw.text?.length ?? 0);
    }
    if (length >= batchLength) write();
  }
  write();
  return articles;
}

async function* watch(
  input: AsyncIterable<Uint8Array>,
  show: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of input) {
    bytes += chunk.length;
    show(bytes);
    yield chunk;
  }
}
