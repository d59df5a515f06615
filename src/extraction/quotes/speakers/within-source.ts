import type { Reading } from '../reading.ts';
import type { Features } from './features.ts';
import type { Places } from './places.ts';
import type { Reference } from './references.ts';
import { lastMentionBefore, prepositions, type Scene } from './scene.ts';
import { isSame } from './turns.ts';

/** How one that the source names stands in it: as the one who spoke, or only as whose, where or for whom that one is. */
export function describeInSource(
  { mentions, reading, found }: Scene,
  { stretch, heads }: Reference,
  { inSource, speakers }: Places,
): Features {
  if (inSource === null) return {};
  const described: Features = { inSource: 1 };
  if (isSame(speakers, heads)) described.sourceHead = 1;
  if (mentions[lastMentionBefore(mentions, stretch.first) + 1] === inSource) described.sourceFirst = 1;
  if (inSource.isOwner) described.sourceOwner = 1;
  if (isGoverned(reading, stretch.first, inSource.first)) described.sourceGoverned = 1;
  const { roleNouns, organizationNouns } = found.lexicons;
  for (let token = inSource.end; token < Math.min(stretch.end, inSource.end + 3); token += 1) {
    const word = reading.words[token]!;
    if (!/^[\p{L}-]+$/u.test(word)) break;
    if (roleNouns.has(word) || organizationNouns.has(word)) described.sourceModifier = 1;
  }
  return described;
}

/** > a lawyer for Deputy Roe */
function isGoverned({ words }: Reading, first: number, name: number): boolean {
  for (let token = name - 1; token >= first && !/^(?:,|and)$/.test(words[token]!); token -= 1)
    if (prepositions.has(words[token]!)) return true;
  return false;
}
