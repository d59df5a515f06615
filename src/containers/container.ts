import { OnrecordError } from '../domain/errors.ts';
import type { ByteReader } from './byte-reader.ts';

/** A kind of file that holds inputs: an archive, a crawl, a compressed file. */
export interface Container {
  /** What people call it. */
  readonly name: string;
  /** Whether an input that begins with these bytes is one; the name is that of a file. */
  recognizes(head: Uint8Array, name: string | null): boolean;
  /**
   * Yields what it holds, one after the other; what is not read of one is passed over when the next is asked for.
   * Throws the OnrecordError that says why nothing more can be read.
   */
  open(input: ContainerInput): AsyncIterable<Entry>;
}

export interface ContainerInput extends EntryHint {
  readonly reader: ByteReader;
  /** The file that the bytes are of, where it can be read here and there; null: they only come one after the other. */
  readonly file: string | null;
}

/** What a container says of an entry beside its bytes. */
export interface EntryHint {
  /** The name of a file, for what readers make of its ending. Never a path to anything. */
  readonly name: string | null;
  /** Lower case, without parameters. */
  readonly mediaType: string | null;
  readonly charset: string | null;
  /** The address that it was fetched from. */
  readonly url: string | null;
  /** Whether its end was never there: a crawler stopped within it. */
  readonly isCut: boolean;
}

export interface Entry extends EntryHint {
  /** Where it is in the container, for people; null where it is all that the container holds. */
  readonly place: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** An entry of an archive of files, which says nothing of it but its name. */
export function namedEntry(path: string, bytes: Entry['bytes']): Entry {
  const name = path.slice(0, longestName);
  return { place: name, name, mediaType: null, charset: null, url: null, isCut: false, bytes };
}

/** Longer names come only from those who try what happens. */
const longestName = 1000;

export function damaged(what: string): OnrecordError {
  return new OnrecordError('invalid-body', what);
}
