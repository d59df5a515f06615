import { foldWord } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';

/**
 * The noun at a place among words, folded, where it says what kind of body something is; with the one before it where both
 * together say something else.
 *
 * > the lender      > the think tank      > the contractor
 *       ^^^^^^            ^^^^^^^^^^            ^^^^^^^^^^
 */
export function bodyNoun(
  word: string,
  before: string,
  { organizationNouns, bodyNouns }: EntityLexicons,
): string | null {
  const noun = foldWord(word);
  const compound = `${foldWord(before)}-${noun}`;
  if (bodyNouns.has(compound) || organizationNouns.has(compound)) return compound;
  return organizationNouns.has(noun) || bodyNouns.has(noun) || agents.test(noun) ? noun : null;
}

/**
 * Nouns for what people and organizations do.
 *
 * > The contractor, Bharat-Gulf Engineering, left. The contractor said …
 */
export const agents =
  /^(?:bidder|bookmaker|brewer|broadcaster|broker|builder|buyer|charterer|client|contractor|creditor|customer|developer|distributor|employer|exporter|importer|investor|landlord|lender|maker|manufacturer|miner|operator|organi[sz]er|owner|plaintiff|producer|promoter|provider|publisher|regulator|retailer|rival|seller|shareholder|shipbuilder|shipowner|sponsor|supplier|vendor)s?$/;
