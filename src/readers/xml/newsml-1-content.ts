import type { Story } from '../story/story.ts';
import { emptyStory, readInlineContent } from './inline-content.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from './tree.ts';

export interface NewsMl1Content extends Story {
  /** The component that holds the text, and those around it, from the inside out. */
  readonly components: readonly XmlElement[];
}

/** The first text in the components of an item, and what that says itself. */
export function readNewsMl1Content(raw: string, item: XmlElement): NewsMl1Content {
  for (const components of listComponents(item, [])) {
    for (const content of childrenOf(components[0]!, 'ContentItem').filter(mayBeText)) {
      const data = childOf(content, 'DataContent');
      const story = data === null ? emptyStory : readInlineContent(raw, data, null);
      if (story.text.blocks.length > 0) return { ...story, components };
    }
  }
  return { ...emptyStory, components: childrenOf(item, 'NewsComponent').slice(0, 1) };
}

/** Every component that is no caption, before those within it; each with those around it. */
function* listComponents(parent: XmlElement, around: readonly XmlElement[]): Iterable<readonly XmlElement[]> {
  for (const component of childrenOf(parent, 'NewsComponent')) {
    if (/caption/i.test(attributeOf(childOf(component, 'Role'), 'FormalName') ?? '')) continue;
    const path = [component, ...around];
    yield path;
    yield* listComponents(component, path);
  }
}

function mayBeText(content: XmlElement): boolean {
  return /text|^$/i.test(attributeOf(childOf(content, 'MediaType'), 'FormalName') ?? '');
}
