import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OnrecordError } from '../../src/domain/errors.ts';
import { openFileProgress } from '../../src/ingestion/file-progress.ts';
import { type FileEnd, type FileReading, readFile } from '../../src/ingestion/files.ts';
import type { Ingested } from '../../src/ingestion/ingest.ts';
import { makeTar, makeZip } from '../support/archives.ts';

type Event = FileReading | FileEnd;

let folder: string;
let bookmarks: Map<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-progress-'));
  bookmarks = new Map();
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const store = {
  findBookmarks: async (sources: readonly string[]) =>
    new Map(sources.flatMap((source) => (bookmarks.has(source) ? [[source, bookmarks.get(source)!]] : []))),
  keepBookmarks: async (kept: ReadonlyMap<string, string | null>) => {
    for (const [source, state] of kept) {
      if (state === null) bookmarks.delete(source);
      else bookmarks.set(source, state);
    }
  },
};

/** Takes a file in as a run of its own: up to so many events, in batches of that size; those whose text is in it fail. */
async function run(
  file: string,
  { events = Number.POSITIVE_INFINITY, batch = 1, failing = '' } = {},
): Promise<string[]> {
  const progress = openFileProgress(store);
  const stored: string[] = [];
  let pending: Ingested<Event>[] = [];
  for await (const item of readFile(
    { path: file, isNamed: true },
    Readable.from([]),
    progress.findInputsKnown,
  )) {
    if (events-- <= 0) break;
    const text = 'document' in item ? item.document.raw.text : null;
    const fault = 'fault' in item ? item.fault : null;
    const fails = fault !== null || (text !== null && text === failing);
    const result = fails ? (fault ?? new OnrecordError('url-taken', 'taken')) : null;
    pending.push({ item, article: null, result });
    if (pending.length < batch) continue;
    stored.push(...pending.map(labelOf));
    await progress.note(pending);
    pending = [];
  }
  // What is pending when it is killed is not stored; at the end of the file it is.
  if (events > 0) {
    stored.push(...pending.map(labelOf));
    await progress.note(pending);
  }
  return stored;
}

function labelOf({ item, result }: Ingested<Event>): string {
  if ('end' in item) return item.end;
  if (result instanceof OnrecordError) return result.code;
  return 'document' in item ? item.document.raw.text : 'passed over';
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, number) => `${JSON.stringify({ text: `Story ${number}.` })}\n`).join('');
const stories = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `Story ${from + index}.`);
/** Until a change could not be overlooked. */
const settle = () => vi.setSystemTime(Date.now() + 2_100);

const tarOf = (count: number) =>
  gzipSync(makeTar(Object.fromEntries(stories(0, count).map((text, number) => [`${number}.txt`, text]))));

describe('the progress of files', () => {
  it('passes over what was taken in, in files and in archives, and goes on within them', async () => {
    const files = {
      'a.ndjson': lines(9),
      'a.tar.gz': tarOf(9),
      'a.zip': makeZip(Object.fromEntries(stories(0, 9).map((text, number) => [`${number}.txt`, text]))),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    settle();
    for (const name of Object.keys(files)) {
      const file = join(folder, name);
      expect(await run(file, { events: 4 })).toEqual(stories(0, 4));
      // The last may not have been the last of its input: it comes again, and is the same.
      expect(await run(file, { events: 3, batch: 3 })).toEqual(stories(3, 6));
      expect(await run(file)).toEqual([...stories(5, 9), 'read']);
      expect(await run(file)).toEqual(['known']);
    }
  });

  it('notes nothing of what was read and not stored', async () => {
    const file = join(folder, 'a.ndjson');
    writeFileSync(file, lines(9));
    settle();
    expect(await run(file, { events: 5, batch: 3 })).toEqual(stories(0, 3));
    expect(await run(file)).toEqual([...stories(2, 9), 'read']);
  });

  it('begins again where the file has changed, by whatever means', async () => {
    const file = join(folder, 'a.ndjson');
    writeFileSync(file, lines(9));
    settle();
    expect((await run(file)).at(-1)).toBe('read');
    for (const change of [
      () => appendFileSync(file, '{"text":"More."}\n'),
      () => truncateSync(file, lines(5).length),
      () => {
        rmSync(file);
        writeFileSync(file, lines(5));
      },
    ]) {
      change();
      settle();
      expect((await run(file)).length).toBeGreaterThan(5);
      expect(await run(file)).toEqual(['known']);
    }
  });

  it('does not trust a file that was written just now, and says of one that changes meanwhile', async () => {
    const file = join(folder, 'a.ndjson');
    writeFileSync(file, lines(3));
    expect(await run(file)).toEqual([...stories(0, 3), 'read']);
    expect(bookmarks.size).toBe(0);
    settle();
    const events: string[] = [];
    const progress = openFileProgress(store);
    for await (const item of readFile({ path: file, isNamed: true }, Readable.from([]))) {
      if (events.length === 0) appendFileSync(file, '{"text":"More."}\n');
      events.push(labelOf({ item, article: null, result: null }));
      await progress.note([{ item, article: null, result: null }]);
    }
    expect(events.at(-1)).toBe('changed');
    expect(bookmarks.size).toBe(0);
  });

  it('reads a file again in which something failed, also where that was before an interruption', async () => {
    const file = join(folder, 'a.ndjson');
    writeFileSync(file, lines(9));
    settle();
    expect(await run(file, { failing: 'Story 1.', events: 4 })).toContain('url-taken');
    expect(await run(file)).toEqual([...stories(3, 9), 'read']);
    expect(await run(file)).toEqual([...stories(0, 9), 'read']);
    expect(await run(file)).toEqual(['known']);
  });

  it('says nothing of what has no state: standard input, and files that cannot be opened', async () => {
    expect(await run('-')).toEqual(['empty-article', 'read']);
    expect(await run(join(folder, 'nowhere'))).toEqual(['not-found']);
    expect(bookmarks.size).toBe(0);
  });
});
