import type { Attribution } from '../attribution.ts';
import { isWord, type Reading } from '../reading.ts';

/**
 * Per attribution: the index of the one whose words it repeats, whole and in order, without saying whose they are; -1 for
 * all others. A pull quote does so, and the title of an entry of a live blog.
 *
 * > ‘It lasted for ever’
 * > Zeynep Korkmaz, a teacher, tells us: “The blackboard fell on my desk. It lasted for ever.”
 */
export function findRepeated(reading: Reading, attributions: readonly Attribution[]): readonly number[] {
  const words = attributions.map((attribution) => wordsOf(reading, attribution));
  const seekers = new Map<string, number[]>();
  for (const [index, { source }] of attributions.entries()) {
    if (source !== null || words[index]!.length < fewestWords) continue;
    const key = openingAt(words[index]!, 0);
    seekers.set(key, [...(seekers.get(key) ?? []), index].slice(-mostAlike));
  }
  const repeated = attributions.map(() => -1);
  if (seekers.size === 0) return repeated;
  for (const [index, { source }] of attributions.entries()) {
    if (source === null) continue;
    for (let start = 0; start + fewestWords <= words[index]!.length; start += 1)
      for (const seeker of seekers.get(openingAt(words[index]!, start)) ?? [])
        if (repeated[seeker] === -1 && words[seeker]!.every((word, at) => word === words[index]![start + at]))
          repeated[seeker] = index;
  }
  return repeated;
}

/** Shorter ones ("Not at all") are said by more than one. */
const fewestWords = 4;

/** Of those that open with the same words, so many are looked up: hostile input may hold thousands. */
const mostAlike = 4;

const openingAt = (words: readonly string[], start: number): string =>
  words.slice(start, start + fewestWords).join(' ');

function wordsOf(reading: Reading, { contents }: Attribution): readonly string[] {
  return contents.flatMap(({ first, end }) => {
    const words: string[] = [];
    for (let token = first; token < end; token += 1)
      if (isWord(reading, token)) words.push(reading.words[token]!);
    return words;
  });
}
