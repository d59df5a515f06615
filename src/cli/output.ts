import { once } from 'node:events';
import { exitCodes } from './exit.ts';

/** Whether a person reads what is written, so that it may be laid out for them. */
export const isTerminal = (): boolean => process.stdout.isTTY === true;

/** The width to lay lines out for. */
export const terminalWidth = (): number => Math.max(60, Math.min(process.stdout.columns || 80, 140));

/** Writes to standard output, and waits where whoever reads it is slower. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** One JSON value as a line of NDJSON. */
export async function writeJsonLine(value: unknown): Promise<void> {
  await write(`${JSON.stringify(value)}\n`);
}

/** One line for the person, never for the program that reads the output. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A reader that has seen enough (`onrecord quotes | head`) ends the command quietly. */
export function endQuietlyOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(exitCodes.ok);
      throw error;
    });
  }
}

/** "1 article", "3 articles". */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Breaks text into lines of at most `width` characters, between words where there are any. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    for (; line.length > width; line = line.slice(width)) lines.push(line.slice(0, width));
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * Takes out what would steer a terminal: copy may hold escape sequences. Line breaks go too, so that one record stays
 * one row.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}

/** "story.ndjson, line 3" */
export function placeOf(file: string, place: string | null): string {
  const name = file === '-' ? 'standard input' : file;
  return place === null ? name : `${name}, ${place}`;
}
