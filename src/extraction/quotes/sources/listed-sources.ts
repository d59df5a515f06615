import { type Reading, type Stretch, sentenceAround } from '../reading.ts';

/** A source that is the end of a list, from where its sentence or what is behind the words opens with the list. */
export function withWholeList(reading: Reading, source: Stretch, cue: Stretch): Stretch {
  if (source.end > cue.first) return source;
  const { first } = sentenceAround(reading, source.first);
  const people = firstOfPeople(reading, source);
  if (people < source.first && (people === first || reading.words[people - 1] === ','))
    return { first: people, end: source.end };
  return isBehindPeopleOf(reading, first, source) ? { first, end: source.end } : source;
}

/**
 * > Ana Ruiz, Tom Lee and Ann Bale said …      > Ana Ruiz, Tom Lee and several colleagues said …
 *   ^^^^^^^^                                     ^^^^^^^^
 */
function firstOfPeople({ words, names, nameOf }: Reading, source: Stretch): number {
  const isPersonAt = (token: number): boolean => names[nameOf[token] ?? -1]?.type === 'person';
  const isEnd = isPersonAt(source.first) && words.slice(source.first, source.end).includes('and');
  let { first } = source;
  if (!isEnd) {
    if (words[first - 1] !== 'and' || !rest.test(words[first]!)) return first;
    first -= 1;
    if (words[first - 1] !== ',') {
      if (!isPersonAt(first - 1)) return source.first;
      while (nameOf[first - 1] === nameOf[first - 2]) first -= 1;
      first -= 1;
    }
  }
  while (words[first - 1] === ',' && isPersonAt(first - 2)) {
    const name = nameOf[first - 2];
    first -= 2;
    while (nameOf[first - 1] === name) first -= 1;
  }
  return isPersonAt(first) ? first : source.first;
}

/** Whom a list may end with who has no name. */
const rest =
  /^(?:others?|several|many|some|two|three|four|five|dozens|hundreds|(?:a|the|his|her|their|fellow)$)/;

/**
 * > Experts from the Ocean Institute (OI) and the Interior Department estimated …
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function isBehindPeopleOf({ words, capital, nameOf }: Reading, from: number, source: Stretch): boolean {
  const isEnd = words[source.first - 1] === ',' && words.slice(source.first, source.end).includes('and');
  if (!isEnd && words[source.first - 1] !== 'and') return false;
  let of = from;
  while (of < from + longestHead && !/^(?:from|at|of|in|with|for)$/.test(words[of]!)) of += 1;
  if (!/^\p{L}{3,}s$/u.test(words[of - 1] ?? '') || !/^(?:from|at|of|in|with|for)$/.test(words[of]!))
    return false;
  if (words.slice(from, of).some((word, index) => nameOf[from + index] !== -1 || !/^[\p{L}-]+$/u.test(word)))
    return false;
  for (let token = of + 1; token < source.first; token += 1)
    if (
      nameOf[token] === -1 &&
      capital[token] === 0 &&
      !/^(?:the|of|and|for|&|,|\(|\)|'s)$/.test(words[token]!)
    )
      return false;
  return true;
}

/** "Several senior experts", in tokens. */
const longestHead = 5;
