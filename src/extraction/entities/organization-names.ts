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
  /** The initials of a name of several words, folded; null where there are none. */
  readonly acronym: string | null;
  /** The letters of a name that is itself one short word, folded; null otherwise. */
  readonly letters: string | null;
}

const legalForms = new Set(
  'the inc corp ag plc ltd co llc llp lp sa spa nv bv gmbh se oyj ab asa group holding holdings company corporation incorporated limited fc'.split(
    ' ',
  ),
);
export const smallWords = new Set(
  'of the and for in de la du des do da to on against at & by with'.split(' '),
);

export function readOrganizationName(text: string, lexicons: EntityLexicons): OrganizationName {
  const pieces = splitName(text);
  const folded = levelledWords(pieces);
  const kept = folded.filter((word) => !legalForms.has(word));
  const words = kept.length > 0 ? kept : folded;
  const known = lexicons.organizations.get(folded.join(' ')) ?? lexicons.organizations.get(words.join(' '));
  const initials = pieces.filter((piece) => !smallWords.has(piece.toLowerCase()));
  const acronym =
    initials.length > 1 && initials.length < 10
      ? initials.map((piece) => foldWord(piece[0]!)).join('')
      : null;
  return {
    key: known ?? words.join(' '),
    isKnown: known !== undefined,
    words,
    acronym,
    letters: pieces.length === 1 && text.length < 12 ? foldWord(text).replace(/s$/, '') : null,
  };
}

/** British and American spelling, singular and plural, are one; the possessive goes. */
function levelOrganizationWord(folded: string): string {
  return folded
    .replace(/'s?$/, '')
    .replace(/isation/, 'ization')
    .replace(/tre$/, 'ter')
    .replace(/our$/, 'or')
    .replace(/programme$/, 'program')
    .replace(/(?<=[^s]{3})s$/, '');
}

/** The key under which the list of organizations holds a name. */
export const organizationKey = (name: string): string => levelledWords(splitName(name)).join(' ');

const splitName = (text: string): string[] => text.split(/[\s,-]+/).filter((piece) => piece !== '');
const levelledWords = (pieces: readonly string[]): string[] =>
  pieces.map((piece) => levelOrganizationWord(foldWord(piece)));
