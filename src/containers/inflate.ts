import type { BrotliDecompress, Gunzip, Inflate, InflateRaw } from 'node:zlib';
import type { OnrecordError } from '../domain/errors.ts';
import type { ByteReader } from './byte-reader.ts';
import { damaged } from './container.ts';
import { tooLarge } from './limits.ts';

/** Bytes that are unpacked at once; they hold no more than 16 MiB, since deflate makes 1 of 1032 at best. */
const pieceLength = 16 * 1024;
/** More out of one piece is made to fill memory: brotli could make gigabytes of it. */
const mostOfPiece = 64 * 1024 * 1024;

/**
 * Unpacks what comes next, and takes no more than that. Everything that could be unpacked is yielded before what is
 * wrong is thrown, which the streams of Node do not promise.
 */
export async function* inflate(
  reader: ByteReader,
  inflater: Gunzip | Inflate | InflateRaw | BrotliDecompress,
): AsyncGenerator<Uint8Array> {
  const unpacked: Uint8Array[] = [];
  let size = 0;
  const state = { isOver: false, failure: null as OnrecordError | null };
  let wake = () => {};
  inflater.on('data', (chunk: Uint8Array) => {
    unpacked.push(chunk);
    size += chunk.length;
    if (size <= mostOfPiece) return;
    state.failure = tooLarge();
    inflater.destroy();
    wake();
  });
  inflater.on('end', () => {
    state.isOver = true;
    wake();
  });
  inflater.on('error', () => {
    state.failure ??= damaged('It cannot be unpacked to its end: it is cut short or damaged.');
    wake();
  });

  try {
    while (!state.isOver && state.failure === null) {
      const piece = (await reader.some()).subarray(0, pieceLength);
      const before = inflater.bytesWritten;
      size = 0;
      await new Promise<void>((resolve) => {
        wake = resolve;
        // The last bytes come out at the end of the stream, which the callback of end() does not wait for.
        if (piece.length === 0) inflater.end();
        else inflater.write(piece, () => resolve());
      });
      const used = inflater.bytesWritten - before;
      reader.drop(used);
      yield* unpacked.splice(0);
      // What it does not take is not its own.
      state.isOver ||= used < piece.length;
    }
    if (state.failure !== null) throw state.failure;
  } finally {
    inflater.destroy();
  }
}
