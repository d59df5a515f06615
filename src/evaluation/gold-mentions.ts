import type { NonEmpty, Span } from '../domain/span.ts';
import { GoldError } from './gold-markup.ts';

/** The names that a gold file gives for one entity. */
export interface SurfaceList {
  readonly line: number;
  readonly name: string;
  readonly surfaces: readonly Surface[];
}

export interface Surface {
  readonly text: string;
  /** Which of its occurrences are meant, from 1; all where empty. */
  readonly occurrences: readonly number[];
  /** True where `occurrences` are those that are not meant. */
  readonly isExcluding: boolean;
}

/**
 * Where each entity is named: every occurrence, as whole words, of any of its surfaces. Longer surfaces go first, so
 * that "Moscow" is not found in "Moscow State University" where both are listed. Occurrences are counted after that.
 */
export function locateMentions(text: string, lists: readonly SurfaceList[]): NonEmpty<Span>[] {
  const found = new Map<string, Span[]>();
  const taken = new Uint8Array(text.length);
  const surfaces = new Set(lists.flatMap((list) => list.surfaces.map((surface) => surface.text)));
  for (const surface of [...surfaces].toSorted((a, b) => b.length - a.length)) {
    const spans = findWords(text, surface).filter(
      (span) => taken[span.start] === 0 && taken[span.end - 1] === 0,
    );
    for (const span of spans) taken.fill(1, span.start, span.end);
    found.set(surface, spans);
  }
  const owners = new Map<number, SurfaceList>();
  return lists.map((list) => {
    const mentions = list.surfaces.flatMap((surface) => chosen(list, surface, found.get(surface.text)!));
    if (mentions.length === 0)
      throw new GoldError(
        list.line,
        `"${list.name}" is not in the text`,
        'list a name that is, word for word',
      );
    for (const { start } of mentions) {
      const owner = owners.get(start);
      if (owner !== undefined)
        throw new GoldError(
          list.line,
          `"${list.name}" and "${owner.name}" (line ${owner.line}) claim the same word`,
          'tell which occurrences are whose, as in Reyes@2,4',
        );
      owners.set(start, list);
    }
    return mentions.toSorted((a, b) => a.start - b.start) as unknown as NonEmpty<Span>;
  });
}

function chosen(list: SurfaceList, surface: Surface, spans: readonly Span[]): readonly Span[] {
  const isName = surface.text === list.name && surface === list.surfaces[0];
  if (spans.length === 0 && !isName)
    throw new GoldError(
      list.line,
      `"${surface.text}" is not in the text`,
      'write it as it stands there, or take it away',
    );
  for (const n of surface.occurrences)
    if (n < 1 || n > spans.length)
      throw new GoldError(
        list.line,
        `"${surface.text}" occurs ${spans.length} times, not ${n}`,
        'count again',
      );
  if (surface.occurrences.length === 0) return spans;
  return spans.filter((_, i) => surface.occurrences.includes(i + 1) !== surface.isExcluding);
}

function findWords(text: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    if (!isWordCharacter(text, at - 1) && !isWordCharacter(text, end)) spans.push({ start: at, end });
  }
  return spans;
}

function isWordCharacter(text: string, index: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[index] ?? ' ');
}
