import type { Dirent } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { readBytes } from '../containers/byte-reader.ts';
import { type Budget, createBudget } from '../containers/limits.ts';
import { explainFault } from './faults.ts';
import { type Input, type InputReading, readInput } from './read-input.ts';

/** A file to be read. */
export interface InputFile {
  readonly path: string;
  /** False where it was found in a folder. */
  readonly isNamed: boolean;
}

/** What there is in a file. */
export type FileReading = InputReading & { readonly file: string };

/** What stands for standard input among names of files. */
export const standardInput = '-';

/** Bytes that are read from a file at once. */
const chunkLength = 64 * 1024;

/**
 * The files that these paths name: files as they are, folders with all that they hold, sorted by name, without hidden
 * entries. A path that names nothing is kept: reading it says so.
 */
export async function listFiles(paths: readonly string[]): Promise<readonly InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) {
    const isFolder = path !== standardInput && (await statOrNull(path))?.isDirectory();
    if (isFolder) await addFolder(path, files);
    else files.push({ path, isNamed: true });
  }
  return files;
}

/**
 * Reads the documents of one file, as it comes: of archives, crawls and NDJSON only a part is in memory at any time. A
 * file that cannot be read is a fault, never an exception.
 */
export async function* readFileDocuments(file: InputFile, input: Readable): AsyncIterable<FileReading> {
  const { path, isNamed } = file;
  let handle: FileHandle | null = null;
  try {
    const budget = createBudget();
    handle = path === standardInput ? null : await open(path);
    const info = await handle?.stat();
    const isFile = info?.isFile() === true;
    if (isFile) budget.allow(info.size);
    const bytes = handle === null ? input : chunksOf(handle);
    const whole: Input = {
      reader: readBytes(isFile ? bytes : allowing(bytes, budget)),
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
    for await (const reading of readInput(whole, { budget, told: new Set() }))
      yield { ...reading, file: path };
  } catch (error) {
    yield { file: path, place: null, fault: explainFault(error) };
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

/** What comes through a pipe has no size before it has come. */
async function* allowing(bytes: AsyncIterable<Uint8Array>, budget: Budget): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    budget.allow(chunk.length);
    yield chunk;
  }
}

async function addFolder(folder: string, files: InputFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  // Reading it says what is wrong with it.
  if (entries === null) files.push({ path: folder, isNamed: false });
  for (const entry of entries?.toSorted(byName) ?? []) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    // A link to a folder is not followed: it may lead round in a circle.
    if (entry.isDirectory()) await addFolder(path, files);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await statOrNull(path))?.isFile()))
      files.push({ path, isNamed: false });
  }
}

async function statOrNull(path: string) {
  return stat(path).catch(() => null);
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
