import type { EntityType } from '../../domain/entity.ts';
import type { StatedName } from '../../domain/source-document.ts';
import { attributeOf, childrenOf, textOf, type XmlElement } from './tree.ts';

/** What the subjects of an item are called, where the item says what kind of thing they are; in all its languages. */
export function findG2Names(contentMeta: XmlElement | null): readonly StatedName[] {
  return childrenOf(contentMeta, 'subject').flatMap((subject) => {
    const type = typeOf(attributeOf(subject, 'type') ?? attributeOf(subject, 'typeuri'));
    if (type === null) return [];
    const names = childrenOf(subject, 'name').filter(
      (name) => !/short|mnemonic/i.test(attributeOf(name, 'role') ?? ''),
    );
    return names.flatMap((name) => {
      const words = textOf(name);
      return words === null ? [] : [{ name: words, type }];
    });
  });
}

/** What a party, a place or a concept is called: its first name, otherwise its literal value. */
export function nameOf(concept: XmlElement | null): string | null {
  return textOf(childrenOf(concept, 'name')[0] ?? null) ?? attributeOf(concept, 'literal');
}

/** Of "cpnat:geoArea", "cptype:person", "http://cv.iptc.org/newscodes/cpnature/organisation". */
function typeOf(code: string | null): EntityType | null {
  const word = /[a-z]+$/i.exec(code ?? '')?.[0].toLowerCase() ?? '';
  return types.get(word) ?? null;
}

const types: ReadonlyMap<string, EntityType> = new Map([
  ['person', 'person'],
  ...['organisation', 'organization', 'company'].map((word) => [word, 'organization'] as const),
  ...['geoarea', 'city', 'country', 'region', 'place', 'poi'].map((word) => [word, 'place'] as const),
  ['event', 'event'],
]);
