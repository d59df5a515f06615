import type { EntityType } from '../domain/entity.ts';
import type { StatedName } from '../domain/source-document.ts';
import { descendantsOf, elementsIn, textWithout, type XmlElement } from './xml.ts';

/** The names that NITF marks within an element: in its text, or in its list of what the text is about. */
export function findMarkedNames(element: Pick<XmlElement, 'children'>): readonly StatedName[] {
  return [...descendantsOf(element, ...typeOf.keys())].flatMap((marked) => {
    // The parts of a place ("city", "country") are names of their own.
    const hasParts = marked.name === 'location' && elementsIn(marked).length > 0;
    const name = hasParts
      ? null
      : textWithout(
          marked,
          ['function', 'alt-code', 'object.title'].filter((part) => part !== marked.name),
        );
    return name === null ? [] : [{ name: name.replace(/['’]s$/, ''), type: typeOf.get(marked.name)! }];
  });
}

const typeOf: ReadonlyMap<string, EntityType> = new Map([
  ['person', 'person'],
  ['org', 'organization'],
  ...['location', 'sublocation', 'city', 'state', 'region', 'country'].map(
    (name) => [name, 'place'] as const,
  ),
  ['event', 'event'],
  ['object.title', 'work'],
]);
