import type { Reading } from '../reading.ts';

/**
 * The token behind the titles that a line opens with.
 *
 * > Dr Ada Roe      > The Rev. Sue Dunning
 *      ^^^                     ^^^
 */
export function behindTitles({ words }: Reading, first: number, end: number): number {
  let token = first;
  while (token < end && (titles.test(words[token]!) || words[token] === '.')) token += 1;
  return token;
}

const titles =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|the|sir|dame|lord|lady|cllr|councillor|fr|father|sister|canon|col|capt|major|lt)\.?$/;

/** > Ada Roe MP */
//          ^^
export const lettersBehindName =
  /^(?:mp|mep|msp|mla|mna|mpa|ms|td|tc|qc|kc|sc|jp|obe|mbe|cbe|kbe|phd|md|frs)$/;
