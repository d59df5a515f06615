import { type ByteReader, passOver, readBytes, restOf, sectionOf } from './byte-reader.ts';
import { damaged, type Entry, namedEntry } from './container.ts';
import { unpackEntry } from './zip-entry.ts';

/**
 * A zip archive without the list at its end, which is where one that was cut short breaks off. Each file has a header
 * of its own (APPNOTE.TXT, 4.3.7), so what is whole can still be read, one file after the other.
 */
export async function* readUnlistedZip(reader: ByteReader): AsyncIterable<Entry> {
  for (;;) {
    const head = Buffer.from(await reader.peek(headLength));
    if (head.length < headLength || head.readUInt32LE(0) !== fileSignature) break;
    const nameLength = head.readUInt16LE(26);
    const name = Buffer.from(await reader.peek(headLength + nameLength)).toString('utf8', headLength);
    await passOver(sectionOf(reader, headLength + nameLength + head.readUInt16LE(28))());

    const flags = head.readUInt16LE(6);
    const packedSize = flags & sizeFollows ? null : head.readUInt32LE(18);
    const packing = { method: head.readUInt16LE(8), isEncrypted: (flags & encrypted) !== 0, packedSize };
    const packed = packedSize === null ? null : sectionOf(reader, packedSize);
    const content = readBytes(unpackEntry(packed === null ? reader : readBytes(packed()), packing));
    if (!name.endsWith('/')) yield namedEntry(name, restOf(content));
    if (packed !== null) await passOver(packed());
    else {
      await passOver(restOf(content));
      await passDescriptor(reader);
    }
  }
  throw damaged('The archive breaks off: the list of its files is missing.');
}

const headLength = 30;
const fileSignature = 0x04034b50;
const descriptorSignature = 0x08074b50;
const encrypted = 0x1;
const sizeFollows = 0x8;

/** What follows a file whose size was not known before: its checksum and sizes, those of 4 bytes or of 8. */
async function passDescriptor(reader: ByteReader): Promise<void> {
  const next = Buffer.from(await reader.peek(28));
  const start = next.length >= 4 && next.readUInt32LE(0) === descriptorSignature ? 4 : 0;
  const ends = [start + 12, start + 20];
  const end = ends.find((at) => at + 4 <= next.length && next.readUInt32LE(at) === fileSignature);
  reader.drop(Math.min(end ?? start + 12, next.length));
}
