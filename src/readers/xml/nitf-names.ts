import type { EntityType } from '../../domain/entity.ts';
import type { StatedName } from '../../domain/source-document.ts';
import { withUsualCapitals } from '../../text/cleaning/words/person-names.ts';
import { attributeOf, childrenOf, descendantsOf, elementsIn, textWithout, type XmlElement } from './tree.ts';

/** The names that NITF marks within an element: in its text, or in its list of what the text is about. */
export function findMarkedNames(element: Pick<XmlElement, 'children'>): readonly StatedName[] {
  return [...descendantsOf(element, ...typeOf.keys())].flatMap((marked) => {
    // The parts of a place ("city", "country") are names of their own.
    const words = isDivided(marked) ? null : textWithout(marked, ['function', 'alt-code']);
    if (words === null) return [];
    const type = typeOf.get(marked.name)!;
    return [{ name: type === 'person' ? asPrinted(words) : words, type }];
  });
}

/** The places of the events that a document tells of. */
export function findEventPlaces(docdata: XmlElement | null): readonly StatedName[] {
  return childrenOf(docdata, 'evloc').flatMap((place) =>
    ['city', 'county-dist', 'state-prov'].flatMap((part) => {
      const name = attributeOf(place, part);
      return name === null ? [] : [{ name, type: 'place' as const }];
    }),
  );
}

function isDivided(marked: XmlElement): boolean {
  return marked.name === 'location' && elementsIn(marked).length > 0;
}

/** Without the possessive, and turned round where it is in the form of an index: "DOE, JANE". */
function asPrinted(words: string): string {
  const [, last, first] = /^([^,]+), ([^,]+)$/.exec(words) ?? [];
  return last === undefined ? words.replace(/['’]s$/, '') : withUsualCapitals(`${first} ${last}`);
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
