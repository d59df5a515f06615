import { Readable } from 'node:stream';
import { readFileDocuments } from '../../src/ingestion/files.ts';

/** What is read of bytes that come through a pipe: a line for each document, fault, and entry that was passed over. */
export async function readPiped(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  chunkLength = 1000,
): Promise<string[]> {
  const chunks = bytes instanceof Uint8Array ? chunksOf(bytes, chunkLength) : bytes;
  return readNamed('-', Readable.from(chunks, { objectMode: false }));
}

export async function readNamed(file: string, input: Readable = Readable.from([])): Promise<string[]> {
  const lines: string[] = [];
  for await (const reading of readFileDocuments({ path: file, isNamed: true }, input)) {
    const what =
      'document' in reading
        ? reading.document.raw.text
        : 'fault' in reading
          ? `${reading.fault.code}: ${reading.fault.message}`
          : 'passed over';
    lines.push(`${reading.place ?? '(file)'}: ${what}`);
  }
  return lines;
}

function* chunksOf(bytes: Uint8Array, length: number): Iterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}
