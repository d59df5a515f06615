import type { EntityType } from '../../../domain/entity.ts';
import type { SegmentedText } from '../../../text/segments.ts';
import { isCapitalized } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { createMention, type Mention } from '../words/mention.ts';
import { listedConfidence, listedType } from './listed-names.ts';

/**
 * The known names of a compound that the tagger marked whole:
 *   Iran-made drones   the Israeli-Palestinian conflict   US-China talks
 *   ^^^^                   ^^^^^^^^^^^^^^^^^^^            ^^ ^^^^^
 */
export function readCompound(
  segmented: SegmentedText,
  mention: Mention,
  lexicons: EntityLexicons,
): Mention[] {
  if (mention.type === 'person' || mention.endToken - mention.firstToken !== 1) return [mention];
  const compound = findCompound(segmented, mention.firstToken, lexicons, noNames);
  return compound.length > 0 ? compound : [mention];
}

const noNames: ReadonlyMap<string, EntityType> = new Map();

/** One token's compound of known names; empty where it is none. */
export function findCompound(
  segmented: SegmentedText,
  token: number,
  lexicons: EntityLexicons,
  names: ReadonlyMap<string, EntityType>,
): Mention[] {
  const { start, text } = segmented.tokens[token]!;
  if (!/[-–]/.test(text) || text.length > 60) return [];
  const parts: { start: number; end: number; type: EntityType | null; lower: boolean }[] = [];
  let from = 0;
  for (const piece of text.split(/[-–]/)) {
    const lower = !isCapitalized(piece);
    const type = lower ? null : (names.get(piece) ?? listedType(piece, lexicons));
    parts.push({ start: start + from, end: start + from + piece.length, type, lower });
    from += piece.length + 1;
  }
  const capitalized = parts.filter(({ lower }) => !lower);
  if (capitalized.length === 0 || capitalized.some(({ type }) => type === null)) return [];
  if (capitalized.length > 1 && capitalized.every(({ type }) => type === 'group')) {
    const span = { start: capitalized[0]!.start, end: capitalized.at(-1)!.end };
    return [createMention(segmented, span, 'group', listedConfidence)];
  }
  return capitalized.map((part) => createMention(segmented, part, part.type!, listedConfidence));
}
