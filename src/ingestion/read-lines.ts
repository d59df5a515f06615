import { isUtf8 } from 'node:buffer';
import { readBytes } from '../containers/byte-reader.ts';
import { splitLines } from '../containers/lines.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import type { Incoming } from './ingest.ts';

/** What one line of NDJSON holds. */
export interface LineReading extends Incoming {
  /** From 1. */
  readonly line: number;
}

export interface LineOptions {
  /** Bytes that a line may have; of a longer one no more are held. */
  readonly longest: number;
  /** Makes one document of a line; throws an OnrecordError where it is none. */
  readonly read: (bytes: Uint8Array) => SourceDocument;
}

/** Reads NDJSON as it comes, a document a line. What is wrong with a line is a fault in its place, and harms no other. */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  { longest, read }: LineOptions,
): AsyncGenerator<LineReading, void, undefined> {
  for await (const { number, bytes } of splitLines(readBytes(source))) {
    const line = await readBytes(bytes).peek(longest + 1);
    const at = { line: number, place: `line ${number}` };
    try {
      if (line.length > longest) {
        throw new OnrecordError(
          'body-too-large',
          'The line is over the limit of this server (ONRECORD_MAX_BODY).',
        );
      }
      if (!isUtf8(line)) throw new OnrecordError('invalid-body', 'The line is not UTF-8.');
      yield { ...at, document: read(line) };
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      yield { ...at, fault: error };
    }
  }
}
