import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/readers/index.ts';
import type { Reading } from '../../src/readers/reader.ts';

const item = (uri: string, more: object = {}) => ({ uri, versioncreated: '2024-01-01T00:00:00Z', ...more });
const story = (uri: string) =>
  item(uri, { type: 'text', headline: 'Rain', body_text: `It rained on ${uri}.` });

describe('the JSON of agencies', () => {
  it('is known by its members, whatever the media type', () => {
    const guardian = {
      response: { results: [{ id: 'a', webPublicationDate: '2024-01-01T00:00:00Z', webTitle: 'Rain' }] },
    };
    const ap = { data: { items: [{ item: { altids: { itemid: 'b' }, headline: 'Rain' } }] } };
    const dpa = { format: 'digitalwires@1', urn: 'c', headline: 'Rain' };
    for (const [input, guid] of [
      [guardian, 'a'],
      [ap, 'b'],
      [dpa, 'c'],
      [item('d', { headline: 'Rain' }), 'd'],
    ] as const)
      for (const mediaType of [null, 'application/json'])
        expect(read(input, mediaType).map(guidOf)).toEqual([guid]);
  });

  it('leaves our own articles alone that only write of it', () => {
    const [reading] = read({ text: 'They sent {"pubstatus": "usable"}.' });
    expect(reading).toMatchObject({ document: { raw: { text: 'They sent {"pubstatus": "usable"}.' } } });
  });

  it('gives each of several items its own stretch as raw copy, and the only one the whole input', () => {
    const several = JSON.stringify(
      { items: [story('a'), item('p', { type: 'picture' }), story('b')] },
      null,
      1,
    );
    const readings = readText(several);
    expect(readings.map(guidOf)).toEqual(['a', 'b']);
    expect(readings.map((reading) => reading.place)).toEqual(['item 1', 'item 2']);
    for (const [index, reading] of readings.entries()) {
      if ('fault' in reading) throw reading.fault;
      const { raw, blocks } = reading.document;
      expect(JSON.parse(raw.text)).toEqual(story('ab'[index]!));
      const [block] = blocks!;
      expect(raw.text.slice(block!.rawStart, block!.rawEnd)).toBe(`It rained on ${'ab'[index]!}.`);
    }
    const only = JSON.stringify([story('a')]);
    expect(readText(only)).toMatchObject([{ place: null, document: { raw: { text: only } } }]);
  });

  it('takes the texts of a package that has none of its own', () => {
    const texts = { main: story('a'), picture: item('p', { type: 'picture' }), sidebar: story('b') };
    expect(read(item('c', { type: 'composite', associations: texts })).map(guidOf)).toEqual(['a', 'b']);
    const withBody = { ...story('c'), type: 'composite', associations: texts };
    expect(read(withBody).map(guidOf)).toEqual(['c']);
  });

  it.each([
    ['nothing but pictures', { items: [item('p', { type: 'picture', headline: 'Rain' })] }, 'empty-article'],
    ['an item without words', item('a', { body_html: '<p> </p>' }), 'empty-article'],
    ['an empty list', { bodies: null, items: [] }, 'empty-article'],
    ['members of other types', item('a', { bodies: 7, headlines: {}, people: 'x', by: [] }), 'empty-article'],
  ])('has no article in %s', (_, input, code) => {
    expect(read(input)).toMatchObject([{ fault: { code } }]);
  });

  it('says what is wrong with JSON that breaks off', () => {
    expect(
      readText('{ "versioncreated": "2024", "body_text": "It rai', 'application/vnd.iptc.ninjs+json'),
    ).toMatchObject([{ fault: { code: 'invalid-body' } }]);
  });
});

function read(input: unknown, mediaType: string | null = null): readonly Reading[] {
  return readText(JSON.stringify(input), mediaType);
}

function readText(text: string, mediaType: string | null = null): readonly Reading[] {
  return [...readDocuments(new TextEncoder().encode(text), { mediaType, charset: null, name: null })];
}

function guidOf(reading: Reading): string | null | undefined {
  if ('fault' in reading) throw reading.fault;
  return reading.document.metadata.guid;
}
