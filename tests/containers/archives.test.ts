import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Files, makeTar, makeTarEntry, makeZip } from '../support/archives.ts';
import { readNamed, readPiped } from './read.ts';

const files: Files = {
  'news/': '',
  'news/rain.txt': 'Rain fell.',
  'news/picture.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
  'news/many.ndjson': '{"text":"One."}\n\n{"text":2}\n{"text":"Three."}\n',
  'news/.DS_Store': 'nothing',
  '__MACOSX/news/._rain.txt': 'nothing',
  'snow.txt.gz': gzipSync('Snow fell.'),
};
const readings = [
  'news/rain.txt: Rain fell.',
  'news/picture.jpg: passed over',
  'news/many.ndjson, line 1: One.',
  expect.stringMatching(/^news\/many\.ndjson, line 3: invalid-body: .*\/text must be a string/),
  'news/many.ndjson, line 4: Three.',
  'snow.txt.gz: Snow fell.',
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-archives-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As a file whose name says nothing, and through a pipe in small chunks: both read the same. */
async function read(bytes: Uint8Array): Promise<string[]> {
  const file = join(folder, 'input');
  writeFileSync(file, bytes);
  const named = await readNamed(file);
  expect(await readPiped(bytes, 100)).toEqual(named);
  return named;
}

describe('archives, whatever they are called', () => {
  it.each([
    ['tar', makeTar(files)],
    ['tar.gz', gzipSync(makeTar(files))],
    ['zip', makeZip(files)],
    ['zip, stored', makeZip(files, { isStored: true })],
    ['zip, written to a pipe', makeZip(files, { isStreamed: true })],
  ])('%s: each file is read in its place, and what is no text is passed over', async (_, bytes) => {
    expect(await read(bytes)).toEqual(readings);
  });

  it('gzip of several members is one input', async () => {
    const bytes = Buffer.concat([gzipSync('Rain fell.\n\n'), gzipSync('Snow fell.')]);
    expect(await read(bytes)).toEqual(['(file): Rain fell.\n\nSnow fell.']);
  });

  it('takes the names of files in tar from where their header has no room for them', async () => {
    const long = `${'long/'.repeat(40)}rain.txt`;
    const pax = `${long.length + 10} path=${long}\n`;
    const bytes = Buffer.concat([
      ...makeTarEntry('pax', pax, 'x'),
      ...makeTarEntry('cut', 'Rain fell.'),
      ...makeTarEntry('@LongLink', `${long}\0`, 'L'),
      ...makeTarEntry('cut', 'Snow fell.'),
      ...makeTarEntry('hail.txt', 'Hail fell.'),
    ]);
    expect(await read(bytes)).toEqual([`${long}: Rain fell.`, `${long}: Snow fell.`, 'hail.txt: Hail fell.']);
  });

  it('shows paths that climb out, and follows none', async () => {
    const climbing = {
      '../../etc/passwd': 'Rain fell.',
      '/etc/shadow': 'Snow fell.',
      'C:/hail': 'Hail fell.',
    };
    const shown = ['../../etc/passwd: Rain fell.', '/etc/shadow: Snow fell.', 'C:/hail: Hail fell.'];
    expect(await read(makeTar(climbing))).toEqual(shown);
    expect(await read(makeZip(climbing))).toEqual(shown);
  });

  it('passes over links', async () => {
    const bytes = Buffer.concat(makeTarEntry('link', '/etc/passwd', '2'));
    expect(await read(bytes)).toEqual([]);
  });

  it('refuses what is encrypted, file by file', async () => {
    const bytes = makeZip({ 'a.txt': 'Rain.', 'b.txt': 'Snow.' }, { isEncrypted: true });
    const refused = 'unsupported-media-type: It is encrypted: unpack it first.';
    expect(await read(bytes)).toEqual([`a.txt: ${refused}`, `b.txt: ${refused}`]);
  });

  it('takes an office document for no archive', async () => {
    const office = makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' });
    expect(await read(office)).toEqual([
      expect.stringMatching(/^\(file\): unsupported-media-type: This is no text/),
    ]);
    expect(await read(makeTar({ 'story.docx': office }))).toEqual(['story.docx: passed over']);
  });

  it('goes five containers deep', async () => {
    const nest = (depth: number): Buffer =>
      depth === 0 ? Buffer.from('Rain fell.') : makeZip({ [`${depth}`]: nest(depth - 1) });
    expect(await read(nest(5))).toEqual(['5, 4, 3, 2, 1: Rain fell.']);
    expect(await read(nest(6))).toEqual([
      '6, 5, 4, 3, 2: unsupported-media-type: It is a container (zip) within 5 others: unpack it first.',
    ]);
  });
});

describe('archives that are cut short or damaged', () => {
  const stories = Object.fromEntries(
    Array.from({ length: 40 }, (_, number) => [`${number}.txt`, `Story ${number} ${Math.sin(number)}.`]),
  );

  it.each([
    ['tar', makeTar(stories)],
    ['tar.gz', gzipSync(makeTar(stories))],
    ['zip', makeZip(stories)],
    ['zip, written to a pipe', makeZip(stories, { isStreamed: true })],
  ])('%s: what is whole is read, and one fault says that the rest is missing', async (_, bytes) => {
    const whole = await read(bytes);
    expect(whole).toHaveLength(40);
    for (let end = 600; end < bytes.length - 1024; end += 1531) {
      const cut = await read(bytes.subarray(0, end));
      const fault = cut.pop();
      expect(cut).toEqual(whole.slice(0, cut.length));
      if (fault !== whole[cut.length])
        expect(fault).toMatch(/: invalid-body: (It|The archive) .*(cut short|breaks off)/);
    }
  });

  it('NDJSON in gzip: the lines before the cut are read, the one that is cut is named', async () => {
    const lines = Array.from({ length: 500 }, (_, number) => `{"text":"Story ${Math.sin(number)}."}\n`);
    const bytes = gzipSync(lines.join(''));
    const cut = await read(bytes.subarray(0, bytes.length / 2));
    const fault = cut.pop();
    expect(cut.length).toBeGreaterThan(100);
    expect(cut[99]).toBe(`line 100: Story ${Math.sin(99)}.`);
    expect(fault).toBe(
      `line ${cut.length + 1}: invalid-body: It cannot be unpacked to its end: it is cut short or damaged.`,
    );
  });

  it('a story in gzip that is cut is no story', async () => {
    const bytes = gzipSync(`Rain fell${' and fell'.repeat(1000)}.`);
    expect(await read(bytes.subarray(0, -9))).toEqual([
      '(file): invalid-body: It cannot be unpacked to its end: it is cut short or damaged.',
    ]);
  });

  it('a damaged file in an archive harms no other', async () => {
    const snow = gzipSync('Snow fell on the hills and in the valleys.');
    snow.fill(0xff, 12, 20);
    const damaged = 'snow.gz: invalid-body: It cannot be unpacked to its end: it is cut short or damaged.';
    const harmed = { 'rain.txt': 'Rain.', 'snow.gz': snow, 'hail.txt': 'Hail.' };
    for (const bytes of [makeTar(harmed), makeZip(harmed)]) {
      expect(await read(bytes)).toEqual(['rain.txt: Rain.', damaged, 'hail.txt: Hail.']);
    }
  });

  it('says where a tar archive goes on with something else', async () => {
    const bytes = Buffer.concat([...makeTarEntry('rain.txt', 'Rain.'), Buffer.alloc(512, 'x')]);
    expect(await read(bytes)).toEqual([
      'rain.txt: Rain.',
      '(file): invalid-body: The archive is damaged: no file begins where one should.',
    ]);
  });

  it('reads a zip archive whose list lies about where files are, as far as that goes', async () => {
    const bytes = makeZip({ 'rain.txt': 'Rain fell.' });
    bytes.writeUInt32LE(7, bytes.length - 22 - 'rain.txt'.length - 4);
    expect(await read(bytes)).toEqual([
      'rain.txt: invalid-body: It is not where the list of the archive says.',
    ]);
  });
});
