import { readFile } from 'node:fs/promises';
import { UsageError } from './exit.ts';

/** The text of a file that the command line names. */
export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(`${file} cannot be read: ${error.message}`);
  });
}

/** What `read` makes of the content; its errors name the file. */
export function readAs<T>(file: string, content: string, read: (content: string) => T): T {
  try {
    return read(content);
  } catch (error) {
    throw new UsageError(`${file}, ${error instanceof Error ? error.message : error}.`);
  }
}
