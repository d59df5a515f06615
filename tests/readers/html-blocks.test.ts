import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHtmlBlocks } from '../../src/readers/html/blocks.ts';
import {
  takeStretch,
  unwrapJsonString,
  unwrapXmlText,
  type WrappedText,
} from '../../src/readers/story/wrapped-text.ts';
import { cleanCopy } from '../../src/text/clean.ts';

/** The paragraphs of some HTML, each after its role where it is no body. */
function paragraphsOf(html: WrappedText, raw = html.text): readonly string[] {
  const copy = cleanCopy(raw, { ...findHtmlBlocks(html), headline: null });
  return copy.paragraphs.map(({ role, start, end }) => {
    const words = copy.text.slice(start, end);
    return role === 'body' || role === 'lede' ? words : `${role}: ${words}`;
  });
}

describe('findHtmlBlocks', () => {
  it.each<[string, string, readonly string[]]>([
    ['paragraphs', '<p>Rain fell.</p><p>Wind blew.</p>', ['Rain fell.', 'Wind blew.']],
    ['text without a paragraph', 'Rain fell.<div>Wind blew.</div>', ['Rain fell.', 'Wind blew.']],
    [
      'inline markup without glue and gaps',
      '<p>R<b>ai</b>n <i>fell</i>, <a href="/x">he</a> said.</p>',
      ['Rain fell, he said.'],
    ],
    ['quotes', '<p><q>Rain</q>, <q>and <b>wind</b></q>.</p>', ['“Rain”, “and wind”.']],
    [
      'a ">" within an attribute',
      '<p>Rain <a title="a > b" data-x=\'<p class="y">\'>fell</a>.</p>',
      ['Rain fell.'],
    ],
    [
      'scripts and comments within a paragraph',
      '<p>Rain<script>x("</p>")</script><!-- no --> fell.</p>',
      ['Rain fell.'],
    ],
    ['lines of the source', '<p>\n\n  Rain\n\n<b>\nfell</b>\r\n on.\n</p>', ['Rain fell on.']],
    ['two breaks', '<p>Rain fell and<br>fell<br/> <br/>Wind blew.</p>', ['Rain fell and fell', 'Wind blew.']],
    ['a break after a sentence', 'Rain fell.<br>Wind blew.<br>', ['Rain fell.', 'Wind blew.']],
    [
      'the roles',
      '<h2>Weather</h2><ul><li>Rain<li>Wind</ul><blockquote><p>It rained.</p></blockquote>',
      ['subhead: Weather', 'list-item: Rain', 'list-item: Wind', 'blockquote: It rained.'],
    ],
    ...[
      '<cite\nclass="x">\n  <b>Jane</b> Doe\n</cite>',
      '<p><cite>Jane Doe</cite></p>',
      '<cite>— Jane Doe</cite>',
      '<footer>— <cite>Jane Doe</cite></footer>',
      '<footer><cite>Jane Doe</cite></footer>',
    ].map((source): [string, string, readonly string[]] => [
      `the source of a quote in ${source}`,
      `<blockquote><p>“It rained.”</p>${source}</blockquote>`,
      ['blockquote: “It rained.”', 'blockquote: — Jane Doe'],
    ]),
    [
      'the source of a quote behind its words',
      '<blockquote>“It rained.” <cite>Jane Doe</cite></blockquote>',
      ['blockquote: “It rained.”', 'blockquote: — Jane Doe'],
    ],
    [
      'no marks of footnotes',
      '<p>Rain<sup>1</sup><sup>2</sup> fell.<sup><a href="#fn1">[3]</a></sup> “Wind <b>too</b><sup>*</sup>”<sup> (12) </sup> blew, it’s<sup>†</sup> said.</p>',
      ['Rain fell. “Wind too” blew, it’s said.'],
    ],
    [
      'numbers that are raised',
      '<p>On the 1<sup>st</sup>, 10<sup>6</sup> m<sup>2</sup>, 5km<sup>2</sup> at 9 m/s<sup>2</sup> of a film<sup>2</sup>, M<sup>lle</sup> Doe, for $1.<sup>50</sup>.</p>',
      ['On the 1st, 106 m2, 5km2 at 9 m/s2 of a film, Mlle Doe, for $1.50.'],
    ],
    [
      'works that are cited',
      '<blockquote><p><cite>Rain</cite> is long.</p><p>So is <cite>Wind</cite></p></blockquote>',
      ['blockquote: Rain is long.', 'blockquote: So is Wind'],
    ],
    [
      'of a picture its caption',
      '<figure><p>Enlarge</p><img alt="x"><figcaption>Rain at sea</figcaption></figure><p>It rained.</p>',
      ['caption: Rain at sea', 'It rained.'],
    ],
    [
      'no navigation, form or data',
      '<nav>Home</nav><p>It rained.</p><table><tr><td>1<td>2</table><form>Mail?</form><p hidden>No</p>',
      ['It rained.'],
    ],
    [
      'a table that is a layout',
      `<table><tr><td>Wind<td><p>${'It rained on. '.repeat(20)}</p></table>`,
      ['Wind', 'It rained on. '.repeat(20).trim()],
    ],
    ['character references', '<p>&ldquo;Rain &amp; wind,&rdquo; he said.</p>', ['“Rain & wind,” he said.']],
    ['what is not closed', '<p>Rain <b>fell<p>Wind blew.', ['Rain fell', 'Wind blew.']],
  ])('finds %s', (_, html, paragraphs) => {
    expect(paragraphsOf(takeStretch(html))).toEqual(paragraphs);
  });

  it('reads what a JSON string holds', () => {
    const raw = JSON.stringify({
      body: '<p>"Rain"\n<b>\tfell</b> at £5.</p><p class="x">Wind \\ blew.</p>',
    });
    const html = unwrapJsonString(raw, raw.indexOf('<p>'), raw.lastIndexOf('"'));
    expect(paragraphsOf(html, raw)).toEqual(['"Rain" fell at £5.', 'Wind \\ blew.']);
  });

  it('reads what XML escapes, once and twice, and CDATA sections', () => {
    const content =
      '&lt;p&gt;&#8220;Rain&#x201D; &amp;amp; wind&lt;/p&gt;<![CDATA[<p>A & B &amp; C fell.</p>]]>';
    const raw = `<description>${content}</description>`;
    const html = unwrapXmlText(raw, 13, 13 + content.length);
    expect(paragraphsOf(html, raw)).toEqual(['“Rain” & wind', 'A & B & C fell.']);
  });

  it('takes the tags out where nothing else is possible in bounded time', () => {
    const raw = `${'<div>'.repeat(10_000)}It rained.`;
    expect(findHtmlBlocks(takeStretch(raw)).problems).toHaveLength(1);
    expect(paragraphsOf(takeStretch(raw))).toEqual(['It rained.']);
  });

  it('leads every unit back to the raw copy, whatever the wrapping', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', ' ', '&', '<', '"', '\\', '\n', 'é', '😀', ';', 'lt', ']]>'),
    });
    fc.assert(
      fc.property(anyText, (said) => {
        const json = JSON.stringify(said);
        expect(unwrapJsonString(json, 1, json.length - 1).text).toBe(said);
        const xml = said.replace(/[&<"]/g, (unit) => `&#${unit.charCodeAt(0)};`).replaceAll(']]>', ']]&gt;');
        const wrapped = unwrapXmlText(`<a>${xml}</a>`, 3, 3 + xml.length);
        expect(wrapped.text).toBe(said);
        for (let offset = 0; offset < said.length; offset++) {
          expect(['&', said[offset]]).toContain(`<a>${xml}</a>`[wrapped.toRaw(offset)]);
        }
      }),
    );
  });
});
