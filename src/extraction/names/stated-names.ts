import type { StatedName } from '../../domain/source-document.ts';
import type { Span } from '../../domain/span.ts';
import type { SegmentedText } from '../../text/segments.ts';
import { findTokens } from '../../text/tokens.ts';
import type { Name } from '../names.ts';

/**
 * Finds the names that the format of an article states, wherever the text has them word for word: in order and disjoint.
 * Those inside longer names of the text are left out: where "America" is stated, "Bank of America" stays what it is.
 */
export function findStatedNames(
  { text, tokens }: SegmentedText,
  stated: readonly StatedName[],
  names: readonly Name[],
): readonly Name[] {
  const byFirstWord = groupByFirstWord(stated);
  const found: Name[] = [];
  let nextName = 0;
  let end = 0;
  for (const { text: word, start } of tokens) {
    if (start < end) continue;
    const match = byFirstWord
      .get(word)
      ?.find(
        ({ name }) => text.startsWith(name, start) && !/^[\p{L}\p{N}]/u.test(text.slice(start + name.length)),
      );
    if (match === undefined) continue;
    const one = { start, end: start + match.name.length, type: match.type, confidence: 1 };
    while (nextName < names.length && names[nextName]!.end <= start) nextName++;
    if (nextName < names.length && isWithin(one, names[nextName]!)) continue;
    found.push(one);
    end = one.end;
  }
  return found;
}

/** A name of one letter is none; longer names than this are sentences. */
const shortest = 2;
const longest = 100;

/** The longest first, so that what is found is as long as it may be. */
function groupByFirstWord(stated: readonly StatedName[]): ReadonlyMap<string, readonly StatedName[]> {
  const groups = new Map<string, StatedName[]>();
  for (const one of [...stated].sort((a, b) => b.name.length - a.name.length)) {
    if (one.name.length < shortest || one.name.length > longest || !/^\p{Lu}/u.test(one.name)) continue;
    const word = findTokens(one.name)[0]!.text;
    groups.set(word, [...(groups.get(word) ?? []), one]);
  }
  return groups;
}

function isWithin(span: Span, other: Span): boolean {
  const isShorter = span.end - span.start < other.end - other.start;
  return isShorter && other.start <= span.start && span.end <= other.end;
}
