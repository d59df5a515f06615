import { readDateline } from './lines/dateline.ts';

/**
 * Which paragraphs are a lead said twice: some agencies send it apart and again as the opening of the story. What goes is
 * the lead sent apart, unless it alone has the dateline.
 *   Rain fell on Tuesday. | ROME (AFP) - Rain fell on Tuesday. | The river rose.
 *   ^^^^^^^^^^^^^^^^^^^^^
 */
export function findRepeatedLead(paragraphs: readonly string[]): readonly number[] {
  const words = paragraphs.slice(0, 2 * longestLead).map(withoutDateline);
  if ((words[0]?.length ?? 0) < shortestLead) return [];
  for (let length = 1; 2 * length <= words.length; length++) {
    if (!words.slice(0, length).every((lead, index) => lead === words[length + index])) continue;
    const first = paragraphs[0]!.length > paragraphs[length]!.length ? length : 0;
    return Array.from({ length }, (_, index) => first + index);
  }
  return [];
}

/** Paragraphs. */
const longestLead = 4;
/** Characters: shorter paragraphs may be the same by chance ("Yes."). */
const shortestLead = 40;

function withoutDateline(paragraph: string): string {
  return paragraph.slice(readDateline(paragraph)?.end ?? 0).trim();
}
