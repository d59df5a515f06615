import { type ByteReader, passOver } from './byte-reader.ts';
import type { Container } from './container.ts';
import { largestInput } from './limits.ts';

/** NDJSON: one JSON object a line. Each line is an input of its own, so that a file of them may be of any size. */
export const lines: Container = {
  name: 'NDJSON',
  recognizes: (head, name) => {
    if (/\.(?:ndjson|jsonl)$/i.test(name ?? '')) return head.some((byte) => byte > space);
    const { line, rest } = splitLine(head);
    // A first line too long to be read is one of many all the same: the others can be.
    if (rest === null) return head.length > largestInput && head[0] === openingBrace;
    if (isObject(line)) return rest.some((byte) => byte > space);
    // A line that is broken harms no other, also where it is the first.
    return isBrokenObject(line) && isObject(splitLine(rest).line);
  },
  async *open({ reader, charset, url, isCut }) {
    const hint = { name: null, mediaType: 'application/json', charset, url, isCut };
    for await (const { number, bytes } of splitLines(reader))
      yield { ...hint, place: `line ${number}`, bytes };
  },
};

export interface Line {
  /** From 1, lines without anything counted. */
  readonly number: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The lines that hold anything, one after the other; what is not read of one is passed over. */
export async function* splitLines(reader: ByteReader): AsyncGenerator<Line, void, undefined> {
  let number = 1;
  for (let held = await reader.some(); held.length > 0; held = await reader.some()) {
    if (held[0]! > space) {
      const line = nextLine(reader);
      yield { number, bytes: line() };
      await passOver(line());
      number++;
    } else {
      if (held[0] === newline) number++;
      reader.drop(1);
    }
  }
}

const newline = 0x0a;
const space = 0x20;
const openingBrace = 0x7b;

function splitLine(bytes: Uint8Array): { readonly line: Uint8Array; readonly rest: Uint8Array | null } {
  const end = bytes.indexOf(newline);
  return end < 0
    ? { line: bytes, rest: null }
    : { line: bytes.subarray(0, end), rest: bytes.subarray(end + 1) };
}

function isObject(line: Uint8Array): boolean {
  const text = new TextDecoder().decode(line);
  try {
    return text.startsWith('{') && typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** `{"text": "It was` but not `{"items": [`, with which JSON begins that goes on in the next line. */
function isBrokenObject(line: Uint8Array): boolean {
  return /^\{\s*".*[^[{,:\s]\s*$/.test(new TextDecoder().decode(line));
}

/** The next line, as it comes, without its end. Can be called again, and then goes on where it stopped. */
function nextLine(reader: ByteReader): () => AsyncGenerator<Uint8Array> {
  let isOver = false;
  return async function* () {
    while (!isOver) {
      const held = await reader.some();
      const end = held.indexOf(newline);
      isOver = held.length === 0 || end >= 0;
      const piece = end < 0 ? held : held.subarray(0, end);
      reader.drop(end < 0 ? held.length : end + 1);
      yield piece;
    }
  };
}
