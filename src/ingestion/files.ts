import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { OnrecordError } from '../domain/errors.ts';
import { readDocuments } from '../readers/index.ts';
import type { Reading } from '../readers/reader.ts';

/** A document of a file, or why it could not be read. */
export type FileReading = Reading & { readonly file: string };

/** What stands for standard input among names of files. */
export const standardInput = '-';

/** Larger files are refused: a file is held in memory as a whole, and V8 has no longer strings. */
const largestFile = 512 * 1024 * 1024;

/**
 * The files that these paths name: files as they are, folders with all that they hold, sorted by name, without hidden
 * entries. A path that names nothing is kept: reading it says so.
 */
export async function listFiles(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (path === standardInput) files.push(path);
    else if ((await statOrNull(path))?.isDirectory()) await addFolder(path, files);
    else files.push(path);
  }
  return files;
}

/** Reads the documents of one file; a file that cannot be read is a fault, never an exception. */
export async function* readFileDocuments(file: string, input: Readable): AsyncIterable<FileReading> {
  let bytes: Uint8Array;
  try {
    bytes = file === standardInput ? await readAll(input) : await readWhole(file);
  } catch (error) {
    yield { file, place: null, fault: fileFault(file, error) };
    return;
  }
  const hint = { mediaType: null, charset: null, name: file === standardInput ? null : file };
  for (const reading of readDocuments(bytes, hint)) yield { ...reading, file };
}

async function addFolder(folder: string, files: string[]): Promise<void> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => !entry.name.startsWith('.'),
  );
  for (const entry of entries.toSorted(byName)) {
    const path = join(folder, entry.name);
    // A link to a folder is not followed: it may lead round in a circle.
    if (entry.isDirectory()) await addFolder(path, files);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await statOrNull(path))?.isFile()))
      files.push(path);
  }
}

async function readWhole(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > largestFile) throw tooLarge();
  return readFile(file);
}

async function readAll(input: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestFile) throw tooLarge();
  }
  return Buffer.concat(chunks);
}

function tooLarge(): OnrecordError {
  const limit = largestFile / 1024 / 1024;
  return new OnrecordError('body-too-large', `It is larger than ${limit} MiB; split it.`);
}

function fileFault(file: string, error: unknown): OnrecordError {
  if (error instanceof OnrecordError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new OnrecordError('not-found', `There is no file ${file}.`);
  if (code === 'EACCES')
    return new OnrecordError('unavailable', 'It may not be read; check its permissions.');
  if (code === 'EISDIR') return new OnrecordError('unavailable', 'It became a folder while it was read.');
  return new OnrecordError('unavailable', `It cannot be read: ${message}.`);
}

async function statOrNull(path: string) {
  return stat(path).catch(() => null);
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
