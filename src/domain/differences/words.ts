import { createNumbering, matchSequences } from './sequences.ts';

/** A stretch of words that stayed, came or went. */
export interface WordChange {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * What became of the words of a text. All but those removed are the text as it is; all but those added are what it was, up
 * to white space between words that stayed.
 *
 *     The bridge opens in May.      The | bridge opens → ferry will close | in May.
 *     The ferry will close in May.
 */
export function compareWords(former: string, current: string): readonly WordChange[] {
  const [formerWords, words] = [splitWords(former), splitWords(current)];
  const numberOf = createNumbering();
  const numbers = (of: readonly string[]) => Int32Array.from(of, (word) => numberOf(word.trimEnd()));
  const matches = matchSequences(numbers(formerWords), numbers(words));
  const stretches: Stretch[] = [];
  let next = 0;
  const add = (stretch: Stretch) => stretches.push(stretch);
  for (let place = 0; place <= formerWords.length; ) {
    const until = findMatched(matches, place);
    const match = until < matches.length ? matches[until]! : words.length;
    add({ same: '', removed: join(formerWords, place, until), added: join(words, next, match) });
    let length = 0;
    while (until + length < matches.length && matches[until + length] === match + length) length++;
    add({ same: join(words, match, match + length), removed: '', added: '' });
    next = match + length;
    place = until + Math.max(length, 1);
  }
  return joinStretches(stretches).flatMap(({ same, removed, added }): WordChange[] => [
    ...(same === '' ? [] : [{ change: 'same', text: same } as const]),
    ...(removed === '' ? [] : [{ change: 'removed', text: removed } as const]),
    ...(added === '' ? [] : [{ change: 'added', text: added } as const]),
  ]);
}

/** Words, numbers and marks, each with the white space behind it; scripts without spaces, character by character. */
export function splitWords(text: string): readonly string[] {
  return (
    text.match(
      /(?:\p{Unified_Ideograph}|[\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}'’]+|[^\s])\s*|^\s+/gu,
    ) ?? []
  );
}

/** Either of words that stayed, or of those that went and those that came in their place. */
interface Stretch {
  readonly same: string;
  readonly removed: string;
  readonly added: string;
}

function findMatched(matches: Int32Array, from: number): number {
  let place = from;
  while (place < matches.length && matches[place] === -1) place++;
  return place;
}

function join(words: readonly string[], start: number, end: number): string {
  return words.slice(start, end).join('');
}

/** A few words that stayed between many that did not are chance: they are told as changed, too. */
function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    if (stretch.same === '' && stretch.removed === '' && stretch.added === '') continue;
    const [before, same] = [joined.at(-2), joined.at(-1)];
    const isBetween = stretch.same === '' && before !== undefined && before.same === '';
    if (isBetween && same!.same.length <= Math.min(lengthOf(before), lengthOf(stretch)) / 2) {
      joined.splice(-2, 2, {
        same: '',
        removed: before.removed + same!.same + stretch.removed,
        added: before.added + same!.same + stretch.added,
      });
    } else joined.push(stretch);
  }
  return joined;
}

function lengthOf({ removed, added }: Stretch): number {
  return Math.max(removed.length, added.length);
}
