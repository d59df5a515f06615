import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/domain/source-document.ts';
import { extract } from '../../src/index.ts';
import { readAgain } from '../../src/ingestion/read-again.ts';
import { readDocuments } from '../../src/readers/index.ts';
import { makeStories, storyFormats } from '../support/formats.ts';

const golden = new URL('../golden/', import.meta.url);
const stories = makeStories(2);

function read(bytes: Uint8Array, name: string | null = null): readonly SourceDocument[] {
  const readings = [...readDocuments(bytes, { mediaType: null, charset: null, name })];
  return readings.map((reading) => {
    if ('fault' in reading) throw reading.fault;
    return reading.document;
  });
}

/** What is read of a raw copy that was stored when it was read first. */
const again = (document: SourceDocument) => readAgain({ raw: document.raw, article: extract(document) });

describe('a raw copy is read again as it was', () => {
  it.each(readdirSync(golden))('in tests/golden/%s', (slug) => {
    const name = readdirSync(new URL(`${slug}/`, golden)).find((file) => file.startsWith('source.'))!;
    for (const document of read(readFileSync(new URL(`${slug}/${name}`, golden)), name))
      expect(again(document)).toEqual(document);
  });

  it.each(Object.entries(storyFormats))('in %s', (_, write) => {
    for (const document of read(Buffer.from(write(stories[0]!)))) expect(again(document)).toEqual(document);
  });

  it('in Markdown that came as the text of our own JSON', () => {
    const text = '# Rain\n\nRain fell on [Hull](https://example.org/hull).';
    const [document] = read(Buffer.from(JSON.stringify({ text })));
    expect(document!.blocks).toHaveLength(1);
    expect(again(document!)).toEqual(document);
  });

  const said = '"It will rain," Ana Ruiz said on Tuesday.';
  it.each([
    [
      'RSS',
      `<rss version="2.0"><channel><title>The Daily</title><link>https://daily.example</link><language>en</language>
       <item><title>One</title><guid>1</guid><description>${said}</description></item>
       <item><title>Two</title><guid>2</guid><description>${said} So she says.</description></item></channel></rss>`,
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily</title><author><name>Jane Doe</name></author>
       <entry><title>One</title><id>urn:1</id><content type="text">${said}</content></entry>
       <entry><title>Two</title><id>urn:2</id><content type="text">${said}</content></entry></feed>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Daily',
        items: [
          { id: '1', content_text: said },
          { id: '2', content_text: said },
        ],
      }),
    ],
    [
      'JSON',
      JSON.stringify([
        { text: said, headline: 'One' },
        { text: `{"text":"${said}"}`, url: 'https://daily.example/2' },
      ]),
    ],
  ])('as one of several items of %s, with what the others share with it', (_, input) => {
    const documents = read(Buffer.from(input));
    expect(documents).toHaveLength(2);
    for (const document of documents) expect(again(document)).toEqual(document);
  });

  it('with what was wrong with its bytes', () => {
    const [document] = read(Buffer.from([...Buffer.from('It rained in Le\xf3n. \u0081'), 0x81, 0x8d]));
    const article = {
      ...extract(document!),
      problems: [{ code: 'truncated-input' as const, span: null, message: 'Cut.' }],
    };
    expect(readAgain({ raw: document!.raw, article }).problems).toContainEqual(article.problems[0]);
  });
});

describe('a raw copy of a store that did not keep what was said beside it', () => {
  it('has what only its sender can have said', () => {
    const given = { headline: 'Wet days', url: 'https://daily.example/1', byline: ['Jane Doe'] };
    const [document] = read(Buffer.from(JSON.stringify({ text: 'It rained.', ...given })));
    const { stated: _, ...raw } = document!.raw;
    const { metadata } = readAgain({ raw, article: extract(document!) });
    expect(metadata).toMatchObject(given);
  });

  it('and of other formats what a copy does not say', () => {
    const [document] = read(Buffer.from('Wet days\n\nBy Jane Doe\n\nIt rained.'));
    const article = extract(document!, { metadata: { publisher: { name: 'The Daily', url: null } } });
    const { stated: _, ...raw } = document!.raw;
    expect(readAgain({ raw, article }).metadata).toEqual({
      publisher: article.publisher,
      status: 'usable',
      completeness: 'full',
    });
  });
});

it('says why a raw copy cannot be read any more', () => {
  const raw = { text: '<spell>abracadabra</spell>', mediaType: 'application/xml' };
  expect(() => readAgain({ raw, article: extract('It rained.') })).toThrow(/none of the formats/);
});
