import yauzl from 'yauzl';
import { OnrecordError } from '../domain/errors.ts';
import { readBytes } from './byte-reader.ts';
import { type Container, type ContainerInput, damaged, type Entry, namedEntry } from './container.ts';
import { largestInput, tooLarge } from './limits.ts';
import { readUnlistedZip } from './unlisted-zip.ts';
import { unpackEntry } from './zip-entry.ts';

/** An archive of files. Office documents and e-books are built as one, and are none for us. */
export const zip: Container = {
  name: 'zip',
  recognizes: (head) => hasSignature(head) && !officeNames.test(firstName(head)),
  async *open(input) {
    const archive = await openListed(input);
    if (archive === null) yield* readUnlistedZip(input.reader);
    else yield* readListed(archive);
  },
};

/** Of the first file in docx, xlsx, odt, epub and jar. */
const officeNames = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|(?:word|xl|ppt)\/|mimetype$|META-INF\/)/;

/** A file begins with a local header, an empty archive with the end of its list. */
function hasSignature(head: Uint8Array): boolean {
  const [p, k, third, fourth] = head;
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

function firstName(head: Uint8Array): string {
  const length = head[26]! + 256 * head[27]!;
  return Buffer.from(head.subarray(30, 30 + length)).toString('latin1');
}

/** The list of files stands at the end, so the archive is read here and there; null where that end is missing. */
async function openListed({ file, reader }: ContainerInput): Promise<yauzl.ZipFile | null> {
  // Names are only shown, so none is refused for where it would lead as a path.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  if (file !== null) return yauzl.openPromise(file, options).catch(() => null);
  const whole = await reader.peek(largestInput + 1);
  if (whole.length > largestInput) throw tooLarge();
  return yauzl.fromBufferPromise(Buffer.from(whole), options).catch(() => null);
}

async function* readListed(archive: yauzl.ZipFile): AsyncIterable<Entry> {
  try {
    for await (const entry of archive.eachEntry()) {
      const name = yauzl.getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      if (name.endsWith('/') || isLink(entry)) continue;
      const bytes = unpackListed(archive, entry);
      yield namedEntry(name, bytes);
      await bytes.return(undefined);
    }
  } catch (error) {
    throw error instanceof OnrecordError ? error : damaged('The list of files in the archive is damaged.');
  } finally {
    archive.close();
  }
}

/** Where Unix packed it, the upper half holds the mode of the file: what it holds is then another file's path. */
function isLink(entry: yauzl.Entry): boolean {
  return entry.externalFileAttributes >>> 28 === 0xa;
}

async function* unpackListed(archive: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  const packed = await archive.openReadStreamPromise(entry, { decodeFileData: false }).catch(() => {
    throw damaged('It is not where the list of the archive says.');
  });
  try {
    yield* unpackEntry(readBytes(packed), {
      method: entry.compressionMethod,
      isEncrypted: entry.isEncrypted(),
      packedSize: entry.compressedSize,
    });
  } finally {
    packed.destroy();
  }
}
