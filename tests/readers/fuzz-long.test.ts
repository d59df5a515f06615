import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../src/domain/errors.ts';
import type { SourceDocument } from '../../src/domain/source-document.ts';
import { Random } from '../../src/generation/random.ts';
import { extract } from '../../src/index.ts';
import { readFileDocuments } from '../../src/ingestion/files.ts';
import { readableMediaTypes, readDocuments } from '../../src/readers/index.ts';
import { containerFormats, makeStories, storiesFormats, storyFormats } from '../support/formats.ts';
import { mutate } from '../support/mutations.ts';
import { sharedPath } from '../support/shared.ts';

// Inputs of every format, broken at random places, the same in every run. Another seed looks at others.
const seed = Number(process.env['FUZZ_SEED'] ?? 6);
/** Mutants of each input. */
const rounds = 150;
/** Bytes: larger inputs take long, and find nothing else. */
const largestInput = 200_000;
/** CPU time for one mutant, in ms. They take a thousandth to a tenth of a second; what grows quadratically takes minutes. */
const longestTime = 5000;

const stories = makeStories(3);
const golden = filesUnder(new URL('../golden/', import.meta.url).pathname).filter((file) =>
  /\/source\./.test(file),
);
const samples = sharedPath('samples');
const inputs: readonly (readonly [string, Uint8Array])[] = [
  ...Object.entries(storyFormats).map(([name, write]) => [name, Buffer.from(write(stories[0]!))] as const),
  ...Object.entries(storiesFormats).map(([name, write]) => [name, write(stories)] as const),
  ...Object.entries(containerFormats).map(
    ([name, { holds, pack }]) => [name, pack(stories.map(storyFormats[holds]!))] as const,
  ),
  ...[...golden, ...(samples === null ? [] : filesUnder(samples))].map(
    (file) => [file.split('/').slice(-2).join('/'), readFileSync(file)] as const,
  ),
].filter(([, bytes]) => bytes.length <= largestInput);
const others = inputs.map(([, bytes]) => bytes);

describe('readers are total', () => {
  it.each(inputs)('%s: no mutant is an exception, or takes long', async (name, bytes) => {
    const random = new Random(seed, hash(name));
    for (let round = 0; round < rounds; round++) {
      const mutant = mutate(bytes, others, random);
      const started = process.cpuUsage();
      try {
        await readPiped(mutant, round % 8 === 0);
        readStated(mutant, random.pick(readableMediaTypes));
      } catch (error) {
        throw new Error(`Mutant ${round} of ${name}, with seed ${seed}`, { cause: error });
      }
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1000, `mutant ${round} of ${name}`).toBeLessThan(longestTime);
    }
  });
});

/** As a file that nothing is known of. */
async function readPiped(bytes: Uint8Array, isExtracted: boolean): Promise<void> {
  for await (const reading of readFileDocuments({ path: '-', isNamed: true }, Readable.from([bytes]))) {
    if ('fault' in reading) checkFault(reading.fault);
    if ('document' in reading) checkDocument(reading.document, isExtracted);
  }
}

/** As the body of a request, with a media type that may well be wrong. */
function readStated(bytes: Uint8Array, mediaType: string): void {
  for (const reading of readDocuments(bytes, { mediaType, charset: null, name: null })) {
    if ('fault' in reading) checkFault(reading.fault);
    else checkDocument(reading.document, false);
  }
}

function checkFault(fault: OnrecordError): void {
  expect(fault).toBeInstanceOf(OnrecordError);
  expect(fault.code).not.toBe('internal');
  expect(fault.message).toMatch(/\S/);
}

function checkDocument(document: SourceDocument, isExtracted: boolean): void {
  const { raw, blocks, replacements, metadata } = document;
  expect(raw.text.trim()).not.toBe('');
  for (const ranges of [blocks ?? [], replacements]) {
    let last = 0;
    for (const { rawStart, rawEnd } of ranges) {
      expect(rawStart).toBeGreaterThanOrEqual(last);
      expect(rawEnd).toBeGreaterThanOrEqual(rawStart);
      last = rawEnd;
    }
    expect(last).toBeLessThanOrEqual(raw.text.length);
  }
  if (metadata.publishedAt != null) expect(metadata.publishedAt).toMatch(/^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/);
  if (metadata.url != null) expect(metadata.url).toMatch(/^https?:/);
  if (!isExtracted) return;
  const { text, paragraphs } = extract(document);
  for (const { start, end } of paragraphs) expect(text.slice(start, end).trim()).not.toBe('');
}

function filesUnder(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return files.filter((file) => statSync(file).isFile() && !/\.(?:md|tsv)$/.test(file)).toSorted();
}

function hash(text: string): number {
  return [...text].reduce((value, unit) => (value * 31 + unit.charCodeAt(0)) | 0, 7);
}
