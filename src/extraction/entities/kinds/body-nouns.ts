import { foldWord } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';

/**
 * The noun at a place among words, folded, where it says what kind of body something is; with the one before it where both
 * together say something else.
 *
 * > the lender      > the think tank      > the contractor
 *       ^^^^^^            ^^^^^^^^^^            ^^^^^^^^^^
 */
export function bodyNoun(word: string, before: string, lexicons: EntityLexicons): string | null {
  const { organizationNouns, bodyNouns } = lexicons;
  const noun = foldWord(word);
  const compound = `${foldWord(before)}-${noun}`;
  if (bodyNouns.has(compound) || organizationNouns.has(compound)) return compound;
  return organizationNouns.has(noun) || bodyNouns.has(noun) || isAgent(noun, lexicons) ? noun : null;
}

/**
 * Does the noun, folded, say what people and organizations do? "The lawmaker" is a person.
 *
 * > The contractor, Bharat-Gulf Engineering, left. The contractor said …
 */
export const isAgent = (noun: string, { roleNouns }: EntityLexicons): boolean =>
  agents.test(noun) || (compoundAgents.test(noun) && !roleNouns.has(noun));

/** > chipmaker      > homebuilder      > e-tailer */
const compoundAgents = /^\p{L}+-?(?:maker|builder|manufacturer|producer|seller|tailer|trader)s?$/u;

const agents =
  /^(?:bidder|bookmaker|brewer|auctioneer|broadcaster|broker|builder|buyer|caterer|charterer|client|contractor|courier|creditor|customer|dealer|developer|distributor|employer|exporter|grocer|hotelier|importer|investor|landlord|lender|maker|manufacturer|miner|outsourcer|operator|organi[sz]er|owner|plaintiff|producer|promoter|provider|publisher|regulator|retailer|rival|seller|shareholder|shipbuilder|shipowner|sponsor|streamer|supplier|underwriter|vendor)s?$/;
