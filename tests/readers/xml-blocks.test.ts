import { describe, expect, it } from 'vitest';
import { listXmlBlocks } from '../../src/readers/xml/blocks.ts';
import { parseXml } from '../../src/readers/xml/tree.ts';

describe('the paragraphs of XML', () => {
  it('are what the source marks, with their roles', () => {
    expect(
      paragraphsOf(
        '<p>One</p><p/><hl2>Two</hl2><ul><li>Three</li></ul><bq><block><p>Four</p></block></bq><table><tr><td>5</td></tr></table><media><media-caption>Six</media-caption><media-producer>x</media-producer></media><fn><p>Seven</p></fn>',
      ),
    ).toEqual([
      ['body', 'One'],
      ['subhead', 'Two'],
      ['list-item', 'Three'],
      ['blockquote', 'Four'],
      ['caption', 'Six'],
      ['endnote', 'Seven'],
    ]);
  });

  it('have no gap and no glue where markup stands within', () => {
    expect(paragraphsOf('<p>It is<em> not</em>\n  <b>un</b>known.<!-- x --></p>')).toEqual([
      ['body', 'It is not unknown.'],
    ]);
  });

  it('may be parted by breaks', () => {
    expect(paragraphsOf('<p>He came.<br/>She went.<br/><br/>all was\nquiet,<br/>they said.</p>')).toEqual([
      ['body', 'He came.'],
      ['body', 'She went.'],
      ['body', 'all was quiet, they said.'],
    ]);
  });

  it('are whole where breaks only wrap their lines, also where a sentence ends with a line', () => {
    const lines = [
      '   The fire has jumped the line of the road and is into the valley,',
      'and the only thing that will stop it is a good week of rain there.',
      'Firefighters said that the weather would be worse on the next day,',
      'and asked all the people of the valley to leave in the evening.',
    ];
    expect(paragraphsOf(`<p>${lines.join(' <br/>')}</p>`)).toEqual([['body', lines.join(' ').trim()]]);
  });
});

function paragraphsOf(content: string): (readonly [string, string])[] {
  const source = `<body.content>${content}</body.content>`;
  const { blocks, replacements } = listXmlBlocks(source, parseXml(source).children);
  return blocks.map(({ role, start, end }) => {
    const within = replacements.filter((one) => start <= one.start && one.end <= end);
    const words = within.reduceRight(
      (text, one) => text.slice(0, one.start - start) + one.text + text.slice(one.end - start),
      source.slice(start, end),
    );
    return [role, words.replace(/ +/g, ' ').trim()] as const;
  });
}
