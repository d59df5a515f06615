import type { Attribution } from '../attribution.ts';
import { isQuoted, type Reading } from '../reading.ts';

/** What a rule reads, in the order of the text, at each place outside of marks of the words that it is about. */
export function readAtWords(
  reading: Reading,
  words: Iterable<string>,
  read: (token: number) => Attribution | null,
): readonly Attribution[] {
  const tokens: number[] = [];
  for (const word of words)
    for (const token of reading.places.get(word) ?? []) if (!isQuoted(reading, token)) tokens.push(token);
  const found: Attribution[] = [];
  for (const token of tokens.sort((a, b) => a - b)) {
    const attribution = read(token);
    if (attribution !== null) found.push(attribution);
  }
  return found;
}
