import { readBytes } from '../containers/byte-reader.ts';
import type { Container, ContainerInput } from '../containers/container.ts';
import { containers } from '../containers/index.ts';
import { type Budget, deepestNesting, largestInput, tooLarge } from '../containers/limits.ts';
import { lines } from '../containers/lines.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { Problem } from '../domain/problem.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { readableMediaTypes, readDocuments } from '../readers/index.ts';
import type { Reading } from '../readers/reader.ts';
import { decodeText } from '../text/decode.ts';
import { isExport } from './export-file.ts';
import { explainFault } from './faults.ts';

/** A document, why it could not be read, or that what is there holds no text: a picture, a script, a program. */
export type InputReading = Reading | { readonly place: string | null; readonly passedOver: true };

export interface Input extends ContainerInput {
  /** Where it is within the file; null: it is the file. */
  readonly place: string | null;
  /** Whether somebody asked for it, and not for the archive or folder that it is in. */
  readonly isNamed: boolean;
  /** How many containers it is in. */
  readonly depth: number;
}

/** What holds for all that is read of one file. */
export interface FileRun {
  readonly budget: Budget;
  /** What was thrown. What breaks an archive breaks all that it holds: it is told once, at the innermost place. */
  readonly told: Set<unknown>;
  /** Inputs that are no containers, and were begun. */
  inputs: number;
  /** So many of them, from the first on, are passed over unread. */
  inputsKnown: number;
}

/** Bytes that are looked at to see what an input is. */
const headLength = 64 * 1024;

/**
 * Reads every document of an input, through the containers that they are in. What is wrong with one of them is a fault
 * in its place; the others are read.
 */
export async function* readInput(input: Input, run: FileRun): AsyncIterable<InputReading> {
  const { reader, place, name } = input;
  try {
    const head = await reader.peek(headLength);
    if (isExport(head)) throw exportAmongArticles();
    const container = containers.find(({ recognizes }) => recognizes(head, name));
    if (!input.isNamed && isNothingToRead(input, container === undefined ? head : null)) {
      yield { place, passedOver: true };
    } else if (container !== undefined) yield* readEntries(container, input, run);
    else {
      const whole = await reader.peek(largestInput + 1);
      const isTooLarge = whole.length > largestInput;
      // A line of NDJSON is JSON, and none of it again.
      if (isTooLarge && input.mediaType === null && lines.recognizes(whole, null)) {
        yield* readEntries(lines, input, run);
      } else if (run.inputs++ >= run.inputsKnown) {
        if (isTooLarge) throw tooLarge();
        yield* readWhole(whole, input);
      }
    }
  } catch (error) {
    if (!run.told.has(error)) yield { place, fault: explainFault(error) };
    run.told.add(error);
  }
}

function exportAmongArticles(): OnrecordError {
  return new OnrecordError(
    'invalid-body',
    'It is an export of a whole database: ingest it by itself, as a file or standard input, into a new one.',
  );
}

/** Folders, archives and crawls hold much beside articles: pictures, scripts, programs. */
function isNothingToRead({ mediaType }: Input, head: Uint8Array | null): boolean {
  if (mediaType !== null) return !readableMediaTypes.includes(mediaType);
  return head !== null && decodeText(head).isBinary;
}

async function* readEntries(container: Container, input: Input, run: FileRun): AsyncIterable<InputReading> {
  if (input.depth === deepestNesting) {
    throw new OnrecordError(
      'unsupported-media-type',
      `It is a container (${container.name}) within ${deepestNesting} others: unpack it first.`,
    );
  }
  for await (const entry of container.open(input)) {
    if (hiddenNames.test(entry.name ?? '')) continue;
    const reader = readBytes(account(entry.bytes, run.budget));
    const place = within(input.place, entry.place);
    const isNamed = input.isNamed && entry.place === null;
    yield* readInput({ ...entry, reader, place, isNamed, file: null, depth: input.depth + 1 }, run);
  }
}

/** What systems leave beside files (".DS_Store", "__MACOSX/._story.txt"); "./" and "../" are none. */
const hiddenNames = /(?:^|\/)\.[^./][^/]*$/;

async function* account(bytes: AsyncIterable<Uint8Array>, budget: Budget): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    budget.spend(chunk.length);
    yield chunk;
  }
}

/** The readings of an input that is in memory as a whole, or as far as it goes before it breaks off. */
async function* readWhole(bytes: Uint8Array, input: Input): AsyncIterable<Reading> {
  const { reader, mediaType, charset, name } = input;
  reader.drop(bytes.length);
  const failure = await reader.some().then(
    () => null,
    (error: unknown) => ({ error }),
  );
  let last: Reading | null = null;
  let isOnly = true;
  for (const reading of readDocuments(bytes, { mediaType, charset, name })) {
    if (last !== null) {
      isOnly = false;
      yield completed(last, input, isOnly);
    }
    last = reading;
  }
  // Where the input breaks off, the last of its documents is cut, and the others are whole.
  if (failure !== null) throw failure.error;
  if (last !== null) yield completed(last, input, isOnly);
}

/** "news.zip, story.ndjson, line 3" */
function within(outer: string | null, inner: string | null): string | null {
  return outer === null || inner === null ? (outer ?? inner) : `${outer}, ${inner}`;
}

/** A reading with what is known of the input that it is of. */
function completed(reading: Reading, { place, url, isCut }: Input, isOnly: boolean): Reading {
  const inFile = within(place, reading.place);
  if ('fault' in reading) return { ...reading, place: inFile };
  const { raw, problems } = reading.document;
  // A page that does not state its address has the one that it was fetched from; the items of a feed have not.
  const metadata = url !== null && isOnly ? { url, ...reading.document.metadata } : reading.document.metadata;
  const document: SourceDocument = {
    ...reading.document,
    raw: { ...raw, stated: metadata },
    metadata,
    problems: isCut ? [...problems, cutShort] : problems,
  };
  return { document, place: inFile };
}

const cutShort: Problem = {
  code: 'truncated-input',
  span: null,
  message: 'The crawler stopped within the page; what it had is here.',
};
