import { passOver, sectionOf } from './byte-reader.ts';
import { type Container, damaged, namedEntry } from './container.ts';

/**
 * An archive of files: as of POSIX (ustar, pax), of GNU, and older ones. Links, folders and devices are passed over.
 * Read by hand: the packages for it bring a dozen others (tar-stream), or drop whole files that came before the place
 * where an archive breaks off (modern-tar).
 */
export const tar: Container = {
  name: 'tar',
  recognizes: (head) => head.length >= blockLength && hasRightChecksum(head),
  async *open({ reader }) {
    /** What an entry of its own said of the next file, because the header has no room for it. */
    let next: { name?: string; size?: number } = {};
    for (;;) {
      const block = await reader.peek(blockLength);
      if (block.length === 0 || block.every((byte) => byte === 0)) return;
      if (block.length < blockLength) throw damaged('The archive breaks off.');
      if (!hasRightChecksum(block)) throw damaged('The archive is damaged: no file begins where one should.');
      const header = readHeader(block);
      reader.drop(blockLength);

      const name = next.name ?? header.name;
      const size = next.size ?? header.size;
      const content = sectionOf(reader, size);
      if (header.type === 'x') next = { ...next, ...readPax(await readText(content(), size)) };
      else if (header.type === 'L') next = { ...next, name: untilZero(await readText(content(), size)) };
      else {
        if (regularTypes.includes(header.type)) yield namedEntry(name, content());
        // A long target of a link (K) is said of the same file as what was said before.
        if (header.type !== 'K') next = {};
      }
      await passOver(content());
      await passOver(sectionOf(reader, -size & (blockLength - 1))());
    }
  },
};

const blockLength = 512;
const regularTypes = ['0', '\0', '7'];
/** Bytes of an entry that only says something of the next one; longer are made to fill memory. */
const longestNote = 1024 * 1024;

interface Header {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

function readHeader(block: Uint8Array): Header {
  const text = (start: number, end: number) =>
    untilZero(new TextDecoder().decode(block.subarray(start, end)));
  const isPosix = text(257, 262) === 'ustar' && block[262] === 0;
  const prefix = isPosix ? text(345, 500) : '';
  const size = readNumber(block.subarray(124, 136));
  if (!Number.isSafeInteger(size)) throw damaged('The archive is damaged: the size of a file is no number.');
  return {
    name: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    size,
    type: String.fromCharCode(block[156]!),
  };
}

/** Octal digits; or, where they would not do, the number itself behind a first byte of 0x80. */
function readNumber(field: Uint8Array): number {
  if (field[0] === 0x80) return field.subarray(1).reduce((value, byte) => value * 256 + byte, 0);
  const digits = /^[ 0]*([0-7]*)[ \0]*$/.exec(String.fromCharCode(...field))?.[1];
  return digits === undefined ? Number.NaN : Number.parseInt(digits || '0', 8);
}

/** The sum of the header's bytes, with blanks for the sum itself: hardly anything but a header has it. */
function hasRightChecksum(block: Uint8Array): boolean {
  let sum = 0;
  for (let index = 0; index < blockLength; index++) sum += index >= 148 && index < 156 ? 0x20 : block[index]!;
  return sum > 8 * 0x20 && sum === readNumber(block.subarray(148, 156));
}

/** Lines of "length key=value", the length being that of the line in bytes. */
function readPax(text: string): { name?: string; size?: number } {
  const bytes = Buffer.from(text);
  const said: { name?: string; size?: number } = {};
  for (let start = 0; start < bytes.length; ) {
    const length = Number.parseInt(bytes.toString('latin1', start, start + 20), 10);
    if (!(length > 0)) break;
    const line = bytes.toString('utf8', start, start + length - 1);
    const [, key, value = ''] = /^\d+ ([^=]*)=(.*)$/s.exec(line) ?? [];
    if (key === 'path') said.name = value;
    if (key === 'size' && /^\d{1,15}$/.test(value)) said.size = Number(value);
    start += length;
  }
  return said;
}

async function readText(bytes: AsyncIterable<Uint8Array>, size: number): Promise<string> {
  if (size > longestNote) throw damaged('The archive is damaged: the name of a file is larger than 1 MiB.');
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function untilZero(text: string): string {
  return text.split('\0', 1)[0]!;
}
