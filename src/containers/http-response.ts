import { createBrotliDecompress, createInflate } from 'node:zlib';
import { type ByteReader, readBytes, restOf, sectionOf } from './byte-reader.ts';
import type { EntryHint } from './container.ts';
import { type Head, readHead } from './head.ts';
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
