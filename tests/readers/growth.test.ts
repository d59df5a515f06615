import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.ts';
import { readDocuments } from '../../src/readers/index.ts';
import { cleanCopy } from '../../src/text/clean.ts';

// What was made to take long: nested without end, opened and never closed, repeated. Four times the input may take a
// little more than four times as long; what grows quadratically takes sixteen times.

const nest = (open: string, close: string) => (count: number) => open.repeat(count) + close.repeat(count);
const repeat = (piece: string) => (count: number) => piece.repeat(count);
/** Inputs by what is odd in them, each of about `count` pieces. */
const inputs: Readonly<Record<string, (count: number) => string>> = {
  'HTML: elements in each other': page(nest('<div>', '</div>')),
  'HTML: elements never closed': page(repeat('<div><p>Rain')),
  'HTML: formatting never closed': page(repeat('<p><b><i>Rain')),
  'HTML: formatting closed in the wrong order': page(repeat('<b><p>Rain</b>')),
  'HTML: links in links': page(repeat('<a href="x">Rain')),
  'HTML: tables in each other': page(nest('<table><tr><td>', '</td></tr></table>')),
  'HTML: text in tables, where none may be': page(repeat('<table>Rain')),
  'HTML: lists in each other': page(nest('<ul><li>', '</li></ul>')),
  'HTML: comments never closed': page(repeat('<!-- ')),
  'HTML: tags never closed': page(repeat('<a ')),
  'HTML: attributes': page(
    (count) => `<p ${Array.from({ length: count }, (_, index) => `a${index}`).join(' ')}>`,
  ),
  'HTML: one attribute': page((count) => `<p title="${'x'.repeat(8 * count)}">`),
  'HTML: character references': page(repeat('&amp;&notit;&#x41;&#')),
  'HTML: paragraphs': page(repeat('<p>Rain fell in Lisbon.</p>\n')),
  'HTML: line breaks': page(repeat('Rain<br><br>')),
  'HTML: scripts': page(repeat('<script>{"a":1}</script>')),
  'HTML: scripts of metadata': page(
    repeat('<script type="application/ld+json">{"@type":"NewsArticle"}</script>'),
  ),
  'HTML: metadata nested': page(
    (count) => `<script type="application/ld+json">${'{"a":['.repeat(count)}${']}'.repeat(count)}</script>`,
  ),
  'HTML: foreign elements': page(repeat('<svg><math><p>')),
  'HTML: templates': page(nest('<template>', '</template>')),
  'XML: elements in each other': nitf(nest('<block>', '</block>')),
  'XML: elements never closed': nitf(repeat('<block>')),
  'XML: attributes': nitf(
    (count) => `<p ${Array.from({ length: count }, (_, index) => `a${index}="1"`).join(' ')}/>`,
  ),
  'XML: CDATA': nitf(repeat('<![CDATA[<p>]]>')),
  'XML: comments never closed': nitf(repeat('<!-- ')),
  'XML: instructions': nitf(repeat('<?a b?>')),
  'XML: paragraphs': nitf(repeat('<p>Rain fell in <location>Lisbon</location>.</p>')),
  'XML: entities of entities': (count) => {
    const entities = Array.from(
      { length: Math.min(count, 1000) },
      (_, index) => `<!ENTITY a${index + 1} "&a${index};&a${index};">`,
    );
    return `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a0 "ha">${entities.join('')}]>${nitf(() => `<p>&a${entities.length};</p>`)(0)}`;
  },
  'XML: entities never ended': nitf(repeat('&a')),
  'XML: a document type never closed': (count) => `<!DOCTYPE nitf [${'<!ENTITY a "b">'.repeat(count)}`,
  'RSS: items': (count) =>
    `<rss version="2.0"><channel>${'<item><description>Rain &lt;b&gt;fell.</description></item>'.repeat(count)}</channel></rss>`,
  'RSS: one item of many paragraphs': (count) =>
    `<rss version="2.0"><channel><item><description>${'&lt;p&gt;Rain &amp;amp; snow.'.repeat(count)}</description></item></channel></rss>`,
  'RSS: channels in each other': (count) =>
    `<rss version="2.0">${nest('<channel><item>', '</item></channel>')(count)}</rss>`,
  'JSON: lists in each other': nest('[', ']'),
  'JSON: objects in each other': nest('{"a":', '}'),
  'JSON: lists never closed': repeat('[1,'),
  'JSON: members': (count) =>
    `{"text":"Rain."${Array.from({ length: count }, (_, index) => `,"a${index}":1`).join('')}}`,
  'JSON: escapes': (count) =>
    `{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_html":"${'\\u003cp\\u003e'.repeat(count)}"}]}`,
  'JSON: items of a feed': (count) =>
    `{"version":"https://jsonfeed.org/version/1","items":[${Array(count).fill('{"id":"1","content_text":"Rain fell."}').join()}]}`,
  'JSON: a list of articles': (count) => `[${Array(count).fill('{"text":"Rain fell."}').join()}]`,
  'JSON: ninjs': (count) =>
    `{"uri":"a:b","type":"text","versionCreated":"2024-01-01T00:00:00Z","body_xhtml":"${'<p>Rain <b>fell'.repeat(count)}"}`,
  'plain text: marks of Markdown': repeat('[a](/b) **c\n> # D. '),
  'Markdown: emphasis never closed': repeat('**a __b '),
  'Markdown: links never closed': repeat('[a]('),
  'Markdown: brackets': nest('[', ']'),
  'Markdown: quotes in each other': (count) => `---\ntitle: a\n---\n${'> '.repeat(count)}Rain`,
  'Markdown: front matter': (count) => `---\n${'a: [\n'.repeat(count)}---\nRain`,
  'Markdown: front matter of anchors': (count) =>
    `---\na0: &a0 [x]\n${Array.from({ length: Math.min(count, 5000) }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`).join('')}---\nRain`,
  'wire text: marks': (count) =>
    `\u0001abc0001 3 i 1 abc 0001\r\n\r\n\u0002${'\u0003\r\n\u0001\u0002'.repeat(count)}`,
  'wire text: lines': (count) =>
    `\u0001abc0001 3 i 1 abc 0001\r\n\r\n\u0002Rain =\r\n${'   Rain fell\r\n'.repeat(count)}\u0003`,
  'plain text: blank lines': repeat('\n \n'),
  'plain text: lines': repeat('Rain fell\n'),
};

describe('readers and cleaning take linear time', () => {
  it.each(Object.entries(inputs))('%s', (_, write) => {
    const growth = () => {
      const [few, many] = [measure(write(5000)), measure(write(20_000))];
      return many < 8 * few + 150 ? 'linear' : `${few} ms, then ${many} ms`;
    };
    // The first one also warms up; a collection of garbage may fall into one measurement, not into three.
    measure(write(1000));
    let found = growth();
    for (let again = 0; found !== 'linear' && again < 2; again += 1) found = growth();
    expect(found).toBe('linear');
  });
});

describe('readers go ten thousand deep', () => {
  const deep = Object.entries(inputs).filter(([name]) => /in each other|never closed/.test(name));
  it.each(deep)('%s, also when it is structured', (_, write) => {
    for (const reading of read(write(10_000))) {
      if ('document' in reading) expect(() => extract(reading.document)).not.toThrow();
    }
  });
});

/** CPU time in ms, to the clean copy: what else runs on the machine does not count. */
function measure(text: string): number {
  const started = process.cpuUsage();
  for (const reading of read(text)) {
    if ('document' in reading) cleanCopy(reading.document.raw.text, { ...reading.document, headline: null });
  }
  const { user, system } = process.cpuUsage(started);
  return Math.round((user + system) / 1000);
}

function read(text: string) {
  return [...readDocuments(Buffer.from(text), { mediaType: null, charset: null, name: null })];
}

function page(body: (count: number) => string): (count: number) => string {
  return (count) =>
    `<!doctype html><html><head><title>Rain</title></head><body><article><h1>Rain</h1><p>Rain fell in Lisbon on Tuesday.</p>${body(count)}</article></body></html>`;
}

function nitf(content: (count: number) => string): (count: number) => string {
  return (count) =>
    `<nitf><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head><body.content>${content(count)}</body.content></body></nitf>`;
}
