import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../src/domain/errors.ts';
import { extract } from '../../src/index.ts';
import { readDocument, readDocuments } from '../../src/readers/index.ts';
import type { InputHint, Reading } from '../../src/readers/reader.ts';

const unknown: InputHint = { mediaType: null, charset: null, name: null };
const json: InputHint = { ...unknown, mediaType: 'application/json' };

describe('readDocument', () => {
  it('takes plain text as it is', () => {
    expect(readDocument(bytes('Rain fell.'), unknown)).toEqual({
      raw: { text: 'Rain fell.', mediaType: 'text/plain', stated: {} },
      metadata: {},
      blocks: null,
      replacements: [],
      names: [],
      problems: [],
    });
  });

  const saved = '# Rain\n\nRain fell on [Hull](https://example.org/hull).\n\n> "It pours," she said.\n';

  it.each([
    ['plain text', saved],
    ['our own JSON', JSON.stringify({ text: saved })],
  ])('reads Markdown that comes as %s', (_, input) => {
    const document = readDocument(bytes(input), unknown);
    expect(document.raw.text).toBe(saved);
    expect(document.metadata).toEqual({ headline: 'Rain' });
    expect(document.blocks?.map(({ role }) => role)).toEqual(['body', 'blockquote']);
    expect(extract(document).text).toBe('Rain fell on Hull.\n\n"It pours," she said.');
  });

  it('reads front matter in the text of our own JSON, too', () => {
    const text = '---\ntitle: Rain\nauthor: [Ann Lee, Bo Day]\nlayout: post\n---\n\nRain fell.';
    const { metadata, blocks } = readDocument(bytes(JSON.stringify({ text, guid: 'a' })), unknown);
    expect(metadata).toEqual({ headline: 'Rain', byline: ['Ann Lee', 'Bo Day'], guid: 'a' });
    expect(blocks).toHaveLength(1);
  });

  it.each([
    'Rain fell on [the town] (https://example.org).',
    'Rain fell. ** It ** pours.',
    '# Rain\n\nRain fell.',
    `${'Rain fell on the town, and on the fields around it, and on the sea. '.repeat(2).trim()}\nIt fell on [Hull](https://example.org/hull), too, and on all the others that lie there.`,
  ])('takes for no Markdown: %j', (text) => {
    expect(readDocument(bytes(text), unknown).blocks).toBeNull();
  });

  it('takes the text of our own JSON as the raw copy, and the fields that are said', () => {
    const article = {
      text: 'Rain fell.',
      guid: 'a-1',
      url: 'https://example.org/rain',
      headline: 'Rain',
      byline: ['Jane Doe'],
      publishedAt: '2023-10-11T08:30:00+02:00',
      publisher: { name: 'The Example', url: null },
      language: null,
    };
    const document = readDocument(bytes(JSON.stringify(article)), unknown);
    expect(document.raw).toEqual({
      text: 'Rain fell.',
      mediaType: 'application/json',
      stated: document.metadata,
    });
    expect(document.metadata).toEqual({
      guid: 'a-1',
      url: 'https://example.org/rain',
      headline: 'Rain',
      byline: ['Jane Doe'],
      publishedAt: '2023-10-11T06:30:00Z',
      publisher: { name: 'The Example', url: null },
    });
  });

  it.each([
    ['cut short', '{"text": "Rain fe', null],
    ['a list that is cut short', '[ {\n"headline": "Rain", "text"', null],
    ['broken, in a file for it', '{broken', 'story.json'],
  ])('says of JSON that it is %s, and takes it for no story', (_, text, name) => {
    expect(() => readDocument(bytes(text), { ...unknown, name })).toThrow(/This is not valid JSON/);
    expect(readDocument(bytes(text), { ...unknown, mediaType: 'text/plain' }).raw.text).toBe(text);
  });

  it('takes a story that begins with a template tag or a brace for text', () => {
    for (const text of ['{{^adFree}} {{/adFree}} Rain fell.', '{Rain} fell: "all day".', '["Rain" fell.'])
      expect(readDocument(bytes(text), unknown).raw.mediaType).toBe('text/plain');
  });

  it('tidies the lines of our own JSON that people read', () => {
    const article = {
      text: 'Rain fell.',
      headline: '\u0000x\u001b[31m\ny\t &amp; z ',
      byline: ['\u0007Bo', ' \u0000'],
      publisher: { name: 'The\u0000 \r\nExample' },
    };
    const { metadata } = readDocument(bytes(JSON.stringify(article)), json);
    expect(metadata).toEqual({
      headline: 'x[31m y & z',
      byline: ['Bo'],
      publisher: { name: 'The Example', url: null },
    });
  });

  it.each([
    ['a text that is no string', { text: 1 }, '/text'],
    ['no text', { headline: 'Rain' }, '/text'],
    ['a headline that is no string', { text: 'Rain.', headline: 7 }, '/headline'],
    ['an empty guid', { text: 'Rain.', guid: '' }, '/guid'],
    ['a byline that is no list', { text: 'Rain.', byline: 'Jane' }, '/byline'],
    ['a name that is none', { text: 'Rain.', byline: ['Jane', null] }, '/byline/1'],
    ['an address without a host', { text: 'Rain.', url: 'rain' }, '/url'],
    ['an address of a program', { text: 'Rain.', url: 'javascript:alert(1)' }, '/url'],
    ['a day that does not exist', { text: 'Rain.', publishedAt: '2023-02-29' }, '/publishedAt'],
    ['an hour that does not exist', { text: 'Rain.', publishedAt: '2023-02-28T25:00:00Z' }, '/publishedAt'],
    ['a publisher without a name', { text: 'Rain.', publisher: {} }, '/publisher/name'],
    ['a language that is none', { text: 'Rain.', language: 'in English' }, '/language'],
    ['a language by its name', { text: 'Rain.', language: 'klingon' }, '/language'],
    ['a language that is no tag', { text: 'Rain.', language: 'en_GB' }, '/language'],
    ['a language of half a tag', { text: 'Rain.', language: 'en-' }, '/language'],
    ['an unknown member', { text: 'Rain.', 'a/b~c': 1 }, '/a~1b~0c'],
    ['no object', 'Rain.', ''],
  ])('names the place of %s', (_, article, pointer) => {
    const fault = faultOf(() => readDocument(bytes(JSON.stringify(article)), json));
    expect(fault.code).toBe('invalid-body');
    expect(fault.faults).toHaveLength(1);
    expect(fault.faults[0]).toHaveProperty('pointer', pointer);
  });

  it.each([
    ['en', 'en'],
    ['EN-gb', 'en-GB'],
    ['tlh', 'tlh'],
    ['zh-hant-TW', 'zh-Hant-TW'],
  ])('writes the language %s as BCP 47 does', (language, written) => {
    const { metadata } = readDocument(bytes(JSON.stringify({ text: 'Rain.', language })), json);
    expect(metadata.language).toBe(written);
  });

  it.each([
    ['empty-article', '', unknown],
    ['empty-article', ' \n\t', unknown],
    ['empty-article', '{ "text": " " }', json],
    ['invalid-body', '{ "text": ', json],
    ['not-one-article', '[]', json],
    ['not-one-article', '[{ "text": "One." }, { "text": "Two." }]', json],
    ['not-one-article', '{ "text": "One." }\n{ "text": "Two." }', unknown],
    ['empty-article', '<!doctype html><html><p>One</html>', unknown],
    ['unsupported-media-type', '<?xml version="1.0"?><recipe>Salt.</recipe>', unknown],
    ['unsupported-media-type', 'One.', { ...unknown, mediaType: 'image/png' }],
    ['unsupported-media-type', '%PDF-1.7 …', unknown],
  ])('answers %s to %j', (code, text, hint) => {
    expect(faultOf(() => readDocument(bytes(text), hint)).code).toBe(code);
  });
});

