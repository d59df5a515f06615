import type { Story } from '../story/story.ts';
import { takeStretch } from '../story/wrapped-text.ts';
import { placeXml } from './blocks.ts';
import { emptyStory, readInlineContent } from './inline-content.ts';
import { attributeOf, childOf, childrenOf, elementsIn, type XmlElement } from './tree.ts';

/** The content that an item holds itself, and what that says of it. */
export function readG2Content(raw: string, item: XmlElement): Story {
  const contents = elementsIn(childOf(item, 'contentSet')).filter(isInline);
  const stories = contents.map((content) =>
    readInlineContent(
      raw,
      content,
      content.name === 'inlinedata' ? attributeOf(content, 'contenttype') : null,
    ),
  );
  const found = stories.find(({ text }) => text.blocks.length > 0) ?? stories[0] ?? emptyStory;
  return { ...found, summary: found.summary ?? readSummary(raw, childOf(item, 'contentMeta')) };
}

/** What is encoded is no text. */
function isInline(content: XmlElement): boolean {
  return /^inline(?:xml|data)$/.test(content.name) && attributeOf(content, 'encoding') === null;
}

/** Not the caption of a picture. */
function readSummary(raw: string, contentMeta: XmlElement | null): Story['summary'] {
  const summary = childrenOf(contentMeta, 'description').find(
    (description) => !/caption/i.test(attributeOf(description, 'role') ?? ''),
  );
  return summary === undefined ? null : placeXml(takeStretch(raw), summary.children);
}
