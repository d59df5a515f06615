import { lexiconEntries, type ResourceFiles } from '../../resource-files.ts';
import type { Reading, Stretch } from '../reading.ts';

/** Outlets and agencies, which report words that others spoke; see `data/lexicons/cue-outlets.txt`. */
export interface OutletLexicon {
  readonly names: ReadonlySet<string>;
  readonly nameWords: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

export function readOutletLexicon(files: ResourceFiles): OutletLexicon {
  const entries = lexiconEntries(files, 'cue-outlets').map((entry) => entry.split('\t'));
  const ofKind = (kind: string) =>
    new Set(entries.filter((entry) => entry[1] === kind).map((entry) => entry[0]!));
  return { names: ofKind('name'), nameWords: ofKind('word'), nouns: ofKind('noun') };
}

/**
 * Is this phrase an outlet?
 *
 * > the Reuters news agency      > Ynet News      > state media      > not: a New York Times reporter
 */
export function isOutlet(reading: Reading, outlets: OutletLexicon, phrase: Stretch): boolean {
  const { tokens } = reading.segmented;
  if (phrase.end - phrase.first > 8) return false;
  const words = tokens.slice(phrase.first, phrase.end).map((token) => token.text);
  const name = words.join(' ').replace(/^(?:[Tt]he|[Aa]n?) /, '');
  const last = words.at(-1) ?? '';
  const isStaff = /^(?:reporters?|journalists?|correspondents?|editors?|columnists?|presenters?)$/.test(last);
  if (isStaff) return false;
  return (
    outlets.names.has(name) ||
    words.some((word) => outlets.nouns.has(word.toLowerCase())) ||
    (words.length > 1 && outlets.nameWords.has(last))
  );
}
