import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles, readFileDocuments } from '../../src/ingestion/files.ts';

const nothing = () => Readable.from([]);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-files-'));
  mkdirSync(join(folder, 'b/deep'), { recursive: true });
  writeFileSync(join(folder, 'c.txt'), 'Rain fell.');
  writeFileSync(join(folder, 'a.ndjson'), '{"text":"One."}\n{"text":2}\n');
  writeFileSync(join(folder, 'b/deep/d.txt'), 'Snow fell.');
  writeFileSync(join(folder, '.hidden'), 'Nothing fell.');
  symlinkSync(folder, join(folder, 'b/round'));
  symlinkSync(join(folder, 'c.txt'), join(folder, 'e.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('listFiles', () => {
  it('goes through folders by name, past what is hidden, and not round in circles', async () => {
    const files = await listFiles([folder]);
    expect(files).toEqual(['a.ndjson', 'b/deep/d.txt', 'c.txt', 'e.txt'].map((name) => join(folder, name)));
  });

  it('keeps names of files, and the sign for standard input, in the order given', async () => {
    expect(await listFiles(['-', 'nowhere.txt'])).toEqual(['-', 'nowhere.txt']);
  });
});

describe('readFileDocuments', () => {
  it('reads each document of a file, and says which cannot be read', async () => {
    const readings = await collect(readFileDocuments(join(folder, 'a.ndjson'), nothing()));
    expect(
      readings.map((reading) => ('fault' in reading ? reading.fault.code : reading.document.raw.text)),
    ).toEqual(['One.', 'invalid-body']);
    expect(readings.map(({ place }) => place)).toEqual(['line 1', 'line 2']);
  });

  it('reads standard input', async () => {
    const [reading] = await collect(
      readFileDocuments('-', Readable.from([Buffer.from('Rain '), Buffer.from('fell.')])),
    );
    expect(reading).toMatchObject({ file: '-', document: { raw: { text: 'Rain fell.' } } });
  });

  it('answers a file that is not there with a fault', async () => {
    const [reading] = await collect(readFileDocuments(join(folder, 'nowhere'), nothing()));
    expect(reading).toMatchObject({ fault: { code: 'not-found' } });
  });
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
