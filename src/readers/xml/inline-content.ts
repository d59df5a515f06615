import { readNitf } from '../nitf.ts';
import { placeTyped } from '../story/plain-blocks.ts';
import { noText, type Story } from '../story/story.ts';
import { takeStretch, unwrapXmlText } from '../story/wrapped-text.ts';
import { placeXml } from './blocks.ts';
import { descendantsOf, elementsIn, isText, type XmlElement } from './tree.ts';

/** What the story is that an element of a message holds: NITF, XHTML, or text of this type; nothing where that is data. */
export function readInlineContent(raw: string, holder: XmlElement, contentType: string | null): Story {
  const held = elementsIn(holder);
  const nitf = held.find(({ name }) => name === 'nitf');
  if (nitf !== undefined) return readNitf(takeStretch(raw), nitf);
  if (held.length > 0) {
    return isProse(holder)
      ? { ...emptyStory, text: placeXml(takeStretch(raw), holder.children) }
      : emptyStory;
  }
  const text = unwrapXmlText(raw, holder.contentStart, holder.contentEnd);
  return { ...emptyStory, text: placeTyped(text, contentType) };
}

export const emptyStory: Story = { metadata: {}, names: [], text: noText, summary: null };

/** Other XML than prose is data: the results of a match, the events of a calendar. */
function isProse(holder: XmlElement): boolean {
  const [paragraph] = descendantsOf(holder, 'p', 'body');
  return paragraph !== undefined || holder.children.some((node) => isText(node) && node.raw.trim() !== '');
}
