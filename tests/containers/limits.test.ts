import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeTar, makeZip } from '../support/archives.ts';
import { readPiped } from './read.ts';

const mebibyte = 1024 * 1024;
const tooLarge = 'body-too-large: It is larger than 64 MiB; split it.';
const tooMuch =
  'body-too-large: The file unpacks to more than 256 MiB and 200 times its size; it is read no further.';

describe('what is made to fill memory', () => {
  it('a file of an archive is refused at 64 MiB, and the others are read', async () => {
    const zeros = Buffer.alloc(65 * mebibyte, '0');
    const archive = makeZip({ 'zeros.txt': zeros, 'rain.txt': 'Rain fell.' });
    expect(archive.length).toBeLessThan(100_000);
    expect(await readPiped(archive)).toEqual([`zeros.txt: ${tooLarge}`, 'rain.txt: Rain fell.']);
  });

  it('a file that unpacks to far more than its size is read no further', async () => {
    const names = Array.from({ length: 9 }, (_, number) => `${number}.txt`);
    const zeros = Buffer.alloc(65 * mebibyte, '0');
    const archive = makeZip(Object.fromEntries(names.map((name) => [name, zeros])));
    const readings = await readPiped(archive);
    // 256 MiB, and 200 times the 0.6 MiB of the archive.
    expect(readings).toEqual([
      ...names.slice(0, 5).map((name) => `${name}: ${tooLarge}`),
      `5.txt: ${tooMuch}`,
    ]);
  });

  it('layers of compression count together', async () => {
    const line = `{"text":"${'a'.repeat(mebibyte)}"}\n`;
    const layers = gzipSync(gzipSync(Buffer.concat(Array(400).fill(gzipSync(line.repeat(10))))));
    // 4 GB of lines in 1 kB.
    expect(layers.length).toBeLessThan(1500);
    const readings = await readPiped(makeTar({ 'lines.gz': layers }));
    expect(readings.at(-1)).toBe(`lines.gz, line ${readings.length}: ${tooMuch}`);
    expect(readings.length).toBeLessThan(257);
  });
});

describe('NDJSON of any size', () => {
  it('a line of 2 GB is refused by its number, and the lines around it are read', async () => {
    async function* input() {
      const a = Buffer.alloc(4 * mebibyte, 'a');
      yield Buffer.from('{"text":"One."}\n{"text":"');
      for (let size = 0; size < 2048 * mebibyte; size += a.length) yield a;
      yield Buffer.from('"}\n{"text":"Three."}\n');
    }
    const before = process.memoryUsage.rss();
    const readings = await readPiped(input());
    const after = process.memoryUsage.rss();
    expect(readings).toEqual(['line 1: One.', `line 2: ${tooLarge}`, 'line 3: Three.']);
    expect(after - before).toBeLessThan(500 * mebibyte);
  });

  it('a first line that is too long is one of many all the same', async () => {
    const input = `{"text":"${'a'.repeat(65 * mebibyte)}"}\n{"text":"Two."}\n`;
    expect(await readPiped(Buffer.from(input), mebibyte)).toEqual([`line 1: ${tooLarge}`, 'line 2: Two.']);
  });

  it('is recognized behind a byte order mark and blank lines, and by no ending', async () => {
    const input = '\ufeff{"text":"One."}\r\n\r\n{"text":"Two."}';
    expect(await readPiped(Buffer.from(input))).toEqual(['line 1: One.', 'line 3: Two.']);
  });

  it('may have a line in any format of JSON', async () => {
    const ninjs = {
      uri: 'urn:rain',
      type: 'text',
      versionCreated: '2024-05-01T08:30:00Z',
      body_text: 'Rain fell.',
    };
    const input = `{"text":"One."}\n${JSON.stringify(ninjs)}\n`;
    expect(await readPiped(Buffer.from(input))).toEqual(['line 1: One.', `line 2: ${JSON.stringify(ninjs)}`]);
  });

  it('is not seen in JSON of one article over several lines', async () => {
    expect(await readPiped(Buffer.from('{\n"text": "One."\n}\n'))).toEqual(['(file): One.']);
    expect(await readPiped(Buffer.from('{"text": "One."}\n\n'))).toEqual(['(file): One.']);
  });
});
