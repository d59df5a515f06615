import type { SegmentedText } from '../../../text/segments.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import type { Mention } from '../words/mention.ts';
import { readCompound } from './compounds.ts';
import { markFamilies } from './families.ts';
import { findIntroducedNames, typeIntroduced } from './introduced-names.ts';
import { findLabelledSpeakers, typeLabelled } from './labelled-speakers.ts';
import { findMissed } from './missed-names.ts';
import { settleTypes } from './settle-types.ts';
import { markStockListings } from './stock-listings.ts';

/**
 * What the whole article tells of single places: a name found once is found wherever it stands, one form has one type,
 * and the names of peoples and countries are known words. Adds to the tagger's mentions what it missed.
 */
export function completeMentions(
  segmented: SegmentedText,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): Mention[] {
  const parts = dropOverlaps(mentions.flatMap((mention) => readCompound(segmented, mention, lexicons)));
  const typed = typeLabelled(segmented, markStockListings(segmented, parts), lexicons);
  const known = settleTypes(segmented, typed, lexicons);
  const labelled = findLabelledSpeakers(segmented, known, lexicons);
  const named = dropOverlaps([...known, ...labelled].sort((a, b) => a.start - b.start));
  const added = findMissed(segmented, named, lexicons);
  const all = settleTypes(
    segmented,
    dropOverlaps([...named, ...added].sort((a, b) => a.start - b.start)),
    lexicons,
  );
  return markFamilies(segmented, typeIntroduced(segmented, all, findIntroducedNames(segmented, all)));
}

/** The first of those that overlap: two names that cut one word into pieces may both have been read as the whole of it. */
function dropOverlaps(mentions: readonly Mention[]): Mention[] {
  let reached = 0;
  return mentions.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}
