import { isQuoted, type Reading } from '../reading.ts';
import type { Cue } from './cues.ts';

/**
 * Where, behind "told" and whom, a clause opens without "that"; null where none does.
 *
 * > A coach has told an inquest he "froze" on the line.      > She told a packed court they were wrong.
 *                               ^^                                                    ^^^^
 */
export function subjectAhead(reading: Reading, { verb }: Cue, from: number, end: number): number | null {
  const { words } = reading;
  if (verb?.tells !== true || !/^(?:a|an|the)$/.test(words[from] ?? '')) return null;
  for (let token = from + 2; token < Math.min(end - 1, from + longestHearer); token += 1) {
    if (/^(?:he|she|it|they|there)$/.test(words[token]!)) return token;
    const isNoun =
      /^[\p{L}'’-]+$/u.test(words[token]!) && !/^(?:to|that|who|whom|which)$/.test(words[token]!);
    if (!isNoun || isQuoted(reading, token)) return null;
  }
  return null;
}

/** In tokens: "a packed court in Leeds". */
const longestHearer = 7;
