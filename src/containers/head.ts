import type { ByteReader } from './byte-reader.ts';

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
