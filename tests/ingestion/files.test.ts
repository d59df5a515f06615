import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileDocuments } from '../../src/ingestion/files.ts';
import { listFiles } from '../../src/ingestion/folders.ts';
import { makeZip } from '../support/archives.ts';

const nothing = () => Readable.from([]);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-files-'));
  mkdirSync(join(folder, 'b/deep'), { recursive: true });
  writeFileSync(join(folder, 'c.txt'), 'Rain fell.');
  writeFileSync(join(folder, 'a.ndjson'), '{"text":"One."}\n{"text":2}\n');
  writeFileSync(join(folder, 'b/deep/d.txt'), 'Snow fell.');
  writeFileSync(join(folder, '.hidden'), 'Nothing fell.');
  writeFileSync(join(folder, 'f.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]));
  symlinkSync(folder, join(folder, 'b/round'));
  symlinkSync(join(folder, 'c.txt'), join(folder, 'e.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('listFiles', () => {
  it('goes through folders by name, past what is hidden, and not round in circles', async () => {
    const files = await collect(listFiles([folder]));
    expect(files.map(({ path }) => path)).toEqual(
      ['a.ndjson', 'b/deep/d.txt', 'c.txt', 'e.txt', 'f.jpg'].map((name) => join(folder, name)),
    );
    expect(files.some(({ isNamed }) => isNamed)).toBe(false);
  });

  it('keeps names of files, and the sign for standard input, in the order given', async () => {
    expect(await collect(listFiles(['-', 'nowhere.txt']))).toEqual([
      { path: '-', isNamed: true },
      { path: 'nowhere.txt', isNamed: true },
    ]);
  });
});

describe('readFileDocuments', () => {
  it('reads each document of a file, and says which cannot be read', async () => {
    const readings = await collect(readFileDocuments(named('a.ndjson'), nothing()));
    expect(
      readings.map((reading) =>
        'document' in reading ? reading.document.raw.text : 'fault' in reading && reading.fault.code,
      ),
    ).toEqual(['One.', 'invalid-body']);
    expect(readings.map(({ place }) => place)).toEqual(['line 1', 'line 2']);
  });

  it.each([
    ['is the first of many', 'lines.txt', '{"text":"On', '{"text":"Two."}', ['invalid-body', 'Two.']],
    ['is no JSON, in a file for it', 'lines.jsonl', 'nothing', '{"text":"Two."}', ['invalid-body', 'Two.']],
    ['is the only one', 'one.ndjson', '{"text":"On', '', ['invalid-body']],
    ['is JSON that goes on', 'items.json', '[{"text":', '"One."}]', ['One.']],
    ['goes on with objects', 'list.json', '[{"text":"One."},', '{"text":"Two."}]', ['One.', 'Two.']],
  ])('reads what can be read where a line %s', async (_, name, first, second, expected) => {
    writeFileSync(join(folder, name), `${first}\n${second}\n`);
    const readings = await collect(readFileDocuments(named(name), nothing()));
    rmSync(join(folder, name));
    expect(
      readings.map((reading) =>
        'document' in reading ? reading.document.raw.text : 'fault' in reading && reading.fault.code,
      ),
    ).toEqual(expected);
  });

  it('reads standard input', async () => {
    const [reading] = await collect(
      readFileDocuments(
        { path: '-', isNamed: true },
        Readable.from([Buffer.from('Rain '), Buffer.from('fell.')]),
      ),
    );
    expect(reading).toMatchObject({ file: '-', document: { raw: { text: 'Rain fell.' } } });
  });

  it('answers a file that is not there with a fault', async () => {
    const [reading] = await collect(readFileDocuments(named('nowhere'), nothing()));
    expect(reading).toMatchObject({ fault: { code: 'not-found' } });
  });

  it('passes over a picture in a folder, and says of one that somebody named that it is no text', async () => {
    const path = join(folder, 'f.jpg');
    const found = await collect(readFileDocuments({ path, isNamed: false }, nothing()));
    expect(found).toMatchObject([{ file: path, place: null, passedOver: true }]);
    expect(found).toHaveLength(1);
    const [asked] = await collect(readFileDocuments(named('f.jpg'), nothing()));
    expect(asked).toMatchObject({ fault: { code: 'unsupported-media-type' } });
  });
});

describe('a folder that changes, and a file that does', () => {
  it('names what is gone', async () => {
    const file = join(folder, 'gone.txt');
    writeFileSync(file, 'Rain fell.');
    const files = await collect(listFiles([folder]));
    rmSync(file);
    const readings = [];
    for (const each of files) readings.push(...(await collect(readFileDocuments(each, nothing()))));
    expect(readings.filter((reading) => 'fault' in reading).map((reading) => reading.file)).toEqual([
      join(folder, 'a.ndjson'),
      file,
    ]);
  });

  it('reads on in a file that grows, and up to where one was cut', async () => {
    const file = join(folder, 'changing.ndjson');
    const line = `{"text":"${'Rain fell. '.repeat(1000)}"}\n`;
    for (const change of [() => appendFileSync(file, line), () => truncateSync(file, 100_000)]) {
      writeFileSync(file, line.repeat(50));
      let count = 0;
      for await (const reading of readFileDocuments({ path: file, isNamed: true }, nothing())) {
        if (count++ === 0) change();
        expect(reading.place).toBe(`line ${count}`);
      }
      expect(count).toBeGreaterThan(8);
    }
    rmSync(file);
  });

  it('says that a zip archive was cut while it was read', async () => {
    const file = join(folder, 'changing.zip');
    const noise = (seed: number) => Array.from({ length: 5000 }, (_, i) => Math.sin(i * seed)).join(' ');
    writeFileSync(file, makeZip({ 'a.txt': noise(1), 'b.txt': noise(2), 'c.txt': noise(3) }));
    const readings = [];
    for await (const reading of readFileDocuments({ path: file, isNamed: true }, nothing())) {
      if (readings.push(reading) === 1) truncateSync(file, 60_000);
    }
    rmSync(file);
    expect(readings[0]).toHaveProperty('document');
    expect(readings.slice(1).every((reading) => 'fault' in reading)).toBe(true);
    expect(readings.length).toBeGreaterThan(1);
  });

  it.each([20_000, 7, 1000])('lists very many files in their order, %d names at once', async (atOnce) => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const names = Array.from({ length: 1000 }, (_, number) => `${(number * 7919) % 1000}.txt`);
    for (const name of names) writeFileSync(join(many, name), '');
    const files = await collect(listFiles([many], atOnce));
    expect(files.map(({ path }) => path)).toEqual(names.toSorted().map((name) => join(many, name)));
    rmSync(many, { recursive: true });
  });
});

function named(name: string) {
  return { path: join(folder, name), isNamed: true };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
