import { deflateRawSync } from 'node:zlib';

/** Files by their names; those whose name ends with a slash are folders. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A tar archive as POSIX has it. Other forms were tried with the archives that GNU tar writes. */
export function makeTar(files: Files): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => makeTarEntry(name, content));
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** One entry; types beside those of files and folders say something of the next one. */
export function makeTarEntry(name: string, content: string | Uint8Array, type = '0'): readonly Buffer[] {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(' '.repeat(8), 148);
  header.write(name.endsWith('/') ? '5' : type, 156);
  header.write('ustar\u000000', 257);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return [header, bytes, Buffer.alloc(-bytes.length & 511)];
}

export interface ZipOptions {
  /** Written to a pipe: sizes follow each file, since they were not known before. */
  readonly isStreamed?: boolean;
  readonly isEncrypted?: boolean;
  readonly isStored?: boolean;
}

/** A zip archive. Checksums are left out: nothing reads them. */
export function makeZip(files: Files, options: ZipOptions = {}): Buffer {
  const { isStreamed = false, isEncrypted = false, isStored = false } = options;
  // Large contents come again and again.
  const packings = new Map<string | Uint8Array, Buffer>();
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = packings.get(content) ?? (isStored ? Buffer.from(content) : deflateRawSync(content));
    packings.set(content, packed);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(Buffer.byteLength(content), 8);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x800 | (isStreamed ? 8 : 0) | (isEncrypted ? 1 : 0), 2);
    about.writeUInt16LE(isStored ? 0 : 8, 4);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const listed = Buffer.from(about);
    sizes.copy(listed, 10);
    if (!isStreamed) sizes.copy(about, 10);
    const after = isStreamed ? [Buffer.from('PK\u0007\u0008'), sizes] : [];
    const whole = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, Buffer.from(name), packed, ...after]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), listed, place, Buffer.from(name));
    parts.push(whole);
    offset += whole.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** A record of a crawl: its fields, and the block under them. */
export function makeWarcRecord(fields: Readonly<Record<string, string>>, block: string | Uint8Array): Buffer {
  const bytes = Buffer.from(block);
  const lines = Object.entries({ ...fields, 'Content-Length': bytes.length }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** What a web server answered to the crawler. */
export function makeWarcResponse(url: string, head: string, body: string | Uint8Array): Buffer {
  const block = Buffer.concat([Buffer.from(`${head.replaceAll('\n', '\r\n')}\r\n\r\n`), Buffer.from(body)]);
  const fields = {
    'WARC-Type': 'response',
    'WARC-Target-URI': url,
    'Content-Type': 'application/http;msgtype=response',
  };
  return makeWarcRecord(fields, block);
}
