import { readNitf } from './nitf.ts';
import { placeTyped } from './plain-blocks.ts';
import { noText, type Story } from './story.ts';
import { takeStretch, unwrapXmlText } from './wrapped-text.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  elementsIn,
  isText,
  type XmlElement,
} from './xml.ts';
import { placeXml } from './xml-blocks.ts';

/** The content that an item holds itself, and what that says of it: NITF, XHTML, other text. */
export function readG2Content(raw: string, item: XmlElement): Story {
  const contentSet = childOf(item, 'contentSet');
  const contents = elementsIn(contentSet).flatMap((content) => readContent(raw, content) ?? []);
  const found = contents.find(({ text }) => text.blocks.length > 0) ?? contents[0] ?? empty;
  return { ...found, summary: found.summary ?? readSummary(raw, childOf(item, 'contentMeta')) };
}

const empty: Story = { metadata: {}, names: [], text: noText, summary: null };

function readContent(raw: string, content: XmlElement): Story | null {
  if (content.name === 'inlinexml') {
    const nitf = elementsIn(content).find(({ name }) => name === 'nitf');
    if (nitf !== undefined) return readNitf(takeStretch(raw), nitf);
    return isProse(content) ? { ...empty, text: placeXml(takeStretch(raw), content.children) } : null;
  }
  if (content.name !== 'inlinedata' || attributeOf(content, 'encoding') !== null) return null;
  const text = unwrapXmlText(raw, content.contentStart, content.contentEnd);
  return { ...empty, text: placeTyped(text, attributeOf(content, 'contenttype')) };
}

/** Other XML than prose is data: the results of a match, the events of a calendar. */
function isProse(content: XmlElement): boolean {
  const [paragraph] = descendantsOf(content, 'p', 'body');
  return paragraph !== undefined || content.children.some((node) => isText(node) && node.raw.trim() !== '');
}

/** Not the caption of a picture. */
function readSummary(raw: string, contentMeta: XmlElement | null): Story['summary'] {
  const descriptions = childrenOf(contentMeta, 'description');
  const summary = descriptions.find(
    (description) => !/caption/i.test(attributeOf(description, 'role') ?? ''),
  );
  return summary === undefined ? null : placeXml(takeStretch(raw), summary.children);
}
