import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { readBytes } from '../containers/byte-reader.ts';
import { type Budget, createBudget } from '../containers/limits.ts';
import { explainFault } from './faults.ts';
import { describeState, type FileState, noFile } from './file-state.ts';
import { type InputFile, standardInput } from './folders.ts';
import { type FileRun, type Input, type InputReading, readInput } from './read-input.ts';

/** What there is in a file. */
export type FileReading = InputReading & {
  readonly file: string;
  readonly state: FileState;
  /** How many inputs of the file (it may be an archive) were read to their end before this one. */
  readonly inputsBefore: number;
  /** Bytes of the file that were read so far. */
  readonly bytesRead: number;
};

/** The end of a file. */
export interface FileEnd extends Pick<FileReading, 'file' | 'state'> {
  readonly place: null;
  /** `known`: it was not read, as it was read before; `changed`: it is not what it was when it was opened. */
  readonly end: 'read' | 'known' | 'changed';
}

/** How many inputs of a file need not be read again; all of them: infinitely many. */
export type FindInputsKnown = (file: string, state: FileState) => Promise<number>;

/** Bytes that are read from a file at once. */
const chunkLength = 64 * 1024;

/** Reads the documents of one file; see {@link readFile}. */
export async function* readFileDocuments(file: InputFile, input: Readable): AsyncIterable<FileReading> {
  for await (const event of readFile(file, input)) if (!('end' in event)) yield event;
}

/**
 * Reads what is in a file, as it comes: of archives, crawls and NDJSON only a part is in memory at any time. A file that
 * cannot be read is a fault, never an exception.
 */
export async function* readFile(
  { path, isNamed }: InputFile,
  input: Readable,
  findInputsKnown: FindInputsKnown = async () => 0,
): AsyncIterable<FileReading | FileEnd> {
  const run: FileRun = { budget: createBudget(), told: new Set(), inputs: 0, inputsKnown: 0 };
  let handle: FileHandle | null = null;
  let state: FileState = noFile;
  let bytesRead = 0;
  const reached = () => ({ file: path, state, inputsBefore: Math.max(run.inputs - 1, 0), bytesRead });
  try {
    handle = path === standardInput ? null : await open(path);
    if (handle !== null) state = await describeState(handle);
    run.inputsKnown = await findInputsKnown(path, state);
    if (run.inputsKnown === Number.POSITIVE_INFINITY) {
      yield { file: path, state, place: null, end: 'known' };
      return;
    }
    const counted = counting(handle === null ? input : chunksOf(handle), (count) => {
      bytesRead += count;
    });
    const isFile = state.size > 0;
    run.budget.allow(state.size);
    const whole: Input = {
      reader: readBytes(isFile ? counted : allowing(counted, run.budget)),
      file: isFile ? path : null,
      name: handle === null ? null : basename(path),
      mediaType: null,
      charset: null,
      url: null,
      isCut: false,
      place: null,
      isNamed,
      depth: 0,
    };
    for await (const reading of readInput(whole, run)) yield { ...reading, ...reached() };
    const isSame = handle === null || (await describeState(handle)).stamp === state.stamp;
    yield { file: path, state, place: null, end: isSame ? 'read' : 'changed' };
  } catch (error) {
    yield { place: null, fault: explainFault(error), ...reached() };
  } finally {
    await handle?.close();
  }
}

async function* chunksOf(handle: FileHandle): AsyncIterable<Uint8Array> {
  for (;;) {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.allocUnsafe(chunkLength) });
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

async function* counting(
  bytes: AsyncIterable<Uint8Array>,
  count: (length: number) => void,
): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    count(chunk.length);
    yield chunk;
  }
}

/** What comes through a pipe has no size before it has come. */
async function* allowing(bytes: AsyncIterable<Uint8Array>, budget: Budget): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    budget.allow(chunk.length);
    yield chunk;
  }
}
