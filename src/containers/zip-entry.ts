import { createInflateRaw } from 'node:zlib';
import { OnrecordError } from '../domain/errors.ts';
import { type ByteReader, sectionOf } from './byte-reader.ts';
import { inflate } from './inflate.ts';

/** How a file is packed in a zip archive. */
export interface ZipPacking {
  /** As APPNOTE.TXT, 4.4.5, numbers them. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Bytes that it takes, packed; null where only its end tells. */
  readonly packedSize: number | null;
}

const stored = 0;
const deflated = 8;

/** Unpacks one file, whose packed bytes come next. */
export function unpackEntry(reader: ByteReader, packing: ZipPacking): AsyncGenerator<Uint8Array> {
  const { method, isEncrypted, packedSize } = packing;
  if (isEncrypted) return refuse('It is encrypted');
  if (method === deflated) return inflate(reader, createInflateRaw());
  if (method === stored && packedSize !== null) return sectionOf(reader, packedSize)();
  return refuse(method === stored ? 'Nothing tells where it ends' : `Its packing (${method}) is not known`);
}

// biome-ignore lint/correctness/useYield: it stands for bytes that cannot be had.
async function* refuse(reason: string): AsyncGenerator<Uint8Array> {
  throw new OnrecordError('unsupported-media-type', `${reason}: unpack it first.`);
}
