import type { SegmentedText } from '../../../text/segments.ts';
import type { Mention } from '../words/mention.ts';

/**
 * A family is a group, and none of its members:
 *   the Kallergis family      the Kinoshita and Mori families      the Macaulays
 *       ^^^^^^^^^                 ^^^^^^^^^     ^^^^                   ^^^^^^^^^
 */
export function markFamilies(segmented: SegmentedText, mentions: readonly Mention[]): Mention[] {
  const surnames = new Set<string>();
  for (const { text, type } of mentions)
    if (type === 'person') surnames.add(text.slice(text.lastIndexOf(' ') + 1));
  return mentions.map((mention) =>
    isFamily(segmented, mention, surnames) ? { ...mention, type: 'group' } : mention,
  );
}

function isFamily(
  { tokens }: SegmentedText,
  { type, text, firstToken, endToken, honorific }: Mention,
  surnames: ReadonlySet<string>,
): boolean {
  if (type === 'place' || type === 'group' || endToken - firstToken > 1 || honorific !== null) return false;
  const isPlural = text.endsWith('s') && surnames.has(text.slice(0, text.endsWith('ses') ? -2 : -1));
  if (isPlural && /^the$/i.test(tokens[firstToken - 1]?.text ?? '')) return true;
  if (type !== 'person') return false;
  const [next, third] = [tokens[endToken]?.text ?? '', tokens[endToken + 2]?.text ?? ''];
  if (/^(?:family|families|brothers|sisters|siblings|dynasty|clan)$/.test(next)) return true;
  return next === 'and' && /^(?:families|clans|dynasties)$/.test(third);
}
