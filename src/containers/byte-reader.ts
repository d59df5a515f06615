import { damaged } from './container.ts';

/**
 * Bytes that are pulled as they are needed, so that an input of any size takes little memory. What was wrong with the
 * input is thrown again at each further call, always the same error, and never before the bytes that came ahead of it.
 */
export interface ByteReader {
  /** The next bytes, without taking them: `count` of them, fewer where the input ends or breaks off. */
  peek(count: number): Promise<Uint8Array>;
  /** Some of the next bytes, without taking them; none only where the input ends. */
  some(): Promise<Uint8Array>;
  /** Takes bytes that were seen. */
  drop(count: number): void;
}

export function readBytes(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();
  let failure: { readonly reason: unknown } | null = null;

  /** The next chunk; null where the input ends or breaks off. */
  async function pull(): Promise<Uint8Array | null> {
    if (failure !== null) return null;
    try {
      const { done, value } = await chunks.next();
      return done ? null : value;
    } catch (reason) {
      failure = { reason };
      return null;
    }
  }

  async function peek(count: number): Promise<Uint8Array> {
    if (held.length < count) {
      const pieces = [held];
      let length = held.length;
      while (length < count) {
        const chunk = await pull();
        if (chunk === null) break;
        pieces.push(chunk);
        length += chunk.length;
      }
      held = pieces.length === 1 ? held : Buffer.concat(pieces, length);
    }
    if (held.length === 0 && failure !== null) throw failure.reason;
    return held.subarray(0, count);
  }

  return {
    peek,
    some: async () => {
      await peek(1);
      return held;
    },
    drop: (count) => {
      held = held.subarray(count);
    },
  };
}

/**
 * The next `length` bytes as they come. Can be called again, and then goes on where it stopped: an entry that nobody
 * read, or not to its end, is passed over so. Throws where the input ends within.
 */
export function sectionOf(reader: ByteReader, length: number): () => AsyncGenerator<Uint8Array> {
  let left = length;
  const endedEarly = damaged('It breaks off: the input ends within it.');
  return async function* () {
    while (left > 0) {
      const piece = (await reader.some()).subarray(0, left);
      if (piece.length === 0) throw endedEarly;
      reader.drop(piece.length);
      left -= piece.length;
      yield piece;
    }
  };
}

/** All that is left, as it comes. */
export async function* restOf(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (let bytes = await reader.some(); bytes.length > 0; bytes = await reader.some()) {
    reader.drop(bytes.length);
    yield bytes;
  }
}

export async function passOver(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}
