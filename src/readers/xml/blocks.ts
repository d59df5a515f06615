import type { ParagraphRole } from '../../domain/article.ts';
import { startRuns } from '../story/paragraph-runs.ts';
import type { StoryText } from '../story/story.ts';
import { type Marked, placeInRaw, type WrappedText } from '../story/wrapped-text.ts';
import { isText, type XmlNode } from './tree.ts';

/** The paragraphs of nodes that stand in this source, in the raw copy. */
export function placeXml(source: WrappedText, nodes: readonly XmlNode[]): StoryText {
  return placeInRaw(source, listXmlBlocks(source.text, nodes));
}

/**
 * The paragraphs of NITF or XHTML, in offsets of the source. The vocabularies are read as one: they agree in what they
 * share, and senders mix them. What is no prose (tables, navigation, what is said of pictures beside their captions) is
 * left out.
 */
export function listXmlBlocks(source: string, nodes: readonly XmlNode[]): Marked {
  const runs = startRuns(source);
  const visit = (nodes: readonly XmlNode[], role: ParagraphRole) => {
    for (const child of nodes) {
      if (isText(child)) runs.add(child.start, child.end, role);
      else if (child.name === 'br') runs.addBreak();
      else if (unread.has(child.name)) continue;
      else if (!parting.has(child.name)) visit(child.children, role);
      else {
        runs.endParagraph();
        if (!besideProse.has(child.name)) visit(child.children, roleOf.get(child.name) ?? role);
        runs.endParagraph();
      }
    }
  };
  visit(nodes, 'body');
  return runs.finish();
}

/** Elements that hold no text of the story, and part no paragraph. */
const unread = new Set(
  'head title script style noscript svg math iframe object embed video audio'.split(' '),
);

const besideProse = new Set(
  `table nitf-table media-reference media-metadata media-producer media-object
  header footer nav aside form`.split(/\s+/),
);

/** Elements that stand on lines of their own. */
const parting = new Set([
  ...besideProse,
  ...`body.head body.content body.end block p hl1 hl2 bq credit fn note media media-caption datasource tagline
  bibliography html body div section article main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure figcaption pre
  address hr`.split(/\s+/),
]);

const roleOf: ReadonlyMap<string, ParagraphRole> = new Map([
  ...['hl1', 'hl2', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'subhead'] as const),
  ...['li', 'dt', 'dd'].map((name) => [name, 'list-item'] as const),
  ...['bq', 'blockquote'].map((name) => [name, 'blockquote'] as const),
  ...['fn', 'note', 'tagline', 'bibliography'].map((name) => [name, 'endnote'] as const),
  ...['media-caption', 'figcaption'].map((name) => [name, 'caption'] as const),
]);
