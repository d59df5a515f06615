import type { Reading, Stretch } from '../reading.ts';

/**
 * Where somebody said something is not what was said.
 *
 * > In a joint statement on Monday, he said the river had risen.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function isMedium({ words, quotationOf }: Reading, { first, end }: Stretch): boolean {
  if (end - first > longest || !/^(?:in|at|on|during|through|by|via)$/.test(words[first]!)) return false;
  return words.slice(first, end).some((word, index) => quotationOf[first + index] === -1 && media.test(word));
}

/** In tokens. */
const longest = 14;

const media =
  /^(?:statement|interview|letter|email|e-mail|post|tweet|speech|address|report|conference|briefing|message|video|memo|testimony|reaction|response|reply|release)s?$/;
