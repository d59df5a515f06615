import type { SegmentedText } from '../../text/segments.ts';
import type { ModelType, TaggedName } from './tagger.ts';
import type { TypeRules } from './types.ts';

/**
 * Gives a name of one word the type that the article's longer names give it:
 *   Morag Macaulay snorts. … And Morag taught me.     Meridian Lines reported … Meridian said
 *   ^^^^^^^^^^^^^^ person         ^^^^^ person          ^^^^^^^^^^^^^^ organization ^^^^^^^^
 * A listed country or people keeps its type: "Paris" is no club because "Paris Saint-Germain" is one.
 */
export function agreeOnTypes(
  { tokens }: SegmentedText,
  names: readonly TaggedName[],
  rules: TypeRules,
): readonly TaggedName[] {
  const wordAt = (index: number): string => tokens[index]!.text.toLowerCase();
  const persons = new Set<string>();
  const organizations = new Set<string>();
  const places = new Set<string>();
  for (const { firstToken, endToken, type, confidence } of names) {
    if (endToken - firstToken < 2 || confidence < sureEnough) continue;
    if (type === 'person') {
      persons.add(wordAt(firstToken));
      persons.add(wordAt(endToken - 1));
    } else if (type === 'organization') organizations.add(wordAt(firstToken));
    else if (type === 'place') places.add(wordAt(firstToken));
  }
  return names.map((name) => {
    if (name.endToken - name.firstToken !== 1 || name.confidence > unshakable) return name;
    const text = tokens[name.firstToken]!.text;
    const type = typeByOthers(text.toLowerCase(), name.type, persons, organizations, places);
    return type === name.type || rules.isListed(text) ? name : { ...name, type };
  });
}

/** Names at least this sure can speak for others, and names at most this sure can be overruled. */
const sureEnough = 0.6;
const unshakable = 0.97;

function typeByOthers(
  word: string,
  type: ModelType,
  persons: ReadonlySet<string>,
  organizations: ReadonlySet<string>,
  places: ReadonlySet<string>,
): ModelType {
  const isPerson = persons.has(word);
  const isOrganization = organizations.has(word);
  if (isPerson && !isOrganization && !places.has(word)) return 'person';
  return type;
}
