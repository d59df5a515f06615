import { createBrotliDecompress, createInflate } from 'node:zlib';
import { type ByteReader, readBytes, restOf, sectionOf } from './byte-reader.ts';
import type { EntryHint } from './container.ts';
import { inflate } from './inflate.ts';

/** An answer as a crawler stores it, byte for byte. */
export interface HttpResponse extends Pick<EntryHint, 'mediaType' | 'charset'> {
  readonly status: number;
  /** The body, without chunks and content encoding; gzip stays, since its content shows it. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Reads status line and headers, and leaves the body to be read; null where none come next. */
export async function readHttpResponse(reader: ByteReader): Promise<HttpResponse | null> {
  const head = await readHead(reader);
  const status = head === null ? null : /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head.first)?.[1];
  if (head === null || status == null) return null;
  return {
    status: Number(status),
    ...readContentType(head.fields.get('content-type')),
    body: decodeBody(reader, head.fields),
  };
}

/** A first line, and fields under it up to an empty line: the form of records of crawls, and of what they hold. */
export interface Head {
  readonly first: string;
  /** By their names in lower case; of those said twice, the last. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Longer heads are none: servers stop at 8 or 16 KiB. */
const longestHead = 256 * 1024;

/** Takes a head; null where none comes next. */
export async function readHead(reader: ByteReader): Promise<Head | null> {
  for (let seen = 4096; ; seen *= 4) {
    const bytes = Buffer.from(await reader.peek(seen));
    const text = bytes.toString('latin1');
    const end = /\r?\n\r?\n/.exec(text);
    if (end !== null) {
      reader.drop(end.index + end[0].length);
      // Names of fields are ASCII; addresses and the like may be UTF-8.
      const [first = '', ...lines] = bytes.toString('utf8', 0, end.index).split(/\r?\n(?![ \t])/);
      return { first, fields: new Map(lines.flatMap(readField)) };
    }
    if (bytes.length < seen || seen >= longestHead) return null;
  }
}

function readField(line: string): [string, string][] {
  const colon = line.indexOf(':');
  return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
}

/** "text/html; charset=utf-8" */
export function readContentType(value = ''): Pick<EntryHint, 'mediaType' | 'charset'> {
  const mediaType = value.split(';', 1)[0]!.trim().toLowerCase();
  const charset = /;\s*charset\s*=\s*"?([^"\s;]+)/i.exec(value)?.[1] ?? null;
  return { mediaType: mediaType === '' ? null : mediaType, charset };
}

/** Crawlers may store the body decoded and keep the header that says how it was encoded: what it shows counts. */
async function* decodeBody(reader: ByteReader, fields: Head['fields']): AsyncIterable<Uint8Array> {
  const isChunked =
    /chunked/i.test(fields.get('transfer-encoding') ?? '') && chunkHead.test(await lookAt(reader));
  const body = isChunked ? readBytes(joinChunks(reader)) : reader;
  const encoding = fields.get('content-encoding')?.toLowerCase();
  if (encoding === 'br') yield* inflate(body, createBrotliDecompress());
  else if (encoding === 'deflate') yield* inflate(body, createInflate());
  else yield* restOf(body);
}

/** "1a3f" and perhaps extensions, on a line of its own. */
const chunkHead = /^([0-9a-f]{1,8}) *(?:;[^\r\n]*)?\r\n/i;

async function lookAt(reader: ByteReader): Promise<string> {
  return Buffer.from(await reader.peek(256)).toString('latin1');
}

async function* joinChunks(reader: ByteReader): AsyncIterable<Uint8Array> {
  for (;;) {
    const [line = '', digits = '0'] = chunkHead.exec(await lookAt(reader)) ?? [];
    reader.drop(line.length);
    const size = Number.parseInt(digits, 16);
    if (size === 0) return;
    yield* sectionOf(reader, size)();
    reader.drop((await reader.peek(2)).length);
  }
}
