import { foldWord } from './fold.ts';
import type { EntityLexicons } from './lexicons.ts';

/** An organization's name, taken apart for comparing. */
export interface OrganizationName {
  /** Equal keys are one organization. */
  readonly key: string;
  /** Whether the list of organizations holds it. */
  readonly isKnown: boolean;
  /** Folded and levelled, without article and legal form. */
  readonly words: readonly string[];
  /** The initials of a name of several words, folded, without and with those of small words. */
  readonly acronyms: readonly string[];
  /** The letters of a name that is itself one short word, folded; null otherwise. */
  readonly letters: string | null;
}

const legalForms = new Set(
  'the inc corp ag plc ltd co llc llp lp pt sa spa nv bv gmbh se oyj ab asa bhd tbk kk group holding holdings company corporation incorporated limited fc'.split(
    ' ',
  ),
);
export const smallWords = new Set(
  'of the and for in de la du des do da to on against at & by with'.split(' '),
);

/** "gmbh", "plc": of a folded word. */
export const isLegalForm = (word: string): boolean => legalForms.has(word) && word !== 'the';

/** A folded name without the legal forms at its end: "lindt moser gmbh" → "lindt moser". */
export function bareName(folded: string): string {
  const words = folded.split(' ');
  while (words.length > 1 && isLegalForm(words.at(-1)!.replace(/,/g, ''))) words.pop();
  return words.join(' ').replace(/,$/, '');
}

export function readOrganizationName(text: string, lexicons: EntityLexicons): OrganizationName {
  const pieces = splitName(text);
  const folded = levelledWords(pieces);
  const kept = folded.filter((word) => !legalForms.has(word));
  const words = inOneOrder(kept.length > 0 ? kept : folded);
  const known = lexicons.organizations.get(folded.join(' ')) ?? lexicons.organizations.get(words.join(' '));
  // Of "the United Auto Workers union" the kind has no letter in UAW.
  const initials = pieces.filter(
    (piece) => !smallWords.has(piece.toLowerCase()) && !/^\p{Ll}+$/u.test(piece),
  );
  const acronyms = [initials, pieces]
    .filter((all) => all.length > 1 && all.length < 10)
    .map((all) => all.map((piece) => foldWord(piece[0]!)).join(''));
  return {
    key: known ?? words.join(' '),
    isKnown: known !== undefined,
    words,
    acronyms,
    letters: pieces.length === 1 && text.length < 12 ? foldWord(text) : null,
  };
}

/** "Ministry of Labour" is "Labour Ministry", "Ministry of Foreign Affairs" is "Foreign Ministry". */
function inOneOrder(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => departments.has(word));
  if (at < 0) return words;
  const isFirst = at + 2 < words.length && (words[at + 1] === 'of' || words[at + 1] === 'for');
  const ordered = isFirst
    ? [...words.slice(0, at), ...words.slice(at + 2).filter((word) => word !== 'the'), words[at]!]
    : words;
  return ordered.length > 2 ? ordered.filter((word) => word !== 'affair') : ordered;
}

/** Bodies that are called either way, as they are compared. */
const departments = new Set('ministri ministry department bureau'.split(' '));

/** British and American spelling, singular and plural, are one; the possessive goes. */
function levelOrganizationWord(folded: string): string {
  return folded
    .replace(/'s?$/, '')
    .replace(/isation/, 'ization')
    .replace(/tre$/, 'ter')
    .replace(/our$/, 'or')
    .replace(/fence$/, 'fense')
    .replace(/programme$/, 'program')
    .replace(/(?<=[^s]{3})s$/, '');
}

/** The key under which the list of organizations holds a name. */
export const organizationKey = (name: string): string => levelledWords(splitName(name)).join(' ');

const splitName = (text: string): string[] => text.split(/[\s,-]+/).filter((piece) => piece !== '');
const levelledWords = (pieces: readonly string[]): string[] =>
  pieces.map((piece) => levelOrganizationWord(foldWord(piece)));
