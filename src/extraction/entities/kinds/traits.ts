import { foldWord } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';

/**
 * A word that tells one body from others, as they are compared: of a people or country its name, of where something is based
 * the place.
 *
 * > the Swiss bank      > a lender in Switzerland      > the Zurich-based lender
 *       ^^^^^                      ^^^^^^^^^^^               ^^^^^^
 */
export function readTrait(word: string, lexicons: EntityLexicons): string {
  const bare = foldWord(word).replace(based, '');
  return originOf(bare, lexicons) ?? bare;
}

/** > the Zurich-based lender */
//             ^^^^^^
const based = /-(?:based|listed|owned|headquartered|registered)$/;
export const isBased = (word: string): boolean => based.test(word);

/** Whether a word says where something is from, as {@link readTrait} gives it. */
export const isOrigin = (trait: string): boolean => trait.startsWith(originPrefix);

function originOf(word: string, { peoples, countries }: EntityLexicons): string | null {
  const country = peoples.get(word)?.country ?? countries.get(word);
  return country == null ? null : `${originPrefix}${foldWord(country)}`;
}

const originPrefix = 'from ';
