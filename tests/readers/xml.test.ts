import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  isText,
  parseXml,
  textOf,
  type XmlNode,
} from '../../src/readers/xml/tree.ts';

describe('parseXml', () => {
  it('knows where every element stands', () => {
    const source = '<?xml version="1.0"?>\n<a><b x="1">one</b><c/></a>';
    const { root, problems } = parseXml(source);
    const b = childOf(root, 'b')!;
    const c = childOf(root, 'c')!;
    expect(problems).toEqual([]);
    expect(source.slice(root!.start, root!.end)).toBe('<a><b x="1">one</b><c/></a>');
    expect(source.slice(b.start, b.end)).toBe('<b x="1">one</b>');
    expect(source.slice(b.contentStart, b.contentEnd)).toBe('one');
    expect(source.slice(c.start, c.end)).toBe('<c/>');
    expect(c.contentStart).toBe(c.contentEnd);
  });

  it('keeps characters as written, one run of them as one node, and says what stood in CDATA', () => {
    const { root } = parseXml('<a>R&amp;D < 3 &lt; 4<![CDATA[<b>&amp;]]>!</a>');
    expect(root!.children).toEqual([
      { raw: 'R&amp;D < 3 &lt; 4', isCdata: false, start: 3, end: 21 },
      { raw: '<b>&amp;', isCdata: true, start: 30, end: 38 },
      { raw: '!', isCdata: false, start: 41, end: 42 },
    ]);
    expect(textOf(root)).toBe('R&D < 3 < 4<b>&!');
  });

  it('decodes attributes, and does not take what every object has for one', () => {
    const { root } = parseXml('<a href="/?a=1&amp;b=2" empty=" "/>');
    expect(attributeOf(root, 'href')).toBe('/?a=1&b=2');
    expect(attributeOf(root, 'empty')).toBeNull();
    expect(attributeOf(root, 'toString')).toBeNull();
  });

  it('finds elements whatever their capitals, and tells prefixes', () => {
    const { root } = parseXml(
      '<item><itunes:title>i</itunes:title><Title>t</Title><dc:creator>d</dc:creator></item>',
    );
    expect(textOf(childOf(root, 'title'))).toBe('t');
    expect(textOf(childOf(root, 'itunes:title'))).toBe('i');
    expect(childrenOf(root!, 'dc:creator')).toHaveLength(1);
    const prefixed = parseXml('<n:newsItem><n:itemMeta/></n:newsItem>').root;
    expect(childOf(prefixed, 'itemMeta')).not.toBeNull();
    expect([...descendantsOf(root!, 'title')].map(textOf)).toEqual(['i', 't']);
  });

  it.each([
    ['an element that its parent closes', '<a>\n<b>one</a>', 'one', '<b> of line 2'],
    ['a text that breaks off', '<a><b>one</b>\n<c>tw', 'one tw', '<c> of line 2'],
    ['a tag that breaks off', '<a><b>one</b', 'one', '<b> of line 1'],
    ['an attribute that breaks off', '<a><b>one</b><c href="x', 'one', '<a> of line 1'],
  ])('reads %s as far as it goes, and says where', (_, source, text, place) => {
    const { root, problems } = parseXml(source);
    expect(textOf(root)).toBe(text);
    expect(problems).toMatchObject([{ code: 'invalid-markup', message: expect.stringContaining(place) }]);
  });

  it('expands no entity that the text declares, and fetches none', () => {
    const declared = [
      '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>',
      '<a>&c;&f;</a>',
    ].join('\n');
    expect(textOf(parseXml(declared).root)).toBe('&c;&f;');
  });

  it('stops where elements nest too deep', () => {
    const { root, problems } = parseXml(`${'<a>x'.repeat(100_000)}${'</b>'.repeat(100_000)}`);
    expect(textOf(root)).toMatch(/^x{500,}$/);
    expect(problems).toHaveLength(1);
  });

  it('stops where elements are too many for memory', () => {
    const { root, problems } = parseXml(`<a>${'<b/>'.repeat(600_000)}</a>`);
    expect(root?.children.length).toBe(500_000);
    expect(problems).toHaveLength(1);
  });

  it('has no root where there is no element', () => {
    expect(parseXml('Rain fell.')).toMatchObject({ root: null, problems: [] });
    expect(parseXml('').root).toBeNull();
  });

  it('never throws, and every node lies within its parent, behind the one before', () => {
    const piece = fc.constantFrom(
      ...['<a>', '</a>', '<b c="d">', '</b>', '<e/>', '<x:e ', '>', '"', '&amp;', '<![CDATA[', ']]>', 'ä<'],
      ...['<!--', '-->', '<?x', '?>', '<!DOCTYPE a [', '\n', ':'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        const { root } = parseXml(source);
        if (root !== null) checkPlaces(source, root, 0, source.length);
      }),
      { seed: 6, numRuns: 2000 },
    );
  });
});

function checkPlaces(source: string, node: XmlNode, from: number, to: number): void {
  expect(node.start).toBeGreaterThanOrEqual(from);
  expect(node.end).toBeLessThanOrEqual(to);
  expect(node.start).toBeLessThanOrEqual(node.end);
  if (isText(node)) {
    expect(source.slice(node.start, node.end)).toBe(node.raw);
    return;
  }
  let at = node.contentStart;
  for (const child of node.children) {
    checkPlaces(source, child, at, node.contentEnd);
    at = child.end;
  }
}
