import { createGunzip, gunzipSync, constants as zlib } from 'node:zlib';
import { type ByteReader, readBytes, restOf } from '../containers/byte-reader.ts';
import { gzip } from '../containers/gzip.ts';
import { inflate } from '../containers/inflate.ts';
import { OnrecordError } from '../domain/errors.ts';
import { type ExportRecord, exportVersion } from '../domain/export.ts';

/** Whether an input that begins with these bytes is an export, as it is or packed with gzip. */
export function isExport(head: Uint8Array): boolean {
  return unpackHead(head).toString('latin1', 0, 100).startsWith('{"onrecord":"export"');
}

function unpackHead(head: Uint8Array): Buffer {
  if (!gzip.recognizes(head, null)) return Buffer.from(head.buffer, head.byteOffset, head.length);
  try {
    // What is there of it: the rest of the input is not.
    return gunzipSync(head, { finishFlush: zlib.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * Reads the records of an export one by one, as they come. Throws an OnrecordError, with the line at fault, where it is of
 * a later version, damaged or cut short.
 */
export async function* readExport(reader: ByteReader): AsyncGenerator<ExportRecord> {
  const isPacked = gzip.recognizes(await reader.peek(3), null);
  const bytes = isPacked ? inflate(reader, createGunzip()) : restOf(reader);
  let lines = 0;
  let last: ExportRecord | null = null;
  for await (const line of linesOf(readBytes(bytes))) {
    if (last?.onrecord === 'end') throw damaged(lines + 1, 'something stands behind its end');
    const record = readRecord(line, lines + 1);
    if (lines === 0) checkHeader(record);
    if (record.onrecord === 'end' && record.lines !== lines) throw damaged(lines + 1, 'lines are missing');
    yield record;
    lines++;
    last = record;
  }
  if (last?.onrecord !== 'end') throw damaged(lines + 1, 'it breaks off here');
}

function readRecord(line: string, number: number): ExportRecord {
  try {
    const record = JSON.parse(line);
    if (typeof record?.onrecord === 'string') return record;
  } catch {
    // As good as JSON that is no record.
  }
  throw damaged(number, 'this is no record');
}

function checkHeader(record: ExportRecord): void {
  if (record.onrecord !== 'export') throw damaged(1, 'this is no header');
  if (record.version <= exportVersion) return;
  throw new OnrecordError(
    'invalid-body',
    `The export is of version ${record.version}, and this Onrecord reads up to ${exportVersion}: take a newer one.`,
  );
}

function damaged(line: number, what: string): OnrecordError {
  return new OnrecordError('invalid-body', `The export is damaged in line ${line}: ${what}.`);
}

const newline = 0x0a;

/** A line may be as long as an article is: it is put together once. */
async function* linesOf(reader: ByteReader): AsyncGenerator<string> {
  let pieces: Uint8Array[] = [];
  for (let held = await reader.some(); held.length > 0; held = await reader.some()) {
    const end = held.indexOf(newline);
    pieces.push(end < 0 ? held : held.subarray(0, end));
    reader.drop(end < 0 ? held.length : end + 1);
    if (end < 0) continue;
    yield Buffer.concat(pieces).toString();
    pieces = [];
  }
  if (pieces.length > 0) yield Buffer.concat(pieces).toString();
}
