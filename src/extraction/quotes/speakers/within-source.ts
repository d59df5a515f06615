import type { Reading, Stretch } from '../reading.ts';
import type { Features } from './features.ts';
import { governs, isBesideGoverned, isWithinAdjective } from './governed.ts';
import type { Places } from './places.ts';
import type { Reference } from './references.ts';
import { isSame, lastBefore, type Scene, type SceneMention } from './scene.ts';

/** How one that the source names stands in it: as the one who spoke, or only as whose, where or for whom that one is. */
export function describeInSource(
  scene: Scene,
  { stretch, heads }: Reference,
  { inSource, speakers }: Places,
): Features {
  const { mentions, reading, found } = scene;
  if (inSource === null) return {};
  const described: Features = { inSource: 1 };
  if (isSame(speakers, heads)) described.sourceHead = 1;
  if (mentions[lastBefore(mentions, stretch.first) + 1] === inSource) described.sourceFirst = 1;
  if (opens(reading, stretch, inSource)) described.sourceOpens = 1;
  if (closes(reading, stretch, inSource)) described.sourceCloses = 1;
  if (inSource.isOwner) described.sourceOwner = 1;
  if (described.sourceHead !== 1 && isGoverned(scene, stretch.first, inSource.first))
    described.sourceGoverned = 1;
  const { roleNouns, organizationNouns, surelyOrganizations } = found.lexicons;
  if (isWithinAdjective(reading.words[inSource.end - 1]!)) described.sourceModifier = 1;
  // "The UN agency" is not the UN.
  const isWhose = speakers.some((one) => surelyOrganizations.has(found.entities[one]!.name.toLowerCase()));
  for (let token = inSource.end; token < Math.min(stretch.end, inSource.end + 3); token += 1) {
    const word = reading.words[token]!;
    if (!/^[\p{L}-]+$/u.test(word)) break;
    if (roleNouns.has(word)) described.sourceModifier = 1;
    if (!isWhose && organizationNouns.has(word)) described.sourceKind = 1;
  }
  return described;
}

/** > Roe now said …      > the Red Cross and others */
function opens({ words }: Reading, { first }: Stretch, mention: SceneMention): boolean {
  return !mention.isOwner && mention.first - Number(words[first] === 'the') === first;
}

/** > conservation inspector of Mymensingh Mohabbat Ali */
function closes({ words }: Reading, { end }: Stretch, mention: SceneMention): boolean {
  return mention.end >= end || /^(?:,|\(|--|—|–)$/.test(words[mention.end]!);
}

/** > a lawyer for Deputy Roe      > a woman whom Roe met      > researchers in Mali and Chad */
function isGoverned(scene: Scene, first: number, name: number): boolean {
  const { words, nameOf } = scene.reading;
  if (isBesideGoverned(scene, first, name)) return true;
  for (let token = name - 1; token >= first; token -= 1) {
    // "the Ribble Institute (RI) and the Interior Department"
    const isBehindName = nameOf[token - 1] !== -1 || words[token - 1] === ')';
    if (/^(?:,|and)$/.test(words[token]!) && !isBehindName) return false;
    if (governs(scene, first, token)) return true;
    if (/^(?:who(?:m|se)?|which|that)$/.test(words[token]!) && token > first) return true;
  }
  return false;
}