describe('front matter', () => {
  it.each([
    ['---\ntitle: Rain\nauthor: Jane Doe\n---\nRain fell.', { headline: 'Rain', byline: ['Jane Doe'] }],
    [
      '---\r\nTitle: Rain\r\nPublish-Date: 2024-05-01\r\n---\r\nRain fell.',
      { headline: 'Rain', publishedAt: '2024-05-01' },
    ],
    ['---\ntitle: [\n---\n# Rain\n\nRain fell.', { headline: 'Rain' }],
    ['---\na: &a [x]\ntitle: *b\n---\nRain fell.', {}],
  ])('of %j is %j', (text, metadata) => {
    const document = readDocument(bytes(text), unknown);
    expect(document.metadata).toEqual(metadata);
    const [block] = document.blocks!;
    expect(document.raw.text.slice(block!.rawStart, block!.rawEnd)).toBe('Rain fell.');
  });
});

describe('readDocuments', () => {
  it('reads NDJSON line by line, and a bad line harms no other', () => {
    const lines = '{"text":"One."}\n\nnot json\n{"text":2}\n{"text":"Three."}';
    const readings = [...readDocuments(bytes(lines), { ...unknown, mediaType: 'application/x-ndjson' })];
    expect(readings.map(summary)).toEqual([
      'line 1: One.',
      'line 3: invalid-body',
      'line 4: invalid-body',
      'line 5: Three.',
    ]);
  });

  it('takes text that begins like JSON and is none for text', () => {
    expect([...readDocuments(bytes('[caption] A bridge.'), unknown)].map(summary)).toEqual([
      'null: [caption] A bridge.',
    ]);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(unknown, json), (input, hint) => {
        for (const reading of readDocuments(input, hint)) summary(reading);
      }),
    );
  });

  it('never throws, whatever the JSON', () => {
    const article = fc.record(
      { text: fc.anything(), byline: fc.anything(), publisher: fc.anything(), publishedAt: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(article, (value) => {
        for (const reading of readDocuments(bytes(toJson(value)), json)) summary(reading);
      }),
    );
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function toJson(value: unknown): string {
  return (
    JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member)) ?? 'null'
  );
}

function faultOf(read: () => unknown): OnrecordError {
  try {
    read();
  } catch (error) {
    if (error instanceof OnrecordError) return error;
    throw error;
  }
  throw new Error('It was read, and should not have been.');
}

function summary(reading: Reading): string {
  return `${reading.place}: ${'fault' in reading ? reading.fault.code : reading.document.raw.text}`;
}
