import type { Reading, Stretch } from './reading.ts';

/** "was told", "is being urged", without "by": whoever stands before has heard it, and nobody is said to have spoken. */
export function isHeardOf({ words }: Reading, cue: Stretch): boolean {
  const phrase = words.slice(Math.max(0, cue.first - 2), cue.end).join(' ');
  return passive.test(phrase) && !/^(?:by|as)$/.test(words[cue.end] ?? '') && words[cue.end - 1] !== 'by';
}

const passive =
  /(?:^| )(?:is|are|was|were|been|being|be) (?:\S+ )?(?:told|urged|advised|warned|ordered|informed|reminded|assured)$/;
