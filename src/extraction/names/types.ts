import type { EntityType } from '../../domain/entity.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { lexiconEntries, type ResourceFiles } from '../resource-files.ts';
import { readPeoples } from './peoples.ts';
import type { ModelType } from './tagger.ts';
import type { TrimmedName } from './trim.ts';

/** Rules that tell the types apart that the model has as one. */
export interface TypeRules {
  refine(segmented: SegmentedText, name: TrimmedName): EntityType;
  /** Whether it is a country or a people, as the lists have them. */
  isListed(name: string): boolean;
  /** What a name is that stands alone before a hyphen; null where nothing tells. */
  typeAlone(name: string): ModelType | null;
}

export function createTypeRules(files: ResourceFiles): TypeRules {
  const peoples = new Set([...readPeoples(files)].map((word) => word.toLowerCase()));
  const events = new Set(lexiconEntries(files, 'event-words'));
  const institutions = new Set(lexiconEntries(files, 'institutions'));
  const works = new Set(lexiconEntries(files, 'work-words'));
  const countries = new Set(
    lexiconEntries(files, 'countries').flatMap((line) =>
      line.split('\t', 2).join(';').toLowerCase().split(';'),
    ),
  );
  const isPeople = (name: string): boolean => {
    const lower = name.toLowerCase().replace(/[‘’]/g, "'");
    return (
      peoples.has(lower) ||
      (lower.length > 5 && peopleSuffix.test(lower)) ||
      lower.split(/[-–]/).every((part) => peoples.has(part) || peoplePrefixes.has(part))
    );
  };
  return {
    refine: (segmented, name) => {
      const words = segmented.tokens.slice(name.firstToken, name.endToken).map((token) => token.text);
      const surface = words.join(' ');
      if (name.type === 'place' && institutions.has(surface.toLowerCase())) return 'organization';
      if (name.type !== 'misc') return name.type;
      if (name.endToken - name.firstToken <= 2 && isPeople(name.end === null ? surface : (words[0] ?? '')))
        return 'group';
      if (isEvent(words, events)) return 'event';
      if (isWork(segmented, name, works)) return 'work';
      return 'other';
    },
    isListed: (name) => countries.has(name.toLowerCase()) || peoples.has(name.toLowerCase()),
    typeAlone: (name) => {
      const lower = name.toLowerCase();
      if (countries.has(lower)) return 'place';
      if (peoples.has(lower)) return 'misc';
      return /^[A-Z]{2,5}$/.test(name) ? 'organization' : 'place';
    },
  };
}

const peopleSuffix = /(?:[a-z]{2}(?:ians?|ese|ish|ites?|ists?|crats?|icans?))$/;
const peoplePrefixes = new Set([
  'anglo',
  'franco',
  'sino',
  'afro',
  'indo',
  'euro',
  'greco',
  'russo',
  'anti',
  'pro',
  'non',
  'ex',
  'ultra',
  'neo',
  'judeo',
  'austro',
  'serbo',
  'turko',
  'latin',
]);

/** "World Cup", "Battle of the Somme", "Hurricane Ian", "Euro 2024", "COP28". */
function isEvent(words: readonly string[], events: ReadonlySet<string>): boolean {
  const of = words.findIndex((word) => /^(?:of|on|in|for|against)$/.test(word));
  const head = (of > 0 ? words[of - 1] : words.at(-1)) ?? '';
  const first = words[0] ?? '';
  const beforeNumber = /^(?:[IVX]+|\d{1,4})$/.test(head) ? (words.at(-2) ?? '') : head;
  if (events.has(beforeNumber.toLowerCase())) return true;
  if (/^(?:Hurricane|Typhoon|Cyclone|Storm|Operation)$/i.test(first) && words.length > 1) return true;
  return /^(?:Euro|COP|Expo|Eurovision)(?:[- ]?\d+)?$/.test(words.join(' ')) || /^COP-?\d+$/.test(first);
}

/**
 * A title stands in marks, or behind a word that says what it is:
 *   the film Alien     her first novel, "The Bell Jar"
 *       ^^^^                           ^            ^
 */
function isWork({ tokens }: SegmentedText, name: TrimmedName, works: ReadonlySet<string>): boolean {
  const before = tokens[name.firstToken - 1]?.text ?? '';
  const behind = tokens[name.endToken]?.text ?? '';
  if (works.has(before.toLowerCase())) return true;
  return /^["“'‘«]$|^``$/.test(before) && /^["”'’»,]$|^''$/.test(behind);
}
