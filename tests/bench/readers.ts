import { Readable } from 'node:stream';
import { readFileDocuments } from '../../dist/ingestion/files.js';
import { readDocuments } from '../../dist/readers/index.js';
import { containerFormats, makeStories, storiesFormats, storyFormats } from '../support/formats.ts';
import { type Row, showCount, type Table } from './table.ts';

/** Made-up stories in each format: few enough to be written at once, enough to be no single case. */
const storyCount = 200;
/** Seconds of CPU that each format is read for, after as long again to warm up. */
const longEnough = 0.5;

/**
 * How much is read in a second, from bytes to the documents that cleaning starts with? Of CPU, all threads together:
 * what else runs on the machine counts little.
 */
export async function measureReaders(): Promise<Table> {
  const stories = makeStories(storyCount);
  const rows: Row[] = [];
  for (const [name, write] of Object.entries(storyFormats)) {
    rows.push(
      await measureFormat(
        name,
        stories.map((story) => Buffer.from(write(story))),
      ),
    );
  }
  for (const [name, write] of Object.entries(storiesFormats)) {
    rows.push(await measureFormat(name, [write(stories)]));
  }
  for (const [name, { holds, pack }] of Object.entries(containerFormats)) {
    const contents = stories.map(storyFormats[holds]!);
    const input = pack(contents);
    const bytes = contents.reduce((sum, content) => sum + Buffer.byteLength(content), 0);
    rows.push(await measure(`${name} of ${holds}, as unpacked`, bytes, () => readPiped(input)));
  }
  return {
    heading: 'From bytes to documents, by CPU time',
    columns: ['MB a second', 'documents a second'],
    rows,
  };
}

function measureFormat(name: string, inputs: readonly Uint8Array[]): Promise<Row> {
  const bytes = inputs.reduce((sum, input) => sum + input.length, 0);
  return measure(name, bytes, async () => inputs.forEach(readAtOnce));
}

/** Reads all stories again and again. */
async function measure(question: string, bytes: number, readAll: () => Promise<void>): Promise<Row> {
  await repeat(readAll);
  const { rounds, seconds } = await repeat(readAll);
  const megabytes = (rounds * bytes) / 1e6 / seconds;
  // Rounded down: nothing is told better than it is.
  const shown =
    megabytes < 10 ? (Math.floor(megabytes * 10) / 10).toFixed(1) : showCount(Math.floor(megabytes));
  return { question, figures: [shown, showCount(Math.floor((rounds * storyCount) / seconds))] };
}

async function repeat(work: () => Promise<void>): Promise<{ rounds: number; seconds: number }> {
  const started = process.cpuUsage();
  for (let rounds = 1; ; rounds++) {
    await work();
    const { user, system } = process.cpuUsage(started);
    const seconds = (user + system) / 1e6;
    if (seconds >= longEnough) return { rounds, seconds };
  }
}

function readAtOnce(input: Uint8Array): void {
  for (const reading of readDocuments(input, { mediaType: null, charset: null, name: null })) check(reading);
}

async function readPiped(input: Uint8Array): Promise<void> {
  for await (const reading of readFileDocuments({ path: '-', isNamed: true }, Readable.from([input])))
    check(reading);
}

function check(reading: object): void {
  if (!('document' in reading)) throw new Error(`A story was not read: ${JSON.stringify(reading)}`);
}
